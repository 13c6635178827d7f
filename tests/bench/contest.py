"""Rounds in which each contestant makes a file of a story that none has seen."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.bench.stories import story

Make = Callable[[str], bytes]

# Before anything is counted, so that fonts, patterns and templates are loaded.
WARM_UP = 5


@dataclass(slots=True)
class Contestant:
    """Someone who makes a file; who is `slow` takes part in every tenth round only."""

    name: str
    make: Make
    slow: bool = False
    size: int = 0
    times: dict[int, float] = field(default_factory=dict)
    """Milliseconds by round."""

    @property
    def median(self) -> float:
        """Milliseconds."""
        return statistics.median(self.times.values())

    def beside(self, other: Contestant) -> float:
        """The median of the ratios to the other, round by round: what slowed both cancels out."""
        shared = self.times.keys() & other.times.keys()
        return statistics.median(self.times[each] / other.times[each] for each in sorted(shared))

    def run(self, number: int, text: str) -> None:
        """One round. Nobody pays for another's garbage; for their own everybody does."""
        gc.collect()
        start = time.perf_counter()
        made = self.make(text)
        self.times[number] = (time.perf_counter() - start) * 1000
        self.size = len(made)


def hold(contestants: list[Contestant], rounds: int) -> None:
    """Let all of them run, in an order that turns from round to round, on stories of their own.

    No two of them get the same story in any round: what one of our backends remembers of a story
    would help the next, and typst remembers as well.
    """
    numbers = iter(range(1, (WARM_UP + rounds + 1) * len(contestants) + 1))
    for number in range(WARM_UP + rounds):
        for contestant in _turned(contestants, number):
            text = story(next(numbers))
            if number < WARM_UP or not contestant.slow or (number - WARM_UP) % 10 == 0:
                contestant.run(number, text)
        if number == WARM_UP - 1:
            for contestant in contestants:
                contestant.times.clear()


def _turned(contestants: list[Contestant], number: int) -> Iterator[Contestant]:
    first = number % len(contestants)
    yield from contestants[first:]
    yield from contestants[:first]
