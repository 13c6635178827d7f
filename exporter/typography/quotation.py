"""Quotation marks, apostrophes and primes: which marks belong together, and the language's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exporter.typography.characters import (
    APOSTROPHE,
    DOUBLE_PRIME,
    LEFT_SINGLE_GUILLEMET,
    LEFT_SINGLE_QUOTE,
    LOW_SINGLE_QUOTE,
    PRIME,
    RIGHT_SINGLE_QUOTE,
)
from exporter.typography.conventions import Conventions, Pair
from exporter.typography.marks import MARK, Mark, Part, is_double, is_within_word, marks
from exporter.typography.passage import Change
from exporter.values import Value

QUOTATION_MARK, APOSTROPHE_RULE, PRIME_RULE = "T001", "T002", "T003"

_SINGLE_GLYPHS = {LEFT_SINGLE_QUOTE, RIGHT_SINGLE_QUOTE, LOW_SINGLE_QUOTE, LEFT_SINGLE_GUILLEMET}


class Quotations(Value):
    """What the marks of one passage ask for, and how it stands to the passages around it.

    `doubles` tells that it has a double mark at all, `settled` that the neighbours of its marks
    alone decided, and stay as they are, so that the marks once set would be read the same;
    `continues` that it begins with an opening mark; `unclosed` and `unopened` where it has a double
    mark without partner.
    """

    changes: tuple[Change, ...] = ()
    doubles: bool = False
    settled: bool = True
    continues: bool = False
    unclosed: int | None = None
    unopened: int | None = None


def quotations(text: str, conventions: Conventions) -> Quotations:
    """The marks of a passage made the language's own.

    A quotation over several paragraphs opens each of them and closes only the last, so an opening
    mark without partner stays one.
    """
    sent = [*MARK.finditer(text)]
    if not sent:
        return Quotations()
    if is_within_word(text, sent[0]) and all(is_within_word(text, mark) for mark in sent):
        return Quotations(tuple(Change(*mark.span(), APOSTROPHE, APOSTROPHE_RULE) for mark in sent))
    found = _paired(marks(text, sent, conventions))
    changes = tuple(_changes(found, conventions))
    lone = [mark for mark in found if mark.double and mark.partner is None]
    first = found[0]
    return Quotations(
        changes,
        doubles=any(mark.double for mark in found),
        settled=_is_settled(text, found, changes),
        continues=first.double and first.part is Part.OPENS and not text[: first.start].strip(),
        unclosed=_first(Part.OPENS, lone[::-1]) if lone else None,
        unopened=_first(Part.CLOSES, lone) if lone else None,
    )


def _first(part: Part, found: list[Mark]) -> int | None:
    return next((mark.start for mark in found if mark.part is part), None)


def _is_settled(text: str, found: list[Mark], changes: tuple[Change, ...]) -> bool:
    """Whether no mark depends on another.

    Two that touch may be read as one when set, and a double one made single as an apostrophe.
    """
    if not all(mark.certain for mark in found):
        return False
    touching = any(one.end == other.start for one, other in pairwise(found))
    keep_kind = all(
        is_double(change.text) is is_double(text[change.start : change.end])
        for change in changes
        if change.code == QUOTATION_MARK
    )
    return keep_kind and not touching


# -- which belong together -----------------------------------------------------------------------


def _paired(found: list[Mark]) -> list[Mark]:
    """The marks, with what each does and its partner's index."""
    pairing = _Pairing(found)
    for index in range(len(found)):
        pairing.meet(index)
    pairing.finish()
    return found


class _Pairing:
    """The marks met so far, those open on a stack."""

    def __init__(self, found: list[Mark]) -> None:
        self._marks = found
        self._open: list[int] = []
        self._open_doubles = 0
        self._next_double: list[Mark | None] | None = None

    def meet(self, index: int) -> None:
        mark = self._marks[index]
        if mark.part is Part.EITHER:
            mark.part = self._decided(mark)
        if mark.part is Part.OPENS:
            self._open.append(index)
            self._open_doubles += mark.double
        elif mark.part is Part.CLOSES and mark.double:
            self._close_double(index)
        elif mark.part is Part.CLOSES:
            self._close_single(index)

    def finish(self) -> None:
        for index in self._open:
            if not self._marks[index].double:
                _leave_alone(self._marks[index])

    def _decided(self, mark: Mark) -> Part:
        if mark.hint is not None:
            return mark.hint
        if mark.double:
            return Part.CLOSES if self._open_doubles else Part.OPENS
        return Part.CLOSES if self._single_is_open() else Part.NONE

    def _single_is_open(self) -> bool:
        return bool(self._open) and not self._marks[self._open[-1]].double

    def _close_double(self, index: int) -> None:
        mark = self._marks[index]
        if mark.typewritten_after_digit and self._is_inches(index):
            mark.part = Part.NONE
        elif self._open_doubles:
            while not self._marks[self._open[-1]].double:
                _leave_alone(self._marks[self._open.pop()])
            self._open_doubles -= 1
            self._join(self._open.pop(), index)
        elif len(mark.glyph) == 2 and len(self._open) >= 2:  # two single quotations end together
            mark.part = Part.NONE
            del self._open[-2:]

    def _is_inches(self, index: int) -> bool:
        """Whether nothing is open that it could close, or the next mark must close that."""
        if not self._open_doubles:
            return True
        if self._next_double is None:
            self._next_double = _next_doubles(self._marks)
        following = self._next_double[index]
        return following is not None and following.part is Part.CLOSES

    def _close_single(self, index: int) -> None:
        mark = self._marks[index]
        if self._single_is_open():
            self._join(self._open.pop(), index)
        elif mark.typewritten_after_digit:
            mark.part = Part.NONE
        elif mark.left.isalnum() and mark.hint is not Part.CLOSES:
            mark.part = Part.APOSTROPHE

    def _join(self, opening: int, closing: int) -> None:
        self._marks[opening].partner = closing
        self._marks[closing].partner = opening


def _next_doubles(found: list[Mark]) -> list[Mark | None]:
    """For each mark the next double one."""
    result: list[Mark | None] = []
    following = None
    for mark in reversed(found):
        result.append(following)
        following = mark if mark.double else following
    return result[::-1]


def _leave_alone(mark: Mark) -> None:
    """A single mark that opens and is never closed: an apostrophe, but for a paragraph's first."""
    if mark.left and mark.hint is not Part.OPENS and mark.glyph != "`":
        mark.part = Part.APOSTROPHE


# -- the language's own --------------------------------------------------------------------------


def _changes(found: list[Mark], conventions: Conventions) -> Iterator[Change]:
    enclosing: list[tuple[Pair, bool]] = []
    closing: dict[int, str] = {}
    for index, mark in enumerate(found):
        if mark.part is Part.APOSTROPHE:
            yield _change(mark, APOSTROPHE, APOSTROPHE_RULE)
        elif mark.part is Part.PRIME:
            yield _change(mark, DOUBLE_PRIME if mark.double else PRIME, PRIME_RULE)
        elif mark.partner is None:
            if mark.part in (Part.OPENS, Part.CLOSES):
                yield _change(mark, _lone(mark, conventions), QUOTATION_MARK)
        elif mark.part is Part.OPENS:
            pair = _pair_for(mark, found[mark.partner], enclosing, conventions)
            enclosing.append((pair, mark.double))
            closing[mark.partner] = pair[1]
            yield _change(mark, pair[0], QUOTATION_MARK)
        else:
            enclosing.pop()
            yield _change(mark, closing.pop(index), QUOTATION_MARK)


def _change(mark: Mark, glyph: str, code: str) -> Change:
    return Change(mark.start, mark.end, glyph, code)


def _lone(mark: Mark, conventions: Conventions) -> str:
    side = 0 if mark.part is Part.OPENS else 1
    if any(pair[side] == mark.glyph for pair in conventions.pairs):
        return mark.glyph
    return (conventions.double if mark.double else conventions.single)[side]


def _pair_for(
    opening: Mark, closing: Mark, enclosing: list[tuple[Pair, bool]], conventions: Conventions
) -> Pair:
    """The pair for two marks: as sent where that is right, else the first unlike the one around."""
    around, around_is_double = enclosing[-1] if enclosing else (None, False)
    sent = (opening.glyph, closing.glyph)
    if sent != around and sent in conventions.pairs:
        return sent
    double, nested, single = conventions.double, conventions.nested, conventions.single
    if opening.double and not enclosing and double[0] not in _SINGLE_GLYPHS:
        return double
    if not opening.double:
        choice = [single, nested, double]
    elif around_is_double:
        choice = [nested, single, double]
    else:
        choice = [double, nested, single]
    if opening.double and not _would_read_as_single(opening, closing):
        choice = [pair for pair in choice if pair[0] not in _SINGLE_GLYPHS] or [double]
    return next((pair for pair in choice if pair != around), choice[0])


def _would_read_as_single(opening: Mark, closing: Mark) -> bool:
    """Whether single marks in these places would be taken for quotation marks, not apostrophes."""
    return opening.certain and closing.certain and not opening.elides
