"""How papers print days, months and years: the shapes only, as regular expressions; ``dates`` gives them meaning."""

import re

DASH = r"[-‐‑‒–—−]"
GAP = rf"\s*(?:{DASH}|,)?\s*"
WEEKDAY = r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
DAY = r"(?<![\w/])(?<!\d[.,:])\d{1,2}(?!\d)\s*(?:st\b|nd\b|rd\b|th\b)?"
YEAR4 = r"(?:19|20)\d\d(?!\d)"
# 12% and 12:30 are no years, nor is the 12 of "March 12-14" or of "March 12 cases".
YEAR2 = (
    rf"['‘’]?\d\d(?!\d|[:%/]\s?\d|%|\.\d|{DASH}\d|\s*(?:%|st\b|nd\b|rd\b|th\b)"
    r"|\s+(?:weeks?|months|days|hours|cases|audits|sessions|children|staff|people|places)\b)"
)
YEAR = rf"(?:{YEAR4}|{YEAR2})"
DOUBLE_YEAR = rf"(?:20)?\d\d(?:\s?/\s?|{DASH})(?:20)?\d\d(?!\d)"
"""Two years that a council's year runs over: 2012-13, 12/13, 2012/2013."""

# A number that counts phases or parts is no day of the month: Phase 2 Mar 2017.
COUNTED = (
    r"(?P<counted>\b(?:phase|stage|step|part|item|section|action|objective|priority|recommendation|tranche|wave|cohort"
    r"|version|tier|level|option|appendix|annex|no\.?|number)\s+)?"
)
# The 11 of "30 April – 11 May 2012" is the next day and no year.
_YEAR_GAP = rf"(?:\s*|\s*(?:{DASH}|,)\s*(?!\d\d\s+(?:of\s+)?{MONTH}))"
_WORDED = rf"{COUNTED}{WEEKDAY}(?P<day>{DAY})(?:\s+of\s+|{GAP})(?P<month>{MONTH}){_YEAR_GAP}(?P<year>{YEAR})"
_SLASHED = rf"(?<![\d./-])(?P<day>\d{{1,2}})/(?P<month>{MONTH})/(?P<year>(?:19|20)?\d\d)(?![\d/])"
_MONTH_FIRST = rf"(?<![a-z])(?P<month>{MONTH})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR4})"
_FIGURES = r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>\s?[./-]\s?)(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d/]|[.-]\d)"
_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?"
_ISO = rf"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d){_CLOCK}(?![\d/-])"

DAY_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in (_ISO, _WORDED, _SLASHED, _MONTH_FIRST, _FIGURES))
"""Groups: day, month, year; counted where the figures count something else."""

_TO = rf"\s*(?:{DASH}|to|and|until|&)\s*"
DAY_RANGE = re.compile(
    rf"{COUNTED}{WEEKDAY}(?P<day>{DAY})(?:(?:\s+of\s+|{GAP})(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?)?{_TO}"
    rf"{WEEKDAY}(?P<last_day>{DAY})(?:\s+of\s+|{GAP})(?P<last_month>{MONTH})(?:{GAP}(?P<last_year>{YEAR}))?",
    re.IGNORECASE,
)
BETWEEN_DAYS = re.compile(rf"\s*(?:{DASH}|to|and|until)\s*", re.IGNORECASE)
DAY_WITHOUT_YEAR = re.compile(rf"{COUNTED}(?P<day>{DAY})(?:\s+of\s+|{GAP})(?P<month>{MONTH})", re.IGNORECASE)

_END = r"(?P<end>\b(?:end|close|last\s+day)(?:\s+of(?:\s+the\s+month\s+of)?)?\s*-?\s*|\bmonth[\s-]end\s+)?"
_MARK = rf"(?P<mark>\s*{DASH}\s*|\s*/\s*|[\s,]*(?:of\s+)?)"
# Of "March 12-13" nobody can say whether it prints days or years.
MONTHS_WITH_YEAR = re.compile(
    rf"{_END}(?<![a-z])(?P<months>{MONTH}(?:\s*(?:{DASH}|/|&|,|\band\b|\bto\b)\s*{MONTH})*)"
    rf"{_MARK}(?:(?P<years>20\d\d(?:/|{DASH})(?:20)?\d\d(?!\d|\s?[/-]\d)|\d\d/\d\d(?!\d|/))|(?P<year>{YEAR}))",
    re.IGNORECASE,
)
MONTH_IN_FIGURES = re.compile(r"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])")
_QUARTER = r"(?:q|qtr\.?\s*|quarter\s*)(?P<{0}>[1-4])"
QUARTERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<end>\bend\s+(?:of\s+)?)?\b{_QUARTER.format('quarter')}(?:\s+of|,)?\s*[-(]?\s*(?P<years>{DOUBLE_YEAR})",
        rf"(?P<end>\bend\s+(?:of\s+)?)?(?<![\d/-])(?P<years>{DOUBLE_YEAR})\s*[-:,]?\s*{_QUARTER.format('quarter')}\b",
    )
)
YEAR_END = re.compile(
    r"(?:(?P<school>\b(?:academic|school)\s+)?\byear[\s-]end(?:\s+of)?|\bend\s+(?:of\s+)?(?:the\s+)?(?P<kind>(?:financial|calendar|council)\s+)?(?:year\s+)?)\s*"
    rf"(?:(?P<years>{DOUBLE_YEAR})|(?P<year>{YEAR4}))",
    re.IGNORECASE,
)
UNDATED = tuple(
    (re.compile(form, re.IGNORECASE), why)
    for form, why in (
        (
            r"\b(?:autumn|spring|summer|winter|next|this|school|half)[\s-]+(?:half[\s-]+)?terms?\b(?:\s+(?:19|20)\d\d)?",
            "a school term is not a date",
        ),
        (r"\b(?:academic|school)\s+year\b(?:\s+end)?(?:\s+(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)?", "a school year is not a date"),
        (r"\b(?:spring|summer|autumn|winter)\b(?:\s+(?:of\s+)?(?:19|20)\d\d)?", "a season is not a date"),
        (r"\b(?:christmas|easter|whitsun|ramadan|new\s+year)\b(?:\s+(?:19|20)\d\d)?", "a holiday is not a date"),
        (
            r"\b(?:q|qtr\.?\s*|quarter\s*)[1-4]\b(?:\s+(?:19|20)\d\d(?![/–-]))?",
            "a quarter without its council year (such as 2012/13) is not a date",
        ),
        (rf"(?<![\w/.-]){DOUBLE_YEAR}(?![\w/-])", "a whole year is not a date"),
        (rf"{DAY}(?:\s+of\s+|{GAP}){MONTH}(?!\s*\d)", "the year is not printed"),
        (rf"(?<![\w-]){MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b", "it may be a day without its year, or a year"),
        (rf"(?<![\w-])(?!may\b|mar\b){MONTH}(?![\w-])", "the year is not printed"),
        (rf"(?<![\w./-]){YEAR4}(?![\w/-])", "a whole year is not a date"),
    )
)
"""What looks like a time and gives no date, with the reason; the earlier form wins where two fit."""
