"""What the program keeps compiled between its runs: a folder in the user's cache.

Nothing depends on it but time: what is missing, damaged, of another interpreter or in a folder
that others could write is as good as nothing.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from typing import Any
from zlib import crc32

from exporter import __version__
from exporter.cli import modules
from exporter.compiled import lent

# A code of `re` and a marshalled value are an interpreter's own.
_MADE_BY = f"exporter {__version__}, {sys.version}, {_compiler.MAGIC} {sys.byteorder}\n".encode()
_CHECKSUM = 4  # bytes
_LARGEST = 8 << 20  # bytes of a file; the patterns of Hungarian take 2 MB
_NOTHING = memoryview(b"")
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


@contextlib.contextmanager
def keeping_compiled(environment: Mapping[str, str], *, wanted: bool) -> Iterator[None]:
    """Take what was compiled before from the user's folder; put there what is new in the end."""
    from exporter import expressions

    shelf = users_shelf(environment) if wanted else None
    if shelf is None:
        yield
        return
    with lent(shelf):
        yield
        expressions.keep()
    modules.keep(shelf)
    shelf.write()


def users_shelf(environment: Mapping[str, str]) -> FolderShelf | None:
    """The shelf of whoever runs the program, None where there is no place for one."""
    place = users_cache(environment)
    return None if place is None else FolderShelf(place)


def users_cache(environment: Mapping[str, str]) -> Path | None:
    """The user's folder by the XDG Base Directory Specification; None where there is no home."""
    caches = Path(environment.get("XDG_CACHE_HOME", ""))
    if not caches.is_absolute():  # the specification: a relative one is to be ignored
        caches = Path(environment.get("HOME", ""), ".cache")
    return caches / "exporter" if caches.is_absolute() else None


class FolderShelf:
    """A folder that is ours alone, with a file for each name and kind of interpreter."""

    def __init__(self, path: Path) -> None:
        self.folder = path
        self._state = _state(path)
        self._new: dict[str, bytes] = {}

    @property
    def takes(self) -> bool:
        """Whether the folder can be written, or made where caches are; a home is never made."""
        if self._state is None:
            caches = self.folder.parent
            return os.access(caches if caches.exists() else caches.parent, os.W_OK)
        return self._state and os.access(self.folder, os.W_OK)

    def get(self, name: str) -> object:
        """The value of a name, None for nothing or nothing good."""
        try:
            value: object = marshal.loads(self.data(name))  # noqa: S302 - the data are checked
        except (EOFError, TypeError, ValueError):
            return None
        return value

    def put(self, name: str, value: Any) -> None:
        """Have the value, as it is now, written in the end; what is not plain is not kept."""
        with contextlib.suppress(ValueError):
            self.put_data(name, marshal.dumps(value))

    def data(self, name: str) -> memoryview:
        """The bytes of a name, none for nothing or nothing good; a map of the file, no copy."""
        if name in self._new:
            return memoryview(self._new[name])
        return _checked(_content(self._file(name))) if self._state else _NOTHING

    def put_data(self, name: str, data: bytes) -> None:
        """Have the bytes written in the end."""
        self._new[name] = data

    def write(self) -> None:
        """Write what was put, each file whole or not at all; where it cannot be, say nothing."""
        if not self._new or not self.takes:
            return
        from exporter.diagnostics import ExportError
        from exporter.outputs import write

        with contextlib.suppress(OSError, ExportError):
            for folder in (self.folder.parent, self.folder):
                folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
            for name, data in self._new.items():
                content = _MADE_BY + crc32(data).to_bytes(_CHECKSUM, "big") + data
                if len(content) <= _LARGEST:
                    write(self._file(name), content)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.{sys.implementation.cache_tag}"


def _user() -> int:
    """The number of whoever runs the program; on Windows, which has none, what `stat` says."""
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _state(path: Path) -> bool | None:
    """Whether a folder is the user's own and no one else's to write; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == _user()
        and not found.st_mode & _OTHERS_WRITE
    )


def _content(file: Path) -> memoryview:
    try:
        with file.open("rb") as opened:
            return memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # ValueError: an empty file
        return _NOTHING


def _checked(content: memoryview) -> memoryview:
    """What a file holds, if it is whole: marshal trusts its input, and so sees no damaged one."""
    start = len(_MADE_BY) + _CHECKSUM
    if len(content) > _LARGEST or content[: len(_MADE_BY)] != _MADE_BY:
        return _NOTHING
    data = content[start:]
    if crc32(data).to_bytes(_CHECKSUM, "big") != content[len(_MADE_BY) : start]:
        return _NOTHING
    return data
