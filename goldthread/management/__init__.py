"""Commands for those who run the site (``goldthread serve`` and its like call them)."""
