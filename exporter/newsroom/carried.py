"""A document as newsroom formats carry it: what is written of it, and what is read back.

Not carried are the name and digest of the source, spans of its lines, diagnostics, white space
that says nothing, characters that print nothing, and parts without words. All else is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporter.model import (
    Block,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Document,
    Emphasis,
    Figure,
    Inline,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Strong,
    Table,
)
from exporter.model.prose import tidy, tidy_text
from exporter.values import replace


def carried(document: Document) -> Document:
    """The document without what is not carried; the same again is the same."""
    return replace(
        document,
        title=tidy_text(document.title) or document.source.name,
        language=tidy_text(document.language or "") or None,
        slugline=_text(document.slugline),
        embargo=_text(document.embargo),
        ed_note=_texts(document.ed_note),
        unpublishable=(),
        headline=_text(document.headline),
        subheadline=_texts(document.subheadline),
        abstract=_texts(document.abstract),
        byline=_byline(document.byline),
        dateline=_dateline(document.dateline),
        body=_blocks(document.body),
        credits=tuple(_credits(document.credits)),
        boilerplate=_texts(document.boilerplate),
        end_mark=_text(document.end_mark),
        copyright=_text(document.copyright),
        diagnostics=(),
    )


def _text(part: SourceText | None) -> SourceText | None:
    words = tidy_text(part.text) if part else ""
    return SourceText(words) if words else None


def _texts(parts: Iterable[SourceText]) -> tuple[SourceText, ...]:
    return tuple(found for part in parts if (found := _text(part)) is not None)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(tidy_text, names)))


def _byline(byline: Byline | None) -> Byline | None:
    words = tidy_text(byline.text) if byline else ""
    return Byline(words, _names(byline.names)) if byline and words else None


def _dateline(dateline: Dateline | None) -> Dateline | None:
    words = tidy_text(dateline.text) if dateline else ""
    if dateline is None or not words:
        return None
    parts = (dateline.region, dateline.date, dateline.agency)
    region, date, agency = (tidy_text(part or "") or None for part in parts)
    return Dateline(words, _names(dateline.places), region, date, agency)


def _credits(credits_: Iterable[Credit]) -> Iterator[Credit]:
    for credit in credits_:
        words = tidy_text(credit.text)
        if words:
            yield Credit(words, tidy_text(credit.role), _names(credit.names))


# -- blocks --------------------------------------------------------------------------------------


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(found for block in blocks if (found := _block(block)) is not None)


def _block(block: Block) -> Block | None:
    match block:
        case Paragraph(inlines) | Crosshead(inlines):
            words = _inlines(inlines)
            return replace(block, inlines=words, lines=None) if words else None
        case ItemList(items, ordered):
            found = _items(items, ordered)
            return ItemList(found, ordered) if found else None
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Quotation(blocks):
            inner = _blocks(blocks)
            return Quotation(inner) if inner else None
    return replace(block, lines=None)


def _items(items: Iterable[ListItem], ordered: bool) -> tuple[ListItem, ...]:
    found = (_item(item, ordered) for item in items)
    return tuple(item for item in found if item.inlines or item.items)


def _item(item: ListItem, ordered: bool) -> ListItem:
    numbered = item.numbers_below(ordered)
    items = _items(item.items, numbered)
    differ = bool(items) and numbered != ordered
    return ListItem(_inlines(item.inlines), items, numbered if differ else None)


def _table(table: Table) -> Table | Paragraph | None:
    rows = [tuple(map(tidy_text, row)) for row in table.rows]
    headings = sum(1 for row in rows[: max(table.header_rows, 0)] if any(row))
    full = tuple(row for row in rows if any(row))
    caption = _inlines(table.caption)
    if full:
        return Table(full, headings, caption=caption)
    return Paragraph(caption) if caption else None


def _figure(figure: Figure) -> Figure | None:
    source = tidy_text(figure.src)
    alt = tidy_text(figure.alt or "") or None
    credit = tidy_text(figure.credit or "") or None
    caption = _inlines(figure.caption)
    return Figure(source, alt, caption, credit) if source or alt or caption or credit else None


def _inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tidy(_addressed(inlines))


def _addressed(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines with addresses in one line; a link without one is its words."""
    for inline in inlines:
        match inline:
            case Link(href, inner):
                address = tidy_text(href)
                words = tuple(_addressed(inner))
                yield from (Link(address, words),) if address else words
            case Emphasis(inner):
                yield Emphasis(tuple(_addressed(inner)))
            case Strong(inner):
                yield Strong(tuple(_addressed(inner)))
            case _:
                yield inline
