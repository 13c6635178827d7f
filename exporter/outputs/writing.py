"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from exporter.diagnostics import ExportError, diagnose, reason_of

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PERMISSIONS = 0o666  # less what the user's umask takes away
_counter = itertools.count()


def write(path: Path, content: bytes) -> None:
    """Put the content in the file, replacing it at once; ExportError when it cannot be done.

    Whatever happens on the way, the file is the old or the new one, and nothing else is left.
    """
    with WholeFile(path) as file:
        file.write(content)


class WholeFile:
    """A file to write to that takes its path's place at the end of its block.

    If the block fails, the path is as it was and nothing else is left. ExportError when it cannot
    be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Self:
        with _explaining(self._path):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "it is a folder")
            self._draft, handle = _new_draft(self._path.parent)
            self._file = os.fdopen(handle, "wb")
        return self

    def write(self, content: bytes) -> None:
        """Write what comes next."""
        with _explaining(self._path):
            self._file.write(content)

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        try:
            with _explaining(self._path):
                self._file.close()
                if failed is None:
                    self._draft.replace(self._path)
                    return
            self._discard()
        except BaseException:
            self._discard()
            raise

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self._draft.unlink()


@contextlib.contextmanager
def _explaining(path: Path) -> Iterator[None]:
    """Let what fails within be an ExportError that says so of the path."""
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise _failure(path, f"{path.parent} is not a folder") from error
    except (OSError, ValueError) as error:
        raise _failure(path, reason_of(error)) from error


def discard_drafts(folder: Path, process: int) -> None:
    """Remove what a process that was killed has not come to finish in a folder."""
    with contextlib.suppress(OSError):
        for draft in folder.glob(_draft_name(process, "*")):
            draft.unlink()


def _failure(path: Path, reason: str) -> ExportError:
    return ExportError(diagnose("X012", path=path, reason=reason))


def _new_draft(folder: Path) -> tuple[Path, int]:
    """A hidden file of our own beside the one to be written, and its open descriptor."""
    while True:
        draft = folder / _draft_name(os.getpid(), str(next(_counter)))
        try:
            return draft, os.open(draft, _NEW_FILE, _PERMISSIONS)
        except FileExistsError:
            continue


def _draft_name(process: int, number: str) -> str:
    return f".exporter-{process}-{number}.tmp"
