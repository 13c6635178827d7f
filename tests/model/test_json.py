"""The model as JSON and back."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import Lines, diagnose
from exporter.model import (
    Crosshead,
    Document,
    Emphasis,
    Paragraph,
    Source,
    SourceText,
    Table,
    Text,
    from_json,
    to_json,
)
from exporter.values import replace
from tests.strategies import documents

MINIMAL = Document(source=Source("a.txt", "text/plain", "0" * 64), title="A story")


@given(documents)
def test_reading_the_json_of_a_document_gives_the_same_document(document: Document) -> None:
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_diagnostics_come_back_too() -> None:
    found = diagnose("S001", source="a.txt", lines=Lines(1, 2), name="x", known="wire")
    document = Document(source=MINIMAL.source, title="A story", diagnostics=(found,))
    assert from_json(to_json(document)).diagnostics == (found,)


def test_what_is_absent_is_null_or_an_empty_list() -> None:
    value = to_json(MINIMAL)
    assert value["headline"] is None
    assert value["ed_note"] == []
    assert value["byline"] is None


def test_inlines_stand_beside_the_text_only_where_there_is_markup() -> None:
    plain = to_json(_with(Paragraph.of("plain")))["body"][0]
    marked = to_json(_with(Paragraph((Text("a "), Emphasis((Text("b"),))))))["body"][0]
    assert "inlines" not in plain
    assert marked["text"] == "a b"
    assert [inline["type"] for inline in marked["inlines"]] == ["text", "emphasis"]


def test_spans_of_plain_fields_stand_together() -> None:
    document = Document(
        source=MINIMAL.source, title="x", ed_note=(SourceText("ADDS", Lines(1, 1)),)
    )
    value = to_json(document)
    assert value["ed_note"] == ["ADDS"]
    assert value["lines"] == {"ed_note": [[1, 1]]}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", None),
        ("title", "   "),
        ("kind", "novel"),
        ("body", "text"),
        ("body", [{"type": "poem"}]),
        ("body", [{"type": "paragraph", "text": 3}]),
        ("body", [{"type": "paragraph", "text": "x", "lines": [1]}]),
        ("urgency", True),
        ("urgency", False),
        ("body", [{"type": "table", "rows": [["a"]], "header_rows": False}]),
        ("ed_note", [1]),
        ("unpublishable", [None]),
        ("byline", "By A"),
        ("source", None),
    ],
)
def test_anything_else_is_refused_with_a_reason(key: str, value: object) -> None:
    data = {**to_json(MINIMAL), key: value}
    with pytest.raises(ValueError, match=r"\w+"):
        from_json(data)


@pytest.mark.parametrize("count", [-1, 3, 10**30])
def test_a_table_has_no_more_headings_than_rows_wherever_it_stands(count: int) -> None:
    table = {"type": "table", "rows": [["a"], ["b"]], "header_rows": count}
    quotation = {"type": "quotation", "blocks": [{"type": "quotation", "blocks": [table]}]}
    for block in (table, quotation):
        with pytest.raises(ValueError, match="header_rows"):
            from_json({**to_json(MINIMAL), "body": [block]})


def test_all_rows_of_a_table_may_be_headings() -> None:
    document = replace(MINIMAL, body=(Table((("a",), ("b",)), header_rows=2),))
    assert from_json(to_json(document)) == document


def test_deep_nesting_is_refused_before_it_costs_anything() -> None:
    block: dict[str, Any] = {"type": "paragraph", "text": "x"}
    for _ in range(500):
        block = {"type": "quotation", "blocks": [block]}
    with pytest.raises(ValueError, match="deep"):
        from_json({**to_json(MINIMAL), "body": [block]})


_KEYS = st.sampled_from([*to_json(MINIMAL), "type", "text", "blocks", "inlines"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner),
)


@given(_JSON)
def test_reading_never_raises_anything_but_value_error(value: object) -> None:
    with contextlib.suppress(ValueError):
        from_json(value)


def _with(*blocks: Paragraph | Crosshead) -> Document:
    return Document(source=MINIMAL.source, title="x", body=blocks)
