"""An index of an archive, to find stories by their words: a cache that the root alone can fill.

What has changed is told by the folders directly below the root: adding a story, or a version, by
anybody, changes the time of the one that it stands in.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from exporter.archive import objects
from exporter.archive.identity import candidates
from exporter.archive.indexing import Entry, entries
from exporter.archive.inventory import SIDECAR
from exporter.archive.query import Wanted, match
from exporter.archive.record import Flag, Record
from exporter.archive.root import StorageRoot
from exporter.diagnostics import ArchiveError, Diagnostic, diagnose
from exporter.values import Value

_EDITION = 1  # of the tables; an index of another edition is made anew
_TABLES = """
CREATE TABLE branches (name TEXT PRIMARY KEY, changed INTEGER, settled INTEGER);
CREATE TABLE objects (place TEXT PRIMARY KEY, branch TEXT, id TEXT, digest TEXT, head INTEGER);
CREATE INDEX objects_by_id ON objects (id);
CREATE INDEX objects_by_branch ON objects (branch);
CREATE TABLE versions (
    number INTEGER, place TEXT, id TEXT, created TEXT, date TEXT, flag TEXT, sha256 TEXT,
    record TEXT, row INTEGER PRIMARY KEY
);
CREATE INDEX versions_by_place ON versions (place, number);
CREATE INDEX versions_by_date ON versions (date, id);
CREATE INDEX versions_by_sha256 ON versions (sha256);
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, agency, place, byline, tokenize = "unicode61 remove_diacritics 2", prefix = "2 3"
);
"""
# Two changes nearer to each other than this may have one time on a file system (FAT: 2 seconds).
_TICK = 2_000_000_000  # nanoseconds
_WAIT = 60.0  # seconds, while another process is at it
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


class Catalogue:
    """The index of one archive, in a file, or in memory where there is no place for one."""

    def __init__(self, root: StorageRoot, file: Path | None) -> None:
        self._root = root
        self._database = _opened(file)

    def close(self) -> None:
        """Give the file free."""
        self._database.close()

    def clear(self) -> None:
        """Forget all, so that it is filled from the root."""
        with self._database as database:
            for table in ("branches", "objects", "versions", "words"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - a name from above

    def count(self) -> int:
        """How many stories are in the index."""
        (number,) = self._database.execute("SELECT count(*) FROM objects").fetchone()
        return int(number)

    def refresh(self, now: int, advance: Callable[[], None] | None = None) -> list[Diagnostic]:
        """Take in what has changed; what is damaged, and so not in the index.

        `now` is the time in nanoseconds since 1970. `advance` is called after each object.
        """
        stale = self.stale(now)
        faults: list[Diagnostic] = []
        if not stale:
            return faults
        with self._database as database:
            database.execute("BEGIN IMMEDIATE")
            for name, changed in stale.items():
                found = self._take_in(name, advance) if changed is not None else self._drop(name)
                settled = changed is not None and now - changed > _TICK and not found
                settled = settled and self._root.layout.tuples == 1
                if changed is not None:
                    database.execute(
                        "INSERT OR REPLACE INTO branches VALUES (?, ?, ?)", (name, changed, settled)
                    )
                faults += found
        return faults

    def stale(self, now: int) -> dict[str, int | None]:
        """The branches that have changed, with their times; None for one that is gone."""
        rows = self._database.execute("SELECT name, changed, settled FROM branches")
        known = {name: (changed, bool(settled)) for name, changed, settled in rows}
        stale: dict[str, int | None] = {}
        for name in self._root.branches():
            changed = (self._root.path / name).stat().st_mtime_ns
            if known.pop(name, None) != (changed, True):
                stale[name] = changed
        return stale | dict.fromkeys(known)

    def _take_in(self, branch: str, advance: Callable[[], None] | None) -> list[Diagnostic]:
        rows = self._database.execute(
            "SELECT place, digest FROM objects WHERE branch = ?", (branch,)
        )
        known = dict(rows.fetchall())
        faults: list[Diagnostic] = []
        for path in self._root.objects(branch):
            place = path.relative_to(self._root.path).as_posix()
            digest = _digest(path)
            if known.pop(place, None) != digest or not digest:
                self._forget(place)
                try:
                    self._remember(place, branch, digest)
                except ArchiveError as error:
                    faults.extend(error.diagnostics)
            if advance is not None:
                advance()
        for place in known:
            self._forget(place)
        return faults

    def _drop(self, branch: str) -> list[Diagnostic]:
        places = self._database.execute("SELECT place FROM objects WHERE branch = ?", (branch,))
        for (place,) in places.fetchall():
            self._forget(place)
        self._database.execute("DELETE FROM branches WHERE name = ?", (branch,))
        return []

    def _forget(self, place: str) -> None:
        run = self._database.execute
        run("DELETE FROM words WHERE rowid IN (SELECT row FROM versions WHERE place = ?)", (place,))
        run("DELETE FROM versions WHERE place = ?", (place,))
        run("DELETE FROM objects WHERE place = ?", (place,))

    def _remember(self, place: str, branch: str, digest: str) -> None:
        kept = objects.load(self._root.path / place)
        found = list(entries(kept))
        self._database.execute(
            "INSERT INTO objects VALUES (?, ?, ?, ?, ?)",
            (place, branch, kept.identifier, digest, kept.head),
        )
        for entry in found:
            self._remember_version(place, kept.identifier, entry)

    def _remember_version(self, place: str, identifier: str, entry: Entry) -> None:
        record = entry.record
        row = self._database.execute(
            "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                entry.number, place, identifier, entry.created, record.date or "",
                str(record.flag), record.source_sha256,
                json.dumps(record.to_json(), ensure_ascii=True),
            ),
        ).lastrowid  # fmt: skip
        columns = (entry.title, entry.text, entry.agency, entry.place, entry.byline)
        self._database.execute(
            "INSERT INTO words (rowid, title, text, agency, place, byline) VALUES (?,?,?,?,?,?)",
            (row, *map(_storable, columns)),
        )

    def find(self, wanted: Wanted, limit: int | None = None) -> Iterator[Hit]:
        """The stories wanted: the best first where words are, else by date and identifier."""
        seen: set[str] = set()
        for row, identifier in self._rows(wanted, match(wanted)):
            if identifier in seen:
                continue
            seen.add(identifier)
            hit = self._hit(row, match(wanted))
            if wanted.flag is None or hit.flag == wanted.flag:
                yield hit
                limit = None if limit is None else limit - 1
            if limit == 0:
                return

    def _rows(self, wanted: Wanted, expression: str) -> Iterator[tuple[int, str]]:
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
        yield from self._database.execute(question, values)

    def _hit(self, row: int, expression: str) -> Hit:
        record, created, head, flag = self._database.execute(
            "SELECT versions.record, versions.created, objects.head, newest.flag FROM versions "
            "JOIN objects ON objects.place = versions.place JOIN versions AS newest ON "
            "newest.place = versions.place AND newest.number = objects.head WHERE versions.row = ?",
            (row,),
        ).fetchone()
        excerpt = ""
        if expression:
            (excerpt,) = self._database.execute(
                "SELECT snippet(words, 1, '', '', '…', 16) FROM words "
                "WHERE words MATCH ? AND rowid = ?",
                (expression, row),
            ).fetchone()
        return Hit(Record.from_bytes(record.encode()), created, head, Flag(flag), excerpt)

    def resolve(self, text: str) -> str:
        """The identifier that a text means; ArchiveError where it means none or several.

        It is one, or the beginning of one, ours without its first words too, or as many digits of a
        source's SHA-256 as a print copy shows.
        """
        for identifier in candidates(text):
            if self._root.place(identifier).exists():
                return identifier
        meant = self._beginning(text) or self._by_digest(text)
        if not meant:
            raise ArchiveError(diagnose("A003", id=text))
        if len(meant) > 1:
            ids = ", ".join(meant[:_SHOWN]) + (" …" if len(meant) > _SHOWN else "")
            raise ArchiveError(diagnose("A004", id=text, ids=ids))
        return meant[0]

    def _beginning(self, text: str) -> list[str]:
        found: dict[str, None] = {}
        for start in candidates(text):
            rows = self._database.execute(
                "SELECT id FROM objects WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?",
                (len(start), start, _SHOWN + 1),
            )
            found |= dict.fromkeys(identifier for (identifier,) in rows)
        return list(found)

    def _by_digest(self, text: str) -> list[str]:
        digits = "".join(text.lower().split())
        if len(digits) < _SHORTEST_DIGEST or not set(digits) <= set("0123456789abcdef"):
            return []
        rows = self._database.execute(
            "SELECT DISTINCT id FROM versions WHERE sha256 BETWEEN ? AND ? LIMIT ?",
            (digits, f"{digits}g", _SHOWN + 1),
        )
        return [identifier for (identifier,) in rows]


def _opened(file: Path | None) -> sqlite3.Connection:
    """The database, made anew where it is not one of this edition."""
    if file is None:
        return _prepared(":memory:")
    try:
        return _prepared(str(file))
    except sqlite3.DatabaseError:
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
        return _prepared(str(file))


def _prepared(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    database.execute("PRAGMA synchronous = NORMAL")  # a cache: what is damaged is made anew
    (edition,) = database.execute("PRAGMA user_version").fetchone()
    if edition == 0:
        made = f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_EDITION}; COMMIT;"
        database.executescript(made)
    elif edition != _EDITION:
        database.close()
        raise sqlite3.DatabaseError("an index of another edition")
    return database


def _digest(path: Path) -> str:
    """What the sidecar of an object's inventory says, which changes with the object."""
    try:
        return (path / SIDECAR).read_text(encoding="utf-8").split(maxsplit=1)[0]
    except (OSError, ValueError, IndexError):
        return ""


def _storable(text: str) -> str:
    """Text that SQLite takes: no halves of characters."""
    return text.encode("utf-8", "replace").decode()
