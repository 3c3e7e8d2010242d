"""Words on a page: the same words should compare equal however they were typeset."""

import re
import unicodedata
from collections.abc import Iterable

BULLETS = "•●◦▪■◼▫□‣⁃∙·\uf0b7\uf0a7\uf06e\uf0d8\uf0fc\uf076➢►▶✓"
"""Characters that documents print as list bullets, the private-use ones of symbol fonts included."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_QUOTES = {ord("‘"): "'", ord("’"): "'", ord("‛"): "'", ord("“"): '"', ord("”"): '"', ord("\u00a0"): " ", ord("\u00ad"): None}
_PLAIN = _DASHES | _QUOTES
LOST = "[...]"
"""Stands where the document's words are lost."""


def squeeze(text: str) -> str:
    """One line with single spaces."""
    return " ".join(text.split())


_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def one_line(text: str) -> str:
    """One line that is safe to print: a document's words may not move a terminal's cursor, colour it or turn text about."""
    return _UNPRINTED.sub("", squeeze(text))


def words_in_list(texts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for nothing."""
    shown = list(texts)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def fold(text: str) -> str:
    """For comparing only: lower case, plain quotes and dashes, single spaces, no compatibility characters."""
    if text.isascii():
        return squeeze(text).lower()  # the same, and much sooner: nothing below changes plain letters otherwise
    return squeeze(unicodedata.normalize("NFKC", text).translate(_PLAIN)).casefold()


def words(text: str) -> list[str]:
    """The folded words of text, in order."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", fold(text))


def shorten(text: str, length: int = 80) -> str:
    """The first words of text in at most length characters, with an ellipsis when cut."""
    flat = squeeze(text)
    if len(flat) <= length:
        return flat
    return flat[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens, for ids in pages."""
    plain = unicodedata.normalize("NFKD", text.replace("¶", "para-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
