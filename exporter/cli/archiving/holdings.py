"""What an archive holds: its stories, found by name or in its index, and printed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from exporter.archive import root
from exporter.archive.catalogue import Catalogue
from exporter.archive.finding import Hit
from exporter.archive.identity import candidates
from exporter.archive.objects import Object, load
from exporter.archive.record import Flag
from exporter.archive.root import StorageRoot
from exporter.cli.clock import now
from exporter.cli.console import Narrator, put_json, put_line, visible
from exporter.cli.progress import progress
from exporter.cli.shelf import users_cache
from exporter.diagnostics import ArchiveError, diagnose


def opened(folder: str) -> StorageRoot:
    """The archive in a folder; ArchiveError when there is none."""
    return root.open_root(Path(folder).resolve())


@contextlib.contextmanager
def catalogued(archive: StorageRoot, *, quiet: bool, anew: bool = False) -> Iterator[Catalogue]:
    """The archive's index, brought up to date; what is damaged is told, and not in it."""
    place = _index_file(archive.path)
    if anew and place is not None:
        place.unlink(missing_ok=True)
    try:
        catalogue = Catalogue(archive, place)
        try:
            _refresh(catalogue, archive, quiet=quiet)
            yield catalogue
        finally:
            catalogue.close()
    except sqlite3.Error as error:
        what = f"the index {place}" if place else "the index"
        raise ArchiveError(diagnose("A019", what=what, reason=error)) from error


def _refresh(catalogue: Catalogue, archive: StorageRoot, *, quiet: bool) -> None:
    moment = int(now().timestamp()) * 1_000_000_000
    stale = catalogue.stale(moment)
    if not stale:
        return
    changed = (name for name, when in stale.items() if when is not None)
    total = sum(1 for name in changed for _ in archive.objects(name))
    with progress(total, wanted=not quiet) as advance:
        Narrator().tell(catalogue.refresh(moment, advance))


def _index_file(archive: Path) -> Path | None:
    """Where the user's index of an archive is kept; None where there is no place for one.

    Not in the archive: its root may hold objects only, and not everybody who reads may write there.
    """
    caches = users_cache(os.environ)
    if caches is None:
        return None
    name = hashlib.sha256(os.fsencode(archive)).hexdigest()[:32]
    place = caches / "archives" / f"{name}.sqlite3"
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return place if os.access(place.parent, os.W_OK) else None


def found(archive: StorageRoot, text: str) -> Object:
    """The story that a text means; ArchiveError."""
    for identifier in candidates(text):
        place = archive.place(identifier)
        if place.exists():
            return load(place)
    with catalogued(archive, quiet=True) as catalogue:
        return load(archive.place(catalogue.resolve(text)))


def put_hit(hit: Hit, as_json: bool) -> None:
    """Print a story of a list: a line for people, or an object."""
    record = hit.record
    if as_json:
        put_json(
            {
                **record.to_json(),
                "created": hit.created,
                "head": hit.head,
                "state": str(hit.flag),
                "excerpt": hit.excerpt or None,
            }
        )
        return
    said = f" [{hit.flag}]" if hit.flag in (Flag.WITHDRAWN, Flag.CORRECTED) else ""
    held = f" [{record.pub_status}]" if record.pub_status in ("embargoed", "withheld") else ""
    where = f"{record.identifier}  v{hit.head}  {record.date or '-'}"
    put_line(visible(f"{where}{said}{held}  {record.title}"))
    if hit.excerpt:
        put_line("    " + visible(" ".join(hit.excerpt.split())))
