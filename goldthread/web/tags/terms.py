"""Terms of a plan's glossary in running text, each with its meaning on hover and focus."""

import html
import re

from django.template import Context, Library
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from goldthread.queries.glossary import Meanings
from goldthread.web.tags.showing import term

register = Library()
_TAG = re.compile(r"""(<(?:[^"'>]|"[^"]*"|'[^']*')*>)""")
_NAME = re.compile(r"<(/?)([a-zA-Z0-9]+)")
_LEFT_ALONE = frozenset({"a", "abbr", "button", "code", "dfn", "h1", "label", "option", "script", "select", "style", "summary", "textarea"})
"""Elements whose words lead somewhere, name something or are explained already."""


@register.simple_tag(takes_context=True)
def terms(context: Context, text: str | None, glossary: Meanings | None = None) -> SafeString:
    """The text with the first use of each term marked. glossary: ``queries.glossary.of_plan(plan)``, else ``glossary`` of the context.

    Plain text is escaped. In safe markup only the words between tags are looked at, and never those of links.
    """
    known: Meanings | None = glossary or context.get("glossary")
    if not text or known is None:
        return conditional_escape(text or "")
    seen: set[int] = set()
    if not isinstance(text, SafeString):
        return _marked(context, text, known, seen)
    inside: list[str] = []
    pieces = ((piece, _is_free(piece, inside)) for piece in _TAG.split(text))
    return SafeString("".join(_marked(context, html.unescape(piece), known, seen) if free else piece for piece, free in pieces))


def _marked(context: Context, text: str, known: Meanings, seen: set[int]) -> SafeString:
    found = known.split(text, seen)
    return SafeString("".join(term(context, words, meaning) if meaning else conditional_escape(words) for words, meaning in found))


def _is_free(piece: str, inside: list[str]) -> bool:
    """Whether a piece is words outside of everything that is left alone. inside: the elements that are open, kept by this function."""
    found = _NAME.match(piece)
    if found is None:
        return not inside and not piece.startswith("<")
    name = found[2].lower()
    if name in _LEFT_ALONE and not found[1]:
        inside.append(name)
    elif inside and inside[-1] == name:
        inside.pop()
    return False
