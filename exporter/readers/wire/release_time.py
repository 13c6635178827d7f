"""When an embargo ends, read from the words of its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone

from exporter.expressions import expression
from exporter.readers.wire.dates import full_date
from exporter.readers.wire.vocabulary import WEEKDAYS, ZONES
from exporter.values import Value

_ZONE_NAMES = "|".join(sorted(ZONES, key=len, reverse=True))
_OFFSET = r"(?:(?:GMT|UTC)\s?)?[+\-−]\d{1,2}(?::?[0-5]\d)?"
_ZONE = rf"(?P<zone>{_OFFSET}|(?:{_ZONE_NAMES})\b|[ECMP]T\b)"
_UNKNOWN_ZONE = expression(r"\s*\(?(?:[A-Z]{2,5}\b|(?i:local|time in)\b)")

# 0001 GMT · 10:30 CET · 10.30 Uhr MEZ · 10h30 · 10 a.m. EST · noon
_CLOCK = expression(
    r"(?<![\d:.,/-])(?:"
    rf"(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?:\s*(?:hrs|hours|h)\b)?(?=\s*(?:{_ZONE_NAMES}|[ECMP]T)\b"
    rf"|\s*(?:hrs|hours|h)\b|\s+on\b|,?\s+(?:{'|'.join(WEEKDAYS)})\b)"
    r"|(?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))(?::[0-5]\d)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?P<hour2>\d{1,2})\s*(?P<half2>[ap]\.?\s?m\b\.?)"
    r"|(?P<noon>noon\b)"
    r")(?:\s*(?:Uhr|hrs|hours)\b)?",
    re.IGNORECASE,
)
_AFTER_CLOCK = expression(rf"\s*\(?{_ZONE}")
_WEEKDAY = expression(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_ISO = expression(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)(?!\d)")


class ReleaseTime(Value):
    """The end of an embargo in ISO 8601; `assumed` when the line names no time zone."""

    iso: str
    assumed: bool = False


def release_time(text: str) -> ReleaseTime | None:
    """The full date and time that a line gives; None unless both are there and agree."""
    written = _ISO.findall(text)
    if written:
        return _latest(written)
    found = full_date(text)
    if found is None or _contradicts(found[0], text):
        return None
    day, rest = found
    second = full_date(rest)
    if second is not None and second[0] > day:  # which of them it is nobody can tell
        return None
    clock = _CLOCK.search(rest)
    moment = _time(clock) if clock is not None else None
    if clock is None or moment is None:
        return None
    return _at(day, moment, rest[clock.end() :])


def _latest(written: Sequence[str]) -> ReleaseTime | None:
    try:
        return ReleaseTime(max(map(datetime.fromisoformat, written)).isoformat())
    except ValueError:
        return None


def _contradicts(day: date, text: str) -> bool:
    """Whether the line names a weekday that the date is not: then neither can be trusted."""
    named = {WEEKDAYS[name.lower()] for name in _WEEKDAY.findall(text)}
    return len(named) > 1 or any(weekday != day.weekday() for weekday in named)


def _time(match: re.Match[str]) -> time | None:
    parts = match.groupdict()
    if parts["noon"]:
        return time(12)
    if parts["military"]:
        return time(int(parts["military"][:2]), int(parts["military"][2:]))
    hour = int(parts["hour"] or parts["hour2"])
    half = parts["half"] or parts["half2"]
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return time(hour, int(parts["minute"] or 0)) if hour < 24 else None


def _at(day: date, moment: time, after: str) -> ReleaseTime | None:
    zone = _AFTER_CLOCK.match(after)
    if zone is None:
        if _UNKNOWN_ZONE.match(after) and not _WEEKDAY.match(after.strip()):
            return None
        minutes, assumed = 0, True
    else:
        minutes, assumed = _minutes(zone["zone"].upper(), day), False
    place = timezone(timedelta(minutes=minutes))
    return ReleaseTime(datetime.combine(day, moment, place).isoformat(), assumed)


def _minutes(zone: str, day: date) -> int:
    """Minutes east of Greenwich of a zone's name or offset on a day."""
    if zone in ZONES:
        return ZONES[zone]
    if zone in ("ET", "CT", "MT", "PT"):
        return ZONES[zone[0] + ("DT" if _is_american_summer(day) else "ST")]
    sign, digits = re.sub(r"^(?:GMT|UTC)\s?", "", zone)[0], re.findall(r"\d+", zone)
    hours, rest = (digits[0], "") if len(digits[0]) <= 2 else (digits[0][:-2], digits[0][-2:])
    minutes = int(hours) * 60 + int(rest or (digits[1] if len(digits) > 1 else 0))
    return min(minutes, 14 * 60) * (1 if sign == "+" else -1)


def _is_american_summer(day: date) -> bool:
    """Daylight time in the United States: Energy Policy Act of 2005, section 110."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta((6 - march.weekday()) % 7)
    end = november + timedelta((6 - november.weekday()) % 7)
    return start <= day < end
