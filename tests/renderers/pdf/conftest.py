"""Documents and renditions for the PDF tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pikepdf
import pytest

from exporter.model import (
    Break,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Document,
    Emphasis,
    Figure,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    Source,
    SourceText,
    Strong,
    Table,
    Text,
)
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.stylesheet import Stylesheet

SENTENCE = (
    "The harbour office said on Tuesday that the ferry would sail again once engineers had "
    "inspected the damaged ramp and its hydraulic machinery. "
)


def every_part() -> Document:
    """A story that uses every role of a style."""
    return Document(
        source=Source("harbour.txt", "text/plain", "ab" * 32, "utf-8"),
        title="Ferry to sail again after ramp is inspected",
        headline=SourceText("Ferry to sail again after ramp is inspected"),
        language="en",
        slugline=SourceText("HARBOUR-FERRY"),
        urgency=4,
        ed_note=(SourceText("ADDS QUOTES"),),
        subheadline=(SourceText("Engineers at work since Monday"),),
        abstract=(SourceText("The ramp was damaged in a storm."),),
        byline=Byline("By Ada Quay and Ben Stern", ("Ada Quay", "Ben Stern")),
        dateline=Dateline(
            "PORT ELLEN, Scotland, March 3 (XX) —", ("PORT ELLEN",), "Scotland", "March 3", "XX"
        ),
        body=(
            Paragraph.of(SENTENCE * 2),
            Paragraph(
                (
                    Text("It was "),
                    Emphasis((Text("the third"),)),
                    Text(" storm, "),
                    Strong((Text("the office"),)),
                    Text(" said, see "),
                    Link("https://example.org/", (Text("its page"),)),
                    Text(". " + SENTENCE),
                )
            ),
            Crosshead.of("What happens next"),
            Paragraph.of(SENTENCE * 3),
            ItemList((ListItem.of("first", ListItem.of("nested")), ListItem.of("second")), True),
            Table((("Route", "Sailings"), ("North", "12"), ("South",)), 1),
            Quotation((Paragraph.of("We wait for the tide."),)),
            Figure("ramp.jpg", "A ramp", (Text("The ramp on Monday"),), "Photo: C. Moor"),
            Break(),
            Paragraph.of(SENTENCE),
        ),
        credits=(
            Credit("*Editing by Dee Locke", "editing", ("Dee Locke",)),
            Credit("(dl-ks)", "signoff"),
        ),
        boilerplate=(SourceText("About the harbour office: it runs the harbour."),),
        end_mark=SourceText("###"),
        copyright=SourceText("© 2024 XX"),
    )


@pytest.fixture
def story() -> Document:
    return every_part()


@pytest.fixture
def rendered(wire: Stylesheet) -> Callable[..., Rendition]:
    def make(document: Document, **options: object) -> Rendition:
        options.setdefault("date", datetime(2024, 3, 3, tzinfo=UTC))
        options.setdefault("fingerprint", "0" * 64)
        return render(document, wire, RenderOptions(**options))  # type: ignore[arg-type]

    return make


def opened(rendition: Rendition) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendition.content))
