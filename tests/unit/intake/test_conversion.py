"""What other programs read: asked only with --ocr, in a private folder, with a time limit, and with the same distrust after."""

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from goldthread.common.errors import Refused
from goldthread.intake import conversion, sandbox
from goldthread.intake.conversion_pages import page_lines, render
from goldthread.intake.document import Line
from goldthread.intake.opening import read_document
from tests.unit.intake.hostile import LINE, body, is_gone, listing, old_office, pdf, word_parts, zipped

pytestmark = pytest.mark.slow  # starts programs

Program = Callable[[str, str], None]

WORDS = """level page_num block_num par_num line_num word_num left top width height conf text
1 1 0 0 0 0 0 0 2550 3300 -1
5 1 1 1 1 1 300 300 200 40 96.1 Every
5 1 1 1 1 2 510 300 200 40 95 child
5 1 1 1 2 1 300 350 200 40 41.5 seen
5 1 1 2 1 1 600 450 200 40 90 Lead:
"""
TABLE = "\n".join("\t".join(line.split()) for line in WORDS.splitlines())


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a program of that name, written in Python, on an otherwise empty PATH."""
    folder = tmp_path_factory.mktemp("programs")
    monkeypatch.setenv("PATH", str(folder))

    def writing(name: str, code: str) -> None:
        script = folder / name
        script.write_text(f"#!{sys.executable}\nimport os, sys, time, shutil\n{textwrap.dedent(code)}\n")
        script.chmod(0o755)

    return writing


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(None))
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "plan.doc"
    path.write_bytes(old_office("WordDocument"))
    return path


def texts(path: Path) -> list[str]:
    return [block.text for block in read_document(path, ocr=True).blocks if isinstance(block, Line)]


def refusal(path: Path) -> str:
    before = listing(path.parent)
    with pytest.raises(Refused) as refused:
        read_document(path, ocr=True)
    assert listing(path.parent) == before
    assert str(refused.value).isprintable()
    return str(refused.value)


# Scanned pages


def test_without_ocr_a_scan_is_refused_and_no_program_asked(scan: Path, program: Program) -> None:
    program("tesseract", "open(os.path.join(os.path.dirname(sys.argv[0]), 'asked'), 'w')")

    with pytest.raises(Refused, match="only pictures of pages"):
        read_document(scan)
    assert not shutil.which("asked")


def test_a_scan_without_tesseract_says_how_to_get_it(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert "Tesseract, which --ocr needs for them, is not installed. Install it" in refusal(scan)


def test_a_scan_is_read_and_said_to_be_read_from_a_picture(scan: Path, program: Program) -> None:
    program("tesseract", f"sys.stdout.write({TABLE!r})")

    document = read_document(scan, ocr=True)

    assert [block.text for block in document.blocks if isinstance(block, Line)] == ["Every child", "seen", "Lead:"]
    assert document.pages == 1
    assert [(problem.where, problem.severity) for problem in document.problems] == [("page 1", "warning")]
    assert "1 words of it doubtful" in document.problems[0].found


def test_tesseract_gets_a_picture_of_the_page_in_a_private_folder(scan: Path, program: Program) -> None:
    program(
        "tesseract",
        f"""
        head = open(sys.argv[1], 'rb').read(20)
        assert head.startswith(b'P5 2500 33') and os.environ['HOME'] == os.getcwd() and sys.stdin.read() == ''
        assert not set(os.environ) - {{'PATH', 'HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'OMP_THREAD_LIMIT',
            'LD_LIBRARY_PATH', 'TESSDATA_PREFIX', 'LC_CTYPE'}}, sorted(os.environ)
        sys.stdout.write({TABLE!r})
        """,
    )

    assert texts(scan)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(1)", "tesseract could not read this file"),
        ("time.sleep(60)", "tesseract took longer than 1 seconds"),
        ("print('level\\ttext')", "found no words"),
    ],
)
def test_a_failing_tesseract_becomes_one_line(code: str, words: str, scan: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("tesseract", code)
    monkeypatch.setattr(conversion, "_PAGE_SECONDS", 1)

    assert words in refusal(scan)


def test_a_pdf_with_text_needs_no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf())

    assert texts(path) == [LINE]


def test_a_page_of_any_size_becomes_a_picture_of_a_fair_size(tmp_path: Path) -> None:
    path = tmp_path / "wall.pdf"
    path.write_bytes(pdf(size=(9000, 9000)))

    dots = render(path, 1, tmp_path / "page.ppm")

    assert dots < 60
    assert (tmp_path / "page.ppm").stat().st_size < 41_000_000


def test_words_become_lines_with_their_places() -> None:
    lines, unsure = page_lines(TABLE, 3, 300)

    assert [(line.text, line.place.page, line.place.line, line.indent, line.gap) for line in lines] == [
        ("Every child", 3, 1, 72, False),
        ("seen", 3, 2, 72, False),
        ("Lead:", 3, 3, 144, True),
    ]
    assert unsure == 1


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_the_real_tesseract_reads_a_page(tmp_path: Path) -> None:
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(pdf("Every child has a lead"))

    lines, _ = conversion._read_page(shutil.which("tesseract") or "", drawn, 1, tmp_path)

    assert [line.text for line in lines] == ["Every child has a lead"]


# Old Office files


def test_without_ocr_an_old_file_is_refused_with_what_to_do(old: Path) -> None:
    with pytest.raises(Refused, match=r"save it as \.docx\. Where LibreOffice is installed, --ocr reads it"):
        read_document(old)


def test_an_old_file_without_libreoffice(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert "LibreOffice, which --ocr needs for old Office files, is not installed" in refusal(old)


OFFICE = """
made = {content!r}
folder = sys.argv[sys.argv.index('--outdir') + 1]
suffix = sys.argv[sys.argv.index('--convert-to') + 1]
assert 'DisableMacrosExecution' in open('profile/user/registrymodifications.xcu').read()
os.makedirs(folder)
open(os.path.join(folder, 'document.' + suffix), 'wb').write(made)
"""


def test_an_old_file_is_saved_anew_and_read(old: Path, program: Program) -> None:
    program("soffice", OFFICE.format(content=zipped(word_parts())))
    before = listing(old.parent)

    document = read_document(old, ocr=True)

    assert document.file == "plan.doc"
    assert texts(old) == [LINE]
    assert listing(old.parent) == before


def test_what_comes_out_is_opened_with_the_same_distrust(old: Path, program: Program) -> None:
    harmful = zipped(word_parts(document=body(prolog='<!DOCTYPE d SYSTEM "http://example.org/d">')))
    program("soffice", OFFICE.format(content=harmful))

    assert "document type or entities" in refusal(old)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(1)", "soffice could not read this file"),
        ("pass", "LibreOffice could not read this file"),
        ("time.sleep(60)", "soffice took longer than 1 seconds"),
    ],
)
def test_a_failing_libreoffice_becomes_one_line(
    code: str, words: str, old: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("soffice", code)
    monkeypatch.setattr(conversion, "_OFFICE_SECONDS", 1)

    assert words in refusal(old)


def test_what_cannot_be_converted_stays_refused(tmp_path: Path, program: Program) -> None:
    program("soffice", "raise SystemExit('asked')")
    path = tmp_path / "plan.ppt"
    path.write_bytes(old_office("PowerPoint Document"))

    assert "Export it as .pdf" in refusal(path)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_real_libreoffice_is_given_an_old_file(old: Path) -> None:
    assert "plan.doc" in refusal(old)  # a frame without content: whatever it makes of it becomes one line


def test_in_the_sandbox_too(scan: Path, program: Program) -> None:
    rows = [("Action", "Lead", "By when")] + [(f"Visit{n}", "Manager", "May") for n in range(3)]
    table = TABLE + "".join(f"\n5\t1\t2\t1\t{n}\t1\t300\t{900 + 50 * n}\t9\t9\t95\t{' '.join(row)}" for n, row in enumerate(rows))
    program("tesseract", f"sys.stdout.write({table!r})")
    told: list[str] = []

    try:
        sandbox.run(scan, "plan", ocr=True, progress=told.append)
    except Refused as refused:
        assert "no improvement plan was found" in str(refused)  # noqa: PT017 - either way it was read

    assert "reading scanned page 1 of 1" in told
    assert os.listdir(scan.parent) == ["scan.pdf"]


def test_programs_end_with_the_sandbox(scan: Path, program: Program) -> None:
    pids = scan.with_suffix(".pids")
    program("tesseract", f"os.fork(); open({str(pids)!r}, 'a').write(f'{{os.getpid()}} '); time.sleep(60)")

    with pytest.raises(Refused, match="stopped after 5 seconds"):  # long enough to start both on a busy machine
        sandbox.run(scan, ocr=True, limits=sandbox.Limits(seconds=5))

    started = pids.read_text().split()
    assert len(started) == 2
    assert all(is_gone(int(number)) for number in started)
