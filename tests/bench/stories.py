"""Stories like the seed, each different: a program that remembers its input gains nothing."""

from __future__ import annotations

import re
from pathlib import Path

SEED = Path(__file__).parents[2] / "seeds" / "000_dba3573e3b48f2a6.txt"
_WORD = re.compile(r"\b[a-z]{4,}\b")


def story(number: int) -> str:
    """The seed with every twelfth word of its text turned into a new one."""
    count = 0

    def varied(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if count % 12:
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
