"""Where objects are put together: beside the storage root, on its file system, never in it.

A workspace belongs to one process, which holds the lock on it for as long as it lives. What a
process that was killed has left is found by its lock being free.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there, one process at a time may add
    fcntl = None  # type: ignore[assignment]

_LOCK = "lock"
_LOCKS = "locks"
# What is locked while workspaces come and go.
_WORKSPACES = "workspaces"
_WORK = "work-"
# What is being put together. Then, where two folders cannot be exchanged: the object moved out of
# the way, the whole one to take its place, and what that place is.
NEW, OLD, WHOLE, PLACE = "new", "old", "whole", "place"


class Staging:
    """The folder of all workspaces of one archive."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folder = root.with_name(f".{root.name}.staging")

    @contextlib.contextmanager
    def workspace(self) -> Iterator[Path]:
        """A folder of one's own, removed in the end; those of the dead are cleared before."""
        with self.locked(_WORKSPACES):
            self._clear()
            work = self._new()
            lock = _open(work / _LOCK)
            _acquire(lock)
        try:
            yield work
        finally:
            with self.locked(_WORKSPACES):
                self._dissolve(work)
            os.close(lock)

    @contextlib.contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Let no other process that asks for the same name go on meanwhile."""
        locks = self.folder / _LOCKS
        locks.mkdir(parents=True, exist_ok=True)
        lock = _open(locks / name)
        try:
            _acquire(lock)
            yield
        finally:
            os.close(lock)

    def abandoned(self) -> bool:
        """Whether a process that was killed has left something.

        What it left before it had a lock is not told apart from what is just being removed.
        """
        for work in self.folder.glob(f"{_WORK}*"):
            with contextlib.suppress(OSError):
                if (work / _LOCK).exists() and _is_free(work):
                    return True
        return False

    def _new(self) -> Path:
        number = 0
        while True:
            work = self.folder / f"{_WORK}{os.getpid()}-{number}"
            try:
                work.mkdir()
            except FileExistsError:
                number += 1
            else:
                return work

    def _clear(self) -> None:
        for work in sorted(self.folder.glob(f"{_WORK}*")):
            if _is_free(work):
                self._dissolve(work)

    def _dissolve(self, work: Path) -> None:
        self._complete(work)
        shutil.rmtree(work)

    def _complete(self, work: Path) -> None:
        """Finish an exchange by two renames that was cut off between them."""
        place = work / PLACE
        if not (work / OLD).exists() or not place.exists():
            return
        target = self._root / place.read_text(encoding="utf-8")
        if not target.exists():
            (work / WHOLE).rename(target)


def _is_free(work: Path) -> bool:
    """Whether nobody holds the lock on a workspace."""
    if fcntl is None:
        return False
    lock = _open(work / _LOCK)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)


def _acquire(lock: int) -> None:
    if fcntl is not None:
        fcntl.flock(lock, fcntl.LOCK_EX)
