"""Bylines and datelines that a format gives in fields of their own."""

from __future__ import annotations

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Byline, Dateline
from exporter.readers.draft import text
from exporter.readers.house import NO_HOUSE, House
from exporter.readers.text.lines import Line
from exporter.readers.wire import byline as bylines
from exporter.readers.wire.claims import house_opening
from exporter.readers.wire.dateline import opening
from exporter.readers.wire.persons import persons
from exporter.values import replace

_BY = expression(r"(?:By|BY|by|Von|Par|Por|Di|Door)\s+")


def byline(words: str | None, lines: Lines | None = None) -> Byline | None:
    """The byline of a field: whatever it says is one."""
    found = text(words, lines)
    if found is None:
        return None
    known = bylines.byline(Line(1, found.text, found.text))
    names = known[0].names if known else persons(_BY.sub("", found.text, count=1))
    return Byline(found.text, names, lines)


def dateline(
    words: str | None, lines: Lines | None = None, house: House = NO_HOUSE
) -> Dateline | None:
    """The dateline of a field: whatever it says is one, with or without agency and date."""
    found = text(words, lines)
    if found is None:
        return None
    whole = house_opening(Line(1, found.text, found.text), house) or opening(found.text)
    if whole is not None and not whole.lead:
        return replace(whole.dateline, text=found.text, lines=lines)
    # What stands before an agency's tag is a place; the tag is taken off again.
    tagged = opening(f"{found.text.rstrip(' -–—:')} (AP) - ")
    if tagged is None:
        place, _, region = found.text.partition(",")
        return Dateline(found.text, (place.strip(),), region.strip() or None, lines=lines)
    parts = tagged.dateline
    return Dateline(found.text, parts.places, parts.region, parts.date, None, lines)
