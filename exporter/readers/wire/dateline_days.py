"""The dates of datelines, in the forms and languages of all agencies."""

from __future__ import annotations

from functools import lru_cache

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import DATELINE_DAYS, DATELINE_MONTHS, SHORT_MONTHS

# A day as the datelines of all languages have it: Jan 21 · 29th November, 2023 · 29 de ago. de 2023
# · 2023. november 29., szerda · 29/11 · Wednesday. Whether the word is a month a table tells.
_WORD = r"[^\W\d_]{2,12}\.?"
_YEAR = r"[12]\d{3}\b"
DAY = (
    rf"(?:{_WORD} ?\d{{1,2}}(?:st|nd|rd|th)?\b(?: ?,? ?{_YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])? ?(?:de |d[’'])?{_WORD}(?:,? ?(?:de |del )?{_YEAR})?\.?"
    rf"|{_YEAR}\.? {_WORD} \d{{1,2}}\.?(?:, {_WORD})?"
    r"|\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d\d))?\.?|\d{4}-\d\d-\d\d)"
)
_DATE_AT_END = expression(
    rf"(?:^|(?:[,.،]\s*|\s)(?:في\s+|den\s+|le\s+)?)(?P<date>{DAY})\s*[.,]?\s*[-–—]?\s*$"
)
_DAY_AT_END = expression(r",\s+(?P<date>[^\W\d_]{5,10})\s*$")
_WORDS_OF_DATE = expression(r"[^\W\d_]{2,}")
# No abbreviation is as long: the stop ends the dateline, not the month.
_FULL_MONTH_STOP = expression(r"(?<=[^\W\d_]{5})\.$")
# What may stand in a date that is no month.
_OF_DATES = frozenset(["st", "nd", "rd", "th", "er", "de", "del"])


@lru_cache(maxsize=8)
def split_date(head: str) -> tuple[str, str | None]:
    """The places before a dateline's date, and the date."""
    if not any(map(str.isdigit, head)):
        match = _DAY_AT_END.search(head)
        known = match is not None and match["date"].lower() in DATELINE_DAYS
        return (head[: match.start()], match["date"]) if match and known else (head, None)
    match = _DATE_AT_END.search(head)
    if match is None or not is_day(match["date"]):
        return head, None
    return head[: match.start()], _without_stop(match["date"].strip())


def is_day(date: str) -> bool:
    """Whether the words in what is written as a date are a month's name, or a day of the week's."""
    words = [word for word in _WORDS_OF_DATE.findall(date.lower()) if word not in _OF_DATES]
    return not words or words[0] in DATELINE_MONTHS


def _without_stop(date: str) -> str:
    """A date without the stop that ends a dateline; that of an abbreviated month stays."""
    if date.endswith("."):
        word = _WORDS_OF_DATE.findall(date)[-1:]
        if not date[:-1].endswith(tuple("0123456789")) and word[0].lower() in SHORT_MONTHS:
            return date[:-1]
    return _FULL_MONTH_STOP.sub("", date)
