"""The tables of an index, in SQLite."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

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
_WAIT = 60.0  # seconds, while another process is at it


def opened(file: Path | None) -> sqlite3.Connection:
    """The index in a file, or in memory; made anew where it is none, or one of another edition."""
    if file is None:
        return _prepared(":memory:")
    try:
        return _prepared(str(file))
    except sqlite3.OperationalError:  # it cannot be opened, or others are at it
        raise
    except sqlite3.DatabaseError:
        with contextlib.suppress(FileNotFoundError):
            file.unlink()
        return _prepared(str(file))


def _prepared(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    database.execute("PRAGMA synchronous = NORMAL")  # a cache: what is damaged is made anew
    if not _edition_of(database):
        database.execute("BEGIN IMMEDIATE")
        if not _edition_of(database):  # nobody else was faster
            for statement in filter(str.strip, _TABLES.split(";")):
                database.execute(statement)
            database.execute(f"PRAGMA user_version = {_EDITION}")
        database.execute("COMMIT")
    if _edition_of(database) != _EDITION:
        database.close()
        raise sqlite3.DatabaseError("an index of another edition")
    return database


def _edition_of(database: sqlite3.Connection) -> int:
    (edition,) = database.execute("PRAGMA user_version").fetchone()
    return int(edition)
