"""What of a document may reach a reader."""

from __future__ import annotations

from collections.abc import Iterator
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
    barred = document.unpublishable
    public = replace(
        document,
        slugline=_one(document.slugline, barred),
        embargo=_one(document.embargo, barred),
        ed_note=_many(document.ed_note, barred),
        headline=_one(document.headline, barred),
        subheadline=_many(document.subheadline, barred),
        abstract=_many(document.abstract, barred),
        byline=_one(document.byline, barred),
        dateline=_one(document.dateline, barred),
        body=_blocks(document.body, barred),
        credits=_many(document.credits, barred),
        boilerplate=_many(document.boilerplate, barred),
        end_mark=_one(document.end_mark, barred),
        copyright=_one(document.copyright, barred),
        diagnostics=tuple(
            found for found in document.diagnostics if found.lines and not _touches(found, barred)
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


def _touches(part: _HasLines, barred: tuple[Lines, ...]) -> bool:
    lines = part.lines
    return lines is not None and any(
        lines.first <= span.last and span.first <= lines.last for span in barred
    )


def _one(part: _Part | None, barred: tuple[Lines, ...]) -> _Part | None:
    return None if part is None or _touches(part, barred) else part


def _many(parts: tuple[_Part, ...], barred: tuple[Lines, ...]) -> tuple[_Part, ...]:
    return tuple(part for part in parts if not _touches(part, barred))


def _has_no_lines(block: Block) -> bool:
    return block.lines is None and not isinstance(block, Quotation)


def _blocks(blocks: tuple[Block, ...], barred: tuple[Lines, ...]) -> tuple[Block, ...]:
    """A quotation keeps those of its blocks that may be printed; its lines are theirs."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Quotation):
            doubtful = _touches(block, barred)
            inner = _blocks(block.blocks, barred)
            inner = tuple(part for part in inner if not (doubtful and _has_no_lines(part)))
            if inner:
                kept.append(replace(block, blocks=inner))
        elif not _touches(block, barred):
            kept.append(block)
    return tuple(kept)
