"""The numbers and letters that a browser prints before the entries of an ordered list."""

from typing import Any

_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def list_mark(number: int, kind: str) -> str | None:
    """The mark of an entry in a list of a CSS kind (``decimal``, ``lower-alpha`` …), None where nothing is printed."""
    if kind == "none":
        return None
    if kind.endswith(("-alpha", "-latin")) and number > 0:
        text = _letters(number)
    elif kind.endswith("-roman") and 0 < number < 4000:
        text = _roman(number)
    else:
        return f"{number}."
    return f"{text.upper() if kind.startswith('upper') else text}."


def kind_of(ordered: Any, style: dict[str, str]) -> str:
    """The CSS kind of an ``ol`` element by its type attribute and style."""
    said = style.get("list-style-type") or next(
        (word for word in (style.get("list-style") or "").split() if word == "none" or word.endswith(("-alpha", "-latin", "-roman"))), None
    )
    return said or _TYPES.get(ordered.get("type") or "1", "decimal")


def whole_number(text: str | None) -> int | None:
    """The number that an attribute gives, None when it gives none or a senseless one."""
    bare = (text or "").strip()
    return int(bare) if bare.lstrip("-").isascii() and bare.lstrip("-").isdigit() and len(bare) < 8 else None


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
