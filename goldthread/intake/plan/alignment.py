"""Which column is which in a piece of a table that came without its heading row (a page break cut it off)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from goldthread.intake.plan.columns import Role

_DATE = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b|\b20\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}|ongoing"
    r"|immediate|quarterly|monthly|\bq[1-4]\b|reported to|accountable",
    re.I,
)
_PROSE = re.compile(r"\b(to be|will|be|is|are|was|presented|reported|included|ensure|identify|manage)\b", re.I)
_POST = re.compile(
    r"\b(head of|heads of|director|manager|officer|chair|lead|coordinator|advis[eo]r|DMT|SMT|SCMT|LSCB|DCS|AD|board|team"
    r"|nurse|consultant|principal|member|councillor)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(completed?|in place|took place|underway|under way|has been|have been|was|were|drafted|launched|appointed|scheduled"
    r"|reinforced|due|agreed|prepared|met|meeting)\b",
    re.I,
)
_MARK = re.compile(r"\(?(\d{1,2}|[a-z])[.)]?")
_COLOUR = re.compile(r"(red|amber|green|blue|grey|gray|yellow|white|r|a|g|b|on track|complete|not started)", re.I)


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(1 for text in texts if pattern.search(text)) / len(texts)


def _density(pattern: re.Pattern[str], text: str, per_words: int) -> float:
    """1.0 where the pattern occurs at least once in so many words."""
    return min(1.0, per_words * len(pattern.findall(text)) / max(1, len(text.split())))


def _mean_length(texts: Sequence[str]) -> float:
    return sum(len(text) for text in texts) / len(texts)


def fitness(role: Role, texts: Sequence[str]) -> float:
    """How well a column's filled cells suit a role; 0 is neutral, and so is an empty column."""
    if not texts:
        return 0.0
    joined = " ".join(texts)
    if role is Role.NUMBER:
        return 6.0 if all(_MARK.fullmatch(text.strip()) for text in texts) and not re.fullmatch(r"[a-z]", joined.strip()) else -9.0
    if role is Role.RATING:
        return 4.0 if all(_COLOUR.fullmatch(text.strip()) for text in texts) else -6.0
    marks = -6.0 if all(_MARK.fullmatch(text.strip()) for text in texts) else 0.0
    if role is Role.BY_WHEN:
        return marks + 5 * _density(_DATE, joined, 8) - (2 if _mean_length(texts) > 160 else 0) - (2 if not _DATE.search(joined) else 0)
    if role is Role.LEAD:
        unlike = (4 if _mean_length(texts) > 110 else 0) + (2 if not _POST.search(joined) else 0) + 4 * _density(_PROSE, joined, 10)
        return marks + 5 * _density(_POST, joined, 6) - unlike
    if role is Role.ACTION:
        return marks + (2.5 if re.match(r"\(?\d{1,2}[.)]\s", texts[0]) else 0.0) + (1.5 if _mean_length(texts) > 24 else 0.0) + 0.5
    if role is Role.OUTCOME:
        return (
            marks + (1.5 if re.search(r"\b(will|are|is|have)\b", joined) else 0.0) - (3 if re.match(r"\(?\d{1,2}[.)]\s", texts[0]) else 0.0)
        )
    if role in {Role.PROGRESS, Role.EVIDENCE}:
        return marks + 3 * _share(_DONE, texts) + (1.0 if re.match(r"\(?[a-h](\b|[.)])|\d\s", texts[0], re.I) else 0.0)
    return marks


def align(columns: Sequence[Sequence[str]], order: Sequence[Role], unfinished: Mapping[Role, bool]) -> tuple[Role | None, ...]:
    """A role for each column, in the heading's order; a numbering column may stand before the actions.

    columns: the filled cells of each column. unfinished: for each role, whether the row before broke off in mid-sentence.
    """
    numbered = list(order)
    if Role.ACTION in numbered and Role.NUMBER not in numbered:
        numbered.insert(numbered.index(Role.ACTION), Role.NUMBER)
    width = max((i + 1 for i, texts in enumerate(columns) if texts), default=0)
    wide = len(columns) if len(columns) == len(order) else width
    ways = [_best(columns, numbered, order, unfinished, width, steady=False)]
    if wide == len(order):  # as many columns as headings: then none of them is a numbering that the headings left out
        ways.append(_best(columns, list(order), order, unfinished, width, steady=True))
    return max(reversed(ways), key=lambda way: way[0])[1]


def _best(
    columns: Sequence[Sequence[str]],
    roles: Sequence[Role],
    order: Sequence[Role],
    unfinished: Mapping[Role, bool],
    width: int,
    *,
    steady: bool,
) -> tuple[float, tuple[Role | None, ...]]:
    """The roles in the order given that suit the columns best, and how well. steady: each column is expected where its heading stood."""

    def worth(column: int, role: Role) -> float:
        texts = columns[column]
        if not texts:
            return 0.1 if steady and column < len(order) and order[column] is role else 0.0
        follows = 4.5 if unfinished.get(role, False) and texts[0][:1].islower() and role is not Role.LEAD else 0.0
        fit = fitness(role, texts)
        same = 2.5 if steady and column < len(order) and order[column] is role and fit > -5 else 0.0
        last = 1.5 if follows and column == width - 1 and role is order[-1] else 0.0
        return fit + follows + same + last

    @cache
    def best(column: int, after: int) -> tuple[float, tuple[Role | None, ...]]:
        if column == len(columns):
            return 0.0, ()
        rest, tail = best(column + 1, after)
        options = [(rest - (5.0 if columns[column] else 0.0), (None, *tail))]
        for place in range(after, len(roles)):
            rest, tail = best(column + 1, place + 1)
            options.append((rest + worth(column, roles[place]), (roles[place], *tail)))
        return max(options, key=lambda option: option[0])

    return best(0, 0)
