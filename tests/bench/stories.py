"""Stories like the seed, each different: a program that remembers its input gains nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = Path(__file__).parents[2] / "seeds" / "000_dba3573e3b48f2a6.txt"
_WORD = re.compile(r"\b[a-z]{4,}\b")
# One word of fifteen is new then: about as many as in a story after a hundred others.
_EVERY = 8
_TITLE_WORDS = 19


def story(number: int) -> str:
    """The seed with every eighth longer word turned into one that no other number has."""
    count = 0

    def varied(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if count % _EVERY:
            return match[0]
        return match[0][:3] + _spelt(number * 1000 + count)

    advisory, byline, rest = SEED.read_text(encoding="utf-8").split("\n", 2)
    return "\n".join((advisory, byline, _WORD.sub(varied, rest)))


def _spelt(number: int) -> str:
    letters = ""
    while number:
        number, digit = divmod(number, 20)
        letters += "aeioubcdfglmnprstvwy"[digit]
    return letters


@dataclass(frozen=True, slots=True)
class Parts:
    """A story taken apart for those who cannot read wire copy; our readers get it whole."""

    note: str
    byline: str
    title: str
    body: tuple[tuple[bool, str], ...]
    """Whether each is a crosshead, and its text."""


def parts(text: str) -> Parts:
    """The parts of a story like the seed, its title taken from the lead."""
    note, byline, *body = filter(None, text.splitlines())
    lead = body[0].partition(" - ")[2]
    return Parts(note, byline, " ".join(lead.split()[:_TITLE_WORDS]), tuple(_body(body)))


def _body(lines: list[str]) -> Iterator[tuple[bool, str]]:
    for line in lines:
        crosshead = line.startswith("-")
        yield crosshead, line.removeprefix("-")
