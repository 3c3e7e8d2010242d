"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "a key in bullets below the table is not read": {
        "ilacs_merged": "md csv",
    },
    "the legend after the plan is read as an item": {
        "asc_odd_columns": "csv",
    },
    "a board under words that give no date is not read as the forum the action answers to": {
        "post_inspection_2010": "docx xlsx html md pdf",
    },
    "a legend table above the plan's is not read": {
        "sif_bands": "csv",
    },
    "a body after a comma in a title is read as another lead": {
        "send_headings": "docx xlsx html md pdf",
    },
    "a band that begins “Outcome:” is read as the item, and the numbered band above it is lost": {
        "section_and_bands": "docx xlsx html md pdf",
    },
    "boards listed as “board – cadence” under a heading about monitoring are not read": {
        "jtai_lists": "docx xlsx html md pdf",
    },
    "boxes above an inner header, the first a pipe table's header, are not read as item and outcome": {
        "boxed_items": "md",
    },
    "a table of what, who and when alone is refused": {
        "what_who_when": "docx xlsx html md pdf tabs",
    },
    "a comma inside a post's title parts it into two leads": {
        "number_column": "docx xlsx html md pdf",
    },
    "a first column of numbers is lost, or the action's column is, in tab-separated text": {
        "hmicfrs_tracker": "tabs",
        "every_date": "tabs",
    },
    "“As above” and ditto marks are read as a lead": {
        "ditto_and_blank": "docx xlsx html md pdf csv tabs",
    },
    "R1 before a recommendation is not read as its number": {
        "bold_lead": "docx xlsx html md pdf csv tabs",
    },
    "a column headed “Responsible body” is not read as leads": {
        "bodies_as_leads": "docx xlsx html md pdf",
    },
    "a column headed “So what?” is not read": {
        "so_what_letters": "docx xlsx html md pdf",
    },
    "“Lead: … – By: …” in one line gives a lead with the date in it": {
        "bullets_no_table": "docx html md pdf tabs",
    },
    "“Action number” in a form is read as another action": {
        "form_per_action": "docx xlsx html pdf",
    },
    "numbered actions with labelled lines under them are refused": {
        "prose_only": "docx html md pdf tabs",
    },
    "numbers such as 1.2 at the head of a cell's lines do not part it into actions": {
        "two_line_actions": "docx xlsx html md pdf",
    },
    "a column headed “Improvement theme” is not read as the item": {
        "evidence_column": "docx xlsx html md pdf csv tabs",
    },
    "a date and forum beside two numbered actions are dealt out line by line": {
        "lettered_parts": "docx xlsx html md",
    },
    "a colour with its label and its meaning in two columns; impact by shading is not read": {
        "two_keys": "docx xlsx html pdf",
    },
    "headings that name a time band give no timescale": {
        "timescale_bands": "docx xlsx html md pdf",
    },
    "a band with its number in its own cell is read with the number as its words": {
        "two_parts": "md",
    },
    "“Action 1.1 –” before an action's words is not read as its number": {
        "numbers_in_cells": "docx xlsx html md pdf csv",
    },
    "a blank lead in a ruled table is not filled down from the row above": {
        "offset_sheet": "docx xlsx html md pdf csv",
    },
    "“(Lead: …; by …)” after an action's words is not read": {
        "lead_in_the_sentence": "docx html md pdf",
    },
    "boards in sentences (“meets fortnightly”, “receives an annual report”) are not read": {
        "continuing_key": "docx xlsx html pdf",
    },
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
