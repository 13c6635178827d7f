"""What the processes of a program hold, as /proc tells it."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Family:
    """A process and all that descend from it; `most` is the most bytes that one of them held."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._seconds: dict[int, float] = {}
        self.most = 0

    def look(self) -> None:
        """See how much time of processors each has taken by now."""
        for member in self.members():
            try:
                fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            self._seconds[member] = (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def seconds(self) -> float:
        """The seconds of processors that all had taken when they were last looked at."""
        return sum(self._seconds.values())

    def members(self) -> list[int]:
        """The numbers of the processes, the first the oldest."""
        parents = _parents()
        found = [self._process]
        for member in found:
            found.extend(child for child, parent in parents.items() if parent == member)
        return found

    def workers(self) -> list[int]:
        """Those without children that have a parent other than the first: its fork server's."""
        parents = _parents()
        children = [member for member in self.members() if member not in parents.values()]
        return [member for member in children if parents.get(member) != self._process]

    def memory(self) -> dict[int, int]:
        """The bytes of memory that each holds (its resident set)."""
        held = {}
        for member in self.members():
            try:
                pages = Path(f"/proc/{member}/statm").read_text().split()[1]
            except OSError:
                continue
            held[member] = int(pages) * _PAGE
        self.most = max(self.most, *held.values(), 0)
        return held

    def files(self) -> dict[int, int]:
        """How many files each has open."""
        found = {}
        for member in self.members():
            try:
                found[member] = len(list(Path(f"/proc/{member}/fd").iterdir()))
            except OSError:
                continue
        return found

    def __str__(self) -> str:
        files = self.files()
        return "  ".join(
            f"{held / 1e6:.0f} MB; {files.get(member, 0)}" for member, held in self.memory().items()
        )


def _parents() -> dict[int, int]:
    """The parent of each process there is."""
    parents = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            stat = (place / "stat").read_text()
        except OSError:
            continue
        parents[int(place.name)] = int(stat.rpartition(")")[2].split()[1])
    return parents
