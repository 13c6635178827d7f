"""Datelines: ``MOSCOW/KARACHI, Pakistan (AA) - `` and its many kin."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Dateline
from exporter.readers.wire.dates import DAY
from exporter.readers.wire.vocabulary import AGENCIES, AGENCY_NAMES, NO_PLACE, ONE_PLACE
from exporter.values import Value, replace

# No dateline is longer; only so much of a line is looked at.
_REACH = 160

_DASH = r"(?:\.-|--|[-–—_]{1,3}|:)"
_CLOSE = rf"\s*(?P<mark>{_DASH}|$)"

# The tag in brackets; a space or a missing one around it is a common damage: ``HAVANA (AP ) --``.
_BRACKETED = expression(rf"(?P<head>[^()]*?)\s*\((?P<agency>[^()]{{2,40}})\){_CLOSE}")
_SLASHED = expression(rf"(?P<head>[^/].*?)\s*/(?P<agency>[^/]{{2,40}})/(?P<mark>\.|\s*{_DASH}|$)")
_BUSINESS_WIRE = expression(
    r"(?P<head>[^()]{2,80}?)\s*--\s*\((?P<agency>[^()]{2,40})\)\s*--\s*"
    rf"(?P<late>{DAY})?(?P<mark>\s*[-–—]+|$|\b)",
    re.IGNORECASE,
)
_AGENCY_FIRST = expression(
    r"\((?P<agency>[^()]{2,20})\) *(?:--|[-–—]) *"
    r"(?P<head>[^()]{2,80}?)\s+(?P<mark>--|[-–—_])\s"
)
_DATED = expression(
    rf"(?P<head>[^()]{{2,80}}?,\s*{DAY})(?:,?\s+(?P<agency>[A-Za-z]{{2,12}}))?\s*"
    r"(?P<mark>--|[-–—_])(?=\s|$)",
    re.IGNORECASE,
)
_DATE_ONLY_LINE = expression(rf"(?P<head>[^()]{{2,80}}?,\s*{DAY})(?P<mark>$)", re.IGNORECASE)
_UNDATED = expression(r"(?P<head>[^()\d:;!?\"“”]{3,60}?)\s*(?P<mark>(?<=\s)[-–—_]|--|—)(?=\s)")

_DATE_AT_END = expression(rf"(?:^|,?\s*)\b(?P<date>{DAY})\s*[.,]?\s*$", re.IGNORECASE)
_REGION_IN_BRACKETS = expression(r"(?P<places>[^\[\]]+)\[(?P<region>[^\[\]]+)\]\s*$")
_AND = expression(r"\s+(?:and|&|und|et|y|e)\s+")
_COMMA = expression("[,،]")
_BETWEEN_AGENCIES = expression(r"[\s/,&-]+")
_CAPITAL = expression(r"[^\W\d_]")
_LEAST_LEAD = 40


class Opening(Value):
    """A dateline, and what follows it on its line (nothing when it has the line to itself)."""

    dateline: Dateline
    lead: str


def opening(text: str, lines: Lines | None = None) -> Opening | None:
    """The dateline that a line opens with; None when it opens with anything else."""
    found = _opening_of(text)
    if found is None or lines is None:
        return found
    return replace(found, dateline=replace(found.dateline, lines=lines))


# The lines of a head are asked again by each of several passes.
@lru_cache(maxsize=8)
def _opening_of(text: str) -> Opening | None:
    head = text[:_REACH]
    if "(" in head or "/" in head or _dashed(head) or head == text:
        for needed, form, accept in _FORMS:
            match = form.match(head) if needed in head else None
            if match is not None and accept(match, text):
                return _opening(match, text)
    return None


def _dashed(head: str) -> bool:
    return any(dash in head for dash in ("-", "–", "—", "_"))


def _opening(match: re.Match[str], text: str) -> Opening:
    parts = match.groupdict()
    head, found = _split_date(parts["head"])
    date = parts.get("late") or found
    places, region = _places(head.strip(" ,"))
    sent = match.group().strip()
    agency = (parts.get("agency") or "").strip() or None
    dateline = Dateline(sent, places, region, date, agency)
    return Opening(dateline, text[match.end() :].strip())


def _split_date(head: str) -> tuple[str, str | None]:
    match = _DATE_AT_END.search(head)
    return (head, None) if match is None else (head[: match.start()], match["date"].strip())


def _places(head: str) -> tuple[tuple[str, ...], str | None]:
    """The cities, and the country or state that stands after them."""
    bracketed = _REGION_IN_BRACKETS.match(head)
    if bracketed:
        return _cities(bracketed["places"]), bracketed["region"].strip()
    first, *rest = _COMMA.split(head, maxsplit=1)
    if rest and _AND.search(rest[0]):
        return tuple(city for part in _COMMA.split(head) for city in _cities(part)), None
    return _cities(first), rest[0].strip() or None if rest else None


def _cities(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.lower() in ONE_PLACE:
        return (text,)
    parts = (city for part in text.split("/") for city in _AND.split(part))
    return tuple(city.strip() for city in parts if city.strip())


# -- which of the matches are datelines ----------------------------------------------------------


def is_agency(tag: str) -> bool:
    """Whether a tag names agencies: ``AA``, ``tca/dpa``, ``PRNewswire-AsiaNet``."""
    tag = tag.strip().lower()
    words = [word for word in _BETWEEN_AGENCIES.split(tag) if word]
    return tag in AGENCY_NAMES or (bool(words) and all(word in AGENCIES for word in words))


def _is_place(head: str) -> bool:
    """Whether words are written as places are: each with a capital, few, and none an alarm."""
    words = [word for word in re.split(r"[\s,/\[\]]+", head) if word]
    if not 0 < len(words) <= 12 or words[0].strip(".:-").upper() in NO_PLACE:
        return False
    small = [word for word in words if word[0].isalpha() and word[0].islower()]
    return len(small) <= len(words) // 3 and words[0][0].isalpha() and words[0] not in small


def _is_loud(head: str) -> bool:
    """Whether the first place is in capitals, as English-language agencies write it."""
    first = head.partition(",")[0]
    return first.isupper() and len(_CAPITAL.findall(first)) >= 3


def _accept_tagged(match: re.Match[str], _text: str) -> bool:
    head, _ = _split_date(match["head"])
    head = head.strip(" ,.")
    placed = _is_place(head)
    if is_agency(match["agency"]):
        return placed or (not head and bool(match["mark"]))
    short = len(match["agency"]) <= 12 and " " not in match["agency"].strip()
    return short and placed and _is_loud(head) and bool(match["mark"])


def _accept_slashed(match: re.Match[str], _text: str) -> bool:
    head, _ = _split_date(match["head"])
    return is_agency(match["agency"]) and _is_place(head.strip(" ,."))


def _accept_dated(match: re.Match[str], text: str) -> bool:
    agency = match["agency"]
    if agency and not is_agency(agency):
        return False
    head, date = _split_date(match["head"])
    loud = _is_loud(head) or agency is not None
    return date is not None and _is_place(head.strip(" ,.")) and (loud or _goes_on(match, text))


def _accept_alone(match: re.Match[str], text: str) -> bool:
    head, date = _split_date(match["head"])
    return date is not None and match.end() == len(text) and _is_loud(head) and _is_place(head)


def _accept_undated(match: re.Match[str], text: str) -> bool:
    head = match["head"].strip()
    return _is_loud(head) and _is_place(head) and _goes_on(match, text) and not text.isupper()


def _goes_on(match: re.Match[str], text: str) -> bool:
    """Whether a lead follows; a headline such as ``UPDATE – Talks end`` is shorter."""
    return len(text) - match.end() >= _LEAST_LEAD


# What stands in every dateline of a form, its pattern, and what else is asked of it.
_FORMS = (
    (")", _AGENCY_FIRST, _accept_tagged),
    ("--", _BUSINESS_WIRE, _accept_tagged),
    (")", _BRACKETED, _accept_tagged),
    ("/", _SLASHED, _accept_slashed),
    (",", _DATED, _accept_dated),
    (",", _DATE_ONLY_LINE, _accept_alone),
    ("", _UNDATED, _accept_undated),
)
