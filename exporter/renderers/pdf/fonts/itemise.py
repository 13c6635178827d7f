"""Text as stretches of one script and direction, and as the clusters that a reader sees.

UAX #24 (scripts), UAX #9 (directions), UAX #29 (clusters), as far as choosing fonts asks for
them. Nothing here is reached by words of ASCII, nor by those that a face has set before.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

# ISO 15924: a script not told by the character, and none at all.
COMMON = "Zyyy"
_LEFT, _RIGHT = "ltr", "rtl"
# UAX #9, table 4: the strong classes, and numbers, which run from left to right in any script.
_DIRECTIONS = {"L": _LEFT, "R": _RIGHT, "AL": _RIGHT, "EN": _LEFT, "AN": _LEFT}
_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)
# Hangul vowels and trailing consonants, which follow a leading one in its syllable.
_JAMO_AFTER_FIRST = range(0x1160, 0x1200)


class Stretch(NamedTuple):
    """Characters of one script (ISO 15924) that run in one direction: ``ltr`` or ``rtl``."""

    text: str
    script: str
    direction: str


def stretches(text: str) -> list[Stretch]:
    """The text in logical order; what belongs to no script goes with what stands before it."""
    found: list[Stretch] = []
    script, direction = _first_script(text), ""
    start = 0
    for index, character in enumerate(text):
        own = script_of(character)
        next_script = script if own == COMMON else own
        next_direction = _direction(character, direction or _LEFT)
        if index and (next_script, next_direction) != (script, direction):
            found.append(Stretch(text[start:index], script, direction))
            start = index
        script, direction = next_script, next_direction
    if text:
        found.append(Stretch(text[start:], script, direction))
    return found


def is_left_to_right(text: str) -> bool:
    """Whether no character of the text is of a script that runs from right to left."""
    return all(unicodedata.bidirectional(character) not in ("R", "AL") for character in text)


def _first_script(text: str) -> str:
    return next((own for own in map(script_of, text) if own != COMMON), COMMON)


def _direction(character: str, before: str) -> str:
    return _DIRECTIONS.get(unicodedata.bidirectional(character), before)


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The script of a character, COMMON for what several use (Common and Inherited)."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or COMMON


def clusters(text: str) -> list[str]:
    """The text cut into what a reader takes for one character (UAX #29, 3, without its tables)."""
    found: list[str] = []
    for character in text:
        if found and _goes_on(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _goes_on(cluster: str, character: str) -> bool:
    code = ord(character)
    if code < 0x300:
        return cluster[-1] == _JOINER
    if cluster[-1] == _JOINER or character in "\u200c\u200d":
        return True
    if code in _FLAGS:
        return len(cluster) == 1 and ord(cluster) in _FLAGS
    if code in _JAMO_AFTER_FIRST:
        return script_of(cluster[0]) == "Hang"
    return code in _SKIN_TONES or code in _TAGS or unicodedata.category(character) in _MARKS
