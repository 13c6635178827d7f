"""What is not for publication: with the notes, on lines that nothing else stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from exporter.diagnostics import Lines
from exporter.model import Block, PubStatus, Quotation, SourceText
from exporter.model.publication import merged, touching
from exporter.values import replace

if TYPE_CHECKING:
    from exporter.readers.draft import Draft

_NOWHERE = Lines(1, 1)
# More parts than these are told by one span from the first to the last.
_MOST_SPANS = 200

_Touches = Callable[[Lines | None], bool]


def keep_back(draft: Draft, barred: Iterable[SourceText]) -> None:
    """Put words aside that are not for publication, until `settle` sees to their lines."""
    draft.kept_back += (replace(part, lines=part.lines or _NOWHERE) for part in barred)


def settle(draft: Draft) -> None:
    """Add what was put aside to the notes, once, when all that is public is known.

    Public parts on the same lines give up theirs: a whole story may stand on one line of its file.
    """
    if not draft.kept_back:
        return
    places = _places(part.lines for part in draft.kept_back if part.lines is not None)
    _clear(draft, touching(places))
    for place in places:
        draft.remarks.add("R017", place, first=place.first, last=place.last)
    draft.unpublishable += places
    draft.ed_note += draft.kept_back
    if not (draft.body or draft.headline):
        draft.release.say(PubStatus.WITHHELD)


def _places(spans: Iterable[Lines]) -> list[Lines]:
    found = merged(spans)
    return found if len(found) <= _MOST_SPANS else [Lines(found[0].first, found[-1].last)]


def _clear(draft: Draft, touches: _Touches) -> None:
    for parts in (draft.ed_note, draft.subheadline, draft.abstract, draft.boilerplate):
        parts[:] = [replace(p, lines=None) if touches(p.lines) else p for p in parts]
    draft.credits[:] = [replace(c, lines=None) if touches(c.lines) else c for c in draft.credits]
    draft.body[:] = [_without_lines(block, touches) for block in draft.body]
    for name in ("slugline", "headline", "byline", "dateline", "copyright", "end_mark", "embargo"):
        value = getattr(draft, name)
        if value is not None and touches(value.lines):
            setattr(draft, name, replace(value, lines=None))


def _without_lines(block: Block, touches: _Touches) -> Block:
    if isinstance(block, Quotation):
        inner = tuple(_without_lines(each, touches) for each in block.blocks)
        block = replace(block, blocks=inner)
    return replace(block, lines=None) if touches(block.lines) else block
