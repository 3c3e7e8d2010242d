"""Quotes found again in a document's words.

Belongs here: what of a text is compared, and how a quote may be spread over passages.
Does not belong here: what is then shown of it (``highlight``), and whether a quote is right.
"""
