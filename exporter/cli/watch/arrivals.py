"""The stories that have arrived in a folder and are complete.

The folder is looked through again and again: a drop folder is often on a server, and no system
tells of what other machines put there; where one tells, a flood is more than it remembers. Twenty
thousand files are looked through in a tenth of a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from exporter.cli.inputs import Input
from exporter.cli.watch.folder import Folder, Mark
from exporter.diagnostics import Diagnostic
from exporter.values import Struct


class _Seen(Struct):
    """A file as it was last seen, and when it is to be taken; None: it has been."""

    mark: Mark
    due: float | None


class Arrivals:
    """What arrives in a folder. It is complete when nothing about it changes for `settle` seconds.

    A file is taken once, and again when it changes. Links that lead out of the folder are passed
    over. All times are seconds of one clock.
    """

    def __init__(self, folder: Folder, settle: float) -> None:
        self._folder = folder
        self._settle = settle
        self._seen: dict[str, _Seen] = {}
        self._told: dict[str, Diagnostic] = {}

    @property
    def place(self) -> str:
        """The folder's path."""
        return str(self._folder.path)

    def look(self, now: float, most: int) -> list[Input]:
        """The stories to take now, at most so many, those that were written first before others."""
        present: set[str] = set()
        due: list[tuple[int, str]] = []
        for path, mark in self._folder.files():
            present.add(path)
            seen = self._seen.get(path)
            if seen is None or seen.mark != mark:
                seen = self._seen[path] = _Seen(mark, now + self._settle)
            if seen.due is not None and seen.due <= now:
                due.append((mark[2], path))
        self._forget(present)
        due.sort()
        return [self._taken(path) for _, path in due[:most]]

    def again(self, path: str, when: float) -> None:
        """Take a story once more at that time, if it is still there."""
        if path in self._seen:
            self._seen[path].due = when

    def __contains__(self, path: object) -> bool:
        """Whether a story was there at the last look."""
        return path in self._seen

    def news(self) -> tuple[list[Diagnostic], list[str]]:
        """What has come to be told since it was last asked, and which places are readable again."""
        unreadable, before = self._folder.unreadable, self._told
        self._told = {**unreadable, **self._folder.leading_out}
        if unreadable:  # where links were may be behind it
            self._told |= {place: each for place, each in before.items() if each.code == "X023"}
        new = [each for place, each in self._told.items() if before.get(place) != each]
        mended = [
            place
            for place, each in before.items()
            if each.code == "X022" and place not in unreadable
        ]
        return new, mended

    def _taken(self, path: str) -> Input:
        self._seen[path].due = None
        file = Path(path)
        return Input(path, file, file.relative_to(self._folder.path).parent, named=False)

    def _forget(self, present: Iterable[str]) -> None:
        """Forget what has gone, but not what only cannot be seen."""
        hidden = tuple(os.path.join(place, "") for place in self._folder.unreadable)  # noqa: PTH118
        for path in self._seen.keys() - present:
            if not path.startswith(hidden):
                del self._seen[path]
