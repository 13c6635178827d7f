"""How deep a document is nested is known whatever it is nested in."""

from __future__ import annotations

from functools import reduce
from typing import Any, get_args, get_type_hints

import pytest

from exporter.diagnostics import ReadError
from exporter.model import (
    Block,
    Document,
    Emphasis,
    Inline,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Source,
    publishable,
)
from exporter.model.depth import MAX_DEPTH, is_deeper

# What a field holds, by its type, and the part of that type which may hold its own kind.
NESTING: dict[Any, Any] = {
    tuple[Inline, ...]: Emphasis,
    tuple[ListItem, ...]: lambda inner: ListItem((), inner),
    tuple[Block, ...]: Quotation,
}
FIELDS = [
    (whole, name, hint)
    for whole in (*get_args(Block), *get_args(Inline), ListItem)
    for name, hint in get_type_hints(whole).items()
    if hint in NESTING
]
OTHERS = {"src": "a.jpg", "href": "https://example.org", "rows": (("a",),), "inlines": ()}


def holding(whole: Any, name: str, hint: Any, depth: int) -> Document:
    """A document with a part that holds others so deep in one of its fields."""
    deep = reduce(lambda inner, _: (NESTING[hint](inner),), range(depth), ())
    others = {key: value for key, value in OTHERS.items() if key in whole.__struct_fields__}
    part = whole(**{**others, name: deep})
    if isinstance(part, ListItem):
        part = ItemList((part,))
    elif isinstance(part, get_args(Inline)):
        part = Paragraph((part,))
    return Document(source=Source("a.txt", "text/plain", "0" * 64), title="x", body=(part,))


def test_fields_that_hold_parts_are_known() -> None:
    assert {(whole.__name__, name) for whole, name, _ in FIELDS} >= {
        ("Table", "caption"),
        ("Figure", "caption"),
        ("Quotation", "blocks"),
        ("ListItem", "items"),
        ("Link", "inlines"),
    }


@pytest.mark.parametrize(("whole", "name", "hint"), FIELDS)
def test_parts_are_counted_in_every_field_that_holds_some(whole, name, hint) -> None:
    assert is_deeper(holding(whole, name, hint, MAX_DEPTH + 2), MAX_DEPTH + 1)
    assert not is_deeper(holding(whole, name, hint, MAX_DEPTH - 3), MAX_DEPTH + 1)


@pytest.mark.parametrize(("whole", "name", "hint"), FIELDS)
def test_what_is_nested_beyond_any_story_is_refused_wherever_it_stands(whole, name, hint) -> None:
    with pytest.raises(ReadError):
        publishable(holding(whole, name, hint, 5000))
