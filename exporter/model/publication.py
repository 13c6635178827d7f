"""What of a document may reach a reader."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import Protocol, TypeVar

from exporter.diagnostics import Lines, ReadError, diagnose
from exporter.model.blocks import Block, Quotation
from exporter.model.depth import MAX_DEPTH, is_too_deep
from exporter.model.document import Document
from exporter.model.json_out import to_json
from exporter.values import replace


class _HasLines(Protocol):
    @property
    def lines(self) -> Lines | None: ...


_Part = TypeVar("_Part", bound=_HasLines)
_Touches = Callable[[Lines | None], bool]


def merged(spans: Iterable[Lines]) -> list[Lines]:
    """The spans in their order, those that touch or follow one another as one."""
    found: list[Lines] = []
    for span in sorted(spans):
        if found and span.first <= found[-1].last + 1:
            found[-1] = Lines(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found


def touching(spans: Iterable[Lines]) -> _Touches:
    """What tells whether lines are among those of the spans."""
    places = merged(spans)
    starts = [span.first for span in places]

    def touches(lines: Lines | None) -> bool:
        before = bisect_right(starts, lines.last) if lines else 0
        return lines is not None and before > 0 and places[before - 1].last >= lines.first

    return touches


def publishable(document: Document) -> Document:
    """The document without anything that stands on a line its sender marked unpublishable.

    A field or block that only touches such a line goes as a whole: a sentence is not cut. A title
    whose words are nowhere in what is left gives way to the file's name. Of the diagnostics, whose
    messages may quote the source, those stay that are about other lines; `unpublishable` stays,
    so that a backend knows that the source itself must not be embedded. ReadError when the
    document is nested beyond any story.
    """
    if is_too_deep(document):
        raise ReadError(diagnose("R022", source=document.source.name, most=MAX_DEPTH))
    if not document.unpublishable:
        return document
    is_barred = touching(document.unpublishable)
    public = replace(
        document,
        slugline=_one(document.slugline, is_barred),
        embargo=_one(document.embargo, is_barred),
        ed_note=_many(document.ed_note, is_barred),
        headline=_one(document.headline, is_barred),
        subheadline=_many(document.subheadline, is_barred),
        abstract=_many(document.abstract, is_barred),
        byline=_one(document.byline, is_barred),
        dateline=_one(document.dateline, is_barred),
        body=_blocks(document.body, is_barred),
        credits=_many(document.credits, is_barred),
        boilerplate=_many(document.boilerplate, is_barred),
        end_mark=_one(document.end_mark, is_barred),
        copyright=_one(document.copyright, is_barred),
        diagnostics=tuple(
            found for found in document.diagnostics if found.lines and not is_barred(found.lines)
        ),
    )
    if _says(public, document.title):
        return public
    name = document.source.name
    return replace(public, title=PurePath(name).stem or name, title_derived=True)


def _says(document: Document, title: str) -> bool:
    """Whether a title, perhaps cut short, stands in the document's other words."""
    form = to_json(document) | {"title": None, "source": None, "file": None}
    words = " ".join(title.removesuffix("…").split())
    return any(words in " ".join(text.split()) for text in _texts(form))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _one(part: _Part | None, is_barred: _Touches) -> _Part | None:
    return None if part is None or is_barred(part.lines) else part


def _many(parts: tuple[_Part, ...], is_barred: _Touches) -> tuple[_Part, ...]:
    return tuple(part for part in parts if not is_barred(part.lines))


def _has_no_lines(block: Block) -> bool:
    return block.lines is None and not isinstance(block, Quotation)


def _blocks(blocks: tuple[Block, ...], is_barred: _Touches) -> tuple[Block, ...]:
    """A quotation keeps those of its blocks that may be printed; its lines are theirs."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Quotation):
            doubtful = is_barred(block.lines)
            inner = _blocks(block.blocks, is_barred)
            inner = tuple(part for part in inner if not (doubtful and _has_no_lines(part)))
            if inner:
                kept.append(replace(block, blocks=inner))
        elif not is_barred(block.lines):
            kept.append(block)
    return tuple(kept)
