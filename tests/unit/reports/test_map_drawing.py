"""How the thread is laid out and drawn: nothing overlaps, words fit their boxes, breaks are said."""

from datetime import date
from itertools import combinations

import pytest
from lxml import etree

from goldthread.common.dates import PartDate
from goldthread.reports.map.gather import gather
from goldthread.reports.map.layout import TALLEST, TEXT, WIDTHS, Band, Cell, bands, unanswered
from goldthread.reports.map.svg import draw_band, draw_timing
from goldthread.reports.map.timing import span
from goldthread.reports.map.typeset import ELLIPSIS, width, wrap
from goldthread.thread.picture import Evidence, Picture
from tests.factories import a_finding, a_judgement, a_measure, a_picture, an_action, an_item

DAY = date(2025, 11, 24)
LONG = "Children’s plans are reviewed by an independent chair who asks what has changed for the child since last time. " * 4


def drawn(picture: Picture) -> list[Band]:
    return [band for group in gather(picture, (), as_at=DAY).groups for item in group.items for band in bands(item)]


def cells(band: Band) -> list[Cell]:
    rows = [cell for row in band.rows for cell in (row.action, row.evidence, row.measure) if cell]
    return [*band.judgements, *band.findings, *band.outcomes, *rows, *band.measures]


def busy(actions: int = 9, **fields: object) -> Picture:
    lines = [an_action(LONG, progress=LONG if number % 2 else (), leads=("A", "B")[: number % 3]) for number in range(actions)]
    findings = [a_finding(f"A{number}", f"{LONG} {number}", due=PartDate("2025-06-14")) for number in range(1, 8)]
    item = an_item(actions=lines, outcomes=[LONG] * 6, text=LONG, **fields)
    return a_picture([item], findings, [a_judgement(), a_judgement("Help and protection", "inadequate")])


@pytest.mark.parametrize("text", ["", "Word", LONG, "W" * 500, "子どもの声 " * 40, "é" * 90, "a " * 300])
@pytest.mark.parametrize("most", [1, 2, 6])
def test_wrapped_lines_fit_and_are_no_more_than_asked(text, most):
    lines = wrap(text, 120, TEXT, most=most)
    assert len(lines) <= most
    assert all(width(line, TEXT) <= 120 for line in lines)


def test_words_that_are_left_over_show_as_an_ellipsis():
    assert wrap(LONG, 200, TEXT, most=2)[-1].endswith(ELLIPSIS)
    assert wrap("Two words", 200, TEXT, most=2) == ("Two words",)


def test_a_megabyte_in_one_cell_is_cut_short():
    assert wrap("x" * 1_000_000, 120, TEXT, most=3)[-1].endswith(ELLIPSIS)


def test_no_two_boxes_overlap():
    for band in drawn(busy(measures=(a_measure(),))):
        for one, other in combinations(cells(band), 2):
            apart = one.right <= other.left or other.right <= one.left
            assert apart or one.top + one.height <= other.top or other.top + other.height <= one.top


def test_words_stay_inside_their_boxes():
    for band in drawn(busy()):
        for cell in cells(band):
            room = WIDTHS[cell.column] - 18
            assert all(width(line, TEXT, bold=True) <= room for line in cell.label)
            assert all(width(line, TEXT) <= room for line in cell.lines)


def test_bands_are_no_taller_than_a_page_and_hold_everything_once():
    found = drawn(busy())
    assert all(band.height <= TALLEST + 12 for band in found)
    assert sum(len(band.rows) for band in found) == 9
    assert sum(len(band.outcomes) for band in found) == 6
    assert sum(len(band.findings) for band in found) == 7
    assert [band.first for band in found] == [True] + [False] * (len(found) - 1)


def test_a_missing_piece_is_drawn_frayed_with_its_words():
    picture = a_picture([an_item(actions=[an_action(leads=("A", "B"))], outcomes=[], text="Fostering")])
    (band,) = drawn(picture)
    text = str(draw_band(band))
    for words in ("no finding behind", "no outcome", "two leads, none", "nothing reported", "no measure"):
        assert words in text
    assert text.count('class="fray') >= 5


def test_a_whole_thread_has_no_frayed_end():
    item = an_item(
        actions=[an_action(evidence=(Evidence(text="Audit of 30 files"),))],
        text="How often social workers are supervised",
        measures=(a_measure(),),
    )
    (band,) = drawn(a_picture([item], judgements=[a_judgement()]))
    assert 'class="fray' not in str(draw_band(band))


def test_a_finding_that_nothing_answers_ends_frayed():
    group = gather(a_picture([an_item(text="Fostering")]), (), as_at=DAY).groups[-1]
    (band,) = unanswered(group.unanswered)
    assert "no item answers this" in str(draw_band(band))


def test_an_action_with_a_measure_of_its_own_leads_to_that_one():
    item = an_item(actions=[an_action(measures=(a_measure("Own measure"),)), an_action()], measures=(a_measure("Shared measure"),))
    (band,) = drawn(a_picture([item]))
    assert [row.measure is None for row in band.rows] == [False, True]
    assert [cell.lines for cell in band.measures] == [("Shared measure",)]


def test_every_box_is_a_link_with_all_its_words():
    for band in drawn(busy()):
        root = etree.fromstring(str(draw_band(band)))
        links = list(root.iter("a"))
        assert len(links) == len(cells(band))
        assert all(link.get("href").startswith("#") and "".join(link.itertext()).strip() for link in links)


def test_documents_words_are_never_markup_in_a_drawing():
    item = an_item(ref='"><script>', actions=[an_action("<script>alert(1)</script>", progress="</svg><b>")], text="&<>\"'")
    for band in drawn(a_picture([item])):
        root = etree.fromstring(str(draw_band(band)))
        assert not list(root.iter("script", "b"))


def test_links_follow_the_thread_in_reading_order():
    (band,) = drawn(a_picture([an_item(text="How often social workers are supervised")], judgements=[a_judgement()]))
    root = etree.fromstring(str(draw_band(band)))
    assert ["".join(link.itertext()).split()[0] for link in root.iter("a")] == [
        "Judgement",
        "A1",
        "Outcome",
        "Action",
        "nothing",
        "no",
    ]


def test_the_timing_strip_spans_all_dates():
    picture = a_picture([an_item(due=PartDate("2025-06-14"))])
    lines = gather(picture, (), as_at=DAY).actions
    assert span(lines) == (date(2025, 6, 14), date(2025, 9, 30))
    assert 'class="over"' in draw_timing(lines[0].timing, span(lines))


def test_no_dates_no_strip():
    lines = gather(a_picture([an_item(actions=[an_action(due_dates=())])], findings=[]), (), as_at=DAY).actions
    assert draw_timing(lines[0].timing, span(lines)) == ""
