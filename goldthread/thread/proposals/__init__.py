"""A proposed picture as a list of things that a person accepts, changes or refuses, and the picture that this gives.

Belongs here: what is proposed, in words and with its places (``listing``), and what decisions make of it (``deciding``).
Does not belong here: what the document says around a place, and what is stored.
"""
