"""Which addresses become links in a book."""

from __future__ import annotations

import pytest

from exporter.renderers.epub.links import address

OWN = frozenset({"crosshead-1"})


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("#crosshead-1", "#crosshead-1"),
        ("#elsewhere", None),
        ("#", None),
        ("https://example.org/\u00e9", "https://example.org/%C3%A9"),
        (" JaVaScRiPt:alert(1)", None),
        ("../x", None),
    ],
)
def test_a_link_leads_into_the_book_or_to_where_every_copy_leads(sent, kept):
    assert address(sent, OWN) == kept
