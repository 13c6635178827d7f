"""What characters are to whoever reads them: seen or not, and which way they run."""

from __future__ import annotations

import unicodedata

# Of letters with a direction of their own: from left to right, Hebrew and its kin, Arabic.
_STRONG = frozenset({"L", "R", "AL"})


def is_seen(character: str) -> bool:
    """Whether a character leaves a mark: a blank does not, nor what only tells others how to."""
    return not character.isspace() and unicodedata.category(character) != "Cf"


def shows_nothing(text: str) -> bool:
    """Whether no character of a text leaves a mark."""
    return not any(map(is_seen, text))


def first_direction(text: str) -> str:
    """L, R or AL, as the first letter with a direction has it; L without one (UAX #9, P2, P3)."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in _STRONG), "L")
