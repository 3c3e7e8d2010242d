"""How often something is to happen, where a cell says so of the action and not of a report that it mentions."""

import re

from goldthread.common.text import fold

_EVERY = re.compile(
    r"\b(?:every|each|per|once\s+a|once\s+every)\s+(?P<other>other\s+|second\s+)?(?:(?P<count>two|three|four|six|eight|twelve|\d{1,2})\s+)?"
    r"(?P<unit>day|week|fortnight|month|quarter|half[\s-]term|term|year)s?\b"
)
_WORD = re.compile(
    r"\b(?:(?P<count>two|three|four|six|eight|twelve|\d{1,2})[\s-]+(?P<unit>week|month)ly"
    r"|(?P<word>daily|weekly|fortnightly|bi-?\s?weekly|monthly|bi-?\s?monthly|quarterly|half[\s-]termly|termly"
    r"|half[\s-]yearly|bi-?annual(?:ly)?|annual(?:ly)?|yearly"
    r"|(?:twice|three times|four times)\s+(?:a|per|each)\s+year))\b"
)
_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_NAMED_MONTHS = re.compile(rf"{_MONTH}(?:(?:\s*,\s*|\s*,?\s*(?:and|&)\s+){_MONTH}){{0,3}}\s+(?:of\s+)?(?:each|every)\s+year\b")
"""“March and September each year”: as often as months are named."""
_SAID_OF_TIME = re.compile(
    r"\s*(?:$|[.,;:)(/|–—-]|basis\b|(?:and|then|thereafter|from|to|by|until|till|end|with|via|through|at|in|for|during"
    r"|starting|commencing|beginning|ongoing|after|on|as|cycle"
    r"|or|where|when|if|using|against|before|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)"
)
_PREFIXED = re.compile(r"(?:\b(?:on|at)\s+an?\s+|\bon\s+|\bthen\s+(?:on\s+)?(?:an?\s+)?|\bthereafter\s+)$")
_COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "twelve": 12}
_NUMERALS = {2: "two", 3: "three", 4: "four", 6: "six", 8: "eight", 12: "twelve"}
_SAME = {
    ("month", 2): "bi-monthly",
    ("month", 3): "quarterly",
    ("month", 12): "annual",
    ("week", 2): "fortnightly",
    ("month", 1): "monthly",
    ("week", 1): "weekly",
    ("day", 1): "daily",
    ("fortnight", 1): "fortnightly",
    ("quarter", 1): "quarterly",
    ("term", 1): "termly",
    ("half-term", 1): "half-termly",
    ("year", 1): "annual",
}
_WORDS = {
    "annually": "annual",
    "yearly": "annual",
    "half-yearly": "six-monthly",
    "biannual": "six-monthly",
    "biannually": "six-monthly",
    "bi-annual": "six-monthly",
    "bi-annually": "six-monthly",
    "twice a year": "six-monthly",
    "twice per year": "six-monthly",
    "twice each year": "six-monthly",
    "three times a year": "four-monthly",
    "four times a year": "quarterly",
    "bimonthly": "bi-monthly",
    "biweekly": "bi-weekly",
}


def _of_unit(unit: str, count: int) -> str:
    plain = re.sub(r"\s", "-", unit)
    return _SAME.get((plain, count)) or f"{_NUMERALS.get(count, count)}-{plain}ly"


def _count(printed: str | None) -> int:
    return _COUNTS.get(printed or "", 0) or int(printed or 1)


def _named(match: re.Match[str]) -> str:
    if match["word"]:
        word = re.sub(r"\bbi-?\s", "bi-", match["word"])
        word = re.sub(r"half\s", "half-", word)
        return _WORDS.get(word, word)
    return _of_unit(match["unit"], _count(match["count"]))


def recurrence_of(text: str) -> str | None:
    """``quarterly``, ``six-weekly``, ``annual``… when the text says it of what is to be done; None otherwise.

    In "quarterly report to the board" at the start of a clause it is the action's; in "will be included in the
    quarterly report" it only says what that report is.
    """
    plain = fold(text)
    if named := _NAMED_MONTHS.search(plain):
        return {1: "annual", 2: "six-monthly", 3: "four-monthly", 4: "quarterly"}[len(re.findall(_MONTH, named[0]))]
    if every := _EVERY.search(plain):
        return _of_unit(every["unit"], 2 if every["other"] else _count(every["count"]))
    for match in _WORD.finditer(plain):
        before, after = plain[: match.start()], plain[match.end() :]
        opens = not before.strip() or bool(re.search(r"[.;:,(|/]\s*$|\s-\s*$|\b(?:and|then|thereafter|at least|ongoing)\s+$", before))
        if opens or _SAID_OF_TIME.match(after) or _PREFIXED.search(before):
            return _named(match)
    return None
