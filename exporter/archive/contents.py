"""A contents list of a period: a document as any other, of tables by date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from exporter.archive.finding import Hit
from exporter.archive.record import Flag, Record
from exporter.model import Block, Crosshead, Document, Paragraph, Source, Table

_HEADS = ("Slug", "Headline", "Source", "Pages")
_NAME = "contents"
_NOTHING = "–"


def contents(hits: Iterable[Hit], since: str | None, until: str | None) -> Document:
    """The contents list of stories in the order of their dates; the period's ends are its title's.

    Of each story there are slug, headline, source and pages, of the version that is its newest.
    """
    by_day = [(day, list(group)) for day, group in groupby(hits, lambda hit: hit.record.date)]
    rows = [(day or "", [_row(hit) for hit in group]) for day, group in by_day]
    digest = hashlib.sha256(json.dumps([since, until, rows]).encode()).hexdigest()
    return Document(
        source=Source(_NAME, "application/json", digest),
        title=_title(since, until),
        language="en",
        body=tuple(_body(rows)),
    )


def _title(since: str | None, until: str | None) -> str:
    if since and until:
        return f"Contents of the archive, {_written(since)} to {_written(until)}"
    if since or until:
        when = f"since {_written(since)}" if since else f"until {_written(until or '')}"
        return f"Contents of the archive {when}"
    return "Contents of the archive"


def _body(rows: list[tuple[str, list[tuple[str, ...]]]]) -> Iterator[Block]:
    total = sum(len(group) for _, group in rows)
    yield Paragraph.of(f"{total:,} {'story' if total == 1 else 'stories'}.")
    for day, group in rows:
        yield Crosshead.of(_written(day) if day else "Without a date")
        yield Table((_HEADS, *group), header_rows=1)


def _row(hit: Hit) -> tuple[str, ...]:
    record = hit.record
    return (
        record.slug or _NOTHING,
        f"{record.title}{_standing(hit.flag, record)}",
        record.agency or record.source_name,
        str(record.pages) if record.pages else _NOTHING,
    )


def _standing(flag: Flag, record: Record) -> str:
    if flag in (Flag.WITHDRAWN, Flag.CORRECTED):
        return f" ({flag})"
    return "" if record.pub_status == "usable" else f" ({record.pub_status})"


def _written(day: str) -> str:
    """A day as English writes it; one that is none, as it stands."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
