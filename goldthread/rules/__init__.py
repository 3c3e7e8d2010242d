"""Who may do what, and when: every no with its reason. Rules read models, write nothing and know no web page.

``acting`` is a person on a day with the roles they hold then; ``permissions`` is the table of what roles may do; each area has its
own rules beside it (``actions``, ``documents``…), as pairs: ``check_can_…`` raises NotAllowed with a sentence, ``can_…`` answers yes or no.
"""
