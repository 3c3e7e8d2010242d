"""The thread map for its page: sheets and strands with the ids that addresses lead to, the list in words, and breaks by kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goldthread.reports.map.marks import Mark
from goldthread.reports.map.outline import Entry, missing_words
from goldthread.reports.map.sums import KINDS, Break
from goldthread.reports.map.thread import Sheet, Strand, ThreadMap
from goldthread.reports.map.words import sentence
from goldthread.web.plans.places import Href
from goldthread.web.tags.marks import rating

_KINDS: Final = {"judgement": "Judgement", "finding": "Finding", "outcome": "Outcome", "lead": "Led by", "timing": "Due"}
"""Said before what its own words do not tell apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A sheet with its id on the page, and its strands with theirs. goes_on: a folded one after another, under the same headings."""

    anchor: str
    goes_on: bool
    sheet: Sheet
    strands: tuple[tuple[str, Strand], ...]


def sheets(drawn: ThreadMap, name: Callable[[str], str]) -> list[Anchored]:
    """The sheets in order. name: from a key to an id."""
    folded = [False, *(sheet.folded for sheet in drawn.sheets)]
    return [
        Anchored(
            anchor=name(sheet.key),
            goes_on=before and sheet.folded,
            sheet=sheet,
            strands=tuple((name(strand.key), strand) for strand in sheet.strands),
        )
        for before, sheet in zip(folded, drawn.sheets, strict=False)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The breaks of one kind: how many of what, and each with the page where it is mended."""

    words: str
    breaks: tuple[tuple[str | None, Break], ...]


def kinds(drawn: ThreadMap, href: Href) -> Iterator[Kind]:
    """Every break of the whole plan by kind, in the order of the thread."""
    for kind in KINDS:
        found = tuple((href(one.key), one) for one in drawn.breaks if one.kind == kind)
        if found:
            said = missing_words(replace(drawn.total, missing={kind: len(found)}))[0]
            yield Kind(words=sentence(said), breaks=found)


def outline(entries: Sequence[Entry]) -> SafeString:
    """The list in words as nested lists. Put together here, since a template within a template for each line takes a page's whole time."""
    return format_html('<ul class="gt-outline">{}</ul>', _lines(entries))


def _lines(entries: Sequence[Entry]) -> SafeString:
    parts = ((_kind(one), _ref(one), _words(one), _mark(one.mark), _under(one)) for one in entries)
    return format_html_join("", "<li>{}{}{}{}{}</li>", parts)


def _kind(entry: Entry) -> SafeString:
    said = _KINDS.get(entry.kind, "") if not entry.broken else ""
    return format_html('<span class="gt-quiet">{}</span> ', said) if said else SafeString("")


def _ref(entry: Entry) -> SafeString:
    return format_html('<span class="gt-ref">{}</span> ', entry.ref) if entry.ref else SafeString("")


def _words(entry: Entry) -> SafeString:
    torn = entry.broken and not entry.entries and entry.kind not in ("fold", "item")
    said = format_html('<span class="gt-break">{}</span>', entry.words) if torn else format_html("{}", entry.words)
    return format_html('<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>', entry.href, said) if entry.href else said


def _under(entry: Entry) -> SafeString:
    return format_html("<ul>{}</ul>", _lines(entry.entries)) if entry.entries else SafeString("")


@lru_cache(maxsize=256)
def _mark(mark: Mark | None) -> SafeString:
    return SafeString(" " + render_to_string("components/rating.html", rating(mark)).strip()) if mark else SafeString("")
