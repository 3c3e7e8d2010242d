"""What a web page's styles say of its elements: shading, emphasis, and what is not shown."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from goldthread.intake.readers.web_colours import colour_of

_KEPT = frozenset(
    {"background", "background-color", "font-weight", "text-decoration", "text-decoration-line", "display", "visibility", "mso-hide",
     "list-style-type", "list-style", "mso-list"}
)  # fmt: skip
_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w]*|\*)?(?P<marks>(?:[.#][\w-]+)*)")
_MOST_RULES = 20_000


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str | None
    classes: frozenset[str]
    id: str | None

    def fits(self, element: Any) -> bool:
        """Whether an element has this tag, id and these classes."""
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        return not self.classes or self.classes <= set((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class _Rule:
    weight: tuple[int, int, int, int]
    compounds: tuple[_Compound, ...]
    sets: dict[str, str]

    def fits(self, element: Any) -> bool:
        """Whether the rule's last part is the element and its other parts stand above it in their order."""
        if not self.compounds[-1].fits(element):
            return False
        above = list(self.compounds[:-1])
        parent = element.getparent()
        while above and parent is not None:
            if isinstance(parent.tag, str) and above[-1].fits(parent):
                above.pop()
            parent = parent.getparent()
        return not above


class Styles:
    """The page's simple style rules (tags, classes, ids and descendants) with the elements' own styles above them."""

    def __init__(self, root: Any) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._known: dict[Any, dict[str, str]] = {}
        count = 0
        for style in root.iter("style"):
            for selector, body in _rules(style.text or ""):
                for rule in _read(selector, body, count):
                    self._by_key[_key(rule.compounds[-1])].append(rule)
                    count += 1
                if count > _MOST_RULES:
                    return

    def of(self, element: Any) -> dict[str, str]:
        """The properties set on an element; those that say nothing here are left out."""
        known = self._known.get(element)
        if known is None:
            known = self._known[element] = self._work_out(element)
        return known

    def _work_out(self, element: Any) -> dict[str, str]:
        keys = [f".{name}" for name in (element.get("class") or "").split()] + [f"#{element.get('id')}", element.tag, "*"]
        rules = sorted((rule for key in keys for rule in self._by_key.get(key, ()) if rule.fits(element)), key=lambda rule: rule.weight)
        found: dict[str, str] = {}
        for sets in (*(rule.sets for rule in rules), _properties(element.get("style") or "")):
            found.update(sets)
            if "background" in sets and "background-color" not in sets:
                found.pop("background-color", None)
        return found

    def is_hidden(self, element: Any) -> bool:
        """Whether an element is not shown."""
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        style = self.of(element)
        return style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse") or style.get("mso-hide") == "all"

    def fill(self, element: Any) -> tuple[bool, str | None]:
        """Whether an element says how it is shaded, and its shading as RRGGBB, None for white."""
        style = self.of(element)
        value = style.get("background-color") or style.get("background") or element.get("bgcolor") or ""
        said = bool(value) and value not in ("transparent", "none", "inherit", "initial", "unset")
        return said, colour_of(value) if said else None

    def is_bold(self, element: Any) -> bool | None:
        """Whether an element sets its words bold; None when it says nothing of it."""
        weight = self.of(element).get("font-weight")
        if weight is not None:
            return weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        return True if element.tag in ("b", "strong") else None

    def is_underlined(self, element: Any) -> bool | None:
        """Whether an element underlines its words; None when it says nothing of it."""
        line = self._decoration(element)
        if line is not None and element.tag != "a":
            return "underline" in line or None
        return True if element.tag in ("u", "ins") else None

    def is_struck(self, element: Any) -> bool:
        """Whether an element's words are struck out."""
        return element.tag in ("del", "s", "strike") or "line-through" in (self._decoration(element) or "")

    def _decoration(self, element: Any) -> str | None:
        style = self.of(element)
        return style.get("text-decoration-line") or style.get("text-decoration")


def _key(compound: _Compound) -> str:
    if compound.id:
        return f"#{compound.id}"
    return f".{min(compound.classes)}" if compound.classes else compound.tag or "*"


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Selectors and bodies at the top level of a sheet; what stands inside @media and the like is left out."""
    sheet = re.sub(r"/\*.*?\*/|<!--|-->", " ", sheet, flags=re.DOTALL)
    found: list[tuple[str, str]] = []
    depth, start, selector = 0, 0, ""
    for match in re.finditer(r"[{};]", sheet):
        if match[0] == "{":
            if depth == 0:
                selector, start = sheet[start : match.start()].strip(), match.end()
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
            if depth == 0:
                if selector and not selector.startswith("@"):
                    found.append((selector, sheet[start : match.start()]))
                start = match.end()
        elif depth == 0:
            start = match.end()
    return found


def _read(selectors: str, body: str, order: int) -> list[_Rule]:
    sets = _properties(body)
    if not sets:
        return []
    read = []
    for selector in selectors.split(",")[:200]:
        compounds = _compounds(selector)
        if compounds:
            ids = sum(1 for one in compounds if one.id)
            classes = sum(len(one.classes) for one in compounds)
            tags = sum(1 for one in compounds if one.tag)
            read.append(_Rule((ids, classes, tags, order), compounds, sets))
    return read


def _compounds(selector: str) -> tuple[_Compound, ...]:
    found = []
    for part in selector.replace(">", " ").split():
        match = _COMPOUND.fullmatch(part)
        if match is None:
            return ()
        marks = re.findall(r"[.#][\w-]+", match["marks"])
        tag = match["tag"].lower() if match["tag"] and match["tag"] != "*" else None
        ids = [mark[1:] for mark in marks if mark[0] == "#"]
        found.append(_Compound(tag, frozenset(mark[1:] for mark in marks if mark[0] == "."), ids[0] if ids else None))
    return tuple(found)


def _properties(body: str) -> dict[str, str]:
    found = {}
    for part in body.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in _KEPT:
            found[name] = value.replace("!important", "").strip().lower()[:300]
    return found
