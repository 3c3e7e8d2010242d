"""Inspection reports: lines and tables in, inspection, judgements and findings out.

``read.read_report`` is the way in; ``extent`` says where in a document the report stands, ``chunks`` puts printed lines together,
and the other modules each know one thing that reports print.
Does not belong here: frameworks' own facts (``thread.frameworks``), and files (``intake.readers``).
"""
