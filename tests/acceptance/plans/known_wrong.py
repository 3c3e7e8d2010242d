"""What is known to be read wrong, with the reason. A line whose case has come right fails its test: take it out."""

KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By shape and format."""

VARIANTS_KNOWN_WRONG: dict[tuple[str, str], str] = {}
"""By variant and shape."""
