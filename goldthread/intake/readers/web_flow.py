"""The words of a web page in reading order: paragraphs with their emphasis, and where its tables stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from goldthread.common.text import BULLETS
from goldthread.intake.document import Span
from goldthread.intake.readers.web_numbers import kind_of, list_mark, whole_number
from goldthread.intake.readers.web_styles import Styles

_LEFT_OUT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template head title meta link nav object embed applet iframe frame canvas audio video map select"
        " datalist option textarea button dialog math xml",
    )
)
_APART = frozenset(re.findall(r"\w+", "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr form fieldset"))
_BLOCKS = _APART | frozenset(
    re.findall(
        r"\w+",
        "div section article main header footer aside address li dt dd tr td th thead tbody tfoot caption figcaption center body html"
        " details summary legend",
    )
)
_FURNITURE_ROLES = frozenset(re.findall(r"\w+", "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tablist"))
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|breadcrumbs?|skip-?link|skip-?to(?:-content)?|pagination|site-?nav|navbar|social-?share|share-?links)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CONTENT = frozenset(re.findall(r"\w+", "article main section td th li table"))
_WORD_MARK = re.compile(rf"([{re.escape(BULLETS)}§Øo\uf0fe-]|\(?(?:\d{{1,3}}|[A-Za-z]|[ivx]{{1,5}})[.)])\s+(?=\S)")
_MOST_LINES = 65535  # the parser counts no further
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2002\u2003\u2009\u202f]+")


@dataclass(slots=True)
class Paragraph:
    """A paragraph, heading, list entry or line. mark: the bullet, number or letter that the page prints before it.

    entry: it is a list entry, with or without a printed mark. depth: how many lists or quotations it stands in.
    """

    line: int | None
    spans: list[Span] = field(default_factory=list)
    level: int | None = None
    mark: str | None = None
    entry: bool = False
    depth: int = 0
    gap: bool = False

    @property
    def text(self) -> str:
        """Its words without the mark."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class TableAt:
    """A table stands here."""

    element: Any


@dataclass(slots=True)
class _State:
    """What holds for the words inside an element."""

    bold: bool = False
    underline: bool = False
    level: int | None = None
    depth: int = 0
    raw: bool = False


class Flow:
    """Walks elements without recursion, so that no depth of nesting can end the program."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.hidden = self.struck = 0

    def paragraphs(self, root: Any, *, in_cell: bool) -> Iterator[Paragraph | TableAt]:
        """The paragraphs and tables inside an element, in order. in_cell: tables inside count as words, pictures by their names."""
        return _Walk(self, in_cell).run(root)

    def leaves_out(self, element: Any) -> bool:
        """Whether an element is no part of the page's own words; what is hidden or struck out is counted."""
        if element.tag in _LEFT_OUT or _is_furniture(element):
            return True
        if self.styles.is_hidden(element):
            self.hidden += _says_something(element)
            return True
        if self.styles.is_struck(element):
            self.struck += _says_something(element)
            return True
        return False


def is_layout(table: Any) -> bool:
    """Whether a table only places things on the page: it says so, has one cell, or mostly holds another table."""
    rows = own(table, ("tr",))
    cells = [cell for row in rows for cell in own(row, ("td", "th"))]
    if table.get("role") in ("presentation", "none") or len(cells) < 2:
        return True
    inner = [nested for cell in cells for nested in own(cell, ("table",)) if _is_grid(nested)]
    if not inner or any(cell.tag == "th" for cell in cells) or (table.get("border") or "0") not in ("0", ""):
        return False
    return 2 * sum(_letters(nested) for nested in inner) > _letters(table)


def _is_grid(table: Any) -> bool:
    rows = own(table, ("tr",))
    return len(rows) > 1 and any(len(own(row, ("td", "th"))) > 1 for row in rows)


def _letters(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext() if isinstance(text, str))


def own(element: Any, tags: tuple[str, ...]) -> list[Any]:
    """The elements with these tags inside an element that belong to it and to no table or such element within it."""
    found = []
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in tags:
            found.append(child)
        elif child.tag != "table":
            stack += reversed(child)
    return found


def _says_something(element: Any) -> bool:
    return any(text.strip() for text in element.itertext(with_tail=False) if isinstance(text, str))


def _is_furniture(element: Any) -> bool:
    if (element.get("role") or "") in _FURNITURE_ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names.strip() and element.tag not in ("body", "html", "td", "th", "tr", "table", "main") and _FURNITURE_NAMES.search(names):
        return True
    if element.tag not in ("header", "footer"):
        return False
    above = element.getparent()
    while above is not None and above.tag not in _CONTENT:
        above = above.getparent()
    return above is None and not (element.tag == "header" and _has_only_title(element))


def _has_only_title(header: Any) -> bool:
    """A header that holds the page's one first heading belongs to the page."""
    titles = header.getroottree().getroot().findall(".//h1")
    return len(titles) == 1 and header in titles[0].iterancestors("header")


class _Walk:
    """One walk through an element; holds the paragraph that is being gathered."""

    def __init__(self, flow: Flow, in_cell: bool) -> None:
        self.flow, self.styles, self.in_cell = flow, flow.styles, in_cell
        self.now: Paragraph | None = None
        self.ready: list[Paragraph | TableAt] = []
        self.gap = False
        self.mark: str | None = None
        self.entry = False
        self.from_word = False
        self.next_number: dict[Any, int] = {}
        self.terms = _Terms()

    def run(self, root: Any) -> Iterator[Paragraph | TableAt]:
        """Everything inside the root, in order."""
        stack: list[tuple[bool, Any, _State]] = [(True, root, _State())]
        while stack:
            begins, element, state = stack.pop()
            if not begins:
                self._leave(element)
            elif isinstance(element.tag, str) and (element is root or not self.flow.leaves_out(element)):
                if self._is_table(element, root):
                    self._table(element)
                else:
                    inner = self._enter(element, state)
                    self._words(element, element.text, inner)
                    stack.append((False, element, state))
                    stack += [(True, child, inner) for child in reversed(element)]
                    continue
            if element is not root:
                self._words(element, element.tail, state)
            yield from self._take()
        self._flush()
        yield from self._take()

    def _take(self) -> list[Paragraph | TableAt]:
        ready, self.ready = self.ready, []
        return ready

    def _is_table(self, element: Any, root: Any) -> bool:
        return element.tag == "table" and element is not root and not self.in_cell and not is_layout(element)

    def _table(self, element: Any) -> None:
        self._flush()
        self.ready.append(TableAt(element))
        self.gap = True

    def _enter(self, element: Any, state: _State) -> _State:
        tag = element.tag
        if tag == "br":
            self._flush()
        elif tag in _BLOCKS and not (self.in_cell and tag in ("td", "th")):
            self._flush()
            self.gap = self.gap or tag in _APART
            self._begin_block(element)
        self._named_picture(element, state)
        bold, underline = self.styles.is_bold(element), self.styles.is_underlined(element)
        return _State(
            bold=state.bold if bold is None else bold,
            underline=state.underline if underline is None else underline,
            level=int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else state.level,
            depth=state.depth + (tag in ("ul", "ol", "blockquote", "dd")),
            raw=state.raw or tag == "pre",
        )

    def _begin_block(self, element: Any) -> None:
        if element.tag == "li":
            self.mark, self.entry = self._mark(element), True
        elif element.tag in ("dt", "dd"):
            self.ready += self.terms.enter(element.tag)
        elif element.tag == "p":
            self.from_word = (element.get("class") or "").startswith("MsoList")

    def _mark(self, entry: Any) -> str | None:
        """The mark printed before a list entry; outside tables a plain bullet is said by ``entry`` alone."""
        parent = entry.getparent()
        if parent is None or parent.tag != "ol":
            return "•" if self.in_cell else None
        start = self.next_number.get(parent, whole_number(parent.get("start")) or 1)
        number = whole_number(entry.get("value"))
        number = start if number is None else number
        self.next_number[parent] = number + (-1 if parent.get("reversed") is not None else 1)
        return list_mark(number, kind_of(parent, self.styles.of(parent)))

    def _leave(self, element: Any) -> None:
        if element.tag in ("td", "th") and self.in_cell:
            self._words(element, " ", _State())
        elif element.tag in _BLOCKS:
            self._flush()
            self.gap = self.gap or element.tag in _APART
            if element.tag == "li":
                self.mark, self.entry = None, False
            elif element.tag == "p":
                self.from_word = False
            elif element.tag in ("dt", "dd", "dl"):
                self.ready += self.terms.leave(element.tag)

    def _named_picture(self, element: Any, state: _State) -> None:
        """In a cell a picture's name is what the cell says: a green tick, a red dot."""
        if not self.in_cell:
            return
        words = element.get("alt") if element.tag == "img" else None
        if element.tag in ("i", "span", "svg") and not len(element) and not (element.text or "").strip():
            words = element.get("aria-label") or element.get("title")
        if element.tag == "input" and element.get("type") == "checkbox":
            words = "☑" if element.get("checked") is not None else "☐"
        if words and words.strip():
            self._words(element, f" {words} ", state)

    def _words(self, element: Any, text: str | None, state: _State) -> None:
        if not text:
            return
        if not state.raw:
            self._add(element, _SPACE.sub(" ", text), state)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._flush()
            self._add(element, line.rstrip(), state)

    def _add(self, element: Any, text: str, state: _State) -> None:
        if self.now is None:
            text = text.lstrip()
            if not text:
                return
            line = element.sourceline if element.sourceline and element.sourceline < _MOST_LINES else None
            self.now = Paragraph(line, level=state.level, mark=self.mark, entry=self.entry, depth=state.depth, gap=self.gap)
            self.mark, self.entry, self.gap = None, False, False
        spans = self.now.spans
        if spans and spans[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            spans.append(Span(text=text, bold=state.bold, underline=state.underline))

    def _flush(self) -> None:
        paragraph, self.now = self.now, None
        if paragraph is None:
            return
        paragraph.spans = joined(paragraph.spans)
        if self.from_word:
            _read_word_mark(paragraph)
        if paragraph.text:
            self.ready += self.terms.take(paragraph)


class _Terms:
    """Definition lists: each meaning is printed behind its term, a term without meaning by itself."""

    def __init__(self) -> None:
        self.inside = ""
        self.term: Paragraph | None = None
        self.used = False
        self.before: Paragraph | None = None

    def enter(self, tag: str) -> list[Paragraph]:
        """A term or meaning begins; gives the term before when it was never explained."""
        self.inside = tag
        if tag == "dd":
            self.before = self.term
            return []
        return self._unused()

    def leave(self, tag: str) -> list[Paragraph]:
        """A term, a meaning or the whole list ends."""
        self.inside, self.before = "", None
        return self._unused() if tag == "dl" else []

    def take(self, paragraph: Paragraph) -> list[Paragraph]:
        """A paragraph: kept when it is a term, else given with the term that it explains."""
        if self.inside == "dt":
            if self.term is not None and not self.used:
                paragraph.spans = [*self.term.spans, Span(text=" "), *paragraph.spans]
            self.term, self.used = paragraph, False
            return []
        if self.before is not None:
            paragraph.spans = [*self.before.spans, Span(text=" — "), *paragraph.spans]
            paragraph.gap, self.before, self.used = paragraph.gap or self._first_gap(), None, True
        return [paragraph]

    def _first_gap(self) -> bool:
        return self.term is not None and self.term.gap

    def _unused(self) -> list[Paragraph]:
        term, self.term = self.term, None
        return [term] if term is not None and not self.used else []


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans of one emphasis put together, without space at the ends."""
    found: list[Span] = []
    for span in spans:
        if found and (found[-1].bold, found[-1].underline) == (span.bold, span.underline):
            found[-1:] = [Span(text=found[-1].text + span.text, bold=span.bold, underline=span.underline)]
        else:
            found.append(span)
    while found and not found[-1].text.rstrip():
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found


def _read_word_mark(paragraph: Paragraph) -> None:
    """Word's saved pages print list marks as letters of symbol fonts with blanks behind them."""
    match = _WORD_MARK.match(paragraph.text)
    if not match:
        return
    paragraph.entry = True
    paragraph.mark = match[1] if match[1][-1:] in ".)" else "•"
    taken = match.end()
    spans = []
    for span in paragraph.spans:
        spans.append(replace(span, text=span.text[taken:]))
        taken = max(0, taken - len(span.text))
    paragraph.spans = [span for span in spans if span.text]
