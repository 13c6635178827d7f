"""Which quotation marks belong together, and what the others are."""

from __future__ import annotations

from exporter.typography.apostrophes import is_caseless, stands_close
from exporter.typography.characters import (
    GRAVE_ACCENT,
    LEFT_SINGLE_QUOTE,
    RIGHT_SINGLE_QUOTE,
)
from exporter.typography.marks import Mark, Part

# What a doubled mark closes even before a letter.
_DOUBLED_OPENINGS = ("''", "``", "‘‘", "’’")
_GENITIVES = frozenset("sßzxSZX")


def pair(found: list[Mark], *, within: bool, suffixes: bool) -> None:
    """Say of each mark what it does, and which is its partner.

    `within` tells that a quotation which began before the passage is still open, `suffixes` that
    the language adds them to a quotation: 'Pax'ın.
    """
    pairing = _Pairing(found, within=within)
    for index in range(len(found)):
        pairing.meet(index)
    if suffixes:
        pairing.close_before_suffixes()
    pairing.finish()


class _Pairing:
    """The marks met so far, those open on a stack."""

    def __init__(self, found: list[Mark], *, within: bool) -> None:
        self._marks = found
        self._within = within
        self._open: list[int] = []
        self._open_doubles = 0
        self._ahead: _Ahead | None = None

    def meet(self, index: int) -> None:
        mark = self._marks[index]
        if mark.part is Part.EITHER:
            mark.part = self._decided(mark, index)
        elif mark.part is Part.APOSTROPHE and self._closes_as_in_english(mark):
            mark.part = Part.CLOSES
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

    @property
    def ahead(self) -> _Ahead:
        """What follows each mark, looked up when it is first asked for."""
        if self._ahead is None:
            self._ahead = _Ahead(self._marks)
        return self._ahead

    def close_before_suffixes(self) -> None:
        """Let apostrophes within words end single quotations that nothing else ends."""
        for opening in [index for index in self._open if not self._marks[index].double]:
            closing = self._before_suffix(opening) if self._marks[opening].right.isalpha() else None
            if closing is not None:
                self._marks[closing].part = Part.CLOSES
                self._open.remove(opening)
                self._join(opening, closing)

    def _before_suffix(self, opening: int) -> int | None:
        """The first apostrophe within a word after a single mark, if no other quotation begins."""
        for index in range(opening + 1, len(self._marks)):
            mark = self._marks[index]
            if mark.part is Part.APOSTROPHE and mark.left.isalnum() and mark.right.isalpha():
                return index
            if mark.double or mark.part is not Part.APOSTROPHE:
                break
        return None

    def _decided(self, mark: Mark, index: int) -> Part:
        if mark.doubled:
            return Part.CLOSES if self._closes_doubled() else Part.APOSTROPHE
        if mark.hint is not None:
            return mark.hint
        if mark.double:
            return Part.OPENS if self._must_open(mark, index) else Part.CLOSES
        if self._single_is_open():
            return Part.CLOSES
        if mark.is_free or stands_close(mark.left) or stands_close(mark.right):
            return Part.OPENS
        if is_caseless(mark.left) and is_caseless(mark.right):
            return Part.APOSTROPHE
        return Part.NONE

    def _must_open(self, mark: Mark, index: int) -> bool:
        """Whether nothing is open, or more is closed after the mark than is open.

        Between words that stand close, a straight mark in a curly quotation opens one of its own.
        """
        if not self._open_doubles or self.ahead.closing_doubles[index] > self._open_doubles:
            return True
        if not (stands_close(mark.left) or stands_close(mark.right)):
            return False
        around = next(self._marks[at] for at in reversed(self._open) if self._marks[at].double)
        return around.hint is Part.OPENS and self.ahead.curly_closes[index]

    def _single_is_open(self) -> bool:
        return bool(self._open) and not self._marks[self._open[-1]].double

    def _closes_as_in_english(self, mark: Mark) -> bool:
        """Whether an apostrophe of the language ends what began with an English mark."""
        if mark.glyph != RIGHT_SINGLE_QUOTE or not self._single_is_open():
            return False
        if not mark.left.isalnum() or mark.right.isalnum():
            return False
        return self._marks[self._open[-1]].glyph == LEFT_SINGLE_QUOTE

    def _closes_doubled(self) -> bool:
        """Whether a quotation is open that began with a doubled mark."""
        return bool(self._open) and self._marks[self._open[-1]].glyph in _DOUBLED_OPENINGS

    def _close_double(self, index: int) -> None:
        mark = self._marks[index]
        if mark.measures and self._is_inches(index):
            mark.part = Part.PRIME
        elif self._open_doubles:
            while not self._marks[self._open[-1]].double:
                _leave_alone(self._marks[self._open.pop()])
            self._open_doubles -= 1
            self._join(self._open.pop(), index)
        elif len(mark.glyph) == 2 and len(self._open) >= 2:  # two single quotations end together
            mark.part = Part.NONE
            del self._open[-2:]

    def _is_inches(self, index: int) -> bool:
        """Whether nothing is open that it could close, or the marks to come close all that is."""
        if not self._open_doubles:
            return not self._within
        return self.ahead.closing_doubles[index] >= self._open_doubles

    def _close_single(self, index: int) -> None:
        mark = self._marks[index]
        if self._single_is_open():
            if self._is_genitive(index):
                mark.part = Part.APOSTROPHE
            else:
                self._join(self._open.pop(), index)
        elif mark.measures:
            mark.part = Part.PRIME
        elif mark.left.isalnum() and mark.hint is not Part.CLOSES:
            mark.part = Part.APOSTROPHE

    def _is_genitive(self, index: int) -> bool:
        """Whether the mark is after an s, and the next one closes what is open: 'Hans' Auto'."""
        mark = self._marks[index]
        if mark.left not in _GENITIVES or mark.right != " " or mark.hint is Part.CLOSES:
            return False
        return self.ahead.single_closes[index]

    def _join(self, opening: int, closing: int) -> None:
        self._marks[opening].partner = closing
        self._marks[closing].partner = opening


class _Ahead:
    """For each mark what follows, as far as neighbours alone tell.

    `closing_doubles`: how many double marks close before one opens, measures not counted.
    `single_closes`: whether the next single mark that is no apostrophe closes. `curly_closes`:
    whether any double mark follows whose glyph closes.
    """

    def __init__(self, found: list[Mark]) -> None:
        self.closing_doubles: list[int] = []
        self.single_closes: list[bool] = []
        self.curly_closes: list[bool] = []
        run, closes, curly = 0, False, False
        for mark in reversed(found):
            self.closing_doubles.append(run)
            self.single_closes.append(closes)
            self.curly_closes.append(curly)
            curly = curly or (mark.double and mark.hint is Part.CLOSES)
            if mark.double and not mark.measures:
                run = run + 1 if mark.part is Part.CLOSES else 0
            elif not mark.double and mark.part in (Part.OPENS, Part.CLOSES, Part.EITHER):
                closes = mark.part is Part.CLOSES
        self.closing_doubles.reverse()
        self.single_closes.reverse()
        self.curly_closes.reverse()


def _leave_alone(mark: Mark) -> None:
    """A single mark that opens and is never closed: an apostrophe, but for a paragraph's first."""
    if mark.left and mark.hint is not Part.OPENS and mark.glyph != GRAVE_ACCENT:
        mark.part = Part.APOSTROPHE
