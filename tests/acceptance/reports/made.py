"""Reports put together by chance from the shapes that real ones have, each with its key and the choices made.

``make(seed)`` gives the same paper every time. Only shapes are left to chance: each is one that published reports have.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.acceptance.reports.key import AREA, Found, Key, paragraphs_of
from tests.acceptance.reports.paper import (
    DASH,
    DOT,
    SQUARE,
    SYMBOL_DOT,
    WINGDINGS_BOX,
    WINGDINGS_SQUARE,
    Block,
    Bullets,
    Contents,
    Entry,
    Footnote,
    Heading,
    PageBreak,
    Paper,
    Para,
    Table,
)
from tests.acceptance.reports.papers_ilacs import BOTH, CARE, HELP, LEADERS, LEAVERS, OVERALL, RI, grade

NAMES = (
    "Aldermoor",
    "East Tarnshire",
    "Fenn and North East Wolding",
    "Kingsholm upon Wey",
    "St Osyths",
    "Wick-on-Sea",
    "Isle of Marren",
    "Brackley and Stoke Hinton",
    "Southmere-with-Lyde",
    "Great Sallow",
    "Newcombe under Edge",
    "Derrow",
    "Holm Bridge",
    "Weirford",
)
PEOPLE = ("Honor Quillfeather", "Tobias Marchbanks", "Anne-Marie O’Fallon", "Jago Penrose", "Petra van der Hoop", "Nia ap Gwilym")
SUBJECTS = (
    "The quality of plans for children",
    "Supervision and its record",
    "The timeliness of strategy discussions",
    "Help for care leavers over 21",
    "Sufficiency of homes for children with complex needs",
    "How well brothers’ and sisters’ wishes are weighed",
    "Life-story work",
    "The response to 16- and 17-year-olds who are homeless",
    "Oversight by independent reviewing officers (IROs)",
    "Return home interviews",
    "The use of data, audit and feedback",
    "Decision-making in the multi-agency safeguarding hub",
    "Contingency planning",
)
TAILS = (
    "",
    "",
    ", so that children are seen and heard",
    " in all teams, including those that deal with disabled children and their families",
    ", so that it is of a consistently good standard",
    " when risk is high",
    ": this should be done with health and the police",
    ", to make sure that they are clear about what has to change, who will help and by when it has to be done for the child to be safe",
)
UNDER = ("assessments;", "plans; and", "the record of visits")
GRADES = ("Outstanding", "Good", RI, "Inadequate")
SHORT = ("Requires improvement", "Requires Improvement to be good", RI)
SENTENCES = (
    "Most children get help when they need it.",
    "Social workers see children often and know them well.",
    "Some plans drift.",
    "Managers check work each month.",
    "Foster carers feel valued.",
    "Thresholds are understood by partners.",
    "Leaders know their services.",
    "A few children wait too long for a home that is right for them.",
    "Audits are honest.",
    "Elected members ask hard questions.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper, its key, and what chance chose, by name."""

    paper: Paper
    key: Key
    choices: dict[str, str]


def make(seed: int) -> Made:
    """The paper of that seed."""
    return _Maker(seed).made()


class _Maker:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.choices: dict[str, str] = {}

    def pick(self, name: str, *options: object) -> object:
        at = self.chance.randrange(len(options))
        self.choices[name] = str(options[at]).replace("\n", " ")[:24] or "none"
        return options[at]

    def said(self, count: int) -> str:
        return " ".join(self.chance.choice(SENTENCES) for _ in range(count))

    def made(self) -> Made:
        framework = str(self.pick("framework", "ilacs-2018", "ilacs-2023", "ilacs-2026"))
        name = str(self.pick("name", *NAMES))
        front, facts = self.front(framework, name)
        rows = self.rows(framework)
        lists, found = self.areas()
        sections, paragraphs = self.sections(rows)
        after = (
            (PageBreak(), Para("© Crown copyright"), Para("Piccadilly Row, Millbeck, ML1 2ZZ")) if self.pick("back", False, True) else ()
        )
        table = Table(
            (("Judgement", "Grade"), *rows),
            str(self.pick("flow", "below", "wrapped", "row", "columns")),
            ruled=self.pick("ruled", True, False) is True,
            shares=(3, 2),
        )
        blocks = (*front, table, *(Para(self.said(5)) for _ in range(self.chance.randint(1, 6))), *lists, *sections, *after)
        key = Key(framework=framework, grades=tuple(grade(*row) for row in rows), findings=found, paragraphs=paragraphs, **facts)  # type: ignore[arg-type]
        return Made(paper=self.paper(blocks, name), key=key, choices=self.choices)

    def paper(self, blocks: tuple[Block, ...], name: str) -> Paper:
        title = f"Inspection of {name} local authority children’s services"
        lines = int(str(self.pick("footer lines", 0, 1, 2)))
        footer = (title, "Published report of Ofsted")[:lines]
        return Paper(
            title=title,
            blocks=blocks,
            footer=footer,
            page_lines=self.chance.randint(22, 56),
            width=self.chance.choice((66, 78, 90, 100)),
            hang=self.chance.random() < 0.4,
            word_lists=self.pick("word lists", True, False) is True,
            word_numbers=self.pick("word numbers", True, False) is True,
        )

    def front(self, framework: str, name: str) -> tuple[tuple[Block, ...], dict[str, object]]:
        year = {"ilacs-2018": 2019, "ilacs-2023": 2024, "ilacs-2026": 2026}[framework]
        start = date(year, self.chance.randint(4, 11), self.chance.randint(1, 28))
        end = start + timedelta(days=int(self.chance.choice((4, 11, 18))))
        published = end + timedelta(days=self.chance.randint(30, 60))
        person = self.chance.choice(PEOPLE)
        titles = self.pick("title", "of", "above", "council", "below")
        subject = Heading("Inspection of children’s social care services")
        first: tuple[Block, ...] = {
            "of": (Heading(f"Inspection of {name} local authority children’s services", 1),),
            "above": (Heading(name, 1), subject),
            "council": (Heading(f"{name} Council", 1), subject),
            "below": (subject, Heading(name, 1)),
        }[str(titles)]
        told = self.pick("published", True, False)
        lead = str(
            self.pick(
                "lead", "Lead inspector: {}", "Lead inspector: {}, His Majesty’s Inspector", "Lead inspector: {} HMI", "Lead inspector {}"
            )
        )
        lines = (f"Inspection dates: {self.dates(start, end)}", *((f"Published: {_day(published)}",) if told else ()), lead.format(person))
        facts = {
            "authority": (name, f"{name} Council"),
            "started": start,
            "ended": end,
            "published": published if told else None,
            "lead": person,
        }
        return (*first, *(Para(line) for line in lines)), facts

    def dates(self, start: date, end: date) -> str:
        same = start.month == end.month
        form = self.pick("dates", "to", "dash", "zero", "short", "figures")
        if form == "figures":
            return f"{start:%d/%m/%Y} – {end:%d/%m/%Y}"
        if form == "zero":
            return f"{start:%d %B %Y} to {end:%d %B %Y}"
        if form == "short":
            return f"{start.day if same else f'{start.day} {start:%B}'} – {_day(end)}"
        return (
            f"{start.day} {start:%B} {'to' if form == 'to' else '-'} {_day(end)}"
            if start.year == end.year
            else f"{_day(start)} to {_day(end)}"
        )

    def rows(self, framework: str) -> tuple[tuple[str, str], ...]:
        care = (BOTH,) if framework == "ilacs-2018" else (CARE, LEAVERS)
        areas = (LEADERS, HELP, *care, *((OVERALL,) if framework != "ilacs-2026" else ()))
        printed = [self.chance.choice(GRADES) for _ in areas]
        short = self.pick("improvement words", *SHORT)
        return tuple((area, str(short) if one == RI else one) for area, one in zip(areas, printed, strict=True))

    def areas(self) -> tuple[tuple[Block, ...], tuple[Found, ...]]:
        count = self.chance.randint(1, 9)
        texts = [f"{subject}{self.chance.choice(TAILS)}" for subject in self.chance.sample(SUBJECTS, count)]
        stop = str(self.pick("stop", "", ".", ";"))
        nested = self.pick("nested", False, False, True) is True
        mark = str(self.pick("mark", SQUARE, WINGDINGS_SQUARE, SYMBOL_DOT, WINGDINGS_BOX, DOT, DASH, ""))
        entries = [Entry(text=text + stop) for text in texts]
        if nested and mark not in ("", DASH):
            entries.insert(self.chance.randint(0, count), Entry(text="The attention that is given to:", under=UNDER))
        note = str(self.pick("note", "", "1"))
        heading = Heading(str(self.pick("heading", "What needs to improve?", "What needs to improve", "Areas for improvement")), 2, note)
        lead = (Para("The local authority should improve the following:"),) if self.pick("lead-in", False, False, True) else ()
        foot = (Footnote(note, "These are listed in no order."),) if note else ()
        contents = (Contents(((heading.text, 2), (HELP, 3))),) if self.pick("contents", False, False, True) else ()
        found = tuple(Found(AREA, " ".join((entry.text, *entry.under))) for entry in entries)
        return (*contents, heading, *lead, Bullets(tuple(entries), mark), *foot), found

    def sections(self, rows: tuple[tuple[str, str], ...]) -> tuple[tuple[Block, ...], dict[int, str]]:
        numbers = self.pick("numbered paragraphs", True, False) is True
        split = self.pick("split numbers", False, False, True) is True
        blocks: list[Block] = []
        number = 0
        for area, printed in rows:
            if area == OVERALL:
                continue
            blocks.append(Heading(f"{area}: {printed.casefold()}"))
            for _ in range(self.chance.randint(1, 4)):
                number += 1
                blocks.append(
                    Para(self.said(self.chance.randint(2, 6)), number if numbers else None, split=split and self.chance.random() < 0.3)
                )
        return tuple(blocks), paragraphs_of(*blocks)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
