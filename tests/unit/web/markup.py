"""Reads what a template drew: elements by simple selectors, and their words."""

import re
from typing import Any

from django.template import Context, engines
from django.test import RequestFactory
from lxml import html

_STEP = re.compile(r"\.(?P<cls>[\w-]+)|\[(?P<name>[\w-]+)(?:=(?P<value>[\w-]+))?\]|(?P<tag>\w+)")


def _step(written: str) -> str:
    tag, tests = "*", []
    for part in _STEP.finditer(written):
        if part["tag"]:
            tag = part["tag"]
        elif part["cls"]:
            tests.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {part['cls']} ')")
        else:
            tests.append(f"@{part['name']}" + (f"='{part['value']}'" if part["value"] else ""))
    return tag + "".join(f"[{test}]" for test in tests)


def find(element: html.HtmlElement, selectors: str) -> list[html.HtmlElement]:
    """Elements inside, by ``tag.class[name=value]``, with spaces for "anywhere inside" and commas for "or", in the page's order."""
    paths = [".//" + "//".join(_step(step) for step in one.split()) for one in selectors.split(",")]
    return element.xpath(" | ".join(paths))


def only(element: html.HtmlElement, selectors: str) -> html.HtmlElement:
    """The only such element."""
    (found,) = find(element, selectors)
    return found


def by_id(element: html.HtmlElement, name: str | None) -> html.HtmlElement:
    """The only element with this id."""
    (found,) = element.xpath(".//*[@id=$name]", name=name)
    return found


def words(element: html.HtmlElement) -> str:
    """All of its text with single spaces; blocks are set apart."""
    return " ".join(" ".join(element.itertext()).split())


def drawn(template: str, *, path: str = "/", **values: Any) -> html.HtmlElement:
    """A template's HTML as one element. path: the address asked for, which lists keep their state in."""
    written = engines["django"].from_string(template).template.render(Context({"request": RequestFactory().get(path), **values}))
    return html.fragment_fromstring(written, create_parent="div")
