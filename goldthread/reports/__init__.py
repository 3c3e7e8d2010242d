"""A picture (and results) into typed content, and that content into pages and papers.

Belongs here: what a page says and how it is drawn, from the picture alone.
Does not belong here: reading files, deciding whether a plan is sound (the checks do), storing.
"""
