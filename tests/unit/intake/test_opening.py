"""Uploads are hostile until read: each attack is one line, quickly, and leaves nothing behind."""

import os
import re
import socket
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.common.errors import Refused
from goldthread.common.places import Place
from goldthread.intake import opening, opening_file
from goldthread.intake.document import Document, Line
from goldthread.intake.opening import read_document
from goldthread.intake.opening_kinds import kind_of
from goldthread.thread.picture import Problem
from tests.unit.intake import hostile
from tests.unit.intake.hostile import body, listing, old_office, pdf, relation, relations, sheet_parts, word_parts, zipped

Write = Callable[[str, bytes], Path]

XXE = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = (
    "<!DOCTYPE l [" + '<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "&{a};&{a};">' for a, b in zip("abcdef", "bcdefg", strict=True)) + "]>"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Fake readers for every kind; the list tells which were asked."""
    names: list[str] = []

    def reader(name: str) -> types.ModuleType:
        def read(path: Path) -> Document:
            names.append(name)
            line = Line(text=name, place=Place(line=1, quote=name))
            return Document(file=path.name, blocks=(line,))

        module = types.ModuleType(name)
        module.read = read  # type: ignore[attr-defined]
        return module

    for name in ("pdf", "word", "workbook", "text", "delimited", "web"):
        monkeypatch.setitem(sys.modules, f"goldthread.intake.readers.{name}", reader(name))
    return names


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return writing


def refusal(path: Path) -> str:
    """The one line that a path is refused with; it writes nothing and shows no machine path."""
    before = listing(path.parent)
    with pytest.raises(Refused) as refused:
        read_document(path)
    said = str(refused.value)
    assert "\n" not in said
    assert said.isprintable()
    assert str(path.parent) not in said
    assert "Traceback" not in said
    assert listing(path.parent) == before
    return said


# What a file is decides who reads it, not its name


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("plan.pdf", pdf(), "pdf"),
        ("plan.PDF", pdf(), "pdf"),
        ("sent.pdf", pdf(before=b"X-Sender: scanner\r\n\r\n"), "pdf"),
        ("plan", pdf(), "pdf"),
        ("Plan v1.2", pdf(), "pdf"),
        ("plan.docx", zipped(word_parts()), "word"),
        ("plan.docm", zipped(word_parts(hostile.MACRO_WORD_TYPE)), "word"),
        ("download.tmp", zipped(word_parts()), "word"),
        ("plan.xlsx", zipped(sheet_parts("")), "workbook"),
        # kinds of plain text: here the name may decide
        ("plan.txt", b"Recommendation 1: see every child", "text"),
        ("plan.md", b"# Plan\n\n<p>Action</p>", "text"),
        ("readme.md", b"<h1>Plan</h1>\n\nAction", "text"),
        ("plan", "Récommendation".encode("cp1252"), "text"),
        ("plan.csv", b"Action,Lead\nVisit,Head of service\n", "delimited"),
        ("plan.tsv", b"Action\tLead\n", "delimited"),
        ("plan.html", b"<!DOCTYPE html><html><body><p>Plan", "web"),
        ("plan.htm", b"<table><tr><td>Plan</table>", "web"),
        ("plan", b"\xef\xbb\xbf <!-- saved -->\n<HTML><p>Plan", "web"),
        ("plan.html", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html/>', "web"),
        ("plan.txt", "﻿Plan".encode("utf-16"), "text"),
        ("plan.txt", "Plan for every child".encode("utf-16-le"), "text"),
        ("plan.txt", b"This note speaks of %PDF-1.4 files", "text"),
        ("memo.txt", b"To: Cabinet\nFrom: Director\nDate: 1 May\nSubject: Plan\n\nActions", "text"),
    ],
)
def test_the_content_chooses_the_reader(asked: list[str], write: Write, name: str, content: bytes, reader: str) -> None:
    path = write(name, content)

    assert read_document(path).file == name
    assert asked == [reader]


@pytest.mark.parametrize(
    ("name", "content", "really", "right"),
    [
        ("plan.docx", pdf(), "a PDF", "plan.pdf"),
        ("plan.xlsx", b"<html><table><tr><td>Plan</table>", "a web page (HTML)", "plan.html"),
        ("plan.xls", b"<table><tr><td>Plan</table>", "a web page (HTML)", "plan.html"),
        ("plan.doc", b"<html><body>Plan", "a web page (HTML)", "plan.html"),
        ("plan.xls", b"Action\tLead\nVisit\tManager", "a table in plain text", "plan.csv"),
        ("plan.docx", b"Action: visit", "plain text", "plan.txt"),
        ("plan.doc", zipped(word_parts()), "a Word document", "plan.docx"),
        ("plan.xlsx", zipped(word_parts()), "a Word document", "plan.docx"),
        ("plan.pdf", zipped(sheet_parts("")), "an Excel workbook", "plan.xlsx"),
        ("plan.txt", b"<!doctype html><p>Plan", "a web page (HTML)", "plan.html"),
        ("plan.csv", b"<html><p>Plan", "a web page (HTML)", "plan.html"),
        ("plan.html", b"No tag anywhere", "plain text", "plan.txt"),
        ("plan.txt", pdf(), "a PDF", "plan.pdf"),
        ("plan.png", pdf(), "a PDF", "plan.pdf"),
    ],
)
def test_a_mislabelled_file_is_told_its_right_name(
    asked: list[str], write: Write, name: str, content: bytes, really: str, right: str
) -> None:
    said = refusal(write(name, content))

    assert said.startswith(f"{name}: this is {really}, not ")
    assert f"Rename it to {right}" in said
    assert not asked


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        # old Office
        ("plan.doc", old_office("WordDocument"), "old Word document (.doc), which cannot be read. Open it and save it as .docx"),
        ("plan.xls", old_office("Workbook"), "save it as .xlsx"),
        ("old.xls", old_office("Book"), "save it as .xlsx"),
        ("mixed.xls", old_office("Workbook", "WordDocument"), "old Excel workbook"),
        ("plan.ppt", old_office("PowerPoint Document"), "Export it as .pdf"),
        ("plan.docx", old_office("EncryptedPackage", "EncryptionInfo"), "a password protects"),
        ("plan.xlsx", old_office("EncryptedPackage"), "a password protects"),
        ("plan.docx", old_office("WordDocument"), "old Word document"),
        ("what.bin", old_office("Contents"), "old or unknown kind"),
        ("plan.msg", old_office("__properties_version1.0"), "an e-mail"),
        # other things people send
        ("plan.eml", b"Received: from a\r\nFrom: b\r\nSubject: Plan\r\n\r\nHello", "an e-mail"),
        ("plan.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", "web archive"),
        ("plan.rtf", b"{\\rtf1 Plan}", "rich text (RTF)"),
        ("plan.doc", b"{\\rtf1 Plan}", "rich text (RTF)"),
        ("plan.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "OpenDocument text"),
        ("plan.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument spreadsheet"),
        ("plan.pptx", zipped({"[Content_Types].xml": hostile.types(hostile.SLIDES_TYPE)}), "PowerPoint slides"),
        ("plan.xlsb", zipped({"[Content_Types].xml": hostile.types(hostile.BINARY_SHEET_TYPE)}), "binary Excel workbook"),
        ("plans.zip", zipped({"plan.docx": zipped(word_parts())}), "an archive, which cannot be read. Unpack it"),
        ("plan.docx", zipped({"notes.txt": "hello"}), "an archive"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("scan.docx", b"\xff\xd8\xff\xe0", "a picture"),
        ("scan.tif", b"II*\0\x08\0\0\0", "a picture"),
        ("plan.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML form of 2003"),
        ("plan.docx", b'<?xml version="1.0"?><package><part/></package>', "XML data"),
        ("plan.tar", b"plan.txt".ljust(257, b"\0") + b"ustar\0", "an archive"),
        # nothing known: what can be read is listed
        ("plan.exe", b"MZ\x90\0", "it reads PDF, Word (.docx)"),
        ("noise.txt", bytes(range(256)) * 4, "it reads PDF, Word (.docx)"),
        ("plan.json", b'{"plan": []}', "it reads PDF, Word (.docx)"),
        ("blank.txt", b" \r\n\t ", "nothing but spaces"),
    ],
)
def test_a_kind_that_cannot_be_read_says_what_to_do(asked: list[str], write: Write, name: str, content: bytes, words: str) -> None:
    said = refusal(write(name, content))

    assert said.startswith(f"{name}: this is ")
    assert words in said
    assert not asked


# No ordinary file of a fair size


def test_no_file(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "plan.docx")


def test_a_file_is_no_folder(write: Write) -> None:
    assert "no such file" in refusal(write("a.txt", b"a") / "plan.docx")


def test_a_folder(tmp_path: Path) -> None:
    assert "a folder" in refusal(tmp_path)


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.txt")

    assert "a pipe" in refusal(tmp_path / "plan.txt")


def test_a_device() -> None:
    with pytest.raises(Refused, match="zero: this is a device"):
        read_document(Path("/dev/zero"))


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("plan.txt")

    assert "a socket" in refusal(tmp_path / "plan.txt")


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert "links in a circle" in refusal(tmp_path / "a.txt")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")

    assert "a link to a file that is not there" in refusal(tmp_path / "a.txt")


def test_a_link_to_a_file_is_read(asked: list[str], write: Write, tmp_path: Path) -> None:
    write("plan.txt", b"Plan")
    (tmp_path / "latest.txt").symlink_to("plan.txt")

    assert read_document(tmp_path / "latest.txt").file == "latest.txt"
    assert asked == ["text"]


def test_a_file_that_may_not_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("plan.txt", b"Plan")
    monkeypatch.setattr(opening_file.os, "access", lambda *_: False)  # the tests' own account may read everything

    assert "you may not read this file" in refusal(path)


def test_an_empty_file(write: Write) -> None:
    assert "the file is empty" in refusal(write("plan.docx", b""))


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b.txt"])
def test_a_path_that_the_system_cannot_open(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot open this path"):
        read_document(tmp_path / name)


@pytest.mark.parametrize(("name", "most"), [("plan.pdf", opening_file.MOST_BYTES), ("plan.html", opening_file.MOST_TEXT_BYTES)])
def test_too_large_a_file_is_refused_unread(asked: list[str], tmp_path: Path, name: str, most: int) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"%PDF-1.4 " if name.endswith("pdf") else b"<html><p>" + b"x" * 70_000)
        file.truncate(most + 1)

    assert f"at most {most // 1_000_000} MB" in refusal(path)
    assert not asked


@pytest.mark.parametrize("name", ["-rf.txt", "two\nlines.txt", "a'b\"c.txt", os.fsdecode(b"plan-\xff.txt"), "\u202egnp.txt"])
@pytest.mark.usefixtures("asked")
def test_any_name_gives_one_printable_line(name: str, write: Write) -> None:
    refusal(write(name, b""))
    shown = read_document(write(name, b"Plan")).file

    assert shown.isprintable()
    assert len(shown) == len(name)


# Archives that mean harm

BOMB = b"<a>" + b" " * 3_000_000 + b"</a>"


def _with(part: str, content: str | bytes, parts: dict[str, str | bytes] | None = None) -> bytes:
    return zipped((parts or word_parts()) | {part: content})


@pytest.mark.parametrize(
    ("content", "harm"),
    [
        # XML with definitions of its own
        (zipped(word_parts(document=body("&e;", prolog=XXE))), "document type or entities"),
        (zipped(word_parts(document=body("&g;", prolog=LAUGHS))), "document type or entities"),
        (zipped(word_parts(document=body(prolog='<!DOCTYPE d SYSTEM "http://example.org/d.dtd">'))), "document type or entities"),
        (zipped(word_parts(document=body(prolog=XXE).encode("utf-16"))), "document type or entities"),
        (zipped(word_parts(document=body(prolog="<!--" + "x" * 2_000_000 + "-->" + XXE))), "more than 200 times|document type"),
        (zipped(word_parts(document=body(prolog=XXE).replace("UTF-8", "UTF-7"))), "encoding that hides"),
        (zipped(word_parts(document=body(prolog=XXE).encode("cp037"))), "no XML"),
        (_with("customXml/item1.xml", f'<?xml version="1.0"?>{XXE}<a/>'), "document type or entities"),
        (_with("word/_rels/document.xml.rels", XXE + "<a/>"), "document type or entities"),
        # archives that swell
        (_with("word/styles.xml", BOMB), "more than 200 times its size"),
        (zipped([(f"word/{number}.xml", "<a/>") for number in range(10_001)]), "more than 10,000 parts"),
        (hostile.quoted_overlap(word_parts()), "overlap one another"),
        # names
        (_with("../../outside.xml", "<a/>"), "leads out of the file"),
        (_with("/etc/outside.xml", "<a/>"), "leads out of the file"),
        (_with("..\\outside.xml", "<a/>"), "leads out of the file"),
        (_with("C:/outside.xml", "<a/>"), "leads out of the file"),
        (zipped([*word_parts().items(), ("WORD/Document.xml", body("Other words"))]), "two parts with the same name"),
        # password
        (hostile.locked(zipped(word_parts())), "locked with a password"),
    ],
)
def test_a_harmful_archive_is_refused_before_any_parser_sees_it(asked: list[str], write: Write, content: bytes, harm: str) -> None:
    said = refusal(write("plan.docx", content))

    assert re.search(harm, said)
    assert not asked


@pytest.mark.parametrize("sizes", [(101_000_000,), (90_000_000,) * 6])
def test_what_the_parts_claim_to_unpack_to_counts(sizes: tuple[int, ...], write: Write, asked: list[str]) -> None:
    content = zipped([*word_parts().items(), *((f"word/{number}.xml", f"<a{number}/>") for number in range(len(sizes)))])
    for number, size in enumerate(sizes):
        at = content.find(f"word/{number}.xml".encode(), content.find(b"PK\x01\x02")) - 46
        content = content[: at + 24] + size.to_bytes(4, "little") + content[at + 28 :]

    assert "unpack" in refusal(write("plan.docx", content))
    assert not asked


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_truncated_archive(cut: float, write: Write, asked: list[str]) -> None:
    whole = zipped(word_parts())

    assert "broken or cut short" in refusal(write("plan.docx", whole[: int(len(whole) * cut)]))
    assert not asked


def test_a_damaged_part(write: Write, asked: list[str]) -> None:
    whole = bytearray(zipped(word_parts()))
    at = whole.find(b"word/document.xml") + 40
    whole[at : at + 8] = b"\xff" * 8

    assert "broken or cut short" in refusal(write("plan.docx", bytes(whole)))
    assert not asked


# What is left out is said


def _problems(path: Path) -> tuple[Problem, ...]:
    return read_document(path).problems


@pytest.mark.usefixtures("asked")
def test_macros_are_said_and_never_run(write: Write) -> None:
    (problem,) = _problems(write("plan.docm", _with("word/vbaProject.bin", b"\0", word_parts(hostile.MACRO_WORD_TYPE))))

    assert (problem.found, problem.severity) == ("macros", "info")


@pytest.mark.usefixtures("asked")
def test_content_linked_from_outside_is_said_and_never_fetched(write: Write) -> None:
    links = relations(
        relation("image", "http://example.org/a.png", outside=True), relation("subDocument", "b.docx", number=2, outside=True)
    )
    (problem,) = _problems(write("plan.docx", _with("word/_rels/document.xml.rels", links)))

    assert problem.found.startswith("2 links")


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate"])
@pytest.mark.usefixtures("asked")
def test_links_that_hold_no_content_are_nobodys_problem(kind: str, write: Write) -> None:
    links = relations(relation(kind, "http://example.org/", outside=True))

    assert not _problems(write("plan.docx", _with("word/_rels/document.xml.rels", links)))


def test_what_a_reader_reports_stays(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(where="page 1", found="a", expected="b", do="c")
    module = types.ModuleType("text")
    module.read = lambda path: Document(file=path.name, blocks=(), problems=(problem,))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "goldthread.intake.readers.text", module)

    assert _problems(write("plan.txt", b"Plan")) == (problem,)


def test_a_readers_refusal_becomes_one_line(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> Document:
        raise Refused(f"{path.name}: found\nthis. Do that.")

    module = types.ModuleType("text")
    module.read = read  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "goldthread.intake.readers.text", module)

    assert refusal(write("a\nb.txt", b"Plan")) == "a�b.txt: found this. Do that."


def test_blank_pictures_pack_well_and_are_no_bomb(asked: list[str], write: Write) -> None:
    read_document(write("plan.docx", _with("word/media/image1.bmp", b"\xff" * 3_000_000)))

    assert asked == ["word"]


@given(head=st.binary(min_size=1, max_size=400), suffix=st.sampled_from(["", ".docx", ".txt", ".xls"]))
def test_any_first_bytes_have_a_kind(head: bytes, suffix: str) -> None:
    assert kind_of(Path(f"plan{suffix}"), head.replace(b"\xd0\xcf", b"ab"), head[-20:]).words


def test_every_readable_kind_has_a_name_of_its_own() -> None:
    assert {kind.suffix for kind in opening._READABLE} == {".pdf", ".docx", ".xlsx", ".txt", ".csv", ".html"}
