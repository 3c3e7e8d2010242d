"""Whatever a picture holds, checks answer in lines and say the same thing twice."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.common.dates import PartDate
from goldthread.thread import checks
from goldthread.thread.picture import (
    Action,
    Finding,
    GlossaryEntry,
    Inspection,
    Item,
    Judgement,
    Monitoring,
    Outcome,
    Part,
    Picture,
    Plan,
    Progress,
    StatusKey,
)

PIECES = (
    *("[...]", "Ensure", "review", "the LSCB", "and", ";", "JB to insert", "Completed", "but", "84.9%", "target 98%", "to 98%", "("),
    *("¶14", "paragraph 3-1", "31.02.12", "Jan 12", "Board", "Group", "ongoing", "—", "all children", "attached", "Inadequate"),
    *("too little", "a.", "\n"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
MAYBE = st.none() | WORDS
DATES = st.sampled_from(["2012-02", "2012-02-29", "2011-11-30", "1999-12", "2062-01"]).map(PartDate)
BANDS = st.sampled_from([None, "immediately", "within_3_months", "within_6_months", "other"])
NAMES = st.lists(WORDS, max_size=3).map(tuple)


def many(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=3).map(tuple)


ACTIONS = st.builds(
    Action,
    number=MAYBE,
    text=WORDS,
    parts=many(st.builds(Part, letter=st.sampled_from("abc"), text=WORDS)),
    leads=NAMES,
    leads_basis=st.sampled_from(["printed", "filled_down", "none"]),
    by_when_text=MAYBE,
    due_dates=st.lists(DATES, max_size=3).map(tuple),
    accountable_to=NAMES,
    progress=many(st.builds(Progress, letter=st.sampled_from([None, "a", "z"]), text=WORDS)),
    rating=MAYBE,
)
ITEMS = st.builds(
    Item,
    ref=WORDS,
    section=MAYBE,
    number=MAYBE,
    text=WORDS,
    timescale=BANDS,
    due=st.none() | DATES,
    notes=MAYBE,
    outcomes=many(st.builds(Outcome, text=WORDS)),
    actions=many(ACTIONS),
)
FINDINGS = st.builds(
    Finding,
    ref=st.sampled_from(["A1", "A2", "¶14", "¶3"]),
    kind=st.sampled_from(["area_for_improvement", "priority_action", "recommendation", "paragraph"]),
    text=WORDS,
    timescale=BANDS,
    addressees=NAMES,
)
PICTURES = st.builds(
    Picture,
    inspection=st.builds(Inspection, published=st.none() | st.just(date(2011, 11, 18)), started=st.none() | st.just(date(2011, 10, 3))),
    judgements=many(st.builds(Judgement, area=WORDS, grade=st.sampled_from([None, "inadequate", "good"]))),
    findings=many(FINDINGS),
    plan=st.builds(
        Plan,
        items=many(ITEMS),
        monitoring=many(st.builds(Monitoring, board=WORDS, cadence=MAYBE)),
        status_key=many(st.builds(StatusKey, label=WORDS, meaning=MAYBE)),
        glossary=many(st.builds(GlossaryEntry, term=WORDS, meaning=WORDS)),
    ),
)


@settings(max_examples=60, deadline=None)
@given(PICTURES)
def test_every_finding_says_where_what_and_what_to_do(picture: Picture) -> None:
    found = checks.run(picture, as_at=date(2012, 3, 29))
    assert all(finding.where and finding.message.strip() and finding.do.strip() for finding in found)
    assert found == checks.run(picture, as_at=date(2012, 3, 29))
