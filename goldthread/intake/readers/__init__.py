"""One reader a kind of file: bytes in, lines and tables with their places out (``intake.document``).

Belongs here: what a format keeps and how print is laid out. ``pdf``, ``word``, ``workbook``, ``web``, ``text`` and ``delimited`` each
have ``read(path)``; modules that begin with their name are their parts.
Does not belong here: what the words mean, and whether a file may be opened at all (``intake.opening``).
"""
