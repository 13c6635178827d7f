"""The model read back: ``from_json(to_json(document)) == document``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from exporter.diagnostics import Diagnostic, Lines, Severity
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
from exporter.model.depth import MAX_DEPTH
from exporter.model.document import (
    Byline,
    Credit,
    Dateline,
    Document,
    Kind,
    PubStatus,
    Source,
    SourceText,
)
from exporter.model.inlines import Emphasis, Inline, LineBreak, Link, Strong, Text

_T = TypeVar("_T")


def from_json(value: object) -> Document:
    """Document of what `to_json` gave; ValueError, saying where, when it is anything else."""
    data = _object(value, "document")
    spans = _object(data.get("lines") or {}, "lines")
    source = _object(data.get("source"), "source")
    return Document(
        source=Source(
            name=_str(source, "name"),
            media_type=_str(source, "media_type"),
            sha256=_str(source, "sha256"),
            encoding=_opt(source, "encoding", str),
        ),
        kind=Kind(_str(data, "kind")),
        language=_opt(data, "language", str),
        slugline=_text_in(data, spans, "slugline"),
        urgency=_opt(data, "urgency", int),
        pub_status=PubStatus(_str(data, "pub_status")),
        embargo=_text_in(data, spans, "embargo"),
        embargoed_until=_opt(data, "embargoed_until", str),
        ed_note=_texts_in(data, spans, "ed_note"),
        unpublishable=tuple(_required_span(span) for span in _list(data, "unpublishable")),
        headline=_text_in(data, spans, "headline"),
        subheadline=_texts_in(data, spans, "subheadline"),
        abstract=_texts_in(data, spans, "abstract"),
        title=_title(data),
        title_derived=_opt(data, "title_derived", bool) or False,
        byline=_maybe(data, "byline", _byline_in),
        dateline=_maybe(data, "dateline", _dateline_in),
        body=tuple(_block_in(block, 0) for block in _list(data, "body")),
        credits=tuple(_credit_in(credit) for credit in _list(data, "credits")),
        boilerplate=_texts_in(data, spans, "boilerplate"),
        end_mark=_text_in(data, spans, "end_mark"),
        copyright=_text_in(data, spans, "copyright"),
        diagnostics=tuple(_diagnostic_in(item) for item in _list(data, "diagnostics")),
    )


def _object(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is not an object")
    return value


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{key} is not a list")
    return value


def _opt(data: Mapping[str, Any], key: str, kind: type[_T]) -> _T | None:
    value = data.get(key)
    # To Python true and false are numbers.
    if value is None or (isinstance(value, kind) and (kind is bool or not isinstance(value, bool))):
        return value
    raise ValueError(f"{key} is not {kind.__name__}")


def _str(data: Mapping[str, Any], key: str) -> str:
    value = _opt(data, key, str)
    if value is None:
        raise ValueError(f"{key} is missing")
    return value


def _title(data: Mapping[str, Any]) -> str:
    title = _str(data, "title")
    if not title.strip():
        raise ValueError("title is empty")
    return title


def _strings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    items = _list(data, key)
    if not all(isinstance(item, str) for item in items):
        raise ValueError(f"{key} holds something other than text")
    return tuple(items)


def _maybe(data: Mapping[str, Any], key: str, read: Callable[[Any], _T]) -> _T | None:
    value = data.get(key)
    return None if value is None else read(_object(value, key))


def _span(value: object) -> Lines | None:
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        if not 1 <= value[0] <= value[1]:
            raise ValueError(f"{value!r} counts lines from 1, the first before the last")
        return Lines(*value)
    raise ValueError(f"{value!r} is not a span of lines")


def _required_span(value: object) -> Lines:
    span = _span(value)
    if span is None:
        raise ValueError("a span of lines is missing")
    return span


def _lines(data: Mapping[str, Any]) -> Lines | None:
    return _span(data.get("lines"))


def _text_in(data: Mapping[str, Any], spans: Mapping[str, Any], key: str) -> SourceText | None:
    text = _opt(data, key, str)
    return None if text is None else SourceText(text, _span(spans.get(key)))


def _texts_in(
    data: Mapping[str, Any], spans: Mapping[str, Any], key: str
) -> tuple[SourceText, ...]:
    texts = _strings(data, key)
    places = _list(spans, key) or [None] * len(texts)
    if len(places) != len(texts):
        raise ValueError(f"lines of {key} do not match it")
    return tuple(SourceText(text, _span(span)) for text, span in zip(texts, places, strict=True))


def _byline_in(data: Mapping[str, Any]) -> Byline:
    return Byline(_str(data, "text"), _strings(data, "names"), _lines(data))


def _dateline_in(data: Mapping[str, Any]) -> Dateline:
    return Dateline(
        text=_str(data, "text"),
        places=_strings(data, "places"),
        region=_opt(data, "region", str),
        date=_opt(data, "date", str),
        agency=_opt(data, "agency", str),
        lines=_lines(data),
    )


def _credit_in(value: object) -> Credit:
    data = _object(value, "credit")
    return Credit(_str(data, "text"), _str(data, "role"), _strings(data, "names"), _lines(data))


def _diagnostic_in(value: object) -> Diagnostic:
    data = _object(value, "diagnostic")
    return Diagnostic(
        code=_str(data, "code"),
        severity=Severity(_str(data, "severity")),
        message=_str(data, "message"),
        hint=_opt(data, "hint", str),
        source=_opt(data, "source", str),
        lines=_lines(data),
    )


def _words_in(data: Mapping[str, Any], depth: int) -> tuple[Inline, ...]:
    if data.get("inlines") is None:
        return (Text(_str(data, "text")),)
    return _inlines_in(data, depth)


def _inlines_in(data: Mapping[str, Any], depth: int) -> tuple[Inline, ...]:
    return tuple(_inline_in(inline, depth + 1) for inline in _list(data, "inlines"))


def _inline_in(value: object, depth: int) -> Inline:
    data = _nested(value, "inline", depth)
    match data.get("type"):
        case "text":
            return Text(_str(data, "text"))
        case "line-break":
            return LineBreak()
        case "emphasis":
            return Emphasis(_inlines_in(data, depth))
        case "strong":
            return Strong(_inlines_in(data, depth))
        case "link":
            return Link(_str(data, "href"), _inlines_in(data, depth))
        case other:
            raise ValueError(f"{other!r} is not a type of inline")


def _nested(value: object, what: str, depth: int) -> Mapping[str, Any]:
    if depth > MAX_DEPTH:
        raise ValueError(f"nested more than {MAX_DEPTH} deep")
    return _object(value, what)


def _item_in(value: object, depth: int) -> ListItem:
    if isinstance(value, str):
        return ListItem.of(value)
    data = _nested(value, "list item", depth)
    items = tuple(_item_in(item, depth + 1) for item in _list(data, "items"))
    return ListItem(_words_in(data, depth), items, _opt(data, "ordered", bool))


def _row_in(value: object) -> tuple[str, ...]:
    return _strings({"row": value}, "row")


def _header_rows(data: Mapping[str, Any], rows: int) -> int:
    count = _opt(data, "header_rows", int) or 0
    if not 0 <= count <= rows:
        raise ValueError(f"header_rows is {count}, and the table has {rows} rows")
    return count


def _caption_in(data: Mapping[str, Any], depth: int) -> tuple[Inline, ...]:
    caption = data.get("caption")
    return _words_in(_object(caption, "caption"), depth) if caption else ()


def _block_in(value: object, depth: int) -> Block:
    data = _nested(value, "block", depth)
    lines = _lines(data)
    match data.get("type"):
        case "paragraph":
            return Paragraph(_words_in(data, depth), lines)
        case "crosshead":
            return Crosshead(_words_in(data, depth), lines)
        case "list":
            items = tuple(_item_in(item, depth + 1) for item in _list(data, "items"))
            return ItemList(items, _opt(data, "ordered", bool) or False, lines)
        case "table":
            rows = tuple(_row_in(row) for row in _list(data, "rows"))
            return Table(rows, _header_rows(data, len(rows)), lines, _caption_in(data, depth))
        case "figure":
            return Figure(
                src=_str(data, "src"),
                alt=_opt(data, "alt", str),
                caption=_caption_in(data, depth),
                credit=_opt(data, "credit", str),
                lines=lines,
            )
        case "quotation":
            inner = tuple(_block_in(block, depth + 1) for block in _list(data, "blocks"))
            return Quotation(inner, lines)
        case "break":
            return Break(lines)
        case other:
            raise ValueError(f"{other!r} is not a type of block")
