"""How many stories ended how, and which warnings there were."""

from __future__ import annotations

from collections import Counter
from typing import Any

from exporter.cli.batch.outcome import Outcome, State
from exporter.cli.progress import counted, stories
from exporter.diagnostics import Severity

_WORDS = {
    State.WRITTEN: "written",
    State.CURRENT: "up to date",
    State.FAILED: "failed",
}


class Tally:
    """Counts stories by how they ended, and stories by the codes of their warnings."""

    def __init__(self) -> None:
        self._states: Counter[State] = Counter()
        self._warnings: Counter[str] = Counter()
        self.bugs = 0

    def take(self, outcome: Outcome) -> None:
        """Count a story."""
        self._states[outcome.state] += 1
        self.bugs += len(outcome.bugs)
        told = (*outcome.told, *(said for each in outcome.outputs for said in each.diagnostics))
        self._warnings.update({each.code for each in told if each.severity is Severity.WARNING})

    @property
    def total(self) -> int:
        """How many stories have been counted."""
        return self._states.total()

    @property
    def failed(self) -> int:
        """How many stories failed."""
        return self._states[State.FAILED]

    def json(self) -> dict[str, Any]:
        """The counts by name."""
        states = {str(state): self._states[state] for state in State}
        return {"stories": self.total, **states, "warnings": dict(sorted(self._warnings.items()))}

    def __str__(self) -> str:
        """The counts for people: 3 stories: 2 written, 1 failed; warnings: P002 in 1."""
        ended = [f"{counted(self._states[s])} {_WORDS[s]}" for s in State if self._states[s]]
        warned = [f"{code} in {counted(n)}" for code, n in sorted(self._warnings.items())]
        text = f"{stories(self.total)}: {', '.join(ended)}"
        return f"{text}; warnings: {', '.join(warned)}" if warned else text
