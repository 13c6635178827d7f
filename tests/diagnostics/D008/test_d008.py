"""D008 needs a picture beside the story, which Python callers hand over."""

from __future__ import annotations

from exporter.model import Document, Figure, Source
from exporter.renderers import RenderOptions
from exporter.renderers.docx import render
from tests.renderers.pictures import png


def test_a_picture_without_words_is_a_warning(wire):
    document = Document(
        source=Source("harbour.txt", "text/plain", "0" * 64),
        title="Harbour wall to be rebuilt",
        body=(Figure("wall.png"),),
    )
    options = RenderOptions(resources={"wall.png": png()})
    found = render(document, wire, options).diagnostics
    assert "D008 warning" in {f"{diagnostic.code} {diagnostic.severity}" for diagnostic in found}
