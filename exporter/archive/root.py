"""The storage root: the folder that holds all objects (OCFL 1.1, 4)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from exporter.archive import layout as layouts
from exporter.archive.about import README
from exporter.archive.layout import Layout
from exporter.archive.objects import DECLARATION as OBJECT_DECLARATION
from exporter.diagnostics import ArchiveError, diagnose, reason_of
from exporter.values import Value

DECLARATION = "0=ocfl_1.1"
DECLARED = b"ocfl_1.1\n"
LAYOUT = "ocfl_layout.json"
EXTENSIONS = "extensions"
_CONFIGURATION = f"{EXTENSIONS}/{layouts.NAME}/config.json"
_ABOUT = "README.txt"


class StorageRoot(Value):
    """An archive's folder, and where objects stand in it."""

    path: Path
    layout: Layout

    def place(self, identifier: str) -> Path:
        """Where the object of an identifier stands, whether it is there or not."""
        return self.path / self.layout.place(identifier)

    def branches(self) -> Iterator[str]:
        """The folders directly below the root that objects stand in, in their order."""
        return (name for name, _ in self.changes())

    def changes(self) -> list[tuple[str, int]]:
        """When each branch changed, in nanoseconds since 1970: something came to it, or left it."""
        with os.scandir(self.path) as entries:
            return sorted(
                (entry.name, entry.stat(follow_symlinks=False).st_mtime_ns)
                for entry in entries
                if entry.name != EXTENSIONS and entry.is_dir(follow_symlinks=False)
            )

    def objects(self, branch: str | None = None) -> Iterator[Path]:
        """The folder of each object, of one branch or of all, in their order."""
        for name in self.branches() if branch is None else (branch,):
            yield from _objects_in(self.path / name)


def _objects_in(folder: Path) -> Iterator[Path]:
    if (folder / OBJECT_DECLARATION).is_file():
        yield folder
        return
    with os.scandir(folder) as entries:
        inner = sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    for name in inner:
        yield from _objects_in(folder / name)


def open_root(path: Path) -> StorageRoot:
    """The archive in a folder; ArchiveError when there is none that is known here."""
    try:
        declared = (path / DECLARATION).read_bytes()
    except OSError as error:
        if is_vacant(path):
            raise ArchiveError(diagnose("A001", path=path)) from error
        raise _unknown(path, f"it has no file {DECLARATION}") from error
    if declared != DECLARED:
        raise _unknown(path, f"its file {DECLARATION} says something else")
    try:
        named = (path / LAYOUT).read_bytes()
        configured = path / _CONFIGURATION
        found = layouts.read(named, configured.read_bytes() if configured.exists() else None)
    except (OSError, ValueError, RecursionError) as error:
        raise _unknown(path, reason_of(error)) from error
    return StorageRoot(path, found)


def is_vacant(path: Path) -> bool:
    """Whether an archive may be made at a path: nothing is there, or an empty folder."""
    try:
        return not any(path.iterdir())
    except FileNotFoundError:
        return not path.is_symlink()
    except OSError:
        return False


def new_root() -> dict[str, bytes]:
    """The files of an archive without a story, by their paths."""
    return {
        DECLARATION: DECLARED,
        LAYOUT: layouts.description(),
        _CONFIGURATION: Layout().configuration(),
        _ABOUT: README.encode(),
    }


def _unknown(path: Path, reason: str) -> ArchiveError:
    return ArchiveError(diagnose("A002", path=path, reason=reason))
