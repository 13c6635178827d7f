"""A document without its source."""

from __future__ import annotations

import exporter


def test_a_document_has_no_source_to_embed(seed_bytes):
    rendition = exporter.export(exporter.read(seed_bytes), format="epub", embed_source=True)
    assert "X007" in {each.code for each in rendition.diagnostics}
