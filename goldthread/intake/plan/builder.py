"""Rows of plan tables in, drafts of items and actions out. Where one item or action ends and the next begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goldthread.common.places import Place
from goldthread.common.text import BULLETS, fold, squeeze
from goldthread.intake.document import Cell
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.drafts import DraftAction, DraftItem, Piece
from goldthread.intake.plan.heads import Label, SectionTitle, kind_of, read_label
from goldthread.intake.plan.labelled import flat, read_cell

Values = Sequence[tuple[Role, Cell]]
_NUMBERED = re.compile(
    r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?P<mark>[.):])?\s+(?=\S)|(\d{1,3}(?:\.\d{1,3})+)\s*$"
    r"|(?P<coded>[A-Z]{1,4}[-.]?[A-Z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)(?:[.):]|\s[–-])\s+(?=\S)"
    r"|(?P<known>(?:R|REC|Rec|AFI|PA|AP|AC|OBJ|REF)[-.]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)\s+(?=[A-Z][a-z])"
    r"|(?:Action|ACTION|Task|Step|Milestone)\s+(?P<named>\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?:[.):]|\s*[–-])\s+(?=\S)"
)
"""1, 1.2, 1a, (3); with letters before the figure R1 or SG-A2 where a stop or dash follows, and those that stand for
recommendation, action, area… without one (not S47); “Action 1.2 –”."""
_ENDED = re.compile(r"[.;:?!)\]]['’”\"]?\s*$")
_PER_ACTION = frozenset(
    {
        Role.LEAD,
        Role.SUPPORT,
        Role.ACCOUNTABLE,
        Role.BY_WHEN,
        Role.MEASURE,
        Role.EVIDENCE,
        Role.PROGRESS,
        Role.RATING,
        Role.IMPACT,
        Role.NOTES,
        Role.PART,
    }
)
_CUT_OFF = frozenset({Role.MEASURE, Role.PROGRESS, Role.EVIDENCE, Role.NOTES})
_DITTO = re.compile(
    r"\s*(?:[\"″“”〃]|''|’’|,,|-\s*[\"″”]\s*-|do\.?|ditto\.?|\(?(?:same )?as (?:above|previous|before)\)?\.?"
    r"|as (?:for )?\d[\d.]*[a-z]? above)\s*",
    re.IGNORECASE,
)
_FILLS_DOWN = (Role.LEAD, Role.BY_WHEN, Role.ACCOUNTABLE, Role.RATING)


def take_number(text: str, after: str | None = None) -> tuple[str | None, str]:
    """A leading number and the rest. Without a full stop or bracket it must follow ``after`` in sequence or have dots inside."""
    match = _NUMBERED.match(text)
    if not match:
        return None, text
    if code := match.group("coded") or match.group("known") or match.group("named"):
        return code, text[match.end() :].lstrip()
    number = match.group(1) or match.group(3)
    expected = after.isdigit() and number == str(int(after) + 1) if after else number == "1"
    capital = text[match.end() : match.end() + 1].isupper()
    if match.group("mark") or ("." in number and capital) or (expected and capital):
        return number, text[match.end() :].lstrip()
    return None, text


_CONTINUED = re.compile(r"\s*[(\[–—-]?\s*\b(?:continued|cont(?:['’]?d)?\.?)\s*[)\]]?\s*$", re.IGNORECASE)


def without_continued(text: str) -> str:
    """A name without the “(continued)” that a page break put behind it."""
    return _CONTINUED.sub("", text) or text


def ended(text: str) -> bool:
    """Whether text stops where a sentence or list entry may stop."""
    return bool(_ENDED.search(text)) or not text.strip()


@dataclass(slots=True)
class Builder:
    """Takes sections, item heads and rows in the order of the page; holds the drafts."""

    items: list[DraftItem] = field(default_factory=list)
    section: SectionTitle | None = None
    section_kind: str = "action_group"
    heading: tuple[str, Place] | None = None
    last_values: dict[Role, Cell] = field(default_factory=dict)
    latest: DraftAction | None = None
    rated: bool = False
    blanks_repeat: bool = False

    @property
    def item(self) -> DraftItem | None:
        """The item that rows now belong to."""
        return self.items[-1] if self.items else None

    @property
    def action(self) -> DraftAction | None:
        """The action that continuing rows now belong to."""
        return self.item.actions[-1] if self.item and self.item.actions else None

    def begin_section(self, title: SectionTitle) -> None:
        """A new section; the next rows need a new item."""
        self.section, self.section_kind = title, kind_of(title.title)
        self.heading = None
        self.close()

    def close(self) -> None:
        """Nothing that follows continues the item now open."""
        if self.items and not self.items[-1].empty:
            self.last_values = {}

    def begin_item(
        self, label: Label | None, text: str, place: Place, *, timescale: str = "", soft: bool = False, number: str | None = None
    ) -> DraftItem:
        """A new item under the present section; one whose name is only said again as “continued” goes on."""
        bare = without_continued(text)
        if self.item and bare != text and fold(bare) in {fold(self.item.text), fold(f"{self.item.number or ''} {self.item.text}")}:
            self.heading = None
            return self.item
        item = DraftItem(
            place=place,
            section=self.section,
            number=number or (label.number if label else None),
            label=label,
            text=text,
            timescale=timescale,
            section_kind=self.section_kind,
            soft=soft,
            source=label.source if label else None,
        )
        self.items.append(item)
        self.heading, self.last_values = None, {}
        return item

    def from_heading(self, place: Place, soft: bool) -> DraftItem:
        """The item that rows without an item column belong to: the heading above them, or the section itself."""
        if self.heading:
            text, where = self.heading
            number, bare = take_number(text)
            item = self.begin_item(None, bare, where, soft=soft, number=number)
        else:
            item = self.begin_item(None, self.section.title if self.section else "", place, soft=soft)
        item.from_heading = True
        return item

    def needs_item(self) -> bool:
        """Whether the next row has no item to belong to: none yet, a heading since, or another section."""
        return self.item is None or self.heading is not None or self.item.section is not self.section

    def row(self, values: Values, place: Place, *, soft: bool, broken: bool = False, cut: bool = False) -> None:
        """One data row. broken: it may be only one printed line of a row. cut: a page break may have cut the row above."""
        values = [(role, self._undittoed(role, cell)) for role, cell in values]
        given: Values = [(role, cell) for role, cell in values if cell.text.strip() or cell.merged_from or cell.fill]
        texts = {role: cell.text.strip() for role, cell in given if cell.text.strip()}
        if cut and not broken and self.action and self._goes_on(texts):
            self._item_cells([(role, cell) for role, cell in given if role is Role.OUTCOME], broken)
            self._append(self._rest_of_item(given), apart=False)
            return
        if cut and self.action:
            given = self._leftovers(self._rest_of_item(given))
            values = [(role, cell) for role, cell in values if role is not Role.ITEM or (role, cell) in given or not cell.text.strip()]
            texts = {role: text for role, text in texts.items() if any(role is other for other, _ in given)}
        if broken and self.action and self._item_goes_on(texts):
            given = self._rest_of_item(given)
            values = [(role, cell) for role, cell in values if role is not Role.ITEM]
            texts.pop(Role.ITEM)
        self._place_item(values, texts, place, soft)
        assert self.item is not None
        self.item.unruled = self.item.unruled or broken
        self._item_cells(given, broken)
        if self._starts(texts, broken):
            self._begin_action(given, texts, place, soft, broken)
        elif any(role in _PER_ACTION or role is Role.ACTION for role in texts):
            if self.action is None:
                self._begin_action(given, texts, place, soft, broken)
                assert self.action is not None
                self.action.lost = Role.ACTION not in texts
            else:
                self._append(given, apart=False)
        self.last_values.update({role: cell for role, cell in given if cell.text.strip()})

    def _undittoed(self, role: Role, cell: Cell) -> Cell:
        """A cell that only says “as above”, as one covered by the cell above it, when that one says something."""
        if role is Role.ITEM and self.action and _DITTO.fullmatch(cell.text):
            return replace(cell, text="", spans=(), merged_from=cell.merged_from or (cell.place.row or 1, cell.place.column or 1))
        if role not in _FILLS_DOWN or not _DITTO.fullmatch(cell.text):
            return cell
        above = self.action or self.latest
        if above is None or not above.text(role):
            return cell
        return replace(cell, text="", spans=(), merged_from=cell.merged_from or (cell.place.row or 1, cell.place.column or 1))

    def _rest_of_item(self, given: Values) -> Values:
        """Gives the open item the end of its words that a page break left in the next row; the cells that remain."""
        assert self.item is not None
        cell = next((cell for role, cell in given if role is Role.ITEM), None)
        if cell is None or not cell.text.strip()[:1].islower() or ended(self.item.text):
            return given
        self.item.text = f"{self.item.text} {flat(cell.text, soft=True)}".strip()
        return [(role, other) for role, other in given if other is not cell]

    def _item_goes_on(self, texts: dict[Role, str]) -> bool:
        """Whether a printed line goes on with the words of the item that the line before it began in the items' column."""
        item = self.item
        begun = item is not None and item.in_column and not self.needs_item() and not ended(item.text)
        return begun and texts.get(Role.ITEM, "A")[:1].islower() and Role.NUMBER not in texts

    def _leftovers(self, given: Values) -> list[tuple[Role, Cell]]:
        """Gives the last action the ends of its cells that a page break left in the next one's row; the cells that remain."""
        assert self.action is not None
        kept = []
        for role, cell in given:
            broke_off = role in _CUT_OFF and cell.text.strip() and self._broke_off(role, cell.text.strip())
            if broke_off:
                self.action.add(role, Piece(cell.text, cell))
            else:
                kept.append((role, cell))
        return kept

    def _goes_on(self, texts: dict[Role, str]) -> bool:
        """Whether a page's first row is the rest of the row above: nothing new begins, and something broke off."""
        assert self.action is not None
        if Role.NUMBER in texts or texts.get(Role.ITEM, "a")[:1].isupper() or take_number(texts.get(Role.ACTION, ""))[0]:
            return False
        begun = texts.get(Role.ACTION, "")
        if begun and (begun[:1].isupper() or begun[:1] in BULLETS) and (Role.LEAD in texts or ended(self.action.text(Role.ACTION))):
            return False
        return bool(texts) and (not begun or begun[:1].islower() or not ended(self.action.text(Role.ACTION)))

    def _place_item(self, values: Values, texts: dict[Role, str], place: Place, soft: bool) -> None:
        cell = next((cell for role, cell in values if role is Role.ITEM), None)
        text = texts.get(Role.ITEM, "")
        section = texts.get(Role.SECTION)
        if section and (self.section is None or fold(section) != fold(self.section.printed)):
            number, bare = take_number(section)
            self.begin_section(SectionTitle(number, squeeze(bare), squeeze(section)))
        if cell is None or not text:
            if self.needs_item() and not (cell is not None and cell.merged_from and self.item):
                self.from_heading(place, soft)
            return
        told = read_cell(text, soft=soft)
        within = read_label(told.text)
        label = told.label or (within if within and within.text else None)
        number, bare = (label.number, label.text) if label and label is within else take_number(told.text)
        bare = without_continued(bare) if self.item and fold(self.item.text) == fold(without_continued(bare)) else bare
        if self.item and fold(self.item.text) == fold(bare) and number in {None, self.item.number} and not self.needs_item():
            return
        first_number = next((cell.text.strip() for role, cell in values if role is Role.NUMBER), "")
        number = number or self._item_number(values, first_number)
        bare = flat(bare, soft=soft) or squeeze(text)
        item = self.begin_item(label, bare, cell.place.saying(squeeze(cell.text)), soft=soft, number=number)
        item.timescale, item.in_column = told.timescale or item.timescale, True
        item.notes += told.notes

    @staticmethod
    def _item_number(values: Values, printed: str) -> str | None:
        """A number column before the item column numbers the items when another one numbers the actions."""
        roles = [role for role, _ in values]
        if not printed or roles.index(Role.NUMBER) > roles.index(Role.ITEM):
            return None
        return printed.strip(". )(")

    def _item_cells(self, given: Values, broken: bool) -> None:
        assert self.item is not None
        for role, cell in given:
            if not cell.text.strip():
                continue
            piece = Piece(cell.text, cell)
            if role is Role.OUTCOME:
                self.item.outcomes.append(Piece(cell.text, cell, apart=not broken or Role.OUTCOME not in self.last_values))
            elif role is Role.TIMESCALE:
                self.item.timescale = squeeze(f"{self.item.timescale} {cell.text}")
            elif role is Role.SOURCE:
                self.item.source = squeeze(cell.text)
            elif role is Role.NOTES:
                self.item.notes.append(squeeze(cell.text))
            elif role is Role.MEASURE and not any(other is Role.ACTION for other, _ in given):
                self.item.measures.append(piece)
        if broken:
            for role in (Role.OUTCOME,):
                if role not in {role for role, cell in given if cell.text.strip()}:
                    self.last_values.pop(role, None)

    def _starts(self, texts: dict[Role, str], broken: bool) -> bool:
        text = texts.get(Role.ACTION, "")
        if not text:
            return False
        if not broken or self.action is None:
            return True
        last = self.action
        number = take_number(text, last.number)[0] or texts.get(Role.NUMBER, "").strip("(). ")
        if number[:1].isdigit():
            return number != last.number
        if not text[:1].isupper() or re.match(r"[A-H][.)]\s", text):
            return False
        if Role.LEAD not in texts and self._broke_off(Role.ACTION) and self._broke_off(Role.BY_WHEN, texts.get(Role.BY_WHEN, "")):
            return False
        whole_row = len(text) >= 45 and (Role.BY_WHEN in texts or Role.LEAD in texts)
        return whole_row or (ended(last.text(Role.ACTION)) and not (last.text(Role.ACTION).endswith(":") or Role.NUMBER in texts))

    def _broke_off(self, role: Role, following: str | None = None) -> bool:
        """Whether the last action's cell stops in mid-sentence. following: words that then go on with it in small letters."""
        assert self.action is not None
        told = self.action.text(role)
        return bool(told) and not ended(told) and (following is None or following[:1].islower())

    def _begin_action(self, given: Values, texts: dict[Role, str], place: Place, soft: bool, broken: bool) -> None:
        assert self.item is not None
        last = self.action
        number = self._action_number([role for role, _ in given], given)
        text = texts.get(Role.ACTION, "")
        if number is None:
            number, text = take_number(text, last.number if last else None)
        action = DraftAction(number, place.saying(squeeze(" | ".join(cell.text for _, cell in given if cell.text.strip()))), soft)
        self.item.actions.append(action)
        self._append(given, apart=True, action_text=text)
        above = last or self.latest
        if above is not None:
            self._fill_down(action, above, given, (broken or self.blanks_repeat) and last is not None)
        self.latest = action

    def _action_number(self, roles: list[Role], given: Values) -> str | None:
        numbers = [cell.text.strip(" .()") for role, cell in given if role is Role.NUMBER and cell.text.strip()]
        if not numbers:
            return None
        if Role.ITEM in roles and self.item and self.item.number == numbers[0] and roles.index(Role.NUMBER) < roles.index(Role.ITEM):
            return numbers[1] if len(numbers) > 1 else None
        return numbers[-1] if re.search(r"\d", numbers[-1]) else None

    def _append(self, given: Values, *, apart: bool, action_text: str | None = None) -> None:
        action = self.action
        assert action is not None
        letter = next(
            (cell.text.strip() for role, cell in given if role is Role.NUMBER and re.fullmatch(r"\(?[a-z][.)]", cell.text.strip())), ""
        )
        for role, cell in given:
            text = cell.text
            if role is Role.ACTION:
                text = f"{letter} {text if action_text is None else action_text}".strip()
                action.wrapped = action.wrapped or (action_text is not None and _lost_markers(cell))
            if (text.strip() or cell.fill) and (role in _PER_ACTION or role is Role.ACTION):
                action.add(role, Piece(text, cell, apart))

    @staticmethod
    def _fill_down(action: DraftAction, last: DraftAction, given: Values, broken: bool) -> None:
        """A covered cell of a merged one says what the merged one says; in unruled text a blank lead repeats the one above."""
        for role in _FILLS_DOWN:
            covered = any(which is role and cell.merged_from for which, cell in given)
            if not action.text(role) and last.pieces(role) and (covered or (broken and role is Role.LEAD)):
                action.cells[role] = list(last.pieces(role))
                action.filled.add(role)


def _lost_markers(cell: Cell) -> bool:
    quote = cell.place.quote or ""
    return quote[:1] == " " and quote[-1:] == " " and len(quote) > 2
