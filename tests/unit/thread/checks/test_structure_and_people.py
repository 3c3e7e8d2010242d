"""GT1xx and GT2xx: what is flagged, and above all what is not."""

import pytest

from goldthread.thread import checks
from goldthread.thread.checks import EXAMPLE_DAY, Config
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.picture import Evidence, GlossaryEntry, Item, Monitoring, Part, Picture, Progress, StatusKey


def flagged(code: str, picture: Picture, **settings: object) -> list[str]:
    found = checks.run(picture, as_at=EXAMPLE_DAY, select=[code], config=Config(**settings))  # type: ignore[arg-type]
    return [finding.where for finding in found]


def numbered(*numbers: str | None, section: str | None = None) -> Picture:
    return example(*(an_item(an_action(), ref=f"r{place}", number=number, section=section) for place, number in enumerate(numbers, 1)))


def actions_numbered(*numbers: str | None) -> Picture:
    return example(an_item(*(an_action(f"Step {place}", number=number) for place, number in enumerate(numbers, 1))))


def in_sections(*sections: str) -> Picture:
    return example(*(an_item(an_action(), ref=f"r{place}", number=None, section=section) for place, section in enumerate(sections, 1)))


def beginning(ref: str, number: str) -> Item:
    return an_item(an_action(f"Step {ref}", number=number), ref=ref)


AUDIT = "Run a regular audit of supervision files in teams"
ELSEWHERE = an_area("A1", "Improve supervision of social workers")


@pytest.mark.parametrize(
    ("code", "picture", "where"),
    [
        # GT101: an item that says another plan covers it is not empty
        ("GT101", example(an_item()), ["item 1"]),
        ("GT101", example(an_item(notes="Covered within the Health Action Plan."), findings=[ELSEWHERE]), []),
        ("GT101", example(), []),
        # GT102, GT103: lost altogether, or in part
        ("GT102", example(an_item(an_action(""))), ["item 1:action 1"]),
        ("GT102", example(an_item(an_action("", parts=(Part(letter="a", text="Draft"),)))), []),
        ("GT102", example(an_item(an_action("[...] the policy"))), []),
        ("GT103", example(an_item(an_action("Review the [...] policy"))), ["item 1:action 1"]),
        ("GT103", example(an_item(an_action("Review, audit... and report"))), []),
        ("GT103", example(an_item(an_action("[...]"))), []),
        # GT104: only numbers that could follow each other
        ("GT104", numbered("1", "3"), ["item r2"]),
        ("GT104", numbered("1.1", "1.4"), ["item r2"]),
        ("GT104", numbered("1", "2", None, "3"), []),
        ("GT104", numbered("1.4", "2.1"), []),
        ("GT104", numbered("3a", "3c"), []),
        ("GT104", numbered("5", "2"), []),
        # sections that carry numbers, one left out; sections without numbers
        ("GT104", in_sections("1. Safeguarding", "2. Health", "4. Care leavers"), ["plan"]),
        ("GT104", in_sections("1. Safeguarding", "2. Health", "3. Care leavers"), []),
        ("GT104", in_sections("Safeguarding", "2011-12 actions", "Care leavers"), []),
        ("GT104", in_sections("1. Safeguarding", "1. Safeguarding", "2. Health"), []),
        # GT105: one number twice in a section; another section starts anew
        ("GT105", numbered("1", "1."), ["item r2"]),
        ("GT105", numbered(None, None), []),
        ("GT105", example(an_item(an_action(), section="A"), an_item(an_action(), ref="2", number="1", section="B")), []),
        # GT106
        ("GT106", actions_numbered("1", "1"), ["item 1:action 1"]),
        ("GT106", actions_numbered("1.", "4."), ["item 1:action 4"]),
        ("GT106", actions_numbered("1", "2", "3"), []),
        ("GT106", actions_numbered(None, None), []),
        ("GT106", actions_numbered("1.9", "2.1"), []),
        # an item that begins with 2, where the others begin with 1; numbers that run on through the plan
        ("GT106", example(beginning("1", "1"), beginning("2", "1"), beginning("3", "2")), ["item 3:action 2"]),
        ("GT106", example(beginning("1", "1"), beginning("2", "2"), beginning("3", "3")), []),
        ("GT106", example(beginning("1", "2")), []),
        # GT107, GT108: letters against letters
        ("GT107", example(an_item(an_action(parts=(Part(letter="a", text="x"),), said="All done."))), []),
        ("GT107", example(an_item(an_action(parts=(Part(letter="a", text="x"),)))), []),
        ("GT108", example(an_item(an_action(progress=(Progress(letter="b", text="Done."),)))), ["item 1:action 1"]),
        ("GT108", example(an_item(an_action(said="a. is done"))), []),
        ("GT108", example(an_item(an_action(parts=(Part(letter="a", text="x"),)))), []),
        # GT109: short or differing actions are not repeats, nor are those of one item
        ("GT109", example(an_item(an_action("Train staff")), an_item(an_action("Train staff"), ref="2")), []),
        (
            "GT109",
            example(an_item(an_action(AUDIT), an_action(AUDIT))),
            [],
        ),
        (
            "GT109",
            example(
                an_item(an_action("Report quarterly to the board on placement stability measures")),
                an_item(an_action("Report quarterly to the board on school attendance and exclusions"), ref="2"),
            ),
            [],
        ),
        # GT110 to GT112: colours need a key, words explain themselves
        ("GT110", example(an_item(an_action(rating="G"))), ["plan"]),
        ("GT110", example(an_item(an_action(rating="Completed"))), []),
        ("GT110", example(an_item(an_action())), []),
        ("GT110", example(an_item(an_action(rating="#FFC000"))), ["plan"]),
        ("GT110", example(an_item(an_action(rating="Amber – some delay"))), []),
        ("GT110", example(an_item(an_action(rating="Redesign"))), []),
        ("GT111", example(status_key=(StatusKey(label="On track", colour="green"),)), []),
        ("GT111", example(status_key=(StatusKey(label="Red", meaning="Late"),)), []),
        ("GT112", example(an_item(an_action(rating="green")), status_key=(StatusKey(label="Done", colour="Green"),)), []),
        ("GT112", example(an_item(an_action(rating="Mauve"))), []),
        ("GT112", example(an_item(an_action(rating="G")), status_key=(StatusKey(label="Green", meaning="Done"),)), []),
        # GT113
        ("GT113", example(an_item(an_action(), text=""), an_item(an_action(), ref="2")), ["item 1"]),
        # a list of actions that has no headings has lost none
        ("GT113", example(an_item(an_action(), text="")), []),
        ("GT113", example(an_item(an_action(), text="Supervision [...]")), []),
        ("GT113", example(an_item(an_action(), text="1.")), []),
    ],
)
def test_structure(code: str, picture: Picture, where: list[str]) -> None:
    assert flagged(code, picture) == where


def led(leads: str, **more: object) -> Picture:
    return example(an_item(an_action(leads=leads, **more)))  # type: ignore[arg-type]


BOARD_KEY = (
    GlossaryEntry(term="SSOB", meaning="Safeguarding Standards Overview Board"),
    GlossaryEntry(term="JB", meaning="Joint Board lead"),
)


@pytest.mark.parametrize(
    ("leads", "body"),
    [
        ("DMT", True),
        ("LSCB", True),
        ("Fostering Team", True),
        ("Early Help Service", True),
        ("All team managers", True),
        ("Children's Partnership / LSCB", True),
        ("NHS Northmere", True),
        ("Commissioning", True),
        ("Children's Social Care", True),
        ("HR", True),
        ("CAMHS / Registered Manager", True),
        # posts in and of bodies
        ("Head of Service", False),
        ("LSCB Independent Chair", False),
        ("Team Manager, Fostering Team", False),
        ("Director of Children's Services", False),
        ("Board Secretary", False),
        ("AD Social Care", False),
        ("Virtual Head", False),
        ("Early Help Coordinator", False),
        ("Assistant Chief Constable", False),
        ("Chief Nurse / Medical Director", False),
        ("Matron, Ward 3", False),
        ("IRO", False),
        # neither is certain, so neither is said
        ("JB", False),
        ("Jane Smith", False),
        ("", False),
    ],
)
def test_lead_is_a_body(leads: str, body: bool) -> None:
    assert bool(flagged("GT202", led(leads))) is body


def test_a_lead_that_only_the_glossary_explains_is_a_body() -> None:
    picture = example(an_item(an_action(leads="SSOB")), glossary=BOARD_KEY)
    assert flagged("GT202", picture) == ["item 1:action 1"]


@pytest.mark.parametrize(
    ("leads", "marked", "count"),
    [
        ("Head of A / Head of B", None, "two"),
        ("Head of A / Head of B / DCS", None, "three"),
        ("Head of A / Head of B", "Head of B", None),
        ("Head of A", None, None),
        ("", None, None),
    ],
)
def test_several_leads(leads: str, marked: str | None, count: str | None) -> None:
    found = checks.run(led(leads, responsible_lead=marked), as_at=EXAMPLE_DAY, select=["GT204"])
    assert [finding.message for finding in found] == ([f"{count} leads and none responsible"] if count else [])
    assert all(finding.do == "underline or mark one" for finding in found)


def test_leads_taken_from_above_are_told_where_they_are_printed() -> None:
    printed = an_action(leads="Head of A / Head of B")
    below = [an_action(f"Step {number}", number=number, leads="Head of A / Head of B", leads_basis="filled_down") for number in "23"]
    alone = an_action("Step 4", number="4", leads="Head of A", leads_basis="filled_down")
    found = checks.run(example(an_item(printed, *below, alone)), as_at=EXAMPLE_DAY, select=["GT204"])
    assert [(one.where, one.message) for one in found] == [
        ("item 1:action 1", "two leads and none responsible, here and for actions 2, 3, 4 below")
    ]


def test_many_leads_taken_from_above_are_told_once_with_their_places() -> None:
    actions = [an_action(f"Step {number}", number=number, leads="Head of A", leads_basis="filled_down") for number in "123456"]
    found = checks.run(example(an_item(*actions)), as_at=EXAMPLE_DAY, select=["GT203"])
    assert [(one.where, one.message.partition(": ")[2]) for one in found] == [("plan", "item 1 (1, 2, 3, 4, 5, 6)")]
    assert len(flagged("GT203", example(an_item(*actions[:3])))) == 3


def test_the_verb_agrees_with_the_leads() -> None:
    two = checks.run(led("Head of A / Head of B", leads_basis="filled_down"), as_at=EXAMPLE_DAY, select=["GT203"])[0]
    one = checks.run(led("Head of A", leads_basis="filled_down"), as_at=EXAMPLE_DAY, select=["GT203"])[0]
    assert (two.message.endswith("“Head of B” come from the row above"), one.message.endswith("comes from the row above")) == (True, True)


def test_initials_at_work_in_one_place_are_a_person_in_others() -> None:
    actions = (an_action(said="JB to insert record."), an_action("Audit plans", number="2", said="JB audits six plans a month, also QA."))
    assert flagged("GT206", example(an_item(*actions))) == ["item 1:action 1", "item 1:action 2"]
    assert flagged("GT206", example(an_item(an_action(said="Read with QX standards.")))) == []


@pytest.mark.parametrize(
    ("leads", "named"),
    [
        ("JB", True),
        ("Jane Smith", True),
        ("Mrs Okafor", True),
        ("Head of Service (Sarah O'Brien)", True),
        # posts, bodies and places that look like names
        ("AD", False),
        ("HR", False),
        ("Early Help", False),
        ("Legal Services", False),
        ("Victoria House", False),
        ("Grace Hospital", False),
        ("Dr and nurse", False),
        ("DMT", False),
        ("ICB", False),
        ("SAB", False),
    ],
)
def test_lead_by_name(leads: str, named: bool) -> None:
    assert bool(flagged("GT205", led(leads))) is named


def test_initials_that_the_plan_or_its_owners_explain_are_no_name() -> None:
    assert flagged("GT205", example(an_item(an_action(leads="JB")), glossary=BOARD_KEY)) == []
    assert flagged("GT205", led("QX"), acronyms=("QX",)) == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Meeting occurred 30.01.12 JB to insert record", True),
        ("Audits started. JB audits a sample of six plans monthly.", True),
        ("Sarah Khan leads the workshops.", True),
        # acronyms, posts, inquiries, houses and things done by nobody in particular
        ("IRO to confirm placement plans", False),
        ("AD to confirm the figures", False),
        ("The Victoria Foundation visited", False),
        ("In line with the Eileen Munro Review", False),
        ("Report to insert in the pack", False),
        ("LA to provide minutes", False),
    ],
)
def test_staff_named(said: str, named: bool) -> None:
    assert bool(flagged("GT206", example(an_item(an_action(said=said))))) is named


@pytest.mark.parametrize(
    ("code", "picture", "where"),
    [
        ("GT201", led(""), ["item 1:action 1"]),
        ("GT201", led("Head of Service"), []),
        ("GT201", led("Head of Service", leads_basis="filled_down"), []),
        # a plan without a column of leads is told once
        ("GT201", example(an_item(*(an_action(f"Step {number}", number=str(number)) for number in (1, 2, 3)))), ["plan"]),
        ("GT203", led("Head of Service", leads_basis="filled_down"), ["item 1:action 1"]),
        ("GT203", led("Head of Service"), []),
        ("GT203", led(""), []),
        ("GT206", example(an_item(an_action(evidence=(Evidence(text="Audit of March"),))), monitoring=(Monitoring(board="DMT"),)), []),
    ],
)
def test_people(code: str, picture: Picture, where: list[str]) -> None:
    assert flagged(code, picture) == where


REPEATED = "Run a regular audit of supervision files in every team of the service"


def repeated(*texts: str) -> list[str]:
    items = (an_item(an_action(text), ref=str(place), text=f"Heading {place}") for place, text in enumerate(texts, 1))
    return [f"{finding.where} {finding.message}" for finding in checks.run(example(*items), as_at=EXAMPLE_DAY, select=["GT109"])]


def test_an_action_repeated_many_times_is_one_finding_each_and_not_one_a_pair() -> None:
    assert repeated(REPEATED, REPEATED, REPEATED, REPEATED) == [
        "item 2:action 1 says the same as item 1:action 1",
        "item 3:action 1 says the same as item 1:action 1 and 1 other action",
        "item 4:action 1 says the same as item 1:action 1 and 2 other actions",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Audit ten case files of team 3 each month and report", "Audit ten case files of team 4 each month and report"),
        ("Review the files closed in 2025 with every manager", "Review the files closed in 2026 with every manager"),
    ],
)
def test_actions_with_other_figures_are_other_actions(one: str, other: str) -> None:
    assert repeated(one, other) == []
