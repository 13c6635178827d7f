"""E007 needs a picture beside the story, which Python callers hand over."""

from __future__ import annotations

from exporter.model import Document, Figure, Source
from exporter.renderers import RenderOptions
from exporter.renderers.epub import render
from tests.renderers.pictures import png


def test_a_picture_without_a_description_is_a_warning(wire):
    document = Document(
        source=Source("ferry.txt", "text/plain", "0" * 64),
        title="Ferry to sail again",
        body=(Figure("ramp.png"),),
    )
    options = RenderOptions(resources={"ramp.png": png()})
    found = render(document, wire, options).diagnostics
    assert "E007 warning" in {f"{diagnostic.code} {diagnostic.severity}" for diagnostic in found}
