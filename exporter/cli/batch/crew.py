"""Who makes the stories: this process alone, or a crew of worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

from exporter.cli import look_for_garbage
from exporter.cli.batch.desk import Desk
from exporter.cli.batch.outcome import Job, Outcome

Answer = TypeVar("Answer")
# What is done at a desk with each story; a worker is told which by its name.
Task = Callable[[Desk, Job], Answer]


class Crew(Protocol):
    """Does a task for each of many stories; the answers come in the order of the stories."""

    def each(
        self, task: Task[Answer], jobs: Iterable[Job], total: int
    ) -> Iterator[Answer | Outcome]: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Alone:
    """All in this process, one story after the other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def each(self, task: Task[Answer], jobs: Iterable[Job], total: int) -> Iterator[Answer]:
        """The answers."""
        for number, job in enumerate(jobs, 1):
            yield task(self._desk, job)
            if number < total:
                look_for_garbage()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""


def crew_of(size: int, desk: Desk, *, cache: bool) -> Crew:
    """A crew of so many processes; `cache` lets them use what is kept compiled."""
    if size == 1:
        return Alone(desk)
    from exporter.cli.batch.workers import Workers

    return Workers(size, desk, cache=cache)
