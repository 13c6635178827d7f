"""What is found of one thing that the program works with."""

from __future__ import annotations

from enum import StrEnum

from exporter.values import Value


class State(StrEnum):
    """How a thing stands: `missing` and `wrong` hinder an export, the others do not."""

    OK = "ok"
    OTHER = "other"  # it is there, but not as it was when outputs were last looked at
    ABSENT = "absent"  # nothing needs it
    MISSING = "missing"
    WRONG = "wrong"


class Finding(Value):
    """A thing, how it stands, what there is to say about it, and what would mend it."""

    section: str
    name: str
    state: State
    said: str = ""
    remedy: str | None = None

    @property
    def hinders(self) -> bool:
        """Whether outputs cannot be made, or some of them."""
        return self.state in (State.MISSING, State.WRONG)
