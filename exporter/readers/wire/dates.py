"""Dates as news copy writes them."""

from __future__ import annotations

import re
from datetime import date

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import MONTHS

_NAMES = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
MONTH = rf"(?:{_NAMES})\b\.?"
_YEAR = r"(?:[12]\d{3})"

# A day as a dateline gives it, the year often missing: Jan 21 · Dec 3 , 2005 · 21 ene · JUL 11.
DAY = rf"(?:{MONTH} ?\d{{1,2}}(?: ?, ?{_YEAR})?|\d{{1,2}}\.? ?{MONTH}(?:,? ?{_YEAR})?)"

_FULL = expression(
    rf"\b(?P<month>{MONTH}) ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<year>{_YEAR})\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.? ?(?:of )?"
    rf"(?P<month2>{MONTH}),? ?(?P<year2>{_YEAR})\b"
    rf"|\b(?P<year3>{_YEAR})-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
    rf"|\b(?P<day4>\d{{1,2}})\.(?P<month4>\d{{1,2}})\.(?P<year4>{_YEAR})\b"
    rf"|\b(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/(?P<year5>{_YEAR})\b",
    re.IGNORECASE,
)


def full_date(text: str) -> tuple[date, str] | None:
    """The first date with its year, and the text with it blanked out; None if it is ambiguous."""
    match = _FULL.search(text)
    if match is None:
        return None
    found = _date_of(match)
    rest = text[: match.start()] + " " + text[match.end() :]
    return None if found is None else (found, rest)


def _date_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year = next(parts[key] for key in ("year", "year2", "year3", "year4", "year5") if parts[key])
    month, day = _month_and_day(parts)
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    """Month and day; (0, 0), which is no date, for 5/3 and its like."""
    for month, day in (("month", "day"), ("month2", "day2")):
        name, number = parts[month], parts[day]
        if name and number:
            return MONTHS[name.rstrip(".").lower()], int(number)
    for month, day in (("month3", "day3"), ("month4", "day4")):
        name, number = parts[month], parts[day]
        if name and number:
            return int(name), int(number)
    return _by_size(int(parts["first"] or 0), int(parts["second"] or 0))


def _by_size(first: int, second: int) -> tuple[int, int]:
    """An American and a European write 3/14 and 14/3; only a day above twelve tells them apart."""
    if first > 12 >= second:
        return second, first
    if second > 12 >= first or first == second:
        return first, second
    return 0, 0
