"""What a careful person reads from a paper, and how a picture differs from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest

from goldthread.common.text import BULLETS, fold
from goldthread.thread import frameworks
from goldthread.thread.picture import Finding, Judgement, Picture

AREA, PRIORITY, RECOMMENDATION = "area_for_improvement", "priority_action", "recommendation"
ANY = "any"
"""A timescale that is not compared, because careful people differ."""

Words = str | tuple[str | None, ...] | None
Day = date | tuple[date | None, ...] | None
MARKS = {*BULLETS, "-", "o"}


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade given. area: as the framework or the paper words it. number: None where none is printed or defined."""

    area: str
    grade: str
    number: int | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A finding. kind: one kind, or several where careful people differ. addressees: None where not compared."""

    kind: str | tuple[str, ...]
    text: str
    timescale: str | None = None
    addressees: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A paper's right reading. A tuple of texts or dates means that any one of them is right.

    paragraphs: number → its words, whole. lost: numbers that the .txt lost and that its neighbours give back.
    loose: texts of findings that may be there or not. none_at_all: the paper is no inspection report.
    inspectorates: how many, None where not compared. doubt: words that some problem must have, in files of those kinds.
    """

    framework: Words = None
    authority: Words = None
    started: Day = None
    ended: Day = None
    published: Day = None
    lead: Words = None
    grades: tuple[Grade, ...] = ()
    findings: tuple[Found, ...] = ()
    paragraphs: dict[int, str] = field(default_factory=dict)
    lost: tuple[int, ...] = ()
    loose: tuple[str, ...] = ()
    inspectorates: int | None = None
    doubt: str | None = None
    doubt_in: tuple[str, ...] = ("pdf", "docx", "txt", "html")
    none_at_all: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """field: the column of the score table. what: the words read and the words that are right."""

    field: str
    what: str


def paragraphs_of(*paras: object) -> dict[int, str]:
    """Number → words of the numbered paragraphs among a paper's blocks."""
    return {number: text for para in paras if (number := getattr(para, "number", None)) and (text := getattr(para, "text", None))}


def bare(text: str) -> str:
    """Text to compare: folded, and without the marks of sub-points, which some formats do not print."""
    return " ".join(word for word in fold(text).split() if word not in MARKS)


FIELDS = (
    "kind",
    "framework",
    "authority",
    "dates",
    "published",
    "lead",
    "grades",
    "findings",
    "timescale",
    "addressees",
    "paragraphs",
    "lost",
    "doubt",
)


def compare(picture: Picture, key: Key, form: str) -> list[Difference]:
    """Every way in which the picture differs from the key, field by field."""
    if key.none_at_all:
        return list(_invented(picture))
    return [
        *_facts(picture, key),
        *_grades(picture, key),
        *_findings(picture, key),
        *_paragraphs(picture, key, form),
        *_doubts(picture, key, form),
    ]


def _invented(picture: Picture) -> Iterator[Difference]:
    if "inspection_report" in picture.source.kinds:
        yield Difference("kind", f"taken for a report: {picture.source.kinds}")
    for judgement in picture.judgements:
        yield Difference("grades", f"invented {judgement.area!r}: {judgement.grade}")
    for finding in picture.findings:
        yield Difference("findings", f"invented {finding.kind} {finding.text[:70]!r}")


def _facts(picture: Picture, key: Key) -> Iterator[Difference]:
    read = picture.inspection
    if "inspection_report" not in picture.source.kinds:
        yield Difference("kind", f"not taken for a report: {picture.source.kinds}")
    yield from _same("framework", read.framework, key.framework)
    yield from _same("authority", read.authority, key.authority)
    yield from _same("dates", read.started, key.started)
    yield from _same("dates", read.ended, key.ended)
    yield from _same("published", read.published, key.published)
    yield from _same("lead", read.lead_inspector, key.lead)
    if key.inspectorates is not None and len(read.inspectorates) != key.inspectorates:
        yield Difference("framework", f"inspectorates {read.inspectorates}, should be {key.inspectorates} of them")


def _same(name: str, read: object, right: object) -> Iterator[Difference]:
    allowed = right if isinstance(right, tuple) else (right,)
    if read not in allowed:
        yield Difference(name, f"read {_said(read)}, should be {' or '.join(map(_said, allowed))}")


def _said(value: object) -> str:
    return repr(value) if isinstance(value, str) else str(value)


def _grades(picture: Picture, key: Key) -> Iterator[Difference]:
    code = picture.inspection.framework
    left = [_read_grade(judgement, code) for judgement in picture.judgements]
    for grade in key.grades:
        right = _title(grade.area, code, grade.service), grade.service, grade.grade, grade.number
        match = next((read for read in left if _matches(read, right)), None)
        if match:
            left.remove(match)
        else:
            same_area = [read for read in left if read[0] == right[0] and grade.service in (None, read[1])]
            yield Difference("grades", f"{_tuple(right)}: {'read ' + _tuple(same_area[0]) if same_area else 'missing'}")
    for read in left:
        if not any(read[0] == _title(grade.area, code, grade.service) and grade.service in (None, read[1]) for grade in key.grades):
            yield Difference("grades", f"not in the paper: {_tuple(read)}")


Read = tuple[str, str | None, str | None, int | None]


def _read_grade(judgement: Judgement, code: str | None) -> Read:
    grade = judgement.grade or (fold(judgement.as_printed or "").replace(" ", "_") or None)
    return _title(judgement.area, code, judgement.service), judgement.service, grade, judgement.grade_number


def _title(area: str, code: str | None, service: str | None) -> str:
    framework = frameworks.find(code)
    known = framework.area(area, service) if framework else None
    return bare(known.title if known else area).removeprefix("the ")


def _matches(read: Read, right: Read) -> bool:
    return read[0] == right[0] and right[1] in (None, read[1]) and read[2:] == right[2:]


def _tuple(grade: Read) -> str:
    return " · ".join(str(part) for part in grade if part is not None)


def _findings(picture: Picture, key: Key) -> Iterator[Difference]:
    loose = {bare(text) for text in key.loose}
    left = [finding for finding in picture.findings if finding.kind != "paragraph"]
    missing = []
    for found in key.findings:
        match = next((finding for finding in left if bare(finding.text) == bare(found.text) and finding.kind in _kinds(found)), None)
        if match is None:
            missing.append(found)
            continue
        left.remove(match)
        yield from _details(match, found)
    left = [finding for finding in left if bare(finding.text) not in loose]
    yield from _unlike(left, missing)


def _kinds(found: Found) -> tuple[str, ...]:
    return (found.kind,) if isinstance(found.kind, str) else found.kind


def _details(finding: Finding, found: Found) -> Iterator[Difference]:
    if found.timescale not in (ANY, finding.timescale):
        yield Difference("timescale", f"{found.text[:50]!r}: read {finding.timescale}, should be {found.timescale}")
    if found.addressees is not None and set(map(_body, finding.addressees)) != set(map(_body, found.addressees)):
        yield Difference("addressees", f"{found.text[:50]!r}: read {finding.addressees}, should be {found.addressees}")


def _body(name: str) -> str:
    return fold(name).removeprefix("the ")


def _unlike(left: list[Finding], missing: list[Found]) -> Iterator[Difference]:
    for finding, found in zip_longest(left, missing):
        read = f"read {finding.kind} {finding.text!r}" if finding else "nothing read"
        yield Difference("findings", f"{read}, should be {_kinds(found)[0] + ' ' + repr(found.text) if found else 'no finding'}")


def _paragraphs(picture: Picture, key: Key, form: str) -> Iterator[Difference]:
    read = {finding.number: finding for finding in picture.findings if finding.kind == "paragraph"}
    right = {str(number): text for number, text in key.paragraphs.items()}
    for number in [number for number in right if number not in read]:
        yield Difference("paragraphs", f"¶{number} missing: {right[number][:60]!r}")
    for number, finding in read.items():
        if number not in right:
            yield Difference("paragraphs", f"¶{number} is no numbered paragraph: {finding.text[:60]!r}")
        elif bare(finding.text) != bare(right[number]):
            yield Difference("paragraphs", f"¶{number} read {_ends(finding.text)}, should be {_ends(right[number])}")
    inferred = {number for number, finding in read.items() if finding.inferred}
    lost = {str(number) for number in key.lost} if form == "txt" else set()
    if inferred != lost:
        yield Difference("lost", f"inferred {sorted(inferred)}, should be {sorted(lost)}")


def _doubts(picture: Picture, key: Key, form: str) -> Iterator[Difference]:
    said = [fold(f"{problem.where} {problem.found} {problem.expected} {problem.do}") for problem in picture.problems]
    if key.doubt and form in key.doubt_in and not any(fold(key.doubt) in words for words in said):
        yield Difference("doubt", f"no problem speaks of {key.doubt!r}; said are {[problem.found[:60] for problem in picture.problems]}")


def _ends(text: str) -> str:
    return repr(text) if len(text) < 160 else f"{text[:60]!r} … {text[-80:]!r}"
