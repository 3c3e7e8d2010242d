"""Tags of the page itself: its title, the way back, what went wrong, views of the same thing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.core.paginator import Page
from django.forms import BaseForm
from django.template import Context, Library

from goldthread.web.tags.parts import Link

register = Library()


def forms_of(context: Context) -> list[BaseForm]:
    """The forms that a page shows: ``form`` and those in ``forms``."""
    found = [context.get("form"), *(context.get("forms") or [])]
    return [form for form in found if isinstance(form, BaseForm)]


def _is_invalid(context: Context) -> bool:
    return bool(context.get("errors")) or any(form.is_bound and form.errors for form in forms_of(context))


def _of_pages(context: Context) -> str:
    page = context.get("page_obj")
    return f" (page {page.number} of {page.paginator.num_pages})" if isinstance(page, Page) and page.has_other_pages() else ""


@register.simple_tag(takes_context=True)
def page_title(context: Context, heading: str = "", section: str = "") -> str:
    """``Error: heading (page 2 of 9) – section – service``; what is not given comes from the context."""
    parts = [heading or context.get("heading") or "", section or context.get("section") or "", context.get("service") or "Goldthread"]
    if parts[0]:
        parts[0] += _of_pages(context)
    title = " – ".join(part for part in parts if part)
    return f"Error: {title}" if _is_invalid(context) else title


def _field_errors(form: BaseForm) -> Iterator[Link]:
    for text in form.non_field_errors():
        yield Link(text=str(text), href=None)
    for bound in form:
        anchor = getattr(bound, "error_anchor", bound.id_for_label or bound.auto_id)
        for text in getattr(bound, "problems", bound.errors):
            yield Link(text=str(text), href=f"#{anchor}" if not bound.is_hidden else None)


@register.inclusion_tag("components/error_summary.html", takes_context=True)
def error_summary(context: Context, *forms: BaseForm) -> dict[str, Any]:
    """Every error of the forms (those of the context when none are named), then ``errors`` of the context."""
    found = [line for form in (forms or forms_of(context)) if form.is_bound for line in _field_errors(form)]
    others: Sequence[Any] = context.get("errors") or ()
    return {"errors": found + [Link(text=one) if isinstance(one, str) else one for one in others]}


@register.inclusion_tag("components/back_link.html")
def back_link(href: str, words: str = "Back") -> dict[str, str]:
    """The way back; never together with a trail."""
    return {"href": href, "words": words}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumb_trail(crumbs: Sequence[Link | Mapping[str, str]]) -> dict[str, Any]:
    """Where the page lies; the last without an address is the page itself."""
    return {"crumbs": crumbs}


@register.inclusion_tag("components/subnav.html")
def subnav(tabs: Sequence[Any], label: str = "Views") -> dict[str, Any]:
    """Views of the same thing as links. label: what a screen reader calls the group; unlike on one page."""
    return {"tabs": tabs, "label": label}
