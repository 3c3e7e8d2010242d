"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "Print lined up by spaces: a title or a merged cell across the columns ends the table": {
        "performance_system": "aligned",
        "quarter_columns": "aligned",
        "update_rows": "aligned",
        "action_log": "aligned",
        "sponsor_beside": "aligned",
        "start_and_end_below_timescale": "aligned",
        "questions_over_headings": "aligned",
    },
    "A PDF without upright lines: cells merged over rows or columns are not told from empty ones": {
        "quarter_columns": "pdf-bare",
        "months_across": "pdf-bare",
        "one_date_for_several": "pdf-rows pdf-bare",
        "sponsor_beside": "pdf-rows pdf-bare",
    },
    "Print lined up by spaces: the lines of one cell are not told from rows": {
        "turned_round": "aligned",
        "long_headings": "aligned",
        "facts_in_a_cell": "aligned",
    },
    "A PDF without upright lines: a blank row parts the table, and rows before the repeated headings are left out": {
        "blank_columns": "pdf-rows"
    },
    "Columns continued below are not joined where rows are lines of print": {"over_two_pages": "aligned"},
    "A PDF without lines: a row of totals close below is read with the row above": {"headings_with_notes": "pdf-bare"},
    "Print lined up by spaces: a date merged over rows is given to the first only": {"one_date_for_several": "aligned"},
    "Print lined up by spaces: titles and labelled lines without emphasis are not told from running text": {"dashes_for_labels": "aligned"},
    "A list right below a table without lines is read as its last row": {"figures_for_status": "pdf-bare"},
    "An “aim” beside its steps, with no other name over them, is an outcome and not the item": {
        "aim_then_steps": "docx xlsx html md pdf pdf-rows pdf-bare aligned"
    },
    "Print lined up by spaces: headings in whole cells are not parted": {"quarters_as_targets": "aligned"},
    "Sentences that say who does what by when, without labels or a table, are not read": {
        "numbered_paragraphs": "docx html md pdf pdf-rows pdf-bare aligned"
    },
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
