"""Stories found in an index: by words, by what is said of them, or by what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection as Database

from exporter.archive.identity import candidates
from exporter.archive.query import Wanted, is_unanswerable, match
from exporter.archive.record import Flag, Record
from exporter.archive.root import StorageRoot
from exporter.diagnostics import ArchiveError, diagnose
from exporter.values import Value

_SHORTEST_DIGEST = 8  # digits of a source's SHA-256 that tell a story from others
_SHOWN = 5  # of several stories that one may mean


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
    expression = match(wanted)
    for row, identifier in _rows(database, wanted, expression):
        if identifier in seen:
            continue
        seen.add(identifier)
        hit = _hit(database, row, expression)
        if wanted.flag is None or hit.flag == wanted.flag:
            yield hit
            limit = None if limit is None else limit - 1
        if limit == 0:
            return


def _rows(database: Database, wanted: Wanted, expression: str) -> Iterator[tuple[int, str]]:
    conditions, values = ["1"], list[str]()
    if wanted.since:
        conditions.append("versions.date >= ?")
        values.append(wanted.since)
    if wanted.until:
        conditions.append("versions.date BETWEEN '0' AND ?")
        values.append(wanted.until)
    where = " AND ".join(conditions)
    if expression:
        question = (
            "SELECT versions.row, versions.id FROM words JOIN versions ON versions.row = "  # noqa: S608
            f"words.rowid WHERE words MATCH ? AND {where} "
            "ORDER BY bm25(words, 5.0, 1.0, 1.0, 2.0, 2.0), versions.number DESC"
        )
        values.insert(0, expression)
    else:
        question = (
            "SELECT versions.row, versions.id FROM versions JOIN objects ON "  # noqa: S608
            "objects.place = versions.place AND objects.head = versions.number "
            f"WHERE {where} ORDER BY versions.date, versions.id"
        )
    yield from database.execute(question, values)


def _hit(database: Database, row: int, expression: str) -> Hit:
    record, created, head, flag = database.execute(
        "SELECT versions.record, versions.created, objects.head, newest.flag FROM versions "
        "JOIN objects ON objects.place = versions.place JOIN versions AS newest ON "
        "newest.place = versions.place AND newest.number = objects.head WHERE versions.row = ?",
        (row,),
    ).fetchone()
    excerpt = ""
    if expression:
        (excerpt,) = database.execute(
            "SELECT snippet(words, 1, '', '', '…', 16) FROM words "
            "WHERE words MATCH ? AND rowid = ?",
            (expression, row),
        ).fetchone()
    return Hit(Record.from_bytes(record.encode()), created, head, Flag(flag), excerpt)


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
