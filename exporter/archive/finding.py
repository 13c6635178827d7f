"""Stories found in an index: by words, by what is said of them, or by what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection as Database
from typing import Any

from exporter.archive.identity import candidates
from exporter.archive.query import Wanted, is_unanswerable, match
from exporter.archive.record import Flag, Record
from exporter.archive.root import StorageRoot
from exporter.diagnostics import ArchiveError, diagnose
from exporter.values import Value

_SHORTEST_DIGEST = 8  # digits of a source's SHA-256 that tell a story from others
_SHOWN = 5  # of several stories that one may mean


_KNOWN = "SELECT versions.id, versions.record, versions.created, objects.head, newest.flag"
_NEWEST = """CROSS JOIN objects ON objects.place = versions.place
    CROSS JOIN versions AS newest
    ON newest.place = objects.place AND newest.number = objects.head"""
_LISTED = f"{_KNOWN}, '' FROM versions {_NEWEST} AND newest.row = versions.row"
_BY_DATE = "ORDER BY versions.date, versions.id"
_SOUGHT = f"""{_KNOWN}, snippet(words, 1, '', '', '…', 16) FROM words
    CROSS JOIN versions ON versions.row = words.rowid {_NEWEST}"""
# Words in a title weigh most, in places and bylines more than in the text (bm25, by column).
_WEIGHED = "rank MATCH 'bm25(5.0, 1.0, 1.0, 2.0, 2.0)'"


class Hit(Value):
    """A story that has been found: one version of it, and what becomes of it at its newest.

    `excerpt` shows the words where they stand; it is blank where none were looked for.
    """

    record: Record
    created: str
    head: int
    flag: Flag
    excerpt: str = ""


def find(database: Database, wanted: Wanted, limit: int | None = None) -> Iterator[Hit]:
    """The stories wanted: the best first where words are, else by date and identifier."""
    if is_unanswerable(wanted):
        return
    seen: set[str] = set()
    for identifier, record, *rest in _rows(database, wanted):
        if identifier not in seen:
            seen.add(identifier)
            created, head, flag, excerpt = rest
            yield Hit(Record.from_bytes(record.encode()), created, head, Flag(flag), excerpt)
        if len(seen) == limit:
            return


def _rows(database: Database, wanted: Wanted) -> Iterator[tuple[Any, ...]]:
    """What is known of each version wanted, computed as it is asked for.

    FTS5 itself puts them in order; what shows the words is looked for in those that are shown.
    """
    conditions, values = _conditions(wanted)
    expression = match(wanted)
    if not expression:
        where = " AND ".join(("1", *conditions))
        return database.execute(f"{_LISTED} WHERE {where} {_BY_DATE}", values)
    where = " AND ".join(("words MATCH ?", _WEIGHED, *conditions))
    return database.execute(f"{_SOUGHT} WHERE {where} ORDER BY rank", [expression, *values])


def _conditions(wanted: Wanted) -> tuple[list[str], list[str]]:
    said = {
        "versions.date >= ?": wanted.since,
        "versions.date BETWEEN '0' AND ?": wanted.until,
        "newest.flag = ?": wanted.flag,
    }
    given = {condition: value for condition, value in said.items() if value}
    return list(given), list(given.values())


def resolve(database: Database, root: StorageRoot, text: str) -> str:
    """The identifier that a text means; ArchiveError where it means none or several.

    It is one, or the beginning of one, ours without its first words too, or as many digits of a
    source's SHA-256 as a print copy shows.
    """
    for identifier in candidates(text):
        if root.place(identifier).exists():
            return identifier
    meant = _beginning(database, text) or _by_digest(database, text)
    if not meant:
        raise ArchiveError(diagnose("A003", id=text))
    if len(meant) > 1:
        ids = ", ".join(meant[:_SHOWN]) + (" …" if len(meant) > _SHOWN else "")
        raise ArchiveError(diagnose("A004", id=text, ids=ids))
    return meant[0]


def _beginning(database: Database, text: str) -> list[str]:
    found: dict[str, None] = {}
    for start in candidates(text):
        rows = database.execute(
            "SELECT id FROM objects WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?",
            (len(start), start, _SHOWN + 1),
        )
        found |= dict.fromkeys(identifier for (identifier,) in rows)
    return list(found)


def _by_digest(database: Database, text: str) -> list[str]:
    digits = "".join(text.lower().split())
    if len(digits) < _SHORTEST_DIGEST or not set(digits) <= set("0123456789abcdef"):
        return []
    rows = database.execute(
        "SELECT DISTINCT id FROM versions WHERE sha256 BETWEEN ? AND ? LIMIT ?",
        (digits, f"{digits}g", _SHOWN + 1),
    )
    return [identifier for (identifier,) in rows]
