"""Pages of docs/reference, each made from the code that it describes.

Belongs here: one function a subject that returns pages as ``{path in docs/reference: text}``, the same text for the same code.
Does not belong here: words that only a person can write; those are in the other folders of docs.
"""
