"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "Columns as headings with bulleted actions under them are not read": {"pillars": "docx html md pdf"},
    "The only row of an aligned table is not told from its lines": {"one_action": "aligned"},
    "A time band in the first cell beside cut words is not read": {"damaged_print": "tabs"},
    "“How are we doing?” is read as the action": {"questions_as_headings": "docx xlsx html md pdf csv tabs"},
    "A row of update below each action is read as the next item’s heading": {"update_rows": "docx xlsx html pdf"},
    "A colour at the start of a status told in sentences is not the rating": {"rating_with_words": "docx xlsx html md pdf"},
    "An explanation in brackets after a heading is read as the heading": {"headings_with_notes": "docx xlsx html md pdf"},
    "The outcome in a row between two tables of one sheet is lost": {"outcome_above_each": "xlsx"},
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
