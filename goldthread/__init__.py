"""Goldthread: from what inspectors found to whether children are better off, in one thread.

The layers, bottom to top, are ``common``, ``thread``, ``intake``, ``reports`` and ``cli``;
each package's docstring says what belongs there. ``make check`` holds the order.
"""

__version__ = "0.1.0"
