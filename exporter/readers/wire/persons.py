"""Names of persons out of the words that stand around them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from exporter.expressions import expression
from exporter.readers.wire.agencies import is_agency
from exporter.readers.wire.vocabulary import MONTHS, NAME_PARTICLES, NOT_PERSONS, REGIONS, WEEKDAYS

_SEPARATOR = expression(r"\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|AND|&|und|et|y|e|ve|og)\s+")
# What follows a name and is no part of it: a place, a bracket, a telephone number, a house.
_AFTER_NAME = expression(
    r"\s+(?:in|at|from|for|of|with|IN|AT|FROM|FOR|OF)\s.*|\s*[(/<].*|\s+\+?\d[\d\s/-]*$|\s+[-–—]\s.*"
)
_PLACED = expression(r"\s(?:in|at|from|IN|AT|FROM)\s")
_INITIAL = expression(r"(?:[^\W\d_]\.-?)+")
_MOST_WORDS = 6


@lru_cache(maxsize=32)
def persons(text: str) -> tuple[str, ...]:
    """The persons that a list such as ``A, B and C, Reuters`` names, in order."""
    found: list[str] = []
    placed = False
    for part in _SEPARATOR.split(text):
        name = _AFTER_NAME.sub("", part).strip(" .=\ufffd")
        if is_person(name) and not (placed and _is_region(name)):
            found.append(name)
        placed = _PLACED.search(part) is not None
    return tuple(found)


def _is_region(name: str) -> bool:
    """Whether a name below ``in Madison,`` is rather a state or a country."""
    return len(name.split()) == 1 or name in REGIONS


def is_person(name: str) -> bool:
    """Whether words are written as a person's name is, and are no office, house or day."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or words[0].lower() == "the":
        return False
    if any(word.lower().strip(".,") in NOT_PERSONS for word in words) or is_agency(name):
        return False
    if len(words) == 1 and (_is_calendar(name) or name.isupper()):
        return False
    return all(map(_is_name_word, words))


def _is_calendar(word: str) -> bool:
    return word.lower() in MONTHS or word.lower() in WEEKDAYS


def _is_of_word(char: str) -> bool:
    """Whether a character is a letter, or a vowel sign that stands on one."""
    return char.isalpha() or unicodedata.category(char).startswith("M")


def _is_name_word(word: str) -> bool:
    if word.lower() in NAME_PARTICLES or _INITIAL.fullmatch(word):
        return True
    letters = word.replace("-", "").replace("'", "").replace("’", "").rstrip(".")
    # McCain, al-Sisi, O'Neill; in a script without cases every letter will do.
    return all(map(_is_of_word, letters)) and any(not char.islower() for char in word[:4])
