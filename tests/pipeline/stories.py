"""Documents to export."""

from __future__ import annotations

from typing import Any

from exporter.diagnostics import Diagnostic, Lines, Severity
from exporter.model import Dateline, Document, Paragraph, Source, SourceText


def story(**fields: Any) -> Document:
    """A story with these fields."""
    return Document(
        **{
            "source": Source("story.txt", "text/plain", "0" * 64),
            "title": "Two leaders spoke by phone",
            "title_derived": True,
            "language": "en",
            "abstract": (SourceText("They spoke -- at last", Lines(1, 1)),),
            "ed_note": (SourceText("ADDS BACKGROUND", Lines(2, 2)),),
            "body": (Paragraph.of("Two leaders spoke by phone on Monday.", Lines(3, 3)),),
            **fields,
        }
    )


def dated(text: str) -> Document:
    """A story with a dateline of that date."""
    return story(dateline=Dateline(f"OSLO, {text} (AFP) -", ("OSLO",), date=text))


def said(code: str, severity: Severity = Severity.INFO) -> Diagnostic:
    """A diagnostic of a stage."""
    return Diagnostic(code, severity, "something", source="story.txt")
