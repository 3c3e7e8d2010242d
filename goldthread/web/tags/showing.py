"""Tags that show: facts, events, tasks, cards, figures, quotes, changes, terms."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify

from goldthread.web.tags.filters import lower_first
from goldthread.web.tags.parts import Card, Event, Fact, Task

register = Library()
_NOTHING: tuple[object, ...] = (None, "", (), [])


def _of(value: object, name: str, otherwise: object = "") -> Any:
    """A part's or a dictionary's value under a name."""
    return value.get(name, otherwise) if isinstance(value, Mapping) else getattr(value, name, otherwise)


def numbered(context: Context, kind: str) -> str:
    """An id that no other component has, of this page or, when HTMX fetches a part of it, of the page that it goes into."""
    request = context.get("request")
    # Its lowest dictionary is the one that all templates of a rendering share.
    shared: dict[Any, Any] = vars(request) if request else context.render_context.dicts[0]
    number = next(shared.setdefault("gt_ids", count(1)))
    into = slugify(request.headers.get("HX-Target", "")) if request else ""
    return "-".join(part for part in (kind, into, str(number)) if part)


def _row(fact: Fact | Mapping[str, Any]) -> dict[str, Any]:
    key, value = _of(fact, "key"), _of(fact, "value", None)
    return {
        "key": key,
        "value": value,
        "href": _of(fact, "href"),
        "action": _of(fact, "action") or "Change",
        "note": _of(fact, "note"),
        "missing": _of(fact, "missing") or f"Enter {lower_first(key)}",
        "none": _of(fact, "none") or "None given",
        "is_missing": value in _NOTHING,
    }


@register.inclusion_tag("components/facts.html")
def facts(rows: Sequence[Fact | Mapping[str, Any]], plain: bool = False) -> dict[str, Any]:
    """A summary list; a missing value becomes a link ``Enter due date``. plain: without lines between."""
    return {"rows": [_row(row) for row in rows], "plain": plain}


@register.inclusion_tag("components/timeline.html")
def timeline(events: Sequence[Event | Mapping[str, Any]], level: int = 3) -> dict[str, Any]:
    """Events as given; newest first is the caller's part. level: of the headings."""
    return {"events": events, "tag": f"h{level}"}


@register.inclusion_tag("components/tasks.html", takes_context=True)
def tasks(context: Context, items: Sequence[Task | Mapping[str, Any]]) -> dict[str, Any]:
    """A task list; ``Completed`` and other plain statuses have no tone."""
    lines = [
        {**{name: _of(item, name) for name in ("text", "href", "hint", "status", "tone")}, "is_plain": not _of(item, "tone")}
        for item in items
    ]
    return {"tasks": lines, "ids": numbered(context, "task")}


@register.inclusion_tag("components/cards.html")
def cards(items: Sequence[Card | Mapping[str, Any]], level: int = 2) -> dict[str, Any]:
    """A list of cards."""
    return {"cards": items, "tag": f"h{level}"}


@register.inclusion_tag("components/figure.html")
def figure(number: object, words: str, of: object = None, since: str = "", href: str = "") -> dict[str, Any]:
    """A number, large, then what it is out of, then since when: 12 · of 35 actions late · since 3 April 2026."""
    return {"number": number, "words": words, "of": of, "since": since, "href": href}


@register.inclusion_tag("components/quoted.html")
def quoted(words: str, before: str = "", after: str = "", place: str = "") -> dict[str, str]:
    """What a document says: the words read, highlighted, between the words around them. place: file, page, row."""
    return {"words": words, "before": before, "after": after, "place": place}


@register.inclusion_tag("components/was_now.html")
def was_now(was: object, now: object) -> dict[str, Any]:
    """A value before and after."""
    return {"was": was, "now": now, "was_is_empty": was in _NOTHING, "now_is_empty": now in _NOTHING}


@register.simple_tag(takes_context=True)
def term(context: Context, word: str, meaning: str) -> SafeString:
    """A word with its meaning on hover and focus; the word alone when there is no meaning."""
    if not meaning:
        return format_html("{}", word)
    shown = render_to_string("components/term.html", {"word": word, "meaning": meaning, "id": numbered(context, "term")})
    return SafeString(shown.strip())


@register.simple_block_tag
def details(content: str, summary: str, open: bool = False) -> SafeString:
    """Words that open on demand. summary: the line that is always seen."""
    return render_to_string("components/details.html", {"content": content, "summary": summary, "open": open})


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Words set off from the text around them."""
    return format_html('<div class="govuk-inset-text gt-text">{}</div>', content)


@register.inclusion_tag("components/warning.html")
def warning(words: str) -> dict[str, str]:
    """One sentence about what could go wrong."""
    return {"words": words}


@register.simple_block_tag
def notice(content: str, title: str = "For information", kind: str = "") -> SafeString:
    """A notice on top of a page. kind: ``success``, ``warning`` or nothing."""
    return render_to_string("components/notice.html", {"content": content, "title": title, "kind": kind})


@register.simple_block_tag
def nothing_yet(content: str, title: str, level: int = 2) -> SafeString:
    """Where a list is empty: what will be here, and how to make it so."""
    return render_to_string("components/nothing_yet.html", {"content": content, "title": title, "tag": f"h{level}"})
