"""The words of a Word paragraph with their look: what a reader of the final version sees, and a count of what is left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from goldthread.intake.document import Span
from goldthread.intake.readers.office_colours import HIGHLIGHTS, Theme, shade
from goldthread.intake.readers.office_package import Package, Relation, is_on
from goldthread.intake.readers.office_symbols import sign, signs
from goldthread.intake.readers.word_embedded import embedded_mark
from goldthread.intake.readers.word_numbering import Mark, Numbering
from goldthread.intake.readers.word_shading import shading
from goldthread.intake.readers.word_styles import VAL, Look, Styles, W, number, value

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_THROUGH = frozenset({"hyperlink", "smartTag", "customXml", "bdo", "dir", "ins", "moveTo", "fldSimple", "sdtContent", "ruby", "rubyBase"})
_PLAIN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTE_MARK = re.compile(r"[\d*†‡,]{1,4}")
_MARKABLE = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?)\]”’\"])\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one look. colour: its own; shade: what is behind it."""

    text: str
    bold: bool = False
    underline: bool = False
    size: float | None = None
    colour: str | None = None
    shade: str | None = None


@dataclass(slots=True)
class Paper:
    """A Word document that is being read.

    left_out: how much of each kind has not become text. carried: the words of a paragraph whose end is tracked as deleted.
    """

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    theme: Theme
    relations: dict[str, Relation]
    left_out: Counter[str] = field(default_factory=Counter)
    carried: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """A paragraph's pieces. mark: its list mark. boxes: text boxes fixed to it. lights: colours of shapes drawn in it."""

    pieces: list[Piece] = field(default_factory=list)
    mark: Mark | None = None
    boxes: list[Any] = field(default_factory=list)
    lights: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's own text, without its list mark."""
        return "".join(piece.text for piece in self.pieces)


def local(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def chosen(alternatives: Any) -> Any:
    """The branch of an mc:AlternateContent that holds the words: the first, unless only the fallback has any."""
    branches = [branch for branch in alternatives if local(branch) in ("Choice", "Fallback")]
    speaking = (branch for branch in branches if next(branch.iter(W + "t", W + "drawing"), None) is not None)
    return next(speaking, branches[0] if branches else ())


def read_words(paper: Paper, paragraph: Any, *, bold: bool = False) -> Words:
    """The paragraph's words; it counts in its list. bold: what a table's style says where nothing nearer does."""
    goes_on = _goes_on(paragraph)
    words = Words(pieces=paper.carried, mark=None if goes_on else paper.numbering.mark(paragraph))
    reading = _Reading(paper, paper.styles.style_of(paragraph), bold, words)
    reading.walk(paragraph)
    paper.carried, words.pieces = (words.pieces, []) if goes_on else ([], words.pieces)
    return words


def _goes_on(paragraph: Any) -> bool:
    """Whether the paragraph's end is tracked as deleted, so that the next one goes on with it."""
    if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
        return False
    following = paragraph.getnext()
    return following is not None and following.tag == f"{W}p"


@dataclass(slots=True)
class _Reading:
    """The walk through one paragraph. codes: for every open field, whether its code (not its result) is being passed."""

    paper: Paper
    style: str | None
    bold: bool
    words: Words
    codes: list[bool] = field(default_factory=list)

    def walk(self, parent: Any) -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name in _THROUGH:
                self.paper.left_out["insertions"] += name == "ins"
                self.walk(child)
            elif name == "sdt":
                self._control(child)
            elif name == "AlternateContent":
                self.walk(chosen(child))
            elif name == "del":
                self.paper.left_out["deletions"] += next(child.iter(W + "delText"), None) is not None
            elif name in ("oMath", "oMathPara"):
                self._add("".join(each.text or "" for each in child.iter() if local(each) == "t"), self._look(None), None)

    def _look(self, properties: Any) -> Look:
        return self.paper.styles.look(properties, self.style)

    def _add(self, text: str, look: Look, properties: Any) -> None:
        if not text or any(self.codes):
            return
        if look.hidden:
            self.paper.left_out["hidden"] += bool(text.strip())
            return
        if look.raised and _NOTE_MARK.fullmatch(text.strip()) and _MARKABLE.search(self.words.text):
            self.paper.left_out["note marks"] += 1
            return
        self.paper.left_out["struck"] += bool(look.struck and text.strip())
        bold = self.bold if look.bold is None else look.bold
        piece = Piece(text, bold, bool(look.underline), look.size, shade(look.colour), self._behind(properties))
        self.words.pieces.append(piece)

    def _behind(self, properties: Any) -> str | None:
        if properties is None:
            return None
        pen = HIGHLIGHTS.get((value(properties, "highlight") or "").lower())
        return shade(pen) or shading(properties.find(W + "shd"), self.paper.theme)

    def _run(self, run: Any) -> None:
        properties = run.find(W + "rPr")
        look = self._look(properties)
        for child in run:
            self._within(child, look, properties)

    def _within(self, child: Any, look: Look, properties: Any) -> None:
        name = local(child)
        if name == "t" and child.tag == W + "t":
            self._add(signs(look.font, child.text or ""), look, properties)
        elif name in _PLAIN:
            self._add(_PLAIN[name], look, properties)
        elif name == "sym":
            self._add(_symbol(child), look, properties)
        elif name == "fldChar":
            self._field(child, look, properties)
        elif name == "object":
            self._embedded(child, look)
        elif name in ("drawing", "pict"):
            self._drawing(child)
        elif name == "AlternateContent":
            for inner in chosen(child):
                self._within(inner, look, properties)
        elif name == "ruby":
            self.walk(child)
        elif name in ("footnoteReference", "endnoteReference"):
            self.paper.left_out["notes"] += 1

    def _field(self, element: Any, look: Look, properties: Any) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._add(_form_field(element.find(W + "ffData")), look, properties)
            self.codes.append(True)
        elif kind == "separate" and self.codes:
            self.codes[-1] = False
        elif kind == "end" and self.codes:
            self.codes.pop()

    def _control(self, control: Any) -> None:
        """A content control: its words, the box that is ticked or not, and nothing where it still shows its prompt."""
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        box = properties.find(f"{_W14}checkbox") if properties is not None else None
        if box is not None:
            ticked = is_on(box.find(f"{_W14}checked"), f"{_W14}val")
            first = next(control.iter(W + "rPr"), None)
            self._add("☒" if ticked else "☐", replace(self._look(first), raised=None), None)
        elif is_prompt(properties):
            self.paper.left_out["prompts"] += 1
        elif content is not None:
            self.walk(content)

    def _embedded(self, element: Any, look: Look) -> None:
        mark = embedded_mark(self.paper.package, self.paper.relations, element)
        if mark:
            self.paper.left_out["embedded"] += 1
            apart = " " if self.words.text and not self.words.text[-1].isspace() else ""
            self._add(apart + mark, replace(look, hidden=None, raised=None), None)

    def _drawing(self, element: Any) -> None:
        boxes = [box for box in element.iter(W + "txbxContent") if not _inside_another(box, element)]
        self.words.boxes += boxes
        self.words.lights += list(_lights(element, self.paper.theme))
        if not boxes and any(local(each) in ("pic", "imagedata", "chart", "relIds") for each in element.iter()):
            self.paper.left_out["pictures"] += 1


def is_prompt(properties: Any) -> bool:
    """Whether a content control (its ``w:sdtPr``) still shows its prompt, "Choose an item"."""
    return properties is not None and is_on(properties.find(W + "showingPlcHdr"), VAL)


def _symbol(element: Any) -> str:
    code = element.get(W + "char") or ""
    return sign(element.get(W + "font"), int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""


def _form_field(data: Any) -> str:
    """What an old form field shows: a ticked or empty box, or the entry that is chosen from a list."""
    if data is None:
        return ""
    box, choice = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        state = box.find(W + "checked")
        return "☒" if is_on(box.find(W + "default") if state is None else state, VAL) else "☐"
    if choice is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choice.iterchildren(W + "listEntry")]
    at = number(value(choice, "result")) or 0
    return entries[at] if 0 <= at < len(entries) else ""


def _inside_another(box: Any, within: Any) -> bool:
    """Whether a text box is inside another one, or is the old-style double of one."""
    for above in box.iterancestors():
        if above is within:
            return False
        if local(above) in ("txbxContent", "Fallback"):
            return True
    return False


def _lights(element: Any, theme: Theme) -> Iterator[str]:
    """The colours of shapes that are drawn filled: a traffic light is a circle with a colour."""
    for each in element.iter():
        colour = None
        if local(each) == "spPr":
            colour = next((theme.drawn(inner) for inner in each if local(inner) == "solidFill"), None)
        elif local(each) in ("oval", "rect", "roundrect", "shape") and each.get("fillcolor"):
            named = each.get("fillcolor").split()[0].lower()
            colour = HIGHLIGHTS.get(named, named)
        if seen := shade(colour):
            yield seen


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space at both ends."""
    kept = list(pieces)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def with_mark(words: Words) -> list[Piece]:
    """The pieces after the list mark that Word draws before them; white space at the ends is left out."""
    pieces = trimmed(words.pieces)
    if not words.mark or not words.mark.text or (words.mark.bullet and not pieces):
        return pieces
    size = pieces[0].size if pieces else None
    return [Piece(words.mark.text + (" " if pieces else ""), size=size), *pieces]


def spans(pieces: list[Piece]) -> tuple[Span, ...]:
    """The pieces as spans, those with the same emphasis joined; white space takes the emphasis before it."""
    found: list[Span] = []
    for piece in pieces:
        same = found and (not piece.text.strip() or (found[-1].bold, found[-1].underline) == (piece.bold, piece.underline))
        if same:
            found[-1] = replace(found[-1], text=found[-1].text + piece.text)
        else:
            found.append(Span(text=piece.text, bold=piece.bold, underline=piece.underline))
    return tuple(found)
