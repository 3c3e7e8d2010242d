"""Improvement plans: lines and tables in, items with outcomes, actions, leads and dates out.

``read.read_plan`` is the way in. ``walk`` goes through the document; ``ruled`` and ``unruled`` take tables whose cells are certain and
those whose borders are lost; ``builder`` gathers drafts; ``assembly`` and ``actions`` make values of them; ``leads``, ``by_when``,
``letters``, ``rating_words`` and their like each read one kind of cell.
Does not belong here: what is wrong with a plan (``thread.checks``), and files (``intake.readers``).
"""
