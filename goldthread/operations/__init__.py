"""The verbs: the only code that writes. Each is one transaction: check → change → record history → tell people after commit.

Arguments are named; the person acting is ``by`` and carries the day. What may be done is decided in ``rules``.
"""
