"""Tags of lists: headings that sort, filters, pages. Their state is the address's, so that it can be kept and sent."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goldthread.web.tags.filters import lower_first
from goldthread.web.tags.parts import Column, Link

register = Library()


def _address(context: Context, **changed: str | None) -> str:
    """The page's own query with some values changed; None takes one away."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


def _heading(context: Context, column: Column | Mapping[str, Any], sort: str) -> dict[str, Any]:
    value = column.get if isinstance(column, Mapping) else lambda name, otherwise=None: getattr(column, name, otherwise)
    key = value("key")
    ordered = {key: "ascending", f"-{key}": "descending"}.get(sort) if key else None
    turned = f"-{key}" if ordered == "ascending" else key
    return {
        "text": value("text"),
        "numeric": value("numeric", False),
        "hidden": value("hidden", False),
        "aria_sort": ordered,
        "href": _address(context, sort=turned, page=None) if key else None,
    }


@register.inclusion_tag("components/table_head.html", takes_context=True)
def table_head(context: Context, columns: Sequence[Column | Mapping[str, Any]], sort: str = "") -> dict[str, Any]:
    """Headings, those with a key as links that order the list on the server.

    sort: the order in force, ``due`` or ``-due`` for the greatest first. The first press sorts upwards, the next turns it.
    """
    return {"columns": [_heading(context, column, sort) for column in columns]}


@register.simple_tag
def sorted_words(columns: Sequence[Column], sort: str) -> str:
    """The order in words for a caption: ``sorted by due date, latest first``; nothing when no column has it."""
    column = next((one for one in columns if one.key and one.key == sort.removeprefix("-")), None)
    if column is None:
        return ""
    turned = sort.startswith("-")
    first = column.greatest if turned else column.least
    order = f", {first} first" if first else ", in reverse" if turned else ""
    return f"sorted by {lower_first(column.text)}{order}"


@register.simple_block_tag(takes_context=True)
def filters(
    context: Context,
    content: str,
    chosen: Iterable[Link | Mapping[str, str]] = (),
    clear: str = "?",
    title: str = "Filter",
    action: str = "",
    button: str = "Apply filters",
    open: bool = True,
) -> SafeString:
    """The filter panel around its fields. chosen: filters in force, each with the address without it. open: False for a closed panel."""
    request = context.get("request")
    values = {"chosen": list(chosen), "clear": clear, "title": title, "action": action, "button": button, "content": content, "open": open}
    return render_to_string("components/filters.html", {**values, "sort": request.GET.get("sort", "") if request else ""})


def _page_link(context: Context, page: Page, number: int | str) -> dict[str, Any]:
    href = _address(context, page=str(number)) if isinstance(number, int) else None
    return {"text": str(number), "href": href, "current": number == page.number}


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context: Context, page: Page, things: str, one: str = "") -> dict[str, Any]:
    """How many of what are shown, and links to the other pages. things: in the plural, ``actions``; one: else that without s."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "things": things,
        "one": one or things.removesuffix("s"),
        "total": page.paginator.count,
        "several": page.has_other_pages(),
        "first": page.start_index(),
        "last": page.end_index(),
        "pages": [_page_link(context, page, number) for number in numbers],
        "previous": _address(context, page=str(page.previous_page_number())) if page.has_previous() else None,
        "next": _address(context, page=str(page.next_page_number())) if page.has_next() else None,
    }
