"""Documents made by hand, between them with every node, status and field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from exporter.diagnostics import Lines
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
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    PubStatus,
    Quotation,
    Source,
    SourceText,
    Strong,
    Table,
    Text,
)
from exporter.renderers import RenderOptions
from tests.renderers.pictures import png

SOURCE = Source("harbour.txt", "text/plain", "0123456789abcdef" * 4, "utf-8")

OPTIONS = RenderOptions(
    date=datetime(2024, 11, 6, 9, 30, tzinfo=UTC),
    fingerprint="5eed" * 16,
    resources={"wall.png": png()},
)

PLAIN = Document(
    source=SOURCE,
    title="Harbour wall to be rebuilt",
    language="en",
    body=(Paragraph.of("The wall will be rebuilt."), Paragraph.of("Work begins in spring.")),
)

RICH = Document(
    source=SOURCE,
    title="Harbour wall to be rebuilt after thirty years of talk, says council in Bergen today",
    language="en",
    urgency=3,
    ed_note=(SourceText("UPDATES WITH VOTE"), SourceText("Photos available")),
    headline=SourceText("Harbour wall to be rebuilt after thirty years of talk"),
    subheadline=(SourceText("Council votes without debate"),),
    abstract=(SourceText("The wall protects four hundred houses."),),
    byline=Byline("By Kari Holm and Ola Vik", ("Kari Holm", "Ola Vik")),
    dateline=Dateline("BERGEN, Norway, Nov. 6 (AA) —", ("BERGEN",), "Norway", "Nov. 6", "AA"),
    body=(
        Paragraph(
            (
                Text("The council voted "),
                Emphasis((Text("without debate"),)),
                Text(" to rebuild the "),
                Strong((Text("wall"), Emphasis((Text(" at once"),)))),
                Text(", and "),
                Link("https://example.org/plan?a=1&b=2", (Strong((Text("says so"),)),)),
                LineBreak(),
                Text("on a new line."),
            )
        ),
        Paragraph.of("Work begins in spring."),
        ItemList((ListItem.of("stone", ListItem.of("grey"), ListItem.of("red")),)),
        ItemList((ListItem.of("first"), ListItem.of("second")), ordered=True),
        ItemList((ListItem.of("another first"),), ordered=True),
        Crosshead.of("What it costs"),
        Paragraph.of("The price is known."),
        Table((("Item", "2024"), ("Stone", "1,200"), ("Labour",)), header_rows=1),
        Table((("a", "b"),)),
        Quotation((Paragraph.of("We have waited."), Quotation((Paragraph.of("So have we."),)))),
        Break(),
        Paragraph.of("After the break."),
        Figure("wall.png", "A low wall.", (Text("The wall."),), "J. Doe"),
        Figure("lost.png", "A street.", (Text("The street."),), "J. Roe"),
        Paragraph.of("The last words."),
    ),
    credits=(Credit("*Editing by Eva Lie", "editing", ("Eva Lie",)),),
    boilerplate=(SourceText("About the council: it governs the town."),),
    end_mark=SourceText("ENDS"),
    copyright=SourceText("© 2024 Harbour Press"),
)

SLUGGED = replace(RICH, slugline=SourceText("NORWAY-HARBOUR/WALL (UPDATE 2)"))
DERIVED = replace(RICH, title_derived=True, headline=None, pub_status=PubStatus.WITHHELD)
KILLED = replace(RICH, pub_status=PubStatus.CANCELED)
EMBARGOED = replace(
    RICH, pub_status=PubStatus.EMBARGOED, embargo=SourceText("EMBARGOED UNTIL 2030-01-01 GMT")
)
RELEASED = replace(PLAIN, embargo=SourceText("FOR IMMEDIATE RELEASE"))
NOTEBOOK = replace(
    PLAIN,
    body=(*PLAIN.body, Paragraph.of("home address of the source", Lines(9, 9))),
    ed_note=(SourceText("phone of the source", Lines(8, 8)),),
    unpublishable=(Lines(7, 12),),
)
ARABIC = Document(
    source=SOURCE,
    title="الميناء يفتح أبوابه يوم الثلاثاء",
    language="ar",
    ed_note=(SourceText("تحديث"),),
    dateline=Dateline("القاهرة (AA) —", ("القاهرة",), None, None, "AA"),
    body=(
        Paragraph.of("قال متحدث باسم Harbour Press إن العمل يبدأ في 2024."),
        Table((("المدينة", "العدد"), ("برغن", "12")), header_rows=1),
    ),
)
