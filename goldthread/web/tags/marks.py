"""Ratings as word, letter, shape and colour; months of ratings; limits met or not."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldthread.common.dates import spoken
from goldthread.reports.map.marks import Mark
from goldthread.reports.map.svg import SHAPE_PATHS
from goldthread.web.tags.parts import Month

register = Library()
_STEP = 19


@register.simple_tag
def shape(mark: Mark) -> SafeString:
    """The mark's shape alone, for where its word stands beside it."""
    path = SHAPE_PATHS[mark.shape]
    return format_html('<svg class="gt-shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="{}"/></svg>', path)


@register.inclusion_tag("components/rating.html")
def rating(mark: Mark | None, hidden: str = "", none: str = "not rated") -> dict[str, Any]:
    """A rating. hidden: words for the ear only, such as ``rated by the lead``. none: what stands where there is no rating."""
    return {"mark": mark, "shape": shape(mark) if mark else "", "hidden": hidden, "none": none}


@register.inclusion_tag("components/rating_key.html")
def rating_key(marks: Sequence[Mark], words: str = "What this plan’s ratings mean") -> dict[str, Any]:
    """The plan's own key: each mark with its meaning."""
    return {"marks": marks, "words": words}


def _word(month: Month) -> str:
    return month.mark.word if month.mark else "not rated"


def _runs(months: Sequence[Month]) -> str:
    """Months with the same rating are said together: April 2026 to June 2026 amber; July 2026 red."""
    said = []
    for word, run in groupby(months, key=_word):
        first, *rest = run
        said.append(f"{spoken(first.part)} to {spoken(rest[-1].part)} {word}" if rest else f"{spoken(first.part)} {word}")
    return "; ".join(said) or "no months yet"


def _square(at: int, month: Month) -> SafeString:
    title = f"{spoken(month.part)}: {_word(month)}"
    box = format_html('<g transform="translate({} 0)"><title>{}</title><rect x=".5" y=".5" width="16" height="17"/>', at * _STEP, title)
    if month.mark is None:
        return box + SafeString("</g>")
    drawing = '<path class="gt-shape gt-tone--{}" transform="translate(2.5 3)" d="{}"/></g>'
    return box + format_html(drawing, month.mark.tone, SHAPE_PATHS[month.mark.shape])


@register.simple_tag
def strip(months: Sequence[Month], what: str = "Rating by month") -> SafeString:
    """A row of small squares, one a month, oldest first. what: begins the words for a screen reader.

    Put together here and not by a template: a plan on a page shows hundreds.
    """
    width = max(len(months) * _STEP - 2, 1)
    squares = SafeString("".join(_square(at, month) for at, month in enumerate(months)))
    return format_html(
        '<span class="gt-strip" role="img" aria-label="{}">'
        '<svg width="{}" height="18" viewBox="0 0 {} 18" aria-hidden="true">{}</svg></span>',
        f"{what}: {_runs(months)}",
        width,
        width,
        squares,
    )


@register.inclusion_tag("components/tick.html")
def tick(is_met: bool, words: str) -> dict[str, Any]:
    """A tick or a cross with words that say the same: ``by the limit``, ``12 days late``."""
    return {"is_met": is_met, "words": words}


@register.simple_tag
def tag(words: str, tone: str = "grey") -> SafeString:
    """A status in sentence case that is no rating. tone: grey, blue, green, yellow, red; the same for the same meaning everywhere."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', tone, words)


@register.inclusion_tag("components/person.html")
def person(name: str, role: str = "") -> dict[str, str]:
    """A name with its initials before it, and the role after it."""
    words = name.split()
    return {"name": name, "role": role, "initials": "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()}
