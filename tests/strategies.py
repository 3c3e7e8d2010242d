"""Hypothesis strategies for whole pictures: any picture that intake or a person could have made."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from goldthread.common.dates import PartDate
from goldthread.common.places import Place
from goldthread.thread import picture as p

# A shared machine may be slow for a moment; that is no failure of a property. The same seed each run keeps CI from surprises.
settings.register_profile("steady", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
maybe_words = st.none() | words
counts = st.none() | st.integers(1, 999)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
part_dates = (days.map(lambda day: day.isoformat()) | days.map(lambda day: day.isoformat()[:7])).map(PartDate)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words | st.just("measures"), inner, max_size=2),
    max_leaves=4,
)


def some(element: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """A tuple of few elements."""
    return st.lists(element, max_size=most).map(tuple)


places = st.just(Place()) | st.builds(Place, page=counts, line=counts, table=counts, row=counts, column=counts, quote=maybe_words)
places_by_field = st.none() | st.dictionaries(st.sampled_from(["leads", "progress", "evidence"]), places, min_size=1, max_size=2)
outcomes = st.builds(p.Outcome, text=words, place=places)
measures = st.builds(p.Measure, text=words, place=places)
judgements = st.builds(
    p.Judgement, service=maybe_words, area=words, grade=maybe_words, grade_number=counts, as_printed=maybe_words, place=places
)
findings = st.builds(
    p.Finding,
    ref=words,
    kind=st.sampled_from(["area_for_improvement", "priority_action", "recommendation", "paragraph"]),
    service=maybe_words,
    number=maybe_words,
    section=maybe_words,
    text=words,
    timescale=st.none() | st.sampled_from(["immediately", "within_3_months", "within_6_months", "other"]),
    due=st.none() | part_dates,
    addressees=some(words),
    inferred=st.booleans(),
    place=places,
)
actions = st.builds(
    p.Action,
    number=maybe_words,
    text=words,
    parts=some(st.builds(p.Part, letter=words, text=words)),
    leads=some(words),
    leads_basis=st.sampled_from(["printed", "filled_down", "none"]),
    responsible_lead=maybe_words,
    by_when_text=maybe_words,
    due_dates=some(part_dates),
    recurrence=maybe_words,
    accountable_to=some(words),
    progress=some(st.builds(p.Progress, letter=maybe_words, text=words)),
    rating=maybe_words,
    place=places,
    impact_rating=st.none() | words.filter(bool),
    evidence=some(st.builds(p.Evidence, text=words, place=places), 1),
    measures=some(measures, 1),
    places=places_by_field,
)
items = st.builds(
    p.Item,
    ref=words,
    section=maybe_words,
    number=maybe_words,
    kind=st.sampled_from(["recommendation", "area_for_development", "action_group"]),
    source=maybe_words,
    text=words,
    timescale=maybe_words,
    due=st.none() | part_dates,
    notes=maybe_words,
    rating=maybe_words,
    outcomes=some(outcomes),
    actions=some(actions),
    place=places,
    impact_rating=st.none() | words.filter(bool),
    measures=some(measures, 1),
)
plans = st.builds(
    p.Plan,
    title=maybe_words,
    owner=maybe_words,
    monitoring=some(st.builds(p.Monitoring, board=words, cadence=maybe_words, purpose=maybe_words, place=places)),
    items=some(items, 3),
    status_key=some(st.builds(p.StatusKey, label=words, colour=maybe_words, meaning=maybe_words)),
    glossary=some(st.builds(p.GlossaryEntry, term=words, meaning=words)),
    mechanisms=some(st.builds(p.Mechanism, number=maybe_words, text=words, place=places)),
)
inspections = st.builds(
    p.Inspection,
    framework=maybe_words,
    framework_name=maybe_words,
    authority=maybe_words,
    inspectorates=some(words),
    started=st.none() | days,
    ended=st.none() | days,
    published=st.none() | days,
    lead_inspector=maybe_words,
    age_group=maybe_words,
    places=places_by_field,
)
sources = st.builds(p.Source, file=words, sha256=words, bytes=st.integers(0, 2**40), kinds=some(words), pages=counts)
problems = st.builds(p.Problem, where=words, found=words, expected=words, do=words, severity=st.sampled_from(["info", "warning", "error"]))
changes = st.builds(p.Change, on=days, path=words, before=json_values, after=json_values, by=maybe_words, why=maybe_words)
pictures_without_history = st.builds(
    p.Picture,
    schema=st.just(p.SCHEMA),
    source=sources,
    inspection=inspections,
    judgements=some(judgements),
    findings=some(findings, 3),
    plan=plans,
    problems=some(problems, 1),
    history=st.just(()),
)
pictures = st.builds(
    p.Picture,
    schema=st.just(p.SCHEMA),
    source=sources,
    inspection=inspections,
    judgements=some(judgements),
    findings=some(findings, 3),
    plan=plans,
    problems=some(problems, 1),
    report_source=st.none() | sources,
    history=some(changes),
)
