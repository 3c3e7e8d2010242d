"""Whatever is on the paper, reading it ends well: nothing raised, nothing invented, every ref once."""

from hypothesis import example, given, settings
from hypothesis import strategies as some

from goldthread.common.text import squeeze
from goldthread.intake.document import Document, Line
from goldthread.intake.report.read import looks_like_report, read_report
from tests.unit.intake.report.printed import FRONT, document

LINES = some.sampled_from(
    (
        "What needs to improve?",
        "Areas for improvement",
        "Areas for priority action",
        "Recommendations",
        "Immediately:",
        "Within three months:",
        "• The quality of plans.",
        "- the speed of visits",
        "  – in care",
        "1. Ensure that plans are good.",
        "2.",
        "3. Social workers visit children.",
        "The council should:",
        "The experiences and progress of care leavers: good",
        "Overall effectiveness",
        "Grade 3 (adequate)",
        "Good",
        "Requires improvement",
        "Area | Responsible bodies",
        "Judgement | Grade",
        "Overall effectiveness | Good",
        "Leaders should act. | Norhaven Council",
        "Safeguarding services",
        "Contents",
        "Areas for improvement 4",
        "children who",
        "(i) in care",
        "~",
        "",
        "•",
        "|",
    )
)
PAPERS = some.lists(LINES, max_size=30).map("\n".join)


@settings(max_examples=60, deadline=None)
@example("1. Ensure that plans are good.\n2.", "x.txt")  # a number with nothing after it
@given(PAPERS, some.sampled_from(("x.txt", "x.pdf", "x.docx")))
def test_any_lines_can_be_read(text: str, file: str) -> None:
    paper = document(FRONT + text, file=file)
    reading = read_report(paper)
    assert looks_like_report(paper) in (True, False)
    assert 0 <= reading.first <= reading.end <= len(paper.blocks)
    refs = [finding.ref for finding in reading.findings]
    assert len(refs) == len(set(refs))
    assert all(finding.text.strip() and finding.place.quote for finding in reading.findings)


@settings(max_examples=40, deadline=None)
@given(PAPERS)
def test_no_word_of_a_finding_is_invented(text: str) -> None:
    paper = document(FRONT + text)
    printed = squeeze(" ".join(block.text if isinstance(block, Line) else _cells(block) for block in paper.blocks))
    known = {*printed.replace("|", " ").split(), "−", "[...]"}
    for finding in read_report(paper).findings:
        assert {word for word in finding.text.split() if word.strip("•–-")} <= known | {word.lstrip("•–- ") for word in known}


@settings(max_examples=30, deadline=None)
@given(some.lists(some.text(max_size=60), max_size=12))
def test_any_words_at_all_can_be_read(texts: list[str]) -> None:
    blocks = tuple(Line(text=text, place=document("x").blocks[0].place) for text in texts)
    read_report(Document(file="x.txt", blocks=blocks))


def _cells(table: object) -> str:
    return " ".join(cell.text for row in getattr(table, "rows", ()) for cell in row)
