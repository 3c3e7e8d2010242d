"""The gold thread down a chain: finding, outcome, action, evidence."""

from typing import Any

from django.template import Library
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = Library()


@register.simple_block_tag
def thread(content: str, label: str = "The thread") -> SafeString:
    """Holds knots and breaks in order."""
    return format_html('<ol class="gt-thread" aria-label="{}">{}</ol>', label, content)


@register.simple_block_tag
def knot(content: str, kind: str = "") -> SafeString:
    """One link of the chain. kind: ``Finding``, ``Outcome`` and so on, said before it."""
    return render_to_string("components/knot.html", {"content": content, "kind": kind})


@register.inclusion_tag("components/broken.html")
def broken(words: str, kind: str = "", href: str = "", action: str = "Mend this") -> dict[str, Any]:
    """Where the chain is broken, in words: ``no outcome``; with a link to where it is mended."""
    return {"words": words, "kind": kind, "href": href, "action": action}
