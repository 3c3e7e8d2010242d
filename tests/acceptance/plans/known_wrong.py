"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

CAUSES: dict[str, dict[str, str]] = {
    "Columns as headings with bulleted actions under them are not read": {"pillars": "docx html md pdf"},
    "The only row of an aligned table is not told from its lines": {"one_action": "aligned"},
    "A time band in the first cell beside cut words is not read": {"damaged_print": "tabs"},
}
"""By cause: each shape with the formats in which it shows."""

KNOWN_WRONG: dict[tuple[str, str], str] = {
    (name, form): cause for cause, shapes in CAUSES.items() for name, forms in shapes.items() for form in forms.split()
}

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
