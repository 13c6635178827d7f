"""Notices in the fields and blocks of a machine format: what is held back, and what of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from exporter.diagnostics import Lines
from exporter.model import (
    Block,
    PubStatus,
    Quotation,
    SourceText,
)
from exporter.model.words import words_of
from exporter.readers.draft import Draft
from exporter.readers.text.lines import Line
from exporter.readers.wire.formula import plain
from exporter.readers.wire.publication import permission
from exporter.readers.wire.remarks import Remarks
from exporter.readers.wire.unpublishable import unpublishable
from exporter.values import Value, replace

_NOWHERE = Lines(1, 1)


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
    before = sum(1 for part in parts if not _is_block(part.owner))
    barred = unpublishable(lines, words, range(2 * before))
    numbers = {number for span in barred for number in range(span.first, span.last + 1)}
    remarks = Remarks(draft.raw.name)
    allowed = permission(lines, words, range(2 * before + 1), numbers, remarks)
    draft.remarks.extend(
        replace(found, lines=_place(found.lines, parts)) for found in remarks.diagnostics()
    )
    draft.release.say(allowed.status)
    draft.release.until = draft.release.until or allowed.embargoed_until
    taken = [parts[i // 2] for i, line in enumerate(allowed.lines) if not i % 2 and line.blank]
    _move_notices(draft, taken, allowed.embargo)
    kept_back = [parts[(number - 1) // 2] for number in sorted(numbers) if number % 2]
    for part in kept_back:
        _remove(draft, part)
    keep_back(draft, [SourceText(part.text, part.place) for part in kept_back])
    settle(draft)


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
    for part in taken:
        _remove(draft, part)
        note = SourceText(part.text, part.place)
        if embargo is not None and draft.embargo is None and part.text in embargo.text:
            draft.embargo = note
        else:
            draft.ed_note.append(note)


def keep_back(draft: Draft, barred: Sequence[SourceText]) -> None:
    """Put with the notes what is not for publication; `settle` then sees to their lines."""
    kept = [replace(part, lines=part.lines or _NOWHERE) for part in barred]
    places = dict.fromkeys(part.lines for part in kept if part.lines is not None)
    draft.unpublishable += (place for place in places if place not in draft.unpublishable)
    draft.kept_back += kept


def settle(draft: Draft) -> None:
    """Add what is kept back to the notes, on lines that nothing else stands on."""
    if not draft.kept_back:
        return
    _clear(draft, draft.unpublishable)
    for place in draft.unpublishable:
        draft.remarks.add("R017", place, first=place.first, last=place.last)
    draft.ed_note += draft.kept_back
    if not (draft.body or draft.headline):
        draft.release.say(PubStatus.WITHHELD)


def _remove(draft: Draft, part: _Part) -> None:
    owner = part.owner
    for parts in (draft.ed_note, draft.subheadline, draft.abstract, draft.body, draft.credits):
        position = next((i for i, each in enumerate(parts) if each is owner), None)
        if position is not None:
            del parts[position]
            return
    for name in ("slugline", "headline"):
        if getattr(draft, name) is owner:
            setattr(draft, name, None)


def _clear(draft: Draft, barred: Sequence[Lines]) -> None:
    """Takes their lines from the public parts that share one with what is kept back.

    A whole story may stand on one line of its file.
    """
    touches = _touching(barred)
    for parts in (draft.ed_note, draft.subheadline, draft.abstract, draft.boilerplate):
        parts[:] = [replace(p, lines=None) if touches(p.lines) else p for p in parts]
    draft.credits[:] = [replace(c, lines=None) if touches(c.lines) else c for c in draft.credits]
    draft.body[:] = [_without_lines(block, touches) for block in draft.body]
    for name in ("slugline", "headline", "byline", "dateline", "copyright", "end_mark", "embargo"):
        value = getattr(draft, name)
        if value is not None and touches(value.lines):
            setattr(draft, name, replace(value, lines=None))


def _touching(barred: Sequence[Lines]) -> Callable[[Lines | None], bool]:
    def touches(lines: Lines | None) -> bool:
        return lines is not None and any(
            lines.first <= span.last and span.first <= lines.last for span in barred
        )

    return touches


def _without_lines(block: Block, touches: Callable[[Lines | None], bool]) -> Block:
    if isinstance(block, Quotation):
        inner = tuple(_without_lines(each, touches) for each in block.blocks)
        block = replace(block, blocks=inner)
    return replace(block, lines=None) if touches(block.lines) else block
