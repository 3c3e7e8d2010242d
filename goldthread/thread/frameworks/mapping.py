"""How one framework's judgements stand to another's, with the gaps, and a council's grades over several inspections.

The facts are in ``mappings.toml``, one step from each framework to the next; longer ways and ways back are worked out.
A line across a gap would say something that no inspector said, so a gap always carries its reason.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from goldthread.thread import frameworks
from goldthread.thread.frameworks import Area, Framework
from goldthread.thread.picture import Inspection, Judgement

OTHER_GROUND = "These two frameworks judge different things, so no judgement of one stands for one of the other."
NOT_READ = "No grade was read for this area."


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Where an area went. kind: ``same``, ``split`` (it became several), ``joined`` (it went into a wider one) or ``none``."""

    kind: str
    areas: tuple[Area, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeMapping:
    """The same grade on another scale, or None with the reason."""

    grade: str | None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One inspection's word on an area. grade: as printed, None where the area cannot be told apart there; why: the reason.

    comparable: whether a trend line may run from this cell to the row's own framework. judgement: the one that gives the grade, or
    that should have; absent: that inspection's framework has no such area by itself.
    """

    grade: str | None
    comparable: bool
    why: str = ""
    judgement: Judgement | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One area over several inspections, a cell for each. framework: the one whose area it is."""

    area: Area
    framework: Framework
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _AreaStep:
    area: str
    kind: str
    why: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _GradeGap:
    grade: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """From one framework to the next, as the data file has it."""

    start: str
    end: str
    none: str
    same_grades: tuple[str, ...]
    areas: tuple[_AreaStep, ...]
    grades: tuple[_GradeGap, ...] = ()
    grades_back: tuple[_GradeGap, ...] = ()

    def forward(self, area: Area) -> Mapping:
        """Where an area of the earlier framework went."""
        found = next((one for one in self.areas if one.area == area.title), None)
        if found is None:
            return Mapping(kind="none", why=self.none)
        return Mapping(kind=found.kind, areas=_titled(self.end, found.areas), why=found.why)

    def back(self, area: Area) -> Mapping:
        """What stood before an area of the later framework: a split read backwards is a joining, and the other way round."""
        found = [one for one in self.areas if area.title in one.areas]
        if not found:
            return Mapping(kind="none", why=f"{frameworks.get(self.start).short_name} gave no such judgement.")
        reverse = {"same": "same", "split": "joined", "joined": "split"}
        areas = _titled(self.start, tuple(one.area for one in found))
        return Mapping(kind=reverse[found[0].kind], areas=areas, why=" ".join(dict.fromkeys(one.why for one in found)))

    def grade_gap(self, grade: str, backwards: bool) -> str:
        """Why a grade has no counterpart over this step."""
        gaps = self.grades_back if backwards else self.grades
        missing = frameworks.get(self.start if backwards else self.end).short_name
        return next((gap.why for gap in gaps if gap.grade == grade), f"{missing} has no such grade.")


def translate(area: str, from_code: str, to_code: str, *, service: str | None = None) -> Mapping:
    """Where an area of one framework stands in another, with the reason for every gap.

    service: needed where the first framework uses a title for two services. Raises Refused for an unknown framework.
    """
    before, after = frameworks.get(from_code), frameworks.get(to_code)
    found = before.area(area, service) or next((one for one in before.areas if before.area(area, one.service) == one), None)
    if found is None:
        return Mapping(kind="none", why=f"{before.short_name} has no area “{area}”.")
    return _translate(found, before, after)


def translate_grade(grade: str, from_code: str, to_code: str) -> GradeMapping:
    """A grade's code on another framework's scale, or None with the reason. Raises Refused for an unknown framework."""
    before, after = frameworks.get(from_code), frameworks.get(to_code)
    if before.code == after.code:
        return GradeMapping(grade=grade)
    way = _way(before.code, after.code)
    if not way:
        return GradeMapping(grade=None, why=f"{before.short_name} and {after.short_name} do not grade on one scale.")
    gap = next((step.grade_gap(grade, backwards) for step, backwards in way if grade not in step.same_grades), None)
    return GradeMapping(grade=None, why=gap) if gap else GradeMapping(grade=grade)


def history(inspections: Sequence[tuple[Inspection, Sequence[Judgement]]]) -> tuple[Row, ...]:
    """A board of areas by inspections, oldest inspection first: the newest framework's areas, then those that ended.

    A cell that the row's area cannot claim says why instead of giving a grade. Inspections under no known framework
    are left out, as nothing can be said of how their areas compare.
    """
    return compared(sorted(inspections, key=_day))


def compared(inspections: Sequence[tuple[Inspection, Sequence[Judgement]]]) -> tuple[Row, ...]:
    """As ``history``, with the inspections in the order that they are given in, which has to be that of time."""
    known = [(framework, entry) for entry in inspections if (framework := frameworks.find(entry[0].framework))]
    rows: list[Row] = []
    for framework, _ in reversed(known):
        for area in framework.areas:
            if not any(_continues(area, framework, row) for row in rows):
                rows.append(Row(area=area, framework=framework, cells=tuple(_cell(area, framework, *one) for one in known)))
    return tuple(rows)


def _day(entry: tuple[Inspection, Sequence[Judgement]]) -> date:
    return entry[0].started or entry[0].published or date.max


def _continues(area: Area, framework: Framework, row: Row) -> bool:
    mapping = _translate(area, framework, row.framework)
    return mapping.kind == "same" and mapping.areas == (row.area,)


def _cell(area: Area, framework: Framework, then: Framework, entry: tuple[Inspection, Sequence[Judgement]]) -> Cell:
    mapping = _translate(area, framework, then)
    if mapping.kind != "same":
        why = " ".join(filter(None, (mapping.why, _given_then(mapping, then, entry[1]))))
        return Cell(grade=None, comparable=False, why=why, absent=True)
    found = _judged(mapping.areas[0], then, entry[1])
    if found is None or found.grade is None:
        return Cell(grade=None, comparable=False, why=NOT_READ, judgement=found)
    there = translate_grade(found.grade, then.code, framework.code)
    return Cell(grade=_printed(found), comparable=there.grade is not None, why=there.why, judgement=found)


def _given_then(mapping: Mapping, then: Framework, judgements: Sequence[Judgement]) -> str:
    """What that inspection did say about the wider or narrower areas."""
    found = [judged for area in mapping.areas if (judged := _judged(area, then, judgements)) and judged.grade]
    return f"Given then: {'; '.join(f'{judged.area}: {_printed(judged)}' for judged in found)}." if found else ""


def _judged(area: Area, framework: Framework, judgements: Sequence[Judgement]) -> Judgement | None:
    return next((judged for judged in judgements if framework.area(judged.area, judged.service) == area), None)


def _printed(judged: Judgement) -> str:
    return judged.as_printed or (judged.grade or "").replace("_", " ").capitalize()


def _translate(area: Area, before: Framework, after: Framework) -> Mapping:
    if before.code == after.code:
        return Mapping(kind="same", areas=(area,))
    areas: tuple[Area, ...] = (area,)
    found: list[Mapping] = []
    for step, backwards in _way(before.code, after.code):
        found += (mapped := [step.back(one) if backwards else step.forward(one) for one in areas])
        areas = tuple(dict.fromkeys(one for mapping in mapped for one in mapping.areas))
    return _joined_up(areas, found) if found else Mapping(kind="none", why=OTHER_GROUND)


def _joined_up(areas: tuple[Area, ...], found: Sequence[Mapping]) -> Mapping:
    """Several steps as one: as good as its worst step."""
    kinds = {mapping.kind for mapping in found}
    kind = "none" if not areas else "same" if kinds == {"same"} else "joined" if "joined" in kinds else "split"
    telling = [mapping.why for mapping in found if mapping.kind != "same"] or [found[-1].why]
    return Mapping(kind=kind, areas=areas, why=" ".join(dict.fromkeys(telling)))


def _way(start: str, end: str) -> tuple[tuple[_Step, bool], ...]:
    """The steps between two frameworks, each with whether it is gone backwards; empty when none lead there."""
    line = _steps()
    codes = [line[0].start, *(step.end for step in line)]
    if start not in codes or end not in codes:
        return ()
    first, last = codes.index(start), codes.index(end)
    if first <= last:
        return tuple((step, False) for step in line[first:last])
    return tuple((step, True) for step in reversed(line[last:first]))


def _titled(code: str, titles: Sequence[str]) -> tuple[Area, ...]:
    return tuple(area for title in titles for area in frameworks.get(code).areas if area.title == title)


@cache
def _steps() -> tuple[_Step, ...]:
    data = tomllib.loads(files(frameworks.__name__).joinpath("mappings.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert(step, type=_Step) for step in data["steps"])
