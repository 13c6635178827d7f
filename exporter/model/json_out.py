"""The model as plain JSON values.

The field names are IPTC's. Absent is null or []. A span is ``[first, last]``; the spans of the
plain-text fields stand together under ``lines``, those of objects and blocks inside them.
`inlines` stands beside `text` only where there is markup.
"""

from __future__ import annotations

from typing import Any

from exporter.diagnostics import Diagnostic, Lines
from exporter.model.blocks import (
    Block,
    Break,
    Crosshead,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from exporter.model.document import Byline, Credit, Dateline, Document, SourceText
from exporter.model.inlines import Emphasis, Inline, LineBreak, Link, Strong, Text, plain_text

Json = dict[str, Any]

_TEXT_FIELDS = ("slugline", "embargo", "headline", "end_mark", "copyright")
_TEXT_LISTS = ("ed_note", "subheadline", "abstract", "boilerplate")


def to_json(document: Document) -> Json:
    """The document as plain JSON values, in the order in which `inspect` prints them."""
    return {
        "file": document.source.name,
        "kind": str(document.kind),
        "language": document.language,
        "slugline": _text_out(document.slugline),
        "urgency": document.urgency,
        "pub_status": str(document.pub_status),
        "embargo": _text_out(document.embargo),
        "embargoed_until": document.embargoed_until,
        "ed_note": [part.text for part in document.ed_note],
        "unpublishable": [list(span) for span in document.unpublishable],
        "headline": _text_out(document.headline),
        "subheadline": [part.text for part in document.subheadline],
        "abstract": [part.text for part in document.abstract],
        "title": document.title,
        "title_derived": document.title_derived,
        "byline": _byline_out(document.byline),
        "dateline": _dateline_out(document.dateline),
        "body": [_block_out(block) for block in document.body],
        "credits": [_credit_out(credit) for credit in document.credits],
        "boilerplate": [part.text for part in document.boilerplate],
        "end_mark": _text_out(document.end_mark),
        "copyright": _text_out(document.copyright),
        "lines": _spans_out(document),
        "source": {
            "name": document.source.name,
            "media_type": document.source.media_type,
            "sha256": document.source.sha256,
            "encoding": document.source.encoding,
        },
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in document.diagnostics],
    }


def diagnostic_json(diagnostic: Diagnostic) -> Json:
    """A diagnostic as plain JSON values."""
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "source": diagnostic.source,
        "lines": _span_out(diagnostic.lines),
    }


def _span_out(lines: Lines | None) -> list[int] | None:
    return list(lines) if lines else None


def _text_out(part: SourceText | None) -> str | None:
    return part.text if part else None


def _spans_out(document: Document) -> Json:
    spans: Json = {}
    for name in _TEXT_FIELDS:
        part = getattr(document, name)
        if part is not None and part.lines:
            spans[name] = list(part.lines)
    for name in _TEXT_LISTS:
        parts = getattr(document, name)
        if any(part.lines for part in parts):
            spans[name] = [_span_out(part.lines) for part in parts]
    return spans


def _byline_out(byline: Byline | None) -> Json | None:
    if byline is None:
        return None
    return {"text": byline.text, "names": list(byline.names), "lines": _span_out(byline.lines)}


def _dateline_out(dateline: Dateline | None) -> Json | None:
    if dateline is None:
        return None
    return {
        "text": dateline.text,
        "places": list(dateline.places),
        "region": dateline.region,
        "date": dateline.date,
        "agency": dateline.agency,
        "lines": _span_out(dateline.lines),
    }


def _credit_out(credit: Credit) -> Json:
    return {
        "text": credit.text,
        "role": credit.role,
        "names": list(credit.names),
        "lines": _span_out(credit.lines),
    }


def _block_out(block: Block) -> Json:
    lines = _span_out(block.lines)
    match block:
        case Paragraph(inlines):
            return {"type": "paragraph", **_words_out(inlines), "lines": lines}
        case Crosshead(inlines):
            return {"type": "crosshead", **_words_out(inlines), "lines": lines}
        case ItemList(items, ordered):
            return {
                "type": "list",
                "ordered": ordered,
                "items": [_item_out(item) for item in items],
                "lines": lines,
            }
        case Table(rows, header_rows, _, caption):
            return {
                "type": "table",
                "caption": _words_out(caption) if caption else None,
                "header_rows": header_rows,
                "rows": [list(row) for row in rows],
                "lines": lines,
            }
        case Figure(src, alt, caption, credit):
            return {
                "type": "figure",
                "src": src,
                "alt": alt,
                "caption": _words_out(caption) if caption else None,
                "credit": credit,
                "lines": lines,
            }
        case Quotation(blocks):
            return {
                "type": "quotation",
                "blocks": [_block_out(inner) for inner in blocks],
                "lines": lines,
            }
        case Break():
            return {"type": "break", "lines": lines}


def _is_plain(inlines: tuple[Inline, ...]) -> bool:
    return len(inlines) == 1 and isinstance(inlines[0], Text)


def _words_out(inlines: tuple[Inline, ...]) -> Json:
    words: Json = {"text": plain_text(inlines)}
    if not _is_plain(inlines):
        words["inlines"] = [_inline_out(inline) for inline in inlines]
    return words


def _item_out(item: ListItem) -> Json | str:
    if _is_plain(item.inlines) and not item.items and item.ordered is None:
        return item.text
    below: Json = {"items": [_item_out(inner) for inner in item.items]}
    if item.ordered is not None:
        below["ordered"] = item.ordered
    return {**_words_out(item.inlines), **below}


def _inline_out(inline: Inline) -> Json:
    match inline:
        case Text(text):
            return {"type": "text", "text": text}
        case LineBreak():
            return {"type": "line-break"}
        case Emphasis(inlines):
            return {"type": "emphasis", "inlines": [_inline_out(inner) for inner in inlines]}
        case Strong(inlines):
            return {"type": "strong", "inlines": [_inline_out(inner) for inner in inlines]}
        case Link(href, inlines):
            return {
                "type": "link",
                "href": href,
                "inlines": [_inline_out(inner) for inner in inlines],
            }
