"""The document with the marks of its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from exporter.diagnostics import Diagnostic, Lines
from exporter.model import (
    Block,
    Break,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Document,
    Figure,
    Inline,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Table,
)
from exporter.stylesheet import House
from exporter.typography.continuity import Continuity
from exporter.typography.flood import MOST_MARKS, count_marks, may_flood
from exporter.typography.leaves import leaves, with_leaves
from exporter.typography.record import Record
from exporter.typography.setting import Manner, Setting
from exporter.values import replace

_T = TypeVar("_T")


def refine(document: Document, house: House) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with its language's own marks, and an info for each change.

    No word changes and what is right stays, so refining twice changes nothing more. Names of
    persons, places and agencies, the slug, the embargo and the end mark lose soft hyphens only.
    """
    manner = Manner.of(document.language, house)
    record = Record(document.source.name)
    count = count_marks(document) if may_flood(document) else 0
    if count > MOST_MARKS:
        record.flood(count, MOST_MARKS)
        manner = replace(manner, quotes=False)
    refined = _fields(document, Setting(manner, record))
    title = _title(document, refined, Setting(manner, Record(document.source.name)))
    return replace(refined, title=title), record.diagnostics


def _fields(document: Document, setting: Setting) -> Document:
    """Every field but the title, in the order in which a story has them."""
    return replace(
        document,
        slugline=_maybe(_named, document.slugline, setting),
        embargo=_maybe(_named, document.embargo, setting),
        ed_note=_each(_text, document.ed_note, setting),
        headline=_maybe(_text, document.headline, setting),
        subheadline=_each(_text, document.subheadline, setting),
        abstract=_each(_text, document.abstract, setting),
        byline=_maybe(_byline, document.byline, setting),
        dateline=_maybe(_dateline, document.dateline, setting),
        body=_body(document.body, setting),
        boilerplate=_each(_text, document.boilerplate, setting),
        credits=_each(_credit, document.credits, setting),
        end_mark=_maybe(_named, document.end_mark, setting),
        copyright=_maybe(_text, document.copyright, setting),
    )


def _title(document: Document, refined: Document, silent: Setting) -> str:
    """The title says again what stands elsewhere, so that its changes need no record."""
    if document.headline and refined.headline and document.title == document.headline.text:
        title = refined.headline.text
    else:
        title = _line(document.title, None, silent)
    return title if title.strip() else document.source.name


def _maybe(refined: Callable[[_T, Setting], _T], part: _T | None, setting: Setting) -> _T | None:
    return None if part is None else refined(part, setting)


def _each(
    refined: Callable[[_T, Setting], _T], parts: tuple[_T, ...], setting: Setting
) -> tuple[_T, ...]:
    return tuple(refined(part, setting) for part in parts)


# -- fields ----------------------------------------------------------------------------------------


def _line(text: str, lines: Lines | None, setting: Setting) -> str:
    return setting.prose([text], lines)[0]


def _text(part: SourceText, setting: Setting) -> SourceText:
    return replace(part, text=_line(part.text, part.lines, setting))


def _named(part: SourceText, setting: Setting) -> SourceText:
    return replace(part, text=setting.name(part.text, part.lines))


def _names(names: tuple[str, ...], lines: Lines | None, setting: Setting) -> tuple[str, ...]:
    return tuple(setting.name(name, lines) for name in names)


def _byline(byline: Byline, setting: Setting) -> Byline:
    return replace(
        byline,
        text=_line(byline.text, byline.lines, setting),
        names=_names(byline.names, byline.lines, setting),
    )


def _dateline(dateline: Dateline, setting: Setting) -> Dateline:
    def name(text: str | None) -> str | None:
        return None if text is None else setting.name(text, dateline.lines)

    places, region = _names(dateline.places, dateline.lines, setting), name(dateline.region)
    return replace(
        dateline,
        text=setting.dateline(dateline.text, (*places, region or ""), dateline.lines),
        places=places,
        region=region,
        date=name(dateline.date),
        agency=name(dateline.agency),
    )


def _credit(credit: Credit, setting: Setting) -> Credit:
    return replace(
        credit,
        text=_line(credit.text, credit.lines, setting),
        names=_names(credit.names, credit.lines, setting),
    )


# -- blocks ----------------------------------------------------------------------------------------


def _body(blocks: tuple[Block, ...], setting: Setting) -> tuple[Block, ...]:
    continuity = Continuity(setting.record)
    refined = tuple(_block(block, setting, continuity) for block in blocks)
    continuity.end()
    return refined


def _block(block: Block, setting: Setting, continuity: Continuity) -> Block:
    match block:
        case Paragraph(inlines, lines):
            return Paragraph(_inlines(inlines, lines, setting, continuity), lines)
        case Crosshead(inlines, lines):
            return Crosshead(_inlines(inlines, lines, setting), lines)
        case ItemList(items, _, lines):
            return replace(block, items=tuple(_item(item, lines, setting) for item in items))
        case Table(rows, _, lines):
            caption = _inlines(block.caption, lines, setting)
            refined = tuple(_row(row, lines, setting) for row in rows)
            return replace(block, rows=refined, caption=caption)
        case Quotation(blocks):
            inner = tuple(_block(one, setting, continuity) for one in blocks)
            return replace(block, blocks=inner)
        case Figure():
            return _figure(block, setting)
        case Break():
            return block


def _inlines(
    inlines: tuple[Inline, ...],
    lines: Lines | None,
    setting: Setting,
    continuity: Continuity | None = None,
) -> tuple[Inline, ...]:
    sent = [*leaves(inlines)]
    refined = setting.prose(sent, lines, continuity)
    return inlines if refined == sent else with_leaves(inlines, iter(refined))


def _item(item: ListItem, lines: Lines | None, setting: Setting) -> ListItem:
    inlines = _inlines(item.inlines, lines, setting)
    items = tuple(_item(inner, lines, setting) for inner in item.items)
    return replace(item, inlines=inlines, items=items)


def _row(row: tuple[str, ...], lines: Lines | None, setting: Setting) -> tuple[str, ...]:
    return tuple(_cell(cell, lines, setting) for cell in row)


def _cell(cell: str, lines: Lines | None, setting: Setting) -> str:
    """A cell of words; figures stay as sent."""
    has_words = any(map(str.isalpha, cell))
    return _line(cell, lines, setting) if has_words else setting.name(cell, lines)


def _figure(figure: Figure, setting: Setting) -> Figure:
    lines = figure.lines
    return replace(
        figure,
        alt=None if figure.alt is None else _line(figure.alt, lines, setting),
        caption=_inlines(figure.caption, lines, setting),
        credit=None if figure.credit is None else _line(figure.credit, lines, setting),
    )
