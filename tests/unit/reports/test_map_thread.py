"""The thread map by itself: every link to its own thing, folds that hide nothing, and no style or script in a drawing."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from lxml import etree
from markupsafe import Markup

from goldthread.common.dates import PartDate
from goldthread.reports.map import Fold, ThreadMap, draw, thread_map
from goldthread.reports.map.folded import draw_folded, told
from goldthread.reports.map.layout import TALLEST
from goldthread.reports.map.outline import Entry
from goldthread.thread import checks
from goldthread.thread.picture import Evidence, Measure, Outcome, Picture
from tests import strategies
from tests.factories import a_finding, a_judgement, a_measure, a_picture, an_action, an_item
from tests.unit.reports.pointers import at

DAY = date(2025, 11, 24)
LONG = "Children’s plans are reviewed by an independent chair who asks what has changed for the child since last time. " * 4


def address(key: str) -> str:
    return f"/there{key}"


def unfold(key: str | None) -> str:
    return f"?open={key}" if key else "?"


def mapped(picture: Picture, opened: str | None = None, whole: int = 0) -> ThreadMap:
    return thread_map(picture, checks.run(picture, as_at=DAY), as_at=DAY, href=address, fold=Fold(opened=opened, href=unfold, whole=whole))


def big(items: int = 40, actions: int = 5) -> Picture:
    made = [
        an_item(
            str(number),
            [an_action(f"Do thing {number}.{at}", number=str(at), progress="Begun" if at % 2 else ()) for at in range(1, actions + 1)],
            section=f"Theme {number % 4}",
            text=f"Heading number {number} about nothing that repeats",
        )
        for number in range(1, items + 1)
    ]
    return a_picture(made, [a_finding(), a_finding("A2", "Assess health in time")], [a_judgement()])


def roots(svg: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<all>{svg}</all>"))


def entries(under: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in under:
        yield entry
        yield from entries(entry.entries)


def keys_of(found: ThreadMap) -> Counter[str]:
    links = (link.get("href") for root in roots(found.svg) for link in root.iter("a"))
    return Counter(link.removeprefix("/there") for link in links if link and link.startswith("/there"))


WHOLE = an_item(
    "7",
    [
        an_action("Train", measures=(Measure(text="Half trained"),), evidence=(Evidence(text="Audit of 30 files"),)),
        an_action("Tell", number="2", progress="Told"),
    ],
    [Outcome(text=""), Outcome(text="Children are safer")],
    measures=(a_measure(),),
    text="How often social workers are supervised",
)


def test_each_node_leads_to_the_thing_whose_words_it_shows() -> None:
    picture = a_picture([an_item(text="Fostering"), WHOLE], [a_finding(section="Help")], [a_judgement(), a_judgement("Help", "inadequate")])
    found = thread_map(picture, (), as_at=DAY, href=address)
    shown = {
        link.get("href").removeprefix("/there"): " ".join("".join(link.itertext()).split())
        for root in roots(found.svg)
        for link in root.iter("a")
    }
    item = "/plan/items/1"
    wanted = {
        "/judgements/1": "Help",
        "/findings/0": "supervised",
        f"{item}/outcomes/1": "Children are safer",
        f"{item}/actions/0": "Action 7.1 Train",
        f"{item}/actions/0/evidence/0": "Audit of 30 files",
        f"{item}/actions/0/measures/0": "Half trained",
        f"{item}/actions/1": "Action 7.2 Tell",
        f"{item}/actions/1/progress/0": "Told",
        f"{item}/measures/0": "95%",
    }
    for key, words in wanted.items():
        assert words in shown[key], key
    assert {key for key in shown if not key.startswith("/plan/items/0")} == set(wanted)


@given(strategies.pictures_without_history)
def test_every_node_and_every_line_of_the_list_leads_to_something_there(picture: Picture) -> None:
    found = thread_map(picture, (), as_at=DAY, href=address)
    for key in (
        *keys_of(found),
        *(entry.key for entry in entries(found.outline) if entry.kind != "fold"),
        *(one.key for one in found.breaks),
    ):
        assert at(picture, key) is not None


@given(strategies.pictures_without_history)
def test_drawing_and_list_hold_the_same_things(picture: Picture) -> None:
    found = thread_map(picture, (), as_at=DAY, href=address)
    listed = {entry.key for entry in entries(found.outline) if entry.kind != "fold"}
    assert set(keys_of(found)) <= listed


@given(strategies.pictures_without_history)
def test_drawings_carry_no_style_script_or_handler(picture: Picture) -> None:
    for opened in (None, "fold-1", "/plan/items/0"):
        for root in roots(mapped(picture, opened).svg):
            assert not [node for node in root.iter() if node.tag in ("style", "script", "foreignObject", "image", "use")]
            assert not [name for node in root.iter() for name in node.attrib if name == "style" or name.startswith("on")]


def test_documents_words_are_never_markup() -> None:
    hostile = '"><script>alert(1)</script>\u202e\x00'
    picture = a_picture([an_item(hostile, [an_action(hostile)], text=hostile, section=hostile), *big().plan.items])
    for opened in (None, "fold-1", "/plan/items/0"):
        svg = mapped(picture, opened).svg
        assert not [node for root in roots(svg) for node in root.iter("script")]
        assert not re.search("[\u202e\x00]", svg)


def test_an_address_is_never_markup_either() -> None:
    found = thread_map(a_picture(), (), as_at=DAY, href=lambda _: '"><b>')
    assert not [node for root in roots(found.svg) for node in root.iter("b")]


def test_a_node_without_an_address_is_no_link_and_keeps_its_words() -> None:
    found = thread_map(big(), (), as_at=DAY, href=lambda _: None, fold=Fold())
    opened = thread_map(a_picture(), (), as_at=DAY, href=lambda _: None)
    assert not [node for svg in (found.svg, opened.svg) for root in roots(svg) for node in root.iter("a")]
    assert "Unfold" not in found.svg
    assert "Train managers" in opened.svg


def test_the_drawings_are_those_of_the_page_by_itself() -> None:
    picture = a_picture([WHOLE], judgements=[a_judgement()])
    page = draw(picture, (), as_at=DAY)
    found = thread_map(picture, (), as_at=DAY, href=lambda _: None)
    bare = re.sub(r"<a class=\"(node[^\"]*)\" href=\"[^\"]*\">(.*?)</a>", r'<g class="\1">\2</g>', page, flags=re.DOTALL)
    assert all(str(drawing) in bare for sheet in found.sheets for strand in sheet.strands for drawing in strand.drawings)


# --- folds


def test_a_big_plan_is_folded_and_every_action_is_counted() -> None:
    found = mapped(big(), whole=60)
    folded = [sheet for sheet in found.sheets if sheet.folded]
    assert folded == list(found.sheets)
    assert sum(int(re.search(r"(\d+) actions", sheet.words)[1]) for sheet in found.sheets if "actions" in sheet.words) == 200  # type: ignore[index]
    assert found.total.actions == 200
    assert len(found.svg) < 60_000


def test_a_small_plan_is_drawn_whole_and_has_nothing_to_unfold() -> None:
    found = mapped(a_picture([WHOLE]), whole=60)
    assert not [sheet for sheet in found.sheets if sheet.folded or sheet.toggle]
    assert not [strand for sheet in found.sheets for strand in sheet.strands if strand.folded or strand.toggle]


def test_a_fold_is_one_link_to_where_it_opens() -> None:
    first = mapped(big(), whole=60).sheets[0]
    (root,) = roots("".join(first.drawings))
    assert [link.get("href") for link in root.iter("a")] == ["?open=fold-1"] == [first.toggle]
    assert "Theme 1" in "".join(root.itertext())


def test_one_fold_opens_and_the_others_stay_folded() -> None:
    found = mapped(big(), "fold-2", whole=60)
    assert [sheet.folded for sheet in found.sheets] == [True, False, *[True] * (len(found.sheets) - 2)]
    opened = found.sheets[1]
    assert opened.toggle == "?"
    assert len(opened.strands) == 10
    assert not any(strand.folded for strand in opened.strands)  # 50 actions: no need to fold its items too


def test_a_wide_fold_keeps_its_items_folded_until_one_is_opened() -> None:
    found = mapped(big(), "fold-2", whole=20)
    assert all(strand.folded and strand.toggle == f"?open={strand.key}" for strand in found.sheets[1].strands)
    key = found.sheets[1].strands[3].key
    opened = mapped(big(), key, whole=20).sheets[1]
    assert [strand.folded for strand in opened.strands] == [strand.key != key for strand in opened.strands]
    assert next(strand.toggle for strand in opened.strands if strand.key == key) == "?open=fold-2"


@pytest.mark.parametrize("opened", ["fold-99", "/plan/items/999", "", "<script>"])
def test_a_key_that_there_is_not_opens_nothing(opened: str) -> None:
    assert mapped(big(), opened, whole=60) == mapped(big(), None, whole=60)


def test_findings_that_nothing_answers_fold_and_open_too() -> None:
    folded = mapped(big(), whole=60).sheets[-1]
    assert (folded.folded, folded.words) == (True, "Two findings")
    assert "no item answers these" in "".join(folded.drawings)
    opened = mapped(big(), folded.key, whole=60).sheets[-1]
    assert (opened.folded, len(opened.drawings), opened.toggle) == (False, 2, "?")


def test_an_item_of_very_many_actions_says_how_many_are_not_drawn() -> None:
    found = mapped(big(1, 200), "/plan/items/0", whole=60)
    (strand,) = found.sheets[0].strands
    assert strand.left == 120
    assert sum(len(list(root.iterfind(".//g[@class='row']"))) for root in roots("".join(strand.drawings))) == 80
    assert [entry.words for entry in entries(found.outline) if entry.words.startswith("and ")] == ["and 120 more actions"]


@given(strategies.pictures_without_history)
def test_breaks_are_the_same_however_much_is_folded(picture: Picture) -> None:
    whole = thread_map(picture, (), as_at=DAY, href=address)
    assert mapped(picture).breaks == whole.breaks
    broken = {entry.kind for entry in entries(whole.outline) if entry.broken and entry.kind not in ("fold", "item")}
    assert broken == {one.kind for one in whole.breaks}


def test_a_fold_shows_where_its_thread_breaks_in_words() -> None:
    bare = an_item("3", [an_action(leads=(), progress=())], [], text="Fostering", due=PartDate("2025-06"))
    text = mapped(a_picture([bare, bare]), "fold-9").svg
    for words in ("no finding", "no outcome", "nobody responsible", "no evidence", "no measure", "past their date"):
        assert words in text


def test_a_whole_fold_has_no_frayed_end() -> None:
    whole = an_item(
        "7", [an_action(evidence=(Evidence(text="Audit"),))], measures=(a_measure(),), text="How often social workers are supervised"
    )
    found = mapped(a_picture([whole], judgements=[a_judgement()]))
    assert 'class="fray' not in found.svg
    assert "every thread whole" in found.svg


def test_the_list_names_folds_and_where_they_open() -> None:
    found = mapped(big(), "fold-1", whole=60)
    assert [entry.href for entry in found.outline][:2] == ["?", "?open=fold-2"]
    assert found.outline[0].entries
    assert not found.outline[1].entries


def test_what_checks_found_stands_beside_its_own_action_only() -> None:
    picture = a_picture([an_item(actions=[an_action(leads=("A", "B")), an_action("Tell", number="2")])])
    found = mapped(picture, whole=60)
    told = {entry.key: [code for code, _ in entry.checks] for entry in entries(found.outline) if entry.kind == "action"}
    assert "GT204" in told["/plan/items/0/actions/0"]
    assert "GT204" not in told["/plan/items/0/actions/1"]


def test_folded_words_stay_in_their_drawing_and_on_a_page() -> None:
    long = a_picture([an_item("1", [an_action()], text=LONG, section=LONG)] * 3, judgements=[a_judgement(LONG, "requires_improvement")])
    for root in roots(mapped(long).svg):
        height = float(root.get("height"))
        assert height < TALLEST
        assert all(float(text.get("y")) < height for text in root.iter("text"))


def test_a_grade_in_a_fold_has_its_word_and_letter() -> None:
    picture = a_picture([WHOLE], judgements=[a_judgement(grade="requires_improvement")])
    drawing = draw_folded("Care", told(mapped(picture).total), aside="", address=None)
    assert isinstance(drawing, Markup)
    assert re.search(r"RI[\s\S]*Requires[\s\S]*improvement", drawing)
    assert "shape amber" in drawing
