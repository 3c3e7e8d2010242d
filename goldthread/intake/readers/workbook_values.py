"""A cell's number as its format shows it: a date in words, a percentage, pounds, a plain number."""

import math
import re
from datetime import date, datetime, timedelta

from goldthread.common.dates import spoken

_BARE = re.compile(r"\[(?:\$[^\]-]*(?:-[^\]]*)?|[^\]]*)\]|\"[^\"]*\"|\\.|_.|\*.", re.DOTALL)
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_PLACES = re.compile(r"[0#?][0#?,]*(?:\.[0#?]+)?")
_LAST_DAY = 2_958_465  # 31 December 9999; counted from 1904, 1,462 days less


def shown(value: float, form: str, *, from_1904: bool = False) -> str:
    """The number in words as its format means it. from_1904: the workbook counts its days from 1904."""
    if not math.isfinite(value):
        return str(value)
    section = _section(form, value)
    bare = _BARE.sub("", section).lower()
    if re.search(r"\[(?:h+|m+|s+)\]", section.lower()):
        return _duration(value)
    if re.search("[ymdhs]", bare) and "general" not in bare and not _PLACES.search(bare.split(".")[0]):
        return _moment(value, section, bare, from_1904=from_1904)
    return _number(value, section, bare)


def _section(form: str, value: float) -> str:
    """The part of a format that is for such a number: positive; negative; nought."""
    parts = re.findall(r"((?:\"[^\"]*\"|\\.|[^;\"\\])*)(?:;|$)", form)
    if value < 0 and len(parts) > 1 and parts[1]:
        return str(parts[1])
    if value == 0 and len(parts) > 2 and parts[2]:
        return str(parts[2])
    return str(parts[0]) if parts else form


def plain_number(value: float) -> str:
    """As a workbook shows a number without a format: whole numbers whole, others with up to ten figures."""
    if not math.isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    shortest = f"{value:.10g}"
    return f"{value:.10f}".rstrip("0").rstrip(".") if "e-" in shortest and abs(value) > 1e-9 else shortest


def _number(value: float, section: str, bare: str) -> str:
    places = _PLACES.search(bare)
    if not places or "e+" in bare or "/" in bare:
        return plain_number(value)
    percent = "%" in bare
    amount = abs(value) * 100 if percent else abs(value)
    pattern = places[0]
    decimals = len(pattern.partition(".")[2])
    whole = pattern.partition(".")[0]
    printed = f"{_rounded(amount, decimals):{',' if ',' in whole.rstrip(',') else ''}.{decimals}f}"
    if "#" in pattern.partition(".")[2]:
        printed = printed.rstrip("0").rstrip(".")
    least = whole.count("0")
    figures, dot, rest = printed.partition(".")
    printed = figures.zfill(least) + dot + rest
    minus = "-" if value < 0 and not re.search(r"[-(]", bare.replace("_(", "")) and float(printed.replace(",", "") or 0) else ""
    before, after = _around(section)
    return f"{minus}{before}{printed}{after}".strip()


def _rounded(amount: float, decimals: int) -> float:
    """Halves up, as workbooks round; a computer's own rounding takes halves to the even figure."""
    factor = 10.0**decimals
    return math.floor(amount * factor + 0.5 + 1e-9) / factor if amount < 1e14 else amount


def _around(section: str) -> tuple[str, str]:
    """What a format prints before and after the figures: a currency sign, words, a percent sign."""
    unpadded = re.sub(r"[_*].", "", section)
    marked = _CURRENCY.sub(lambda found: f'"{found[1]}"', unpadded)
    marked = re.sub(r"\[[^\]]*\]", "", marked)
    hidden = re.sub(r"\"[^\"]*\"|\\.", lambda found: "\0" * len(found[0]), marked)
    places = _PLACES.search(hidden)
    if not places:
        return "", ""
    return _literal(marked[: places.start()]), _literal(marked[places.end() :])


def _literal(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text.replace('"', "")).replace("@", "")


def _duration(value: float) -> str:
    minutes = round(abs(value) * 24 * 60)
    return f"{'-' if value < 0 else ''}{minutes // 60}:{minutes % 60:02d}"


def _moment(value: float, section: str, bare: str, *, from_1904: bool) -> str:
    if not 0 <= value <= _LAST_DAY - 1462 * from_1904 or (value < 1 and not from_1904 and not re.search("[hs]", bare)):
        return plain_number(value)
    time = _time(value) if "h" in bare else ""
    if not re.search("[yd]", bare) and "h" in bare:
        return time
    return _day_words(_day(value, from_1904=from_1904), section, bare, time)


def _day(value: float, *, from_1904: bool) -> date:
    """The day of a serial number; the leap day of 1900 that workbooks count and the calendar has not is passed over."""
    days = int(value)
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=days)
    return date(1899, 12, 30 if days >= 60 else 31) + timedelta(days=days)


def _time(value: float) -> str:
    minutes = round((value % 1) * 24 * 60) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _day_words(day: date, section: str, bare: str, time: str = "") -> str:
    """The day in words, or only the month and year, or only the year, where the format shows no more."""
    if "d" in bare or ("h" in bare and "y" not in bare):
        return f"{spoken(day)} {time}" if time and time != "00:00" else spoken(day)
    if "m" in bare and "y" in bare:
        month = f"{day:%B}" if "mmmm" in bare else f"{day:%b}" if "mmm" in bare else f"{day:%m}"
        year = str(day.year) if "yyy" in bare else f"{day.year % 100:02d}"
        between = re.search(r"m+[\"\\]*([^my\"\\]*)[\"\\]*y+", section.lower())
        return f"{month}{between[1] if between else ' '}{year}"
    if "y" in bare:
        return str(day.year)
    return spoken(day)


def shown_iso(text: str, form: str) -> str | None:
    """A date that the file holds in ISO form, in words as its format means it; None when it is no date."""
    try:
        moment = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return None
    bare = _BARE.sub("", form).lower()
    has_form = re.search("[ymd]", bare) and "general" not in bare
    return _day_words(moment.date(), form if has_form else "d m y", bare if has_form else "d m y", f"{moment:%H:%M}")
