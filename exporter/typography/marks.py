"""Quotation marks and apostrophes as they stand: what each one does, seen from its neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache

from exporter.expressions import expression
from exporter.typography import apostrophes, measures
from exporter.typography.characters import (
    APOSTROPHE,
    FULL_WIDTH_APOSTROPHE,
    GRAVE_ACCENT,
    LEFT_DOUBLE_QUOTE,
    LEFT_GUILLEMET,
    LEFT_SINGLE_GUILLEMET,
    LEFT_SINGLE_QUOTE,
    LOW_DOUBLE_QUOTE,
    LOW_SINGLE_QUOTE,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    REVERSED_DOUBLE_QUOTE,
    REVERSED_SINGLE_QUOTE,
    RIGHT_DOUBLE_QUOTE,
    RIGHT_GUILLEMET,
    RIGHT_SINGLE_GUILLEMET,
    RIGHT_SINGLE_QUOTE,
    TYPEWRITER_APOSTROPHE,
    TYPEWRITER_QUOTE,
)
from exporter.typography.conventions import Conventions
from exporter.values import Struct

# A single mark, two alike in a row, or two commas for the German ones; of three apostrophes after a
# word, the first ends a quotation within one. The set comes first, since with it a text is searched
# quickly.
_MARK = (
    r"[\"'`´“”„‟«»‘’‚‛‹›＂＇{},]"
    r"(?:(?<=`)`|(?<=')(?!(?<=[^\s'(\[{{]')''(?!'))'|(?<=´)´|(?<=‘)‘|(?<=’)’|(?<=,),(?=\w)|(?<!,))"
)
MARK = expression(_MARK.format(""))
# Where they are no quotation marks of the language, corner brackets stay as sent.
_MARK_OR_CORNER = expression(_MARK.format("「」『』"))
_SINGLE = frozenset("'`´‘’‚‛‹›＇")
_CORNERS = frozenset("「」『』")
_DOUBLED = ("''", "’’")
_APOSTROPHES = (TYPEWRITER_APOSTROPHE, FULL_WIDTH_APOSTROPHE, APOSTROPHE)

# Guillemets may keep a no-break space inside: beyond it stands the neighbour.
_OPENING_GUILLEMETS = (LEFT_GUILLEMET, LEFT_SINGLE_GUILLEMET)
_CLOSING_GUILLEMETS = (RIGHT_GUILLEMET, RIGHT_SINGLE_GUILLEMET)
_NO_BREAK = (NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE)

# Marks that other rules do not know as marks: once set, they are looked at again.
_STRANGE = (GRAVE_ACCENT, ",,")

# The neighbours between which a mark opens or closes; white space is known without a list.
_OPENING_BRACKETS = frozenset("([{¿¡（【〔《〈「『")
_OPENS_AFTER = _OPENING_BRACKETS | frozenset("-–—―/_*=：")
_CLOSING = frozenset(",;:!?)]}，。、；：！？）】〕》〉」』،؛؟۔")
_CLOSES_BEFORE = _CLOSING | frozenset(".…-–—―/_*·")


class Part(Enum):
    """What a mark does: EITHER is for the pairing to decide, NONE stays as sent."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()
    APOSTROPHE = auto()
    PRIME = auto()
    NONE = auto()


class Mark(Struct):
    """One mark. `left` and `right` are its neighbours beyond other marks, empty at the ends.

    `hint` is the direction of its glyph in the language. `doubled` tells that one mark was meant,
    `measures` that it may be a sign of feet, inches, minutes or seconds.
    """

    start: int
    end: int
    glyph: str
    left: str
    right: str
    double: bool
    hint: Part | None
    doubled: bool = False
    measures: bool = False
    part: Part = Part.EITHER
    certain: bool = False
    partner: int | None = None

    @property
    def is_free(self) -> bool:
        """Whether it touches no word."""
        return not self.left.strip() and not self.right.strip()


def find_marks(text: str, conventions: Conventions) -> list[re.Match[str]]:
    """Where the marks of a text stand."""
    return [*(_MARK_OR_CORNER if conventions.has_corners else MARK).finditer(text)]


def marks(text: str, found: list[re.Match[str]], conventions: Conventions) -> list[Mark]:
    """The marks that `find_marks` finds in a text, in their order."""
    rights = _characters_after(text, found)
    hints = _hints(conventions)
    result: list[Mark] = []
    for match, right in zip(found, rights, strict=True):
        mark = Mark(
            start=match.start(),
            end=match.end(),
            glyph=match[0],
            left=_character_before(text, match.start(), right, result),
            right=right,
            double=is_double(match[0]),
            hint=hints.get(match[0]),
        )
        mark.part = (_double_part if mark.double else _single_part)(mark, text, conventions)
        by_neighbours = mark.part is not Part.EITHER and mark.glyph not in _STRANGE
        mark.certain = by_neighbours and not _has_space_inside(text, match)
        result.append(mark)
    return result


def is_within_word(text: str, found: re.Match[str]) -> bool:
    """Whether a mark between two letters is an apostrophe, whatever other marks there are."""
    if found[0] not in (TYPEWRITER_APOSTROPHE, APOSTROPHE):
        return False
    return apostrophes.is_within_cased_word(text, *found.span())


def is_double(glyph: str) -> bool:
    """Whether a mark is a double one: two single marks in a row count as one."""
    return glyph not in _SINGLE


def _characters_after(text: str, found: list[re.Match[str]]) -> list[str]:
    """For each mark the first character after it that is not a mark, empty at the end."""
    result: list[str] = []
    next_start = -1
    for match in reversed(found):
        end = match.end() + (match[0] in _OPENING_GUILLEMETS and _has_space_inside(text, match))
        result.append(result[-1] if end == next_start else text[end : end + 1])
        next_start = match.start()
    return result[::-1]


def _character_before(text: str, start: int, right: str, before: list[Mark]) -> str:
    """The character before a mark; an opening mark before it counts as a bracket.

    So does an elision (l'"Humanité"), since no quotation ends there.
    """
    if text[start] in _CLOSING_GUILLEMETS and text[start - 1 : start] in _NO_BREAK:
        start -= 1
    if not before or before[-1].end != start:
        return text[start - 1 : start]
    previous = before[-1]
    elision = previous.part is Part.APOSTROPHE and right.isalnum()
    return "(" if previous.part is Part.OPENS or elision else previous.left


def _has_space_inside(text: str, match: re.Match[str]) -> bool:
    """Whether a guillemet is kept apart from its words by a no-break space."""
    if match[0] in _OPENING_GUILLEMETS:
        return text[match.end() : match.end() + 1] in _NO_BREAK
    return match[0] in _CLOSING_GUILLEMETS and text[match.start() - 1 : match.start()] in _NO_BREAK


def _by_context(mark: Mark) -> Part:
    left, right = mark.left, mark.right
    open_left = not left or left.isspace() or left in _OPENS_AFTER
    opens = open_left and bool(right.strip()) and right not in _CLOSING
    close_right = not right or right.isspace() or right in _CLOSES_BEFORE
    closes = close_right and bool(left.strip()) and left not in _OPENING_BRACKETS
    if opens is closes:
        return Part.EITHER
    return Part.OPENS if opens else Part.CLOSES


def _double_part(mark: Mark, text: str, _conventions: Conventions) -> Part:
    if mark.glyph in _CORNERS:
        return Part.EITHER  # its glyph decides
    if mark.glyph in _DOUBLED and apostrophes.is_doubled(text, mark.start, mark.end):
        mark.doubled = True
        return Part.EITHER
    if measures.ends_number(mark.left) and mark.glyph in (TYPEWRITER_QUOTE, "''"):
        if measures.ends_pair(text, mark.start):
            return Part.PRIME
        mark.measures = measures.is_measure(text, mark.start)
        if mark.measures and measures.is_followed_by_factor(text, mark.end):
            return Part.PRIME
    return _by_context(mark)


def _single_part(mark: Mark, text: str, conventions: Conventions) -> Part:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if measures.ends_number(mark.left) and mark.glyph == TYPEWRITER_APOSTROPHE:
        part = _single_after_digit(mark, text, after)
        if part is not None:
            return part
    if not (apostrophes.is_caseless(before) or apostrophes.is_caseless(after)):
        if before.isalnum() and (after.isalnum() or mark.right.isalnum()):
            return Part.APOSTROPHE
        if mark.glyph in _APOSTROPHES and apostrophes.begins_ending(text, mark.end, mark.left):
            return Part.APOSTROPHE
    part = _by_context(mark)
    if part is Part.OPENS and (
        _is_apostrophe(mark, 0, conventions)
        or apostrophes.elides(text, mark.start, mark.end, conventions)
    ):
        return Part.APOSTROPHE
    if part is Part.CLOSES and mark.glyph == GRAVE_ACCENT:
        return Part.NONE
    if part is Part.CLOSES and before.isalnum() and _is_apostrophe(mark, 1, conventions):
        return Part.APOSTROPHE
    return part


def _single_after_digit(mark: Mark, text: str, after: str) -> Part | None:
    if after.isdigit() and measures.is_among_thousands(text, mark.start, mark.end):
        return Part.APOSTROPHE
    if measures.is_of_pair(text, mark.start, mark.end):
        return Part.PRIME
    mark.measures = measures.is_measure(text, mark.start)
    return Part.NONE if after.isdigit() else None


def _is_apostrophe(mark: Mark, side: int, conventions: Conventions) -> bool:
    """Whether the mark is sent as an apostrophe where a quotation mark would be another glyph."""
    if mark.glyph != APOSTROPHE:
        return False
    return all(pair[side] != APOSTROPHE for pair in conventions.pairs)


_COMMON_HINTS = {
    **dict.fromkeys(("``", "‘‘", ",,", LEFT_DOUBLE_QUOTE, LOW_DOUBLE_QUOTE), Part.OPENS),
    **dict.fromkeys((REVERSED_DOUBLE_QUOTE, REVERSED_SINGLE_QUOTE, LOW_SINGLE_QUOTE), Part.OPENS),
    **dict.fromkeys((LEFT_GUILLEMET, LEFT_SINGLE_QUOTE, LEFT_SINGLE_GUILLEMET), Part.OPENS),
    **dict.fromkeys((RIGHT_GUILLEMET, RIGHT_SINGLE_QUOTE, RIGHT_SINGLE_GUILLEMET), Part.CLOSES),
    **dict.fromkeys((RIGHT_DOUBLE_QUOTE, "’’"), Part.CLOSES),
}


@lru_cache(maxsize=64)
def _hints(conventions: Conventions) -> Mapping[str, Part | None]:
    """The direction of each glyph in the language, None for one that both opens and closes."""
    opening = {pair[0] for pair in conventions.pairs}
    closing = {pair[1] for pair in conventions.pairs}
    return {
        **_COMMON_HINTS,
        **dict.fromkeys(opening - closing, Part.OPENS),
        **dict.fromkeys(closing - opening, Part.CLOSES),
        **dict.fromkeys(opening & closing),
    }
