"""What the checks found, as other software and people read it: lines of text, JSON, SARIF 2.1.0.

Belongs here: the three forms of ``goldthread check`` and nothing that decides what is a fault.
Does not belong here: running checks (``thread.checks``), printing to a terminal (``cli``).
"""

from collections.abc import Callable, Mapping, Sequence

from goldthread.reports.check_output.checked import Checked
from goldthread.reports.check_output.plain import as_json, as_text
from goldthread.reports.check_output.sarif import as_sarif

__all__ = ["FORMATS", "Checked", "as_json", "as_sarif", "as_text"]

FORMATS: Mapping[str, Callable[[Sequence[Checked]], str]] = {"text": as_text, "json": as_json, "sarif": as_sarif}
"""How to write what was found, by the name given to ``--format``."""
