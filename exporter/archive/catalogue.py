"""An index of an archive, to find stories by their words: a cache that the root alone can fill.

What has changed is told by the folders directly below the root: adding a story, or a version, by
anybody, changes the time of the one that it stands in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from exporter.archive import objects
from exporter.archive.database import opened
from exporter.archive.finding import Hit, find, resolve
from exporter.archive.indexing import Entry, entries
from exporter.archive.inventory import SIDECAR
from exporter.archive.query import Wanted
from exporter.archive.root import StorageRoot
from exporter.diagnostics import ArchiveError, Diagnostic

# Two changes nearer to each other than this may have one time on a file system (FAT: 2 seconds).
_TICK = 2_000_000_000  # nanoseconds


class Catalogue:
    """The index of one archive, in a file, or in memory where there is no place for one."""

    def __init__(self, root: StorageRoot, file: Path | None) -> None:
        self._root = root
        self._database = opened(file)

    def close(self) -> None:
        """Give the file free."""
        self._database.close()

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
        for name, changed in self._root.changes():
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
        found = list(entries(kept))[::-1]  # of two that match alike, the newer is found first
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
        return find(self._database, wanted, limit)

    def resolve(self, text: str) -> str:
        """The identifier that a text means; ArchiveError where it means none or several."""
        return resolve(self._database, self._root, text)


def _digest(path: Path) -> str:
    """What the sidecar of an object's inventory says, which changes with the object."""
    try:
        return (path / SIDECAR).read_text(encoding="utf-8").split(maxsplit=1)[0]
    except (OSError, ValueError, IndexError):
        return ""


def _storable(text: str) -> str:
    """Text that SQLite takes: no halves of characters."""
    return text.encode("utf-8", "replace").decode()
