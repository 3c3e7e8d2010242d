"""One row, several actions: told apart only where the document itself shows that there were several."""

import re
from dataclasses import replace

from goldthread.common.text import squeeze, words
from goldthread.intake.plan.builder import take_number
from goldthread.intake.plan.columns import Role
from goldthread.intake.plan.drafts import DraftAction, Piece, Pieces
from goldthread.intake.plan.statements import hard_statements

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_TWO_DATES = re.compile(rf"({_MONTH} (?:\d\d|\d{{4}}))\s+(?={_MONTH} \d{{4}}\b)", re.I)
_DATED = re.compile(rf"\b{_MONTH} \d{{4}}\b", re.I)
_LEADS_ON = re.compile(r"(?:\b(?:by|from|until|in|of|end|and|to|planned|takes place|audit:?|report)|[–-])\s*$", re.I)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


def divide(action: DraftAction) -> list[DraftAction]:
    """The actions that one draft holds, in order; usually itself alone."""
    for way in (_numbered, _paragraphs, _wrapped_list, _dated_sentences):
        found = way(action)
        if len(found) > 1:
            return found
    return [action]


def _copies(action: DraftAction, texts: list[str], numbers: list[str | None]) -> list[DraftAction]:
    piece = action.pieces(Role.ACTION)[0]
    copies = []
    for text, number in zip(texts, numbers, strict=True):
        cells = {role: list(pieces) for role, pieces in action.cells.items()}
        cells[Role.ACTION] = [Piece(text, piece.cell, True)]
        copies.append(replace(action, number=number, cells=cells, filled=set(action.filled), wrapped=False))
    return copies


def _numbered(action: DraftAction) -> list[DraftAction]:
    """A cell that prints “1. … 2. …” holds as many actions; the other cells are shared out by the same numbers where they can be."""
    entries = numbered_entries(
        action.text(Role.ACTION) if action.number is None else f"{action.number}. {action.text(Role.ACTION)}", soft=action.soft
    )
    if len(entries) < 2:
        return [action]
    found = _copies(action, [text for _, text in entries], [number for number, _ in entries])
    for role, pieces in action.cells.items():
        if role is Role.ACTION:
            continue
        answers = dict(numbered_entries(action.text(role), soft=action.soft))
        for copy in found:
            if copy.number in answers:
                copy.cells[role] = [Piece(answers[copy.number], pieces[0].cell, True)]
            elif len(answers) > 1 or (role in {Role.PROGRESS, Role.EVIDENCE} and copy is not found[0]):
                copy.cells.pop(role, None)
    _share_lines(action, found)
    return found


def numbered_entries(text: str, *, soft: bool) -> list[tuple[str, str]]:
    """The entries of a list numbered in sequence inside one text, as (number, words); empty when there is no such list."""
    figures = r"(?:(?P<stem>(?:\d{1,2}\.)+)(?P<last>\d{1,2})[.):]?|\(?(?P<plain>\d{1,2})[.)])\s+"
    mark = rf"(?:^|\n)\s*(?P<number>{figures})" if not soft else rf"(?:^|(?<=[.;:\w)])\s)(?P<number>{figures})(?=[A-Z])"
    kept: list[re.Match[str]] = []
    for match in re.finditer(mark, text):
        if not kept or (match["stem"] == kept[-1]["stem"] and _last_of(match) == _last_of(kept[-1]) + 1):
            kept.append(match)
    if len(kept) < 2 or text[: kept[0].start()].strip():
        return []
    ends = [*(match.start() for match in kept[1:]), len(text)]
    return [(match["number"].strip(" \n().:"), text[match.end() : end].strip()) for match, end in zip(kept, ends, strict=True)]


def _last_of(mark: re.Match[str]) -> int:
    """The figure that counts: of 2.3 the 3."""
    return int(mark["last"] or mark["plain"])


def _share_lines(action: DraftAction, found: list[DraftAction]) -> None:
    """Leads and dates that stand one a line, as many as there are actions, belong to them in order."""
    if action.soft:
        return
    for role in (Role.LEAD, Role.BY_WHEN, Role.PROGRESS, Role.MEASURE, Role.RATING):
        pieces = action.pieces(role)
        lines = [line.strip() for line in action.text(role).split("\n") if line.strip()]
        if len(lines) == len(found) and not numbered_entries(action.text(role), soft=False) and _fit(role, lines):
            for copy, line in zip(found, lines, strict=True):
                copy.cells[role] = [Piece(line, pieces[0].cell, True)]


def _fit(role: Role, lines: list[str]) -> bool:
    """Whether lines of a by-when cell are each a time: a board's name under the one date is no second action's."""
    return role is not Role.BY_WHEN or all(_TIME.search(line) for line in lines)


_TIME = re.compile(
    rf"\d|\b{_MONTH}\b|\b(?:ongoing|on-going|immediate(?:ly)?|\w*ly|complete[d]?|tbc|termly?|spring|summer|autumn|easter)\b", re.I
)


def _paragraphs(action: DraftAction) -> list[DraftAction]:
    """Several paragraphs in the action cell, and as many dates or leads one a line: one action each."""
    if action.soft:
        return [action]
    texts = hard_statements(action.text(Role.ACTION))
    if len(texts) < 2 or any(re.match(r"\(?[a-z][.)]\s", line.strip()) for line in action.text(Role.ACTION).split("\n")):
        return [action]
    dates = [line for line in action.text(Role.BY_WHEN).split("\n") if line.strip()]
    leads = [line for line in action.text(Role.LEAD).split("\n") if line.strip()]
    if len(dates) != len(texts) and not (len(leads) == len(texts) and len(dates) <= 1):
        return [action]
    found = _copies(action, texts, [take_number(text)[0] for text in texts])
    _share_lines(action, found)
    for copy in found[1:]:
        if copy.cells.get(Role.PROGRESS) == action.pieces(Role.PROGRESS):
            copy.cells.pop(Role.PROGRESS, None)
    return found


def _wrapped_list(action: DraftAction) -> list[DraftAction]:
    """A damaged cell that was a list (its markers are gone, the spaces around it stayed): a sentence each."""
    texts = _SENTENCE.split(action.text(Role.ACTION))
    if not action.wrapped or len(texts) < 2 or re.match(r"\(?[a-z][.)]\s", action.text(Role.ACTION)):
        return [action]
    found = _copies(action, texts, [action.number, *([None] * (len(texts) - 1))])
    owner = _owner(action.text(Role.BY_WHEN), texts)
    for i, copy in enumerate(found):
        if owner is not None and i != owner:
            copy.cells.pop(Role.BY_WHEN, None)
        if i:
            copy.cells.pop(Role.PROGRESS, None)
    return found


def _owner(by_when: str, texts: list[str]) -> int | None:
    """The one sentence that the date's own words name (“Audit September 2012”), or None when they name none or several."""
    before = re.split(_MONTH, by_when, maxsplit=1, flags=re.I)[0]
    named = {word for word in words(before) if len(word) > 4}
    owners = [i for i, text in enumerate(texts) if named & set(words(text))]
    return owners[0] if len(owners) == 1 else None


def _dated_sentences(action: DraftAction) -> list[DraftAction]:
    """In damaged text, as many sentences as the by-when cell has dated entries of its own run together."""
    if not action.soft or action.number is not None:
        return [action]
    texts = _SENTENCE.split(action.text(Role.ACTION))
    whole = action.text(Role.BY_WHEN)
    dates = list(_DATED.finditer(whole))
    if len(texts) != 2 or len(dates) != 2:
        return [action]
    between = whole[dates[0].end() : dates[1].start()]
    if _LEADS_ON.search(between) or not re.search(r"(?:accountable|report|then) (?:to|on)\b", between, re.I):
        return [action]
    cut = dates[1].start()
    found = _copies(action, texts, [None, None])
    cell = action.pieces(Role.BY_WHEN)[0].cell
    for copy, when in zip(found, (whole[:cut], whole[cut:]), strict=True):
        copy.cells[Role.BY_WHEN] = [Piece(when.strip(), cell, True)]
    found[1].cells.pop(Role.PROGRESS, None)
    return found


def reveal_hidden(actions: list[DraftAction]) -> list[DraftAction]:
    """Progress that answers actions by number (1, 3, 4) shows that one action hides in the row before; part it where two dates meet."""
    found: list[DraftAction] = []
    for i, action in enumerate(actions):
        after = actions[i + 1] if i + 1 < len(actions) else None
        if after and _answers(action) == len(found) + 1 and _answers(after) == len(found) + 3:
            found.extend(_part(action))
        else:
            found.append(action)
    return found


def _answers(action: DraftAction) -> int | None:
    match = re.match(r"(\d)\.?\s+[A-Z]", action.text(Role.PROGRESS))
    return int(match.group(1)) if match and action.number is None else None


def _part(action: DraftAction) -> list[DraftAction]:
    pieces: Pieces = action.pieces(Role.ACTION)
    opening = [match.start() for match in re.finditer(r"(?<=[a-z])\s+(?=[A-Z])", pieces[0].text)]
    dates = _TWO_DATES.search(action.text(Role.BY_WHEN))
    if not opening or not dates or len(pieces) < 2:
        return [action]
    cut = opening[-1]
    second = squeeze(" ".join([pieces[0].text[cut:], *(piece.text for piece in pieces[1:])]))
    found = _copies(action, [pieces[0].text[:cut].strip(), second], [None, None])
    whole, cell = action.text(Role.BY_WHEN), action.pieces(Role.BY_WHEN)[0].cell
    found[0].cells[Role.BY_WHEN] = [Piece(whole[: dates.end(1)], cell, True)]
    found[1].cells[Role.BY_WHEN] = [Piece(whole[dates.end(1) :].strip(), cell, True)]
    found[1].filled.add(Role.LEAD)
    found[1].cells.pop(Role.PROGRESS, None)
    return found
