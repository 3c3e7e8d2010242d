"""Tags that act: buttons, confirmation, progress with a way to stop."""

from typing import Any

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goldthread.web.tags.showing import numbered

register = Library()
_LOOKS = {"": "", "secondary": " govuk-button--secondary", "warning": " govuk-button--warning", "link": ""}


@register.inclusion_tag("components/button.html")
def button(words: str, kind: str = "", href: str = "", name: str = "", value: str = "") -> dict[str, str]:
    """A button that sends the form around it, or, with an href, a link that starts something.

    words: begin with a verb. kind: ``secondary``, ``warning`` or nothing. name, value: sent with the form when pressed.
    """
    return {"words": words, "look": _LOOKS[kind], "href": href, "name": name, "value": value}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(context: Context, words: str, action: str, kind: str = "", about: str = "", **hidden: object) -> dict[str, Any]:
    """A form of one button. about: what it acts on, for the ear; kind ``link`` looks like a link; other names are sent with it."""
    return {
        "words": words,
        "action": action,
        "kind": kind,
        "look": _LOOKS[kind],
        "about": about,
        "hidden": hidden,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_block_tag(takes_context=True)
def confirm(
    context: Context,
    content: str,
    button: str,
    action: str = "",
    cancel: str = "",
    cancel_words: str = "Cancel",
    kind: str = "",
    files: bool = False,
) -> SafeString:
    """A form with its token, its button and a way out. files: True when it sends files. kind: ``warning`` for what is hard to undo."""
    values = {
        "content": content,
        "button": button,
        "action": action,
        "cancel": cancel,
        "cancel_words": cancel_words,
        "look": _LOOKS[kind],
        "files": files,
        "csrf_token": context.get("csrf_token"),
    }
    return render_to_string("components/confirm.html", values)


@register.inclusion_tag("components/progress.html", takes_context=True)
def progress(
    context: Context,
    done: int,
    total: int,
    words: str,
    things: str = "",
    now: str = "",
    stop: str = "",
    stop_words: str = "Stop",
) -> dict[str, Any]:
    """How far long work has come: words, a bar, ``3 of 7 documents``. now: what is being done. stop: address that ends it (POST)."""
    return {
        "done": done,
        "total": total,
        "words": words,
        "things": things,
        "now": now,
        "stop": stop,
        "stop_words": stop_words,
        "id": numbered(context, "progress"),
        "csrf_token": context.get("csrf_token"),
    }
