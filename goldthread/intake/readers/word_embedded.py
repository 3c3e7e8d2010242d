"""A mark in the text where a file is embedded, so that "enclosed" can be told from nothing enclosed."""

import posixpath
import re
from typing import Any

from goldthread.common.errors import Refused
from goldthread.intake.readers.office_package import RELATION, Package, Relation

_ENDING = r"(?:docx?|docm|xlsx?|xlsm|xlsb|pdf|pptx?|msg|zip|rtf|csv|txt|html?)"
_NAME = re.compile(rb"([A-Za-z0-9][\w .,()&'+-]{0,120}\." + _ENDING.encode() + rb")\x00", re.IGNORECASE)
_KINDS = (("word.", ".doc"), ("excel.", ".xls"), ("powerpoint.", ".ppt"), ("acro", ".pdf"), ("outlook", ".msg"), ("mailmsg", ".msg"))
_NO_FILES = ("equation", "pbrush", "paint", "mathtype", "msgraph", "staticmetafile", "staticdib")


def embedded_mark(package: Package, relations: dict[str, Relation], element: Any) -> str:
    """What stands in the text for a ``w:object``: ``[embedded file: name]``; empty when it is no file.

    The name is the file's own where the document keeps it, else that of the part (``Microsoft_Word_Document.docx``), else the kind.
    """
    link = next((each for each in element.iter() if isinstance(each.tag, str) and each.tag.endswith("}OLEObject")), None)
    if link is None:
        return ""
    kind = link.get("ProgID", "")
    if kind.lower().startswith(_NO_FILES):
        return ""
    relation = relations.get(link.get(RELATION + "id", ""))
    name = _named(package, relation) or _of_kind(kind)
    return f"[embedded file: {name}]" if name else "[embedded file]"


def _named(package: Package, relation: Relation | None) -> str:
    if relation is None:
        return ""
    part = posixpath.basename(relation.target.replace("\\", "/"))
    if re.search(rf"\.{_ENDING}$", part, re.IGNORECASE):
        return part
    if relation.outside or not package.has(relation.target):
        return ""
    try:
        names = _NAME.findall(package.data(relation.target)[:200_000])
    except Refused:  # a broken enclosure leaves the document readable
        return ""
    return names[0].decode("latin-1").strip() if names else ""


def _of_kind(kind: str) -> str:
    """The program's name for the kind of file with the ending that such files have, or the program's name alone."""
    ending = next((ending for start, ending in _KINDS if kind.lower().startswith(start)), "")
    return f"{kind} {ending}".strip()
