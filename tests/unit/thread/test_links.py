"""Links from finding to item: what joins them, and what must not."""

import pytest

from goldthread.thread import links as linking
from goldthread.thread.picture import Action, Finding, Inspection, Item, Judgement, Outcome, Picture, Plan
from tests.factories import a_finding, a_picture, an_item

SUPERVISION = "ensure that staff receive timely and reflective supervision and that it is recorded promptly"
AUDIT = "establish a regular programme of case audit that leads to learning for front line teams"
HEALTH = "complete initial health assessments of children in care within statutory timescales"
THRESHOLDS = "make thresholds for early help and step down understood by every partner agency"


def area(ref: str, text: str, **more: object) -> Finding:
    return Finding(ref=ref, kind="area_for_improvement", text=text, number=ref[1:], **more)  # type: ignore[arg-type]


def paragraph(number: int, text: str, **more: object) -> Finding:
    return Finding(ref=f"¶{number}", kind="paragraph", text=text, number=str(number), **more)  # type: ignore[arg-type]


def picture(findings: list[Finding], items: list[Item], **more: object) -> Picture:
    return Picture(findings=tuple(findings), plan=Plan(items=tuple(items)), **more)  # type: ignore[arg-type]


def pairs(subject: Picture) -> set[tuple[str, str, str]]:
    return {(link.finding, link.item, link.basis) for link in linking.links(subject).links}


ALL = [area("A1", SUPERVISION), area("A2", AUDIT), area("A3", HEALTH), area("A4", THRESHOLDS)]


@pytest.mark.parametrize(
    ("heading", "answers"),
    [
        # the inspectors' own words, shortened, cut by damage, or with a slip
        (SUPERVISION, {"A1"}),
        ("Staff receive timely and reflective supervision", {"A1"}),
        ("Establish a regular prog[...]mme of case audit that leads to", {"A2"}),
        ("Complete initial health assesments of children in care within statutory timescales", {"A3"}),
        # one item, two findings
        (f"{AUDIT}. {HEALTH}.", {"A2", "A3"}),
        # a theme of two telling words, both the finding's and one its own
        ("Health assessments", {"A3"}),
        # what must not link: a common phrase, one word, other business, nothing
        ("Ensure that all children and staff", set()),
        ("Supervision", set()),
        ("Recruit and keep social workers with a competitive offer", set()),
        ("", set()),
    ],
)
def test_headings_link_by_their_words(heading: str, answers: set[str]) -> None:
    subject = picture(ALL, [Item(ref="1", text=heading)])
    assert {link.finding for link in linking.links(subject).links} == answers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Improve recording (¶14)", {"¶14"}),
        ("Improve recording, paragraph 14", {"¶14"}),
        ("Improve recording (paras 14 and 16)", {"¶14", "¶16"}),
        ("Improve recording (paras 14-16)", {"¶14", "¶15", "¶16"}),
        # not a paragraph of the report: no such number, a clause of other guidance, a bare number
        ("Improve recording (para 99)", set()),
        ("Improve recording (Working Together paragraph 14.2)", set()),
        ("Improve recording for 14 children", set()),
    ],
)
def test_paragraph_references(words: str, found: set[str]) -> None:
    findings = [paragraph(number, f"word{number} one two three") for number in (14, 15, 16)]
    subject = picture(findings, [Item(ref="1", text=words)])
    assert pairs(subject) == {(ref, "1", "paragraph reference") for ref in found}


def test_a_heading_that_quotes_a_sentence_links_to_its_paragraph_only() -> None:
    sentence = "the escalation policy has not been used in the last year and reviewing officers do not know it"
    findings = [
        paragraph(8, f"Reviews are held on time. However {sentence}. Views of children are sought."),
        paragraph(9, "Reviewing officers are valued by children and reviews are held on time."),
    ]
    subject = picture(findings, [Item(ref="1", text=f"While there is one, {sentence}")])
    assert pairs(subject) == {("¶8", "1", "same words")}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Answers priority action 2", {("P2", "1", "stated")}),
        ("Answers area for improvement 2", {("A2", "1", "stated")}),
        # a repetition of other items names items of the plan, and a number alone names nothing
        ("Repeats recommendation 2 above", set()),
        ("Answers 2", set()),
    ],
)
def test_findings_named_by_the_item(said: str, expected: set[tuple[str, str, str]]) -> None:
    findings = [area("A2", AUDIT), Finding(ref="P2", kind="priority_action", number="2", text=HEALTH)]
    assert pairs(picture(findings, [Item(ref="1", text="Do better", notes=said)])) == expected


NUMBERED = [
    area("A1", "The quality of assessments and plans for children."),
    area("A2", "Supervision and management oversight of practice."),
    area("A3", "Timeliness of visits to disabled children."),
]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        # words first: the label before them takes nothing away
        (
            ("Area 1: Quality of assessments and plans", "Area 2: Supervision and management oversight"),
            {("A1", "1", "same words"), ("A2", "2", "same words")},
        ),
        (("Priority 1 – Supervision and management oversight",), {("A2", "1", "same words")}),
        # a number names its finding where the heading says nothing else, or a word of it
        (("Area 3",), {("A3", "1", "stated")}),
        (("Area 3: Visits",), {("A3", "1", "stated")}),
        # it does not where the words are other business, or where the plan's numbers are its own
        (("Area 3: Workforce",), set()),
        (("Priority 1 – Supervision and management oversight", "Priority 3: Visits"), {("A2", "1", "same words")}),
        # nor where there is no such finding, or the number is another paper's
        (("Area 7",), set()),
        (("Area 3.1: Visits",), set()),
        (("Area 2 and 3",), set()),
        (("In area 3 visits are late",), set()),
    ],
)
def test_a_heading_that_begins_with_a_number(headings: tuple[str, ...], expected: set[tuple[str, str, str]]) -> None:
    items = [Item(ref=str(at), text=text) for at, text in enumerate(headings, 1)]
    assert pairs(picture(NUMBERED, items)) == expected


def test_a_number_that_two_services_use_names_neither() -> None:
    findings = [area("A2", AUDIT, service="safeguarding"), Finding(ref="A12", kind="area_for_improvement", number="2", text=HEALTH)]
    assert pairs(picture(findings, [Item(ref="1", text="Do better", notes="Area for improvement 2")])) == set()


def test_words_alike_in_two_services_link_within_the_service() -> None:
    findings = [area("A1", SUPERVISION, service="safeguarding"), area("A2", SUPERVISION, service="looked_after")]
    items = [
        Item(ref="1.1", section="1. Safeguarding recommendations", text=SUPERVISION[:60]),
        Item(ref="4.1", section="4. Looked after children", text=SUPERVISION[:60]),
    ]
    found = linking.links(picture(findings, items))
    best = {
        item.ref: max((link for link in found.links if link.item == item.ref), key=lambda link: link.likeness).finding for item in items
    }
    assert best == {"1.1": "A1", "4.1": "A2"}


def test_an_outcome_links_a_heading_that_is_lost() -> None:
    outcome = Outcome(text="Initial health assessments of children in care are complete within statutory timescales")
    assert pairs(picture(ALL, [Item(ref="1", text="[...]", outcomes=(outcome,))])) == {("A3", "1", "same words")}


def test_an_outcome_that_shares_a_phrase_does_not_link() -> None:
    outcome = Outcome(text="Health assessments inform care plans")
    assert pairs(picture(ALL, [Item(ref="1", text="[...]", outcomes=(outcome,))])) == set()


def test_uncovered_are_areas_that_no_item_answers_and_never_paragraphs() -> None:
    found = linking.links(picture([*ALL, paragraph(3, "Audit is weak.")], [Item(ref="1", text=SUPERVISION)]))
    assert [finding.ref for finding in found.uncovered] == ["A2", "A3", "A4"]
    assert [item.ref for item in found.items_answering("A1")] == ["1"]
    assert [finding.ref for finding in found.findings_behind("1")] == ["A1"]


@pytest.mark.parametrize(
    ("framework", "addressees", "where"),
    [
        ("slac-2009", ("NHS Northmere",), "NHS Northmere"),
        ("slac-2009", ("Northmere Hospital Trust", "Northmere Police"), "Northmere Hospital Trust, Northmere Police"),
        # the council is among them, is the only one, nobody is named, or every body owns the plan
        ("slac-2009", ("NHS Northmere", "Northmere Council"), None),
        ("slac-2009", ("Northmere Children's Trust",), None),
        ("slac-2009", (), None),
        ("jtai", ("NHS Northmere",), None),
    ],
)
def test_areas_for_other_bodies_are_elsewhere(framework: str, addressees: tuple[str, ...], where: str | None) -> None:
    subject = picture([area("A1", HEALTH, addressees=addressees)], [], inspection=Inspection(framework=framework))
    assert linking.links(subject).elsewhere.get("A1") == where


@pytest.mark.parametrize(
    ("notes", "where"),
    [
        ("This recommendation is also covered within the Health Action Plan.", "health action plan"),
        ("Addressed through a separate partnership improvement plan", "partnership improvement plan"),
        ("The plan is covered in snow.", None),
        ("The action plan will be reviewed.", None),
    ],
)
def test_an_item_may_say_that_another_plan_covers_it(notes: str, where: str | None) -> None:
    assert linking.links(picture(ALL, [Item(ref="1", text=HEALTH, notes=notes)])).elsewhere.get("A3") == where


GRADES = (
    Judgement(service="safeguarding", area="Overall effectiveness", grade="adequate"),
    Judgement(service="safeguarding", area="Quality of provision", grade="good"),
    Judgement(service="looked_after", area="Overall effectiveness", grade="good"),
    Judgement(service="looked_after", area="Being healthy", grade="inadequate"),
)


@pytest.mark.parametrize(
    ("finding", "area_of_judgement", "service"),
    [
        (paragraph(1, "Any words.", service="safeguarding", section="Quality of provision"), "Quality of provision", "safeguarding"),
        (area("A1", HEALTH, service="looked_after", section="Areas for improvement"), "Being healthy", "looked_after"),
        # nothing in the paragraphs tells, so the service's overall grade
        (area("A1", AUDIT, service="looked_after", section="Areas for improvement"), "Overall effectiveness", "looked_after"),
        # the words tell, but in the other service
        (area("A1", HEALTH, service="safeguarding"), "Overall effectiveness", "safeguarding"),
    ],
)
def test_judgement_behind(finding: Finding, area_of_judgement: str, service: str) -> None:
    telling = paragraph(62, f"Services do not {HEALTH}, which is poor.", service="looked_after", section="Being healthy")
    subject = picture([finding, telling], [], judgements=GRADES)
    judgement = linking.links(subject).judgement_behind(finding.ref)
    assert judgement is not None
    assert (judgement.area, judgement.service) == (area_of_judgement, service)


def test_no_judgement_is_made_up_where_a_framework_gives_none() -> None:
    assert linking.links(picture(ALL, [])).judgement_behind("A1") is None


def test_an_action_that_repeats_a_finding_links_its_item() -> None:
    item = Item(ref="1", text="Workforce", actions=(Action(text=f"We will {AUDIT}."),))
    assert pairs(picture(ALL, [item])) == {("A2", "1", "same words")}


def test_a_judged_area_that_only_the_finding_names_is_behind_it() -> None:
    grades = tuple(Judgement(area=name, grade="good") for name in ("Overall effectiveness", "Children in care", "Care leavers"))
    found = linking.links(picture([area("A1", "homes for care leavers"), area("A2", "homes for families")], [], judgements=grades))
    areas = [judgement and judgement.area for judgement in map(found.judgement_behind, ("A1", "A2"))]
    assert areas == ["Care leavers", "Overall effectiveness"]


def test_a_section_heading_may_go_on_with_its_grade() -> None:
    subject = picture([paragraph(1, "Words.", section="Being healthy: inadequate", service="looked_after")], [], judgements=GRADES)
    assert linking.links(subject).judgement_behind("¶1") == GRADES[3]


@pytest.mark.parametrize(
    ("heading", "links"),
    [
        ("Turnover in the two assessment teams is high, and there are too many changes of worker for children", True),
        ("Turnover in teams", False),
        ("Children have too many changes of school, home and friends when they come into care", False),
    ],
)
def test_a_heading_may_retell_a_sentence_of_a_paragraph(heading: str, links: bool) -> None:
    told = "Morale is good. Turnover in the two assessment teams remains high and children there have too many changes of worker."
    assert bool(pairs(picture([paragraph(44, told)], [Item(ref="1", text=heading)]))) is links


def listed(*refs: str) -> list[Finding]:
    return [a_finding(ref=ref, service="safeguarding", text=TEXTS[ref]) for ref in refs]


TEXTS = {
    "A1": "Supervision of social workers is reflective, regular and written down",
    "A2": "Return home interviews are offered to every missing child within three days",
    "A3": "Hospital discharge of newborn babies is planned with the midwives",
    "A4": "Private fostering arrangements are notified, visited and reviewed",
}


def plan_of(*headings: str, kind: str = "recommendation", section: str = "1") -> list[Item]:
    return [an_item_headed(f"{number}", text, kind, section) for number, text in enumerate(headings, start=1)]


def an_item_headed(ref: str, text: str, kind: str, section: str) -> Item:
    return an_item(ref=ref, text=text, kind=kind, section=section, outcomes=(), actions=())


@pytest.mark.parametrize(
    ("headings", "linked"),
    [
        # one heading is lost and one finding is left between its neighbours
        ((TEXTS["A1"], "[...]", TEXTS["A3"]), {("A2", "2")}),
        # the last heading is lost and one finding is left at the end
        ((TEXTS["A1"], TEXTS["A2"], TEXTS["A3"], "[...]"), {("A4", "4")}),
        # several are left; scraps of the heading fit one alone, or none
        ((TEXTS["A1"], "planned midwives", TEXTS["A4"]), {("A3", "2")}),
        ((TEXTS["A1"], "planned mid", TEXTS["A4"]), set()),
        # several are left and nothing tells
        ((TEXTS["A1"], "[...]", TEXTS["A4"]), set()),
        # two headings are lost together
        ((TEXTS["A1"], "[...]", "[...]", TEXTS["A4"]), set()),
        # the plan does not keep the report's order
        ((TEXTS["A3"], "[...]", TEXTS["A1"]), set()),
        # no neighbour is sure
        (("[...]",), set()),
    ],
)
def test_a_lost_heading_is_placed_only_where_order_leaves_one_finding(headings: tuple[str, ...], linked: set[tuple[str, str]]) -> None:
    said_elsewhere = [paragraph(n, "Discharge is planned by midwives.") for n in (1, 2)]  # so that no word of the scraps is rare
    found = linking.links(a_picture(plan_of(*headings), [*listed("A1", "A2", "A3", "A4"), *said_elsewhere])).links
    assert {(link.finding, link.item) for link in found if link.basis == "order of the list"} == linked


@pytest.mark.parametrize("kind", ["area_for_development", "action_group"])
def test_order_says_nothing_of_items_that_are_no_recommendation(kind: str) -> None:
    items = plan_of(TEXTS["A1"], "[...]", TEXTS["A3"], kind=kind)
    assert not [link for link in linking.links(a_picture(items, listed("A1", "A2", "A3"))).links if link.basis == "order of the list"]


def test_order_says_nothing_across_sections() -> None:
    items = [
        *plan_of(TEXTS["A1"]),
        an_item_headed("2", "[...]", "recommendation", "2"),
        an_item_headed("3", TEXTS["A3"], "recommendation", "3"),
    ]
    assert not [link for link in linking.links(a_picture(items, listed("A1", "A2", "A3"))).links if link.basis == "order of the list"]
