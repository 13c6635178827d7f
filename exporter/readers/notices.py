"""Notices in the fields and blocks of a machine format: what is held back, and what of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TypeVar

from exporter.diagnostics import Lines
from exporter.model import (
    Block,
    SourceText,
)
from exporter.model.words import words_of
from exporter.readers.draft import Draft
from exporter.readers.keptback import keep_back
from exporter.readers.remarks import Remarks
from exporter.readers.text.lines import Line
from exporter.readers.wire.formula import plain
from exporter.readers.wire.publication import permission
from exporter.readers.wire.unpublishable import unpublishable
from exporter.values import Value, replace

_Owner = TypeVar("_Owner")


class _Part(Value):
    """A field or a block as a line of copy; `place` are its lines in the source."""

    text: str
    place: Lines | None
    owner: object


def read_notices(draft: Draft) -> None:
    """Let HOLD, KILL and embargoes count, and keep apart what is not for publication.

    The recognisers take lines: each field and block is one, with an empty line after it.
    """
    parts = list(_parts(draft))
    lines = [line for number, part in enumerate(parts) for line in _lines(number, part)]
    words = [plain(line.text) for line in lines]
    # Up to the first block: credits are fields too, but stand below the text.
    before = next((i for i, part in enumerate(parts) if _is_block(part.owner)), len(parts))
    notes = len(draft.ed_note)
    barred = [span for i in range(notes) for span in _alone(lines[2 * i], words[2 * i])]
    barred += unpublishable(lines[2 * notes :], words[2 * notes :], range(2 * (before - notes)))
    numbers = {number for span in barred for number in range(span.first, span.last + 1)}
    remarks = Remarks(draft.raw.name)
    allowed = permission(lines, words, range(2 * before + 1), numbers, remarks)
    known = draft.remarks.diagnostics()
    said = (replace(found, lines=_place(found.lines, parts)) for found in remarks.diagnostics())
    draft.remarks.extend(found for found in said if found not in known)
    draft.release.take(allowed.release)
    taken = [parts[i // 2] for i, line in enumerate(allowed.lines) if not i % 2 and line.blank]
    _move_notices(draft, taken, allowed.embargo)
    kept_back = [parts[(number - 1) // 2] for number in sorted(numbers) if number % 2]
    _remove(draft, kept_back)
    keep_back(draft, (SourceText(part.text, part.place) for part in kept_back))


def _alone(line: Line, words: str) -> tuple[Lines, ...]:
    """Whether a note, which is a field of its own, keeps itself back: nothing follows it."""
    return unpublishable([line], [words], range(1))


def _lines(number: int, part: _Part) -> Iterator[Line]:
    yield Line(2 * number + 1, part.text, part.text)
    yield Line(2 * number + 2, "")


def _place(lines: Lines | None, parts: Sequence[_Part]) -> Lines | None:
    return parts[(lines.first - 1) // 2].place if lines else None


def _parts(draft: Draft) -> Iterator[_Part]:
    fields = [*draft.ed_note, draft.slugline, draft.headline, *draft.subheadline, *draft.abstract]
    for each in fields:
        if each is not None:
            yield _Part(each.text, each.lines, each)
    for block in draft.body:
        words = " ".join(words_of(block).split())
        if words:
            yield _Part(words, block.lines, block)
    for credit in draft.credits:
        yield _Part(credit.text, credit.lines, credit)


def _is_block(owner: object) -> bool:
    return isinstance(owner, Block)


def _move_notices(draft: Draft, taken: Sequence[_Part], embargo: SourceText | None) -> None:
    """A notice is no text of the story: it is the embargo, or a note to editors."""
    _remove(draft, taken)
    for part in taken:
        note = SourceText(part.text, part.place)
        if embargo is not None and draft.embargo is None and part.text in embargo.text:
            draft.embargo = note
        else:
            draft.ed_note.append(note)


def _remove(draft: Draft, parts: Sequence[_Part]) -> None:
    """Takes fields and blocks out of a draft."""
    gone = {id(part.owner) for part in parts}
    for texts in (draft.ed_note, draft.subheadline, draft.abstract):
        texts[:] = _without(texts, gone)
    draft.body[:] = _without(draft.body, gone)
    draft.credits[:] = _without(draft.credits, gone)
    for name in ("slugline", "headline"):
        if id(getattr(draft, name)) in gone:
            setattr(draft, name, None)


def _without(parts: Sequence[_Owner], gone: Set[int]) -> list[_Owner]:
    return [each for each in parts if id(each) not in gone]
