"""The improvement plan's words laid out as a paper."""

from typing import Any

from press.blocks import HEADER_FILL, ITEM_FILL, Block, Grid, GridCell, Heading, PageBreak, Paper, Paragraph, Run, Text, cell, plain
from press.words import LETTERS, Action, Item, Section, fills, read, sections

Row = tuple[GridCell, ...]


def plan_paper() -> Paper:
    """The whole plan: front matter, five sections, glossary."""
    words = read("plan")
    blocks = [*_front(words), *(block for section in sections() for block in _section(section)), *_glossary(words)]
    return Paper(title=words["title"], blocks=tuple(blocks), footer=(words["title"], words["as_at_printed"]), landscape=True)


def _front(raw: dict[str, Any]) -> list[Block]:
    return [
        Heading(text=raw["title"], level=1),
        Text(runs=plain(raw["owner"], bold=True)),
        Text(runs=plain(raw["as_at_printed"])),
        Text(runs=plain(raw["version"])),
        *(Text(runs=plain(text)) for text in raw["introduction"]),
        Heading(text=raw["monitoring_heading"], level=2),
        Text(runs=plain(raw["monitoring_introduction"])),
        _table(
            ("Board", "How often", "Part in this plan"), (26, 18, 56), [(m["board"], m["printed"], m["purpose"]) for m in raw["monitoring"]]
        ),
        Text(runs=plain(raw["mechanisms_introduction"])),
        *(Text(runs=plain(text), number=str(place)) for place, text in enumerate(raw["mechanisms"], 1)),
        Heading(text=raw["key_heading"], level=2),
        Text(runs=plain(raw["key_introduction"])),
        _key(raw["key"]),
        Heading(text=raw["glance_heading"], level=2),
        _glance(),
    ]


def _table(headings: tuple[str, ...], widths: tuple[int, ...], rows: list[tuple[str, ...]]) -> Grid:
    head = tuple(cell(heading, bold=True, fill=HEADER_FILL) for heading in headings)
    return Grid(widths=widths, rows=(head, *(tuple(cell(text) for text in row) for row in rows)), size=10)


def _key(entries: list[dict[str, str]]) -> Grid:
    head = (cell("Rating", bold=True, fill=HEADER_FILL), cell("Meaning", bold=True, fill=HEADER_FILL))
    rows = tuple((cell(entry["label"], fill=entry["fill"]), cell(entry["meaning"])) for entry in entries)
    return Grid(widths=(18, 82), rows=(head, *rows), size=10)


def _glance() -> Grid:
    """How many actions of each section have each rating."""
    labels = tuple(fills())
    rows = [
        (section.heading, *(str(sum(action.rating == label for item in section.items for action in item.actions)) for label in labels))
        for section in sections()
    ]
    return _table(("Section", *labels), (45, *(11 for _ in labels)), rows)


def _glossary(raw: dict[str, Any]) -> list[Block]:
    return [
        PageBreak(),
        Heading(text="Glossary", level=2),
        _table(("Term", "Meaning"), (18, 82), [(entry["term"], entry["meaning"]) for entry in raw["glossary"]]),
    ]


def _section(section: Section) -> list[Block]:
    head: list[Block] = [PageBreak(), Heading(text=section.heading, level=2)]
    if section.layout == "wide":
        rows = [row for item in section.items for row in _wide(section, item)]
        return [*head, Grid(widths=_widths(section), rows=(_header(section), *rows))]
    draw = _band if section.layout == "band" else _card
    return [*head, *(block for item in section.items for block in draw(section, item))]


def _widths(section: Section) -> tuple[int, ...]:
    return tuple(column.width for column in section.columns)


def _header(section: Section) -> Row:
    return tuple(cell(column.heading, bold=True, fill=HEADER_FILL) for column in section.columns)


def _band(section: Section, item: Item) -> list[Block]:
    """A table to an item, headed by a band that says what was found."""
    label = [f"{item.number}. {item.label}", *([item.timescale_printed] if item.timescale_printed else [])]
    band = (
        cell(*label, bold=True, fill=ITEM_FILL, across=2),
        cell(item.text, *([item.notes] if item.notes else []), fill=ITEM_FILL, across=len(section.columns) - 2),
    )
    rows = (band, _header(section), *_actions(section, item))
    return [Grid(widths=_widths(section), rows=rows, headers=2), Text(runs=plain(""), size=6)]


def _wide(section: Section, item: Item) -> list[Row]:
    """Rows in the section's one table: the item, its outcome and measures, its actions."""
    width = len(section.columns)
    label = [item.label, *([item.timescale_printed] if item.timescale_printed else [])]
    rows: list[Row] = [
        (
            cell(f"{item.number}. {item.text}", bold=True, fill=ITEM_FILL, across=width - 2),
            cell(*label, fill=ITEM_FILL, across=2),
        )
    ]
    for name, texts in (("Outcome", item.outcomes), ("How we will know", item.measures)):
        rows.append((cell(name, bold=True, across=2), cell(*_listed(texts), across=width - 2)))
    if item.notes:
        rows.append((cell(item.notes, across=width),))
    return rows + _actions(section, item)


def _card(section: Section, item: Item) -> list[Block]:
    """A heading, a line on who raised it, and a table of its own."""
    label = f"{item.label}. {item.timescale_printed or ''}".strip()
    grid = Grid(widths=_widths(section), rows=(_header(section), *_actions(section, item)))
    notes = [Text(runs=plain(item.notes), size=10)] if item.notes else []
    return [Heading(text=f"{item.number}. {item.text}", level=3), Text(runs=plain(label), size=10, keep=True), grid, *notes]


def _actions(section: Section, item: Item) -> list[Row]:
    return [
        tuple(drawn for column in section.columns if (drawn := _cell(section, item, place, column.field)) is not None)
        for place in range(len(item.actions))
    ]


def _cell(section: Section, item: Item, place: int, field: str) -> GridCell | None:
    """The cell of a field in the row of an action; None where a cell above covers it."""
    action = item.actions[place]
    if field in ("outcomes", "measures"):
        texts = item.outcomes if field == "outcomes" else item.measures
        return cell(*_listed(texts), down=len(item.actions)) if place == 0 else None
    if field == "lead":
        below = [later.same_lead for later in item.actions[place + 1 :]]
        down = 1 + (below.index(False) if False in below else len(below))
        return None if action.same_lead else GridCell(paragraphs=_leads(section, action), down=down)
    if field == "rating":
        return _rating(section, action)
    return cell(*_texts(section, action, field))


def _texts(section: Section, action: Action, field: str) -> list[str]:
    if field == "action":
        apart = any(column.field == "number" for column in section.columns) or action.number is None
        number = "" if apart else f"{action.number} " if "." in str(action.number) else f"{action.number}. "
        return [number + action.text, *(f"{letter}. {part}" for letter, part in zip(LETTERS, action.parts, strict=False))]
    if field == "by_when_accountable":
        return [*(action.by_when + action.joiner + "; ".join(action.to)).split("\n")]
    if field == "progress":
        return [*action.progress, *(f"{letter}. {text}" for letter, text in action.lettered.items())]
    return {
        "number": [action.number or ""],
        "by_when": [action.by_when],
        "accountable": ["; ".join(action.to)],
        "evidence": list(action.evidence),
    }[field]


def _listed(texts: tuple[str, ...]) -> list[str]:
    return [f"• {text}" for text in texts] if len(texts) > 1 else list(texts)


def _leads(section: Section, action: Action) -> tuple[Paragraph, ...]:
    several = len(action.leads) > 1
    runs: list[Run] = []
    for place, lead in enumerate(action.leads):
        marked = several and lead == action.responsible
        joiner = section.lead_joiner if place and section.lead_joiner != "\n" else ""
        runs += [Run(text=joiner)] if joiner else []
        runs.append(Run(text=lead, bold=marked and section.lead_mark == "bold", underline=marked and section.lead_mark == "underline"))
    return tuple((run,) for run in runs) if section.lead_joiner == "\n" else (tuple(runs),)


def _rating(section: Section, action: Action) -> GridCell:
    word = (action.rating,) if "word" in section.rating_as else ()
    return cell(*word, bold=True, fill=fills()[action.rating] if "fill" in section.rating_as else None)
