"""What a validator says of a file, and what a validator is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from exporter.values import Value


class Verdict(Value):
    """One validator's judgement of one file, with what it found fault with."""

    file: Path
    validator: str
    passed: bool
    findings: tuple[str, ...] = ()


# Judges files; several in one call share a start-up that may take seconds.
Judge = Callable[[Sequence[Path]], Iterable[Verdict]]


def _unknown() -> None:
    """No version."""


class Validator(Value):
    """A validator of one kind of file: `find` gives its judge, None when it is not installed.

    `version` gives what it says of itself, None where it says nothing.
    """

    name: str
    kind: str
    remedy: str
    find: Callable[[], Judge | None]
    version: Callable[[], str | None] = _unknown
