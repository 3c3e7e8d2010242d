"""The inspection frameworks: an index, and a page for each with its scale, areas, deadlines and gaps to its neighbours."""

from goldthread.common.dates import spoken
from goldthread.thread import frameworks
from goldthread.thread.frameworks import Area, Framework, Requirement, mapping
from tools.reference.markdown import page, sentence, table

_INTRODUCTION = """An inspection framework says what inspectors judge, on which scale, and what must be written afterwards. Each is a file
of data in `goldthread/thread/frameworks`, with its sources; where something is background knowledge and not read in a source, it says so.

An inspection under none of these has the code `other`. An overall grade that a framework does not give is never worked out."""

_KINDS = {"same": "the same judgement", "split": "became several", "joined": "went into a wider one", "none": "no counterpart"}


def pages() -> dict[str, str]:
    """``frameworks/README.md`` and one page a framework, such as ``frameworks/ilacs-2023.md``."""
    known = frameworks.all()
    made = {"frameworks/README.md": page("Inspection frameworks", _INTRODUCTION, _index(known))}
    for framework in known:
        made[f"frameworks/{framework.code}.md"] = _page(framework)
    return made


def _index(known: tuple[Framework, ...]) -> str:
    rows = [
        (f"[`{one.code}`]({one.code}.md)", one.name, ", ".join(one.inspectorates), _use(one), "yes" if one.overall else "no")
        for one in known
    ]
    return table(("Code", "Name", "Inspectorates", "In use", "Overall grade"), rows)


def _use(framework: Framework) -> str:
    start = f"from {spoken(framework.in_use_from)}" if framework.in_use_from else ""
    end = f"to {spoken(framework.in_use_until)}" if framework.in_use_until else ""
    return f"{start} {end}".strip()


def _page(framework: Framework) -> str:
    names = f"Code `{framework.code}`, called {framework.short_name} for short."
    facts = f"{names} By {', '.join(framework.inspectorates)}. In use {_use(framework)}."
    return page(
        framework.name,
        facts,
        f"## Scale\n\n{_scale(framework)}",
        f"## Areas that get a grade\n\n{_areas(framework)}",
        f"## What must be written, and by when\n\n{_written(framework)}",
        f"## How its judgements stand to others\n\n{_neighbours(framework)}",
        "## Sources\n\n" + "\n".join(f"- {sentence(source)}" for source in framework.sources),
    )


def _scale(framework: Framework) -> str:
    if not framework.grades:
        return "No grades are given."
    rows = [(f"`{one.code}`", one.number, one.label, one.meaning, "; ".join(one.synonyms)) for one in framework.grades]
    return table(("Code", "Number", "As printed", "Meaning", "Also printed as"), rows)


def _areas(framework: Framework) -> str:
    if not framework.areas:
        return "None."
    rows = [(one.title, _service(one), "yes" if one.overall else "", "; ".join(one.synonyms)) for one in framework.areas]
    return table(("Area", "Service", "Overall", "Also printed as"), rows)


def _service(area: Area) -> str:
    return (area.service or "").replace("_", " ")


def _written(framework: Framework) -> str:
    rows = [(one.document, one.when, _by_when(one), one.source) for one in framework.must_write]
    return table(("Document", "When", "By when", "Source"), rows) if rows else "Nothing that a source requires is known."


def _by_when(requirement: Requirement) -> str:
    if requirement.working_days is None:
        return "the report says"
    return f"{requirement.working_days} working days from {requirement.counted_from}"


def _neighbours(framework: Framework) -> str:
    parts = [_areas_in(framework, other) + _grades_in(framework, other) for other in _next_to(framework)]
    return "\n\n".join(parts) or "No other framework here judges the same ground, so no trend line runs from this one to another."


def _next_to(framework: Framework) -> list[Framework]:
    """The frameworks that came just before and just after it and judge the same ground."""
    known = [one for one in frameworks.all() if one.code == framework.code or _same_ground(framework, one)]
    at = known.index(framework)
    return [*known[max(at - 1, 0) : at], *known[at + 1 : at + 2]]


def _same_ground(one: Framework, other: Framework) -> bool:
    return any(mapping.translate(area.title, one.code, other.code, service=area.service).why != mapping.OTHER_GROUND for area in one.areas)


def _areas_in(framework: Framework, other: Framework) -> str:
    rows = []
    for area in framework.areas:
        found = mapping.translate(area.title, framework.code, other.code, service=area.service)
        name = f"{area.title} ({_service(area)})" if area.service else area.title
        titles = "; ".join(dict.fromkeys(f"{one.title} ({_service(one)})" if one.service else one.title for one in found.areas))
        rows.append((name, _KINDS[found.kind], titles, found.why))
    return f"### In {other.short_name}\n\n{table(('Area here', 'There', 'Named', 'Why'), rows)}"


def _grades_in(framework: Framework, other: Framework) -> str:
    gaps = [(grade, mapping.translate_grade(grade.code, framework.code, other.code)) for grade in framework.grades]
    lines = [f"- {grade.label} has no counterpart. {found.why}" for grade, found in gaps if found.grade is None]
    return "\n\nGrades that do not carry over:\n\n" + "\n".join(lines) if lines else "\n\nEvery grade carries over."
