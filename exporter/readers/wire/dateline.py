"""Datelines: ``MOSCOW/KARACHI, Pakistan (AA) - `` and its many kin."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.diagnostics import Lines
from exporter.model import Dateline
from exporter.readers.text.lines import Line
from exporter.readers.wire.dateline_days import split_date
from exporter.readers.wire.dateline_forms import (
    COLON,
    FORMS,
    QUIET,
    REACH,
    SENTENCE_END,
    is_lead,
)
from exporter.readers.wire.places import is_loud, is_quiet_place, places
from exporter.values import Value, replace

_LEAST_PROSE = 80


class Opening(Value):
    """A dateline, what follows it on its line, and what showed that it is one.

    Nothing follows when it has the line to itself.
    """

    dateline: Dateline
    lead: str
    why: str = ""
    guessed: bool = False


def opening(text: str, lines: Lines | None = None) -> Opening | None:
    """The dateline that a line opens with; None when it opens with anything else."""
    found = _opening_of(text)
    if found is None or lines is None:
        return found
    return replace(found, dateline=replace(found.dateline, lines=lines))


# The lines of a head are asked again by each of several passes.
@lru_cache(maxsize=8)
def _opening_of(text: str) -> Opening | None:
    head = text[:REACH]
    for needed, why, form, accept in FORMS:
        match = form.match(head) if any(map(head.__contains__, needed)) else None
        if match is not None and accept(match, text):
            return _opening(match, text, why)
    return None


def quiet_opening(text: str, lines: Lines | None, *, colon_only: bool = False) -> Opening | None:
    """The dateline of a line that must be the lead, if it opens with one that names no agency.

    ``Hyderabad: From …`` and, unless `colon_only`, ``London/Teheran - Iranische …``.
    """
    head = text[:REACH]
    for form in (COLON,) if colon_only else (COLON, QUIET):
        match = form.match(head)
        if match is not None and is_quiet_place(match["head"]) and is_lead(match, text):
            found = _opening(match, text, "a place at the beginning of the lead")
            dateline = replace(found.dateline, lines=lines)
            return replace(found, dateline=dateline, guessed=True)
    return None


def place_alone(line: Line, following: Line) -> Opening | None:
    """The dateline of a line that is only a place in capitals, as Anadolu's web copy has it."""
    text = line.text
    letters = text.replace("/", "").replace(" ", "").replace("-", "")
    if not (letters.isalpha() and is_loud(text) and is_quiet_place(text)):
        return None
    if len(following.text) < _LEAST_PROSE or not following.text.endswith(SENTENCE_END):
        return None
    cities, region = places(text)
    dateline = Dateline(text, cities, region, lines=line.lines)
    return Opening(dateline, "", "a place alone above the lead", guessed=True)


def opening_of(match: re.Match[str], line: Line, why: str) -> Opening:
    """The dateline of a match at the beginning of a line; its groups are `head` and `agency`."""
    found = _opening(match, line.text, why)
    return replace(found, dateline=replace(found.dateline, lines=line.lines))


def _opening(match: re.Match[str], text: str, why: str) -> Opening:
    parts = match.groupdict()
    head, found = split_date(parts.get("head") or parts.get("city") or "")
    date = parts.get("late") or parts.get("inside") or parts.get("date") or found
    cities, region = places(head.strip(" ,"))
    sent = match.group().strip()
    agency = (parts.get("agency") or parts.get("slashed") or "").strip() or None
    dateline = Dateline(sent, cities, region, date, agency)
    return Opening(dateline, text[match.end() :].strip(), why)
