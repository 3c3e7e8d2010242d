"""Dates, working days, text, errors and places in a source.

Belongs here: what any layer may need and that knows nothing of inspections, plans or children.
Does not belong here: anything that would have to change because a framework or a form changed.
"""
