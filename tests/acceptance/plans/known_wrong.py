"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "A recommendation with no action beside it is left out": {"scrutiny_response": "docx xlsx html md pdf csv tabs"},
    "A column an agency, each holding that agency's action, is not known": {"agency_columns": "docx xlsx html md pdf"},
    "Columns continued on the next page are not joined to their rows": {"over_two_pages": "pdf docx html"},
    "Columns as headings with bulleted actions under them are not read": {"pillars": "docx html md pdf"},
    "A time band in the first cell beside cut words is not read": {"damaged_print": "tabs"},
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
