"""The inspection report's words laid out as a paper."""

from typing import Any

from press.blocks import HEADER_FILL, Block, Bullets, Contents, Footnote, Grid, Heading, PageBreak, Paper, Text, cell, plain
from press.words import read

SIZE = 12


def report_paper() -> Paper:
    """The whole report: front page, contents, areas, numbered paragraphs, last page."""
    words = read("report")
    blocks: list[Block] = [*_front(words), _contents(words), *_about(words), *_areas(words), *_paragraphs(words), *_back(words)]
    return Paper(title=words["title"], blocks=tuple(blocks), footer=(words["footer"], words["footer_dates"]), size=SIZE)


def _front(words: dict[str, Any]) -> list[Block]:
    head = (cell("Judgement", bold=True, fill=HEADER_FILL), cell("Grade", bold=True, fill=HEADER_FILL))
    rows = tuple((cell(entry["area"]), cell(entry["printed"])) for entry in words["judgement"])
    return [
        Heading(text=words["title"], level=1, contents=False),
        Text(runs=plain(words["dates_printed"], bold=True)),
        Text(runs=plain(words["published_printed"], bold=True)),
        Text(runs=plain(words["lead_printed"], bold=True), space=12),
        Grid(widths=(58, 42), rows=(head, *rows), size=11),
        Text(runs=plain(""), size=6),
        *(Text(runs=plain(text), size=SIZE) for text in words["introduction"]),
        PageBreak(),
    ]


def _contents(words: dict[str, Any]) -> Contents:
    headings = [
        words["about"]["heading"],
        words["improve"]["heading"],
        words["priority"]["heading"],
        *(section["heading"] for section in words["section"]),
    ]
    return Contents(heading="Contents", entries=tuple(zip(headings, words["contents_pages"], strict=True)))


def _about(words: dict[str, Any]) -> list[Block]:
    """What the grades mean, as reports of an older kind explain them; nothing here is a judgement on the authority."""
    about = words["about"]
    head = (cell("Grade", bold=True, fill=HEADER_FILL), cell("Meaning", bold=True, fill=HEADER_FILL))
    rows = tuple((cell(grade), cell(meaning)) for grade, meaning in about["grades"])
    return [
        Heading(text=about["heading"], level=2),
        *(Text(runs=plain(text), size=SIZE) for text in about["paragraphs"]),
        Grid(widths=(32, 68), rows=(head, *rows), size=11),
    ]


def _areas(words: dict[str, Any]) -> list[Block]:
    improve, priority = words["improve"], words["priority"]
    return [
        Heading(text=improve["heading"], level=2, mark=improve["note_mark"]),
        Footnote(mark=improve["note_mark"], text=improve["note"]),
        Bullets(texts=tuple(area["text"] for area in improve["area"]), size=SIZE),
        Heading(text=priority["heading"], level=2),
        Text(runs=plain(priority["lead"]), size=SIZE),
        Bullets(texts=(priority["text"],), size=SIZE),
    ]


def _paragraphs(words: dict[str, Any]) -> list[Block]:
    blocks: list[Block] = []
    number = 0
    for section in words["section"]:
        blocks.append(Heading(text=section["heading"], level=2))
        for text in section["paragraphs"]:
            number += 1
            blocks.append(Text(runs=plain(text), number=str(number), size=SIZE))
    return blocks


def _back(words: dict[str, Any]) -> list[Block]:
    return [PageBreak(), *(Text(runs=plain(text), size=10) for text in words["back"]["lines"])]
