"""What lies in a drop folder at a moment, and what about it cannot be seen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from exporter.cli.inputs import is_story
from exporter.diagnostics import Diagnostic, diagnose, reason_of
from exporter.pipeline import printable

# What changes when a file does: its number, size, and the times of its content and its record.
Mark = tuple[int, int, int, int]

# What editors and copying programs call a file before it is complete; `story.txt.part`,
# `story.txt.tmp` and `story.txt~` do not end as stories do.
_UNFINISHED = (".", "~", "#")


class Folder:
    """A folder that is looked through again and again.

    Links that lead out of it are passed over, folders that are links are not entered, and the
    folder of outputs is none of it.
    """

    def __init__(self, path: Path, outputs: Path) -> None:
        self.path = path
        self._outputs = outputs
        self.unreadable: dict[str, Diagnostic] = {}
        self.leading_out: dict[str, Diagnostic] = {}

    def files(self) -> Iterator[tuple[str, Mark]]:
        """Every story in the folder with its mark; then what could not be seen is known, too."""
        self.unreadable, self.leading_out = {}, {}
        root = os.path.realpath(self.path)
        outputs = _within(self.path, root, self._outputs)
        places = [str(self.path)]
        while places:
            place = places.pop()
            for entry in self._entries(place):
                with suppress(OSError):  # it has just gone
                    if entry.is_dir(follow_symlinks=False):
                        if entry.path != outputs:
                            places.append(entry.path)
                    elif is_story(entry.name) and self._is_inside(entry, root) and entry.is_file():
                        yield entry.path, _mark(entry.stat())

    def _entries(self, place: str) -> Iterator[os.DirEntry[str]]:
        """What a folder holds that is not about to be written."""
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if not entry.name.startswith(_UNFINISHED):
                        yield entry
        except FileNotFoundError as error:
            if place == str(self.path):  # another one has just been removed
                self._cannot_be_read(place, error)
        except OSError as error:
            self._cannot_be_read(place, error)

    def _cannot_be_read(self, place: str, error: OSError) -> None:
        self.unreadable[place] = diagnose("X022", source=printable(place), reason=reason_of(error))

    def _is_inside(self, entry: os.DirEntry[str], root: str) -> bool:
        """Whether a file is in the folder, or a link to one that is; of others it is told."""
        if not entry.is_symlink():
            return True
        target = os.path.realpath(entry.path)
        if target.startswith(os.path.join(root, "")):  # noqa: PTH118
            return True
        self.leading_out[entry.path] = diagnose("X023", source=printable(entry.path))
        return False


def _within(folder: Path, root: str, outputs: Path) -> str | None:
    """The path, seen from the folder, of the folder of outputs; None if it is elsewhere."""
    real = Path(os.path.realpath(outputs))
    return str(folder / real.relative_to(root)) if real.is_relative_to(root) else None


def _mark(status: os.stat_result) -> Mark:
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
