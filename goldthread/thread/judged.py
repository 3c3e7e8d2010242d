"""Which of the inspectors' judgements stands behind something that they found."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from goldthread.common.text import fold, words
from goldthread.thread.likeness import Index, Scale, stem, stems
from goldthread.thread.picture import Finding, Judgement, Picture

LIKE = 50.0
"""At this likeness (0–100) to a paragraph a finding is taken to be about the same."""

_GENERAL = frozenset(
    word[:6]
    for word in words(
        "progress experiences impact capacity improvement overall effectiveness quality provision outcomes children young people services "
        "families practice social work need help"
    )
)


class Judge:
    """Which judgement stands behind a finding."""

    def __init__(self, picture: Picture) -> None:
        self._judgements = picture.judgements
        self._paragraphs = [finding for finding in picture.findings if finding.kind == "paragraph"]
        self._index = Index([finding.text for finding in self._paragraphs])
        self._scale = Scale(finding.text for finding in picture.findings)

    def behind(self, finding: Finding) -> Judgement | None:
        """The judgement for the finding's own section; for a list of areas, the one that its words lead to; else overall.

        A list of areas for improvement stands in no graded section, so the paragraphs of the same service say what it is about,
        or else the one judged area that its words name (“care leavers”).
        """
        same = [judgement for judgement in self._judgements if _same_service(judgement.service, finding.service)]
        if direct := _in_section(finding.section, same):
            return direct
        overall = [judgement for judgement in same if fold(judgement.area).startswith("overall")]
        particular = [judgement for judgement in same if judgement not in overall]  # what stands under “overall” sums the others up
        if finding.kind != "paragraph" and (told := self._by_paragraph(finding, particular) or _by_name(finding, particular)):
            return told
        return overall[0] if overall else None

    def _by_paragraph(self, finding: Finding, judgements: Sequence[Judgement]) -> Judgement | None:
        near = [self._paragraphs[at] for at in sorted(self._index.comparable(stems(finding.text)))]
        graded = [
            (self._scale.likeness(finding.text, other.text), judgement)
            for other in near
            if _same_service(other.service, finding.service) and (judgement := _in_section(other.section, judgements))
        ]
        score, best = max(graded, key=lambda pair: pair[0], default=(0.0, None))
        return best if score >= LIKE else None


def _by_name(finding: Finding, judgements: Sequence[Judgement]) -> Judgement | None:
    areas = [(judgement, stems(judgement.area) - _GENERAL) for judgement in judgements]
    seen = Counter(stem for _, telling in areas for stem in telling)
    said = Counter(stem(word) for word in words(finding.text))
    own = [({stem for stem in telling if seen[stem] == 1}, judgement) for judgement, telling in areas]
    counted = sorted(((sum(said[stem] for stem in telling), judgement) for telling, judgement in own), key=lambda pair: -pair[0])
    clear = counted and counted[0][0] and (len(counted) == 1 or counted[0][0] > 2 * counted[1][0])
    return counted[0][1] if clear else None


def _same_service(one: str | None, other: str | None) -> bool:
    return one == other or None in (one, other) or "all" in (one, other)


def _in_section(section: str | None, judgements: Sequence[Judgement]) -> Judgement | None:
    return next((judgement for judgement in judgements if section and _same_area(section, judgement.area)), None)


@lru_cache(maxsize=1024)
def _same_area(section: str, area: str) -> bool:
    """Headings of sections often go on with the grade (``Children in care: good``)."""
    wanted, named = fold(section), fold(area)
    return bool(wanted) and (wanted.startswith(named) or fuzz.ratio(wanted, named) >= 90)
