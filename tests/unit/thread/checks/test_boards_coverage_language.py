"""GT6xx, GT7xx and GT8xx: boards by any name, findings without answer, words nobody outside understands."""

import pytest

from goldthread.thread import checks
from goldthread.thread.checks import EXAMPLE_DAY, Config
from goldthread.thread.checks.examples import an_action, an_area, an_item, example
from goldthread.thread.picture import Finding, GlossaryEntry, Judgement, Mechanism, Monitoring, Part, Picture


def flagged(code: str, picture: Picture, **settings: object) -> list[str]:
    found = checks.run(picture, as_at=EXAMPLE_DAY, select=[code], config=Config(**settings))  # type: ignore[arg-type]
    return [finding.where for finding in found]


def answering(*boards: str, monitoring: tuple[str, ...] = (), **plan: object) -> Picture:
    """A plan of one action a board, and these boards monitoring it monthly."""
    actions = (an_action(f"Step {number}", number=str(number), accountable_to=(board,)) for number, board in enumerate(boards, 1))
    watching = tuple(Monitoring(board=board, cadence="monthly") for board in monitoring)
    return example(an_item(*actions), monitoring=watching, **plan)


LSCB = (GlossaryEntry(term="LSCB", meaning="Local Safeguarding Children Board"),)
DMT = (GlossaryEntry(term="DMT", meaning="Departmental management team"),)


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        (answering("Corporate Parenting Board", "Corporate Parenting Group"), True),
        (answering("Local Safeguarding Board", "Local Safeguarding Children Board"), True),
        (answering("LSCB", "Local Safeguarding Board", glossary=LSCB), True),
        (answering("High-Level Child Protection Meeting", "Multi-agency child protection meeting"), True),
        (answering("Chief Executive's quarterly child protection meetings", "Multi-agency child protection meeting"), True),
        (answering("Housing Strategy Group", "Housing Strategy Review Group"), True),
        (answering("Corporate Parenting Board", monitoring=("Scrutiny Committee and Corporate Parenting Group",)), True),
        (answering("Scrutiny Committee", monitoring=("Children and Families Scrutiny Committee",)), True),
        (answering("DMT", monitoring=("Children and Families Departmental Management Team",), glossary=DMT), True),
        # one name, or its acronym that the glossary explains
        (answering("LSCB", "Local Safeguarding Children Board", glossary=LSCB), False),
        (answering("Improvement Board", "the Improvement Board", "improvement board"), False),
        # parts of a board, other boards, other business
        (answering("LSCB", "LSCB Safeguarding sub-group", glossary=LSCB), False),
        (answering("Health and Wellbeing Board", "Health Board"), False),
        (answering("Adult Safeguarding Board", "Local Safeguarding Board"), False),
        (answering("Overview and Scrutiny Committee", "Scrutiny Committee"), False),
        (answering("Placement Panel", "Adoption Panel"), False),
        (answering("SCMT", "DMT", glossary=DMT), False),
        (answering("SCMT", "DMT", owner="Northmere Children and Families Department"), False),
        (answering("SMT", "SLT"), False),
        (answering("Health and Wellbeing Board", monitoring=("Health and Wellbeing Board",)), False),
        (answering("Head of Service", "Head of the Service"), False),
        (answering("LSCB Independent Chair", "LSCB", glossary=LSCB), False),
    ],
)
def test_one_board_under_several_names(picture: Picture, found: bool) -> None:
    assert bool(flagged("GT603", picture)) is found


def test_names_that_the_settings_join_are_one_board() -> None:
    picture = answering("Corporate Parenting Board", "Corporate Parenting Group")
    assert flagged("GT603", picture, boards={"Corporate Parenting Board": ("Corporate Parenting Group",)}) == []


@pytest.mark.parametrize(
    ("picture", "where"),
    [
        (answering("Resources Panel", "Resources Panel", monitoring=("Improvement Board",)), ["item 1:action 1"]),
        (answering("Improvement Board", monitoring=("Monthly Improvement Board chaired by the Director",)), []),
        (answering("LSCB", monitoring=("Local Safeguarding Children Board",)), []),
        (answering("SMT", monitoring=("Senior Management Team",)), []),
        (answering("SCMT", monitoring=("Management Team",)), ["item 1:action 1"]),
        (answering("Director of Children's Services", monitoring=("Improvement Board",)), []),
        (answering("Resources Panel"), []),
        (answering("Corporate Parenting Board", monitoring=("Scrutiny Committee and Corporate Parenting Board",)), []),
        (answering("Housing Strategy Group", "Housing Strategy Review Group", monitoring=("Improvement Board",)), ["item 1:action 1"]),
    ],
)
def test_board_that_the_arrangements_leave_out(picture: Picture, where: list[str]) -> None:
    assert flagged("GT604", picture) == where


def watched(board: str, cadence: str | None) -> Picture:
    return example(monitoring=(Monitoring(board=board, cadence=cadence),))


@pytest.mark.parametrize(
    ("code", "picture", "where"),
    [
        ("GT601", example(an_item(an_action(accountable_to=("Cabinet",)), an_action("Train", number="2"))), ["item 1:action 2"]),
        ("GT601", answering("Director"), []),
        # the plan answers as a whole; or no column, told once
        ("GT601", example(an_item(an_action()), monitoring=(Monitoring(board="Cabinet", cadence="monthly"),)), []),
        ("GT601", example(an_item(an_action(), an_action("Train", number="2"))), []),
        ("GT601", example(an_item(an_action(), an_action("Train", number="2")), mechanisms=(Mechanism(text="Updated monthly"),)), ["plan"]),
        ("GT602", watched("Scrutiny Committee and Corporate Parenting group", None), ["plan"]),
        ("GT602", watched("Scrutiny Committee", "quarterly"), []),
        ("GT602", watched("Lead Member for Children and Families", None), []),
        ("GT602", watched("Chair of the Safeguarding Board", None), []),
        ("GT602", watched("Chief Executive", None), []),
        ("GT602", watched("Leader of the Council", None), []),
        ("GT602", watched("Chief Executive's performance meeting", None), ["plan"]),
        ("GT602", watched("Improvement Board (chair: Director of Nursing)", None), ["plan"]),
        ("GT602", watched("Improvement Board chaired by the Director", None), ["plan"]),
        ("GT605", example(an_item(an_action())), ["plan"]),
        ("GT605", example(an_item(an_action()), mechanisms=(Mechanism(text="Updated monthly"),)), []),
        ("GT605", answering("Cabinet"), []),
        ("GT605", example(), []),
        ("GT606", watched("Cabinet", "as required"), ["plan"]),
        ("GT606", watched("Cabinet", "Bi-monthly"), []),
        ("GT606", watched("Cabinet", "every six weeks"), []),
        ("GT606", watched("Cabinet", None), []),
    ],
)
def test_boards(code: str, picture: Picture, where: list[str]) -> None:
    assert flagged(code, picture) == where


def test_a_plan_may_have_rhythms_of_its_own() -> None:
    assert flagged("GT606", watched("Cabinet", "each half-term"), cadences=("each half-term",)) == []
    assert flagged("GT606", watched("Cabinet", "monthly"), cadences=("each half-term",)) == ["plan"]


SUPERVISION = "Improve supervision of social workers"
HEALTH = "Complete initial health assessments of children in care within timescale"


@pytest.mark.parametrize(
    ("finding", "flag"),
    [
        (an_area("A2", HEALTH), True),
        (an_area("A2", HEALTH, addressees=("NHS Northmere",)), True),
        (an_area("P1", HEALTH, kind="priority_action"), True),
        (an_area("A1", SUPERVISION), False),
        (Finding(ref="¶2", kind="paragraph", text=HEALTH), False),
    ],
)
def test_area_with_no_item(finding: Finding, flag: bool) -> None:
    assert flagged("GT701", example(an_item(an_action(), text=SUPERVISION), findings=[finding])) == (
        [f"finding {finding.ref}"] if flag else []
    )


def test_an_area_for_others_only_says_for_whom() -> None:
    picture = example(an_item(an_action(), text=SUPERVISION), findings=[an_area("A2", HEALTH, addressees=("NHS Northmere",))])
    only = checks.run(picture, as_at=EXAMPLE_DAY, select=["GT701"])[0]
    assert only.message.endswith("it is addressed only to NHS Northmere")
    assert flagged("GT701", picture, covered_elsewhere={"A2": "Health action plan"}) == []


def test_a_report_without_a_plan_is_not_a_plan_that_answers_nothing() -> None:
    assert flagged("GT701", example(findings=[an_area("A2", HEALTH)])) == []


@pytest.mark.parametrize(
    ("text", "source", "findings", "flag"),
    [
        ("Redecorate reception", None, [an_area("A1", SUPERVISION)], True),
        ("Redecorate reception", "Ofsted", [an_area("A1", SUPERVISION)], True),
        # found, said to be the plan's own, lost, or nothing to compare with
        (SUPERVISION, None, [an_area("A1", SUPERVISION)], False),
        ("Redecorate reception", "Additional area", [an_area("A1", SUPERVISION)], False),
        ("[...]", None, [an_area("A1", SUPERVISION)], False),
        ("Redecorate reception", None, [], False),
    ],
)
def test_item_that_no_finding_is_behind(text: str, source: str | None, findings: list[Finding], flag: bool) -> None:
    assert bool(flagged("GT702", example(an_item(an_action(), text=text, source=source), findings=findings))) is flag


@pytest.mark.parametrize(
    ("grade", "area", "notes", "cadence", "flag"),
    [
        ("inadequate", "Being healthy", None, "monthly", True),
        ("inadequate", "Overall effectiveness", None, "quarterly", True),
        # marked, watched closely, or not the lowest judgement
        ("inadequate", "Being healthy", "This is of the highest priority.", "quarterly", False),
        ("inadequate", "Being healthy", "Reported monthly to the Director.", "quarterly", False),
        ("inadequate", "Overall effectiveness", None, "monthly", False),
        ("adequate", "Being healthy", None, "quarterly", False),
    ],
)
def test_lowest_judgement_without_priority(grade: str, area: str, notes: str | None, cadence: str, flag: bool) -> None:
    picture = example(
        an_item(an_action(), text=HEALTH, notes=notes),
        findings=[an_area("A1", HEALTH, section="Being healthy")],
        judgements=[Judgement(area=area, grade=grade)],
        monitoring=(Monitoring(board="Improvement Board", cadence=cadence),),
    )
    assert bool(flagged("GT703", picture)) is flag


@pytest.mark.parametrize(
    ("paragraph", "flag"),
    [
        ("Return interviews are poor and often fail to take place within the set time.", True),
        ("Recording is inconsistent and there are delays in transferring cases between teams.", True),
        # praise, one mild word, what an item or an area picks up, a citation
        ("Return interviews are prompt and help to keep children safe from exploitation.", False),
        ("Caseloads are limited to fifteen for each social worker in the assessment service.", False),
        ("Supervision of social workers is poor and often fails to improve their practice.", False),
        ("Too many initial health assessments of children in care are poor or not completed.", False),
        ("The judgements use grades from 1 (outstanding) to 4 (inadequate), as in other inspections.", False),
        ("The home is well run and no services are judged to be inadequate.", False),
        ("The council has a strategy that tackled poor recruitment and the retention of foster carers.", False),
        ("Poor.", False),
    ],
)
def test_critical_paragraph_that_nothing_picks_up(paragraph: str, flag: bool) -> None:
    findings = [Finding(ref="¶14", kind="paragraph", text=paragraph), an_area("A1", HEALTH)]
    items = (an_item(an_action("Improve social workers' practice"), text=SUPERVISION), an_item(an_action(), ref="2", text=HEALTH[:60]))
    assert flagged("GT704", example(*items, findings=findings)) == (["paragraph 14"] if flag else [])


def doing(text: str, *parts: str, **more: object) -> Picture:
    lettered = tuple(Part(letter=letter, text=part) for letter, part in zip("abcdef", parts, strict=False))
    return example(an_item(an_action(text, parts=lettered, **more)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Report to the SSOB", True),
        ("Train all ZZPs in the model", True),
        # explained in the text either way, everyday, a heading in capitals, a code or address
        ("Report to the Safeguarding Standards Overview Board (SSOB); the SSOB meets monthly", False),
        ("Report to the SSOB (Safeguarding Standards Overview Board)", False),
        ("Invite GPs and NHS colleagues; set SMART targets", False),
        ("IMPROVE SUPERVISION NOW", False),
        ("Write to help@SSOB or see form CP2", False),
        ("The plan is in DRAFT and will NOT be shared; see NOTES DRAFT.docx", False),
    ],
)
def test_acronyms(text: str, found: bool) -> None:
    assert bool(flagged("GT801", doing(text))) is found


def test_acronyms_that_the_glossary_or_settings_know() -> None:
    picture = example(an_item(an_action("Report to the SSOB")), glossary=(GlossaryEntry(term="SSOB/ZZP", meaning="Boards"),))
    assert flagged("GT801", picture) == []
    assert flagged("GT801", doing("Report to the SSOB"), acronyms=("SSOB",)) == []


def test_many_acronyms_are_one_finding_that_lists_them() -> None:
    found = checks.run(doing("Ask the QAF, the ZZP, the SSOB, the QXR, the ZBT and the QQS at once."), as_at=EXAMPLE_DAY, select=["GT801"])
    assert [finding.message for finding in found] == ["6 acronyms are never explained: “QAF”, “ZZP”, “SSOB”, “QXR”, “ZBT” and “QQS”"]


def test_many_actions_that_answer_to_no_board_are_told_once_with_their_places() -> None:
    answers = an_action(number="1", accountable_to=("Cabinet",))
    found = checks.run(
        example(an_item(answers, *(an_action(f"Step {number}", number=number) for number in "234567"))), as_at=EXAMPLE_DAY, select=["GT601"]
    )
    assert [finding.message for finding in found] == ["6 of the 7 actions answer to no board: item 1 (2, 3, 4, 5, 6, 7)"]


def test_a_list_of_actions_without_headings_copies_nothing() -> None:
    rows = ("Ring every family on the list", "Write up what they tell us")
    assert flagged("GT805", example(*(an_item(an_action(row), ref=row, text=row) for row in rows))) == []


def test_an_inadequate_area_is_answered_by_the_item_that_its_own_word_leads_to() -> None:
    health = "Provide an effective health service, timely health assessments and health information, and contribute to reviews"
    areas = [
        Judgement(area=area, grade=grade) for area, grade in (("Being healthy", "inadequate"), ("Making a positive contribution", "good"))
    ]
    item = an_item(an_action(), text=health, notes="This has the highest priority.")
    assert flagged("GT703", example(item, findings=[an_area("A1", health)], judgements=areas)) == []


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        ("", "“Leadership” was judged inadequate and no item of the plan has priority or extra reporting"),
        ("This has the highest priority.", None),
    ],
)
def test_an_inadequate_area_that_no_finding_can_be_tied_to_asks_for_priority_somewhere(notes: str, message: str | None) -> None:
    areas = [Judgement(area="Leadership", grade="inadequate"), Judgement(area="Care leavers", grade="good")]
    picture = example(an_item(an_action(), text=SUPERVISION, notes=notes), findings=[an_area("A1", SUPERVISION)], judgements=areas)
    found = checks.run(picture, as_at=EXAMPLE_DAY, select=["GT703"])
    assert [finding.message for finding in found] == ([message] if message else [])


def test_the_only_judgement_is_of_the_whole_and_asks_for_a_board_that_meets_often() -> None:
    outcome = [Judgement(area="Inspection outcome", grade="outcome_3")]
    often, seldom = (
        example(an_item(an_action()), judgements=outcome, monitoring=(Monitoring(board="Board", cadence=cadence),))
        for cadence in ("monthly", "quarterly")
    )
    assert (flagged("GT703", often), flagged("GT703", seldom)) == ([], ["plan"])


def test_an_acronym_is_told_once_with_its_count() -> None:
    found = checks.run(doing("Report to the SSOB", said="SSOB met."), as_at=EXAMPLE_DAY, select=["GT801"])
    assert [finding.message for finding in found] == ["“SSOB” is never explained (in 2 places)"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Develop a quality framework and train all managers in its use", True),
        ("Appoint a coordinator. Review the referral process.", True),
        ("Publish the policy; audit its use in every team", True),
        # one thing done in several ways, or the purpose of one
        ("Review and update the policy", False),
        ("Review, update and relaunch the threshold document", False),
        ("Appoint a coordinator to review cases and monitor the process", False),
        ("Agree a protocol so that managers review cases and report the findings", False),
        ("Audit files, including supervision notes and training records", False),
        ("Publish the policy", False),
    ],
)
def test_several_actions_in_one(text: str, found: bool) -> None:
    assert bool(flagged("GT802", doing(text))) is found


def test_lettered_parts_are_separate_already() -> None:
    assert flagged("GT802", doing("Publish the policy; audit its use in every team", "Publish", "Audit")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Consider a new contract", True),
        ("To continue to develop work in respect of school leavers", True),
        ("We will explore options", True),
        ("In view of resources, consideration will need to be given to how", True),
        ("An advocacy service will be considered within the contract", True),
        # the words elsewhere, or doing what they say
        ("Publish a paper for the board to consider", False),
        ("Considered options and chose one", False),
        ("Continuous audit of files", False),
        ("Decide on a contract", False),
    ],
)
def test_action_that_promises_nothing(text: str, found: bool) -> None:
    assert bool(flagged("GT803", doing(text))) is found


def test_a_vague_part_is_named() -> None:
    found = checks.run(doing("Improve placements by:", "Publish", "Consider referral"), as_at=EXAMPLE_DAY, select=["GT803"])
    assert [finding.message for finding in found] == ["part b begins with “consider”"]


@pytest.mark.parametrize(
    ("text", "parts", "found"),
    [
        ("Ensure all plans are good", (), True),
        ("To ensure that staff know the policy", (), True),
        # says how
        ("Ensure all plans are good by auditing ten a month", (), False),
        ("Ensure all plans are good through monthly audit", (), False),
        ("Ensure all plans are good", ("Audit ten a month",), False),
        ("Ensure staff know the policy, and test it in team meetings", (), False),
        ("Audit plans to ensure that they are good", (), False),
    ],
)
def test_only_ensure(text: str, parts: tuple[str, ...], found: bool) -> None:
    assert bool(flagged("GT804", doing(text, *parts))) is found


@pytest.mark.parametrize(
    ("action", "heading", "found"),
    [
        ("Improve the supervision of all social workers.", "improve the supervision of all social workers", True),
        ("Improve the supervision of all social workers by coaching", "Improve the supervision of all social workers", False),
        ("Improve supervision", "Improve supervision", False),
    ],
)
def test_recommendation_used_as_an_action(action: str, heading: str, found: bool) -> None:
    assert bool(flagged("GT805", example(an_item(an_action(action), text=heading)))) is found
