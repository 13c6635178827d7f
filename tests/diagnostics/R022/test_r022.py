"""R022: a document nested beyond any story is refused, whoever built it."""

from __future__ import annotations

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
    Text,
    publishable,
)


def _quotations(depth: int) -> Block:
    block: Block = Paragraph.of("deep")
    for _ in range(depth):
        block = Quotation((block,))
    return block


def _items(depth: int) -> Block:
    item = ListItem.of("deep")
    for _ in range(depth):
        item = ListItem.of("deep", item)
    return ItemList((item,))


def _stresses(depth: int) -> Block:
    inline: Inline = Text("deep")
    for _ in range(depth):
        inline = Emphasis((inline,))
    return Paragraph((inline,))


@pytest.mark.parametrize("nest", [_quotations, _items, _stresses])
def test_what_is_nested_beyond_any_story_is_refused(nest) -> None:
    source = Source("deep.json", "application/json", "0" * 64)
    document = Document(source=source, title="x", body=(nest(32),))
    assert publishable(document) is document
    with pytest.raises(ReadError, match="R022"):
        publishable(Document(source=source, title="x", body=(nest(100_000),)))
