"""The map: one self-contained page with a whole plan, its golden thread and what the checks say of it.

Belongs here: what the page says (``gather``, ``content``), how the thread is laid out and drawn (``layout``, ``svg``), the thread by
itself for pages elsewhere (``thread``, ``folded``, ``outline``) and how the page is set (``page``, templates, style).
Does not belong here: reading documents, finding faults (``thread.checks``), storing.
"""

from goldthread.reports.map.page import draw
from goldthread.reports.map.thread import Fold, ThreadMap, thread_map

__all__ = ["Fold", "ThreadMap", "draw", "thread_map"]
