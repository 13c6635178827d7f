"""Small documents for the tests of typography."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic, Lines
from exporter.model import Document, Paragraph, Source
from exporter.stylesheet import House
from exporter.typography import refine


def story(language: str | None = "en", **fields: object) -> Document:
    """A document with the fields given."""
    source = Source("story.txt", "text/plain", "0" * 64)
    return Document(source=source, **{"title": "A title", **fields}, language=language)


def paragraph(
    text: str, house: House, language: str | None = "en"
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A story of one paragraph, refined, with its diagnostics."""
    return refine(story(language, body=(Paragraph.of(text, Lines(7, 7)),)), house)


def refined_paragraph(text: str, house: House, language: str | None = "en") -> Paragraph:
    """A paragraph, refined."""
    block = paragraph(text, house, language)[0].body[0]
    assert isinstance(block, Paragraph)
    return block
