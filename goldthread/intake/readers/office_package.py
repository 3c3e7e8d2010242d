"""The zip of XML parts that Word and Excel files are: opened without trust, its parts found by their relationships."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from goldthread.common.errors import Refused

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST = 400_000_000  # bytes of one part unpacked; a part of a real paper has a few million
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""The Strict kind of these files says the same things under other names."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another. kind: the last word of its type ("styles"). target: a part's name, or an address."""

    kind: str
    target: str
    outside: bool


class Package:
    """An open file. what: the reader's words for its kind ("Word document"). Raises Refused for anything that cannot be opened."""

    def __init__(self, path: Path, what: str) -> None:
        self.name, self.what = path.name, what
        try:
            with path.open("rb") as file:
                head = file.read(8)
            if head == _OLE:
                raise Refused(self._not_zip(path))
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise self.broken() from None
        self._names = {_plain(name): name for name in self._zip.namelist()}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def broken(self, found: str = "it is broken or cut short") -> Refused:
        """The refusal of a file that is not what it should be."""
        return Refused(f"{self.name}: not a whole {self.what}; {found}. Fetch it or save it again, then read it.")

    def _not_zip(self, path: Path) -> str:
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            return f"{self.name}: a password protects this {self.what}. Save a copy without a password and read that."
        newer = ".docx" if self.what.startswith("Word") else ".xlsx"
        return f"{self.name}: a file of the kind Office wrote before 2007. Save it as {newer} and read that."

    def has(self, name: str) -> bool:
        """Whether the file has such a part."""
        return _plain(name) in self._names

    def data(self, name: str) -> bytes:
        """A part's bytes. Raises Refused when the part is missing, broken or of absurd size."""
        stored = self._names.get(_plain(name))
        if stored is None:
            raise self.broken(f"its part {posixpath.basename(name)} is missing")
        try:
            if self._zip.getinfo(stored).file_size > _MOST:
                raise Refused(
                    f"{self.name}: unpacks to more than {_MOST // 1_000_000} MB; a paper does not. Save it again from its source."
                )
            return self._zip.read(stored)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, KeyError):
            raise self.broken() from None

    def root(self, name: str) -> Any:
        """A part's root element, read without entities or network; Strict names are turned into the usual ones."""
        data = self.data(name)
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.broken(f"its part {posixpath.basename(name)} cannot be read") from None
        if root is None:
            raise self.broken(f"its part {posixpath.basename(name)} is empty")
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """The part's relations by their ids; those of the file itself for an empty name."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(where):
            return {}
        return {element.get("Id", ""): _relation(element, folder) for element in self.root(where) if isinstance(element.tag, str)}

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that exist and to which a part has relations of a kind."""
        found = (relation for relation in self.relations(part).values() if relation.kind.lower() == kind.lower() and not relation.outside)
        return [relation.target for relation in found if self.has(relation.target)]

    def main_part(self) -> str:
        """The part with which the document begins. Raises Refused when the file names none."""
        found = self.related("", "officeDocument")
        if not found:
            raise self.broken("it is a zip file without a document in it")
        return found[0]


def _relation(element: Any, folder: str) -> Relation:
    target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target.replace("\\", "/"))))
    return Relation(element.get("Type", "").rsplit("/", 1)[-1], target, outside)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def is_on(element: Any, attribute: str) -> bool:
    """Whether a switch element is on: it is there, and its value, if it has one, is not a no. Absent (None): off."""
    return element is not None and str(element.get(attribute, "1")).lower() not in ("0", "false", "off", "none")
