"""Northmere's press: sets the words of ``northmere/words`` as Word, PDF and Excel documents.

Belongs here: how the papers look. The words themselves are data; nothing here adds a fact to them.
"""
