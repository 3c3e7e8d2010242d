"""XML that may define words of its own can swell without end or fetch files; Office writes none of it."""

import re
from collections.abc import Iterable

_DECLARED = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = re.compile(rb"utf-?8|utf-?16(?:le|be)?|(?:us-)?ascii|iso-8859-\d+|latin1|(?:windows-|cp)125\d", re.IGNORECASE)
"""Those in which a plain letter is its own byte, alone or beside a zero byte."""
_LONGEST = 16  # bytes of what is searched for; kept from one piece to the next


def danger_in(pieces: Iterable[bytes]) -> str | None:
    """What makes an XML part unfit to parse, or None. pieces: its bytes in order.

    Zero bytes are left out before searching, so that UTF-16 hides nothing; other encodings are refused.
    """
    rest = b""
    for piece in pieces:
        plain = rest + piece.replace(b"\0", b"")
        if not rest and (harm := _bad_start(plain)):
            return harm
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            return "an XML part with a document type or entities of its own"
        rest = plain[-_LONGEST:]
    return None


def _bad_start(plain: bytes) -> str | None:
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start and not start.startswith(b"<"):
        return "an XML part that is no XML"
    declared = _DECLARED.match(start)
    if declared and not _ENCODINGS.fullmatch(declared[1]):
        return "an XML part in an encoding that hides its words"
    return None
