"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from pathlib import Path

from exporter.diagnostics import ExportError, diagnose

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PERMISSIONS = 0o666  # less what the user's umask takes away
_counter = itertools.count()


def write(path: Path, content: bytes) -> None:
    """Put the content in the file, replacing it at once; ExportError when it cannot be done.

    Whatever happens on the way, the file is the old or the new one, and nothing else is left.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        _replace(path, content)
    except (FileExistsError, NotADirectoryError) as error:
        raise _failure(path, f"{path.parent} is not a folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _failure(path, reason) from error


def _failure(path: Path, reason: str) -> ExportError:
    return ExportError(diagnose("X012", path=path, reason=reason))


def _replace(path: Path, content: bytes) -> None:
    draft, handle = _new_draft(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def _new_draft(folder: Path) -> tuple[Path, int]:
    """A hidden file of our own beside the one to be written, and its open descriptor."""
    while True:
        draft = folder / f".exporter-{os.getpid()}-{next(_counter)}.tmp"
        try:
            return draft, os.open(draft, _NEW_FILE, _PERMISSIONS)
        except FileExistsError:
            continue
