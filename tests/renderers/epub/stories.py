"""Documents made by hand: one with every kind of node, and plainer ones."""

from __future__ import annotations

from dataclasses import replace

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

SOURCE = Source("ferry.txt", "text/plain", "3f9a77c104be5d20" * 4, "utf-8")

PLAIN = Document(
    source=SOURCE,
    title="Island ferry to sail again on Tuesday",
    language="en",
    body=(Paragraph.of("The ferry will sail again on Tuesday."),),
)

RICH = Document(
    source=SOURCE,
    title="Ferry to sail again after storm repairs",
    language="en",
    slugline=SourceText("BC-Ferry-Repairs, 1st Ld"),
    urgency=3,
    ed_note=(SourceText("ADDS HARBOUR MASTER"),),
    headline=SourceText("Ferry to sail again after storm repairs"),
    subheadline=(SourceText("Islanders have waited for nine days"),),
    abstract=(SourceText("The ramp was repaired on Monday."),),
    byline=Byline("By Ada Finch and Bo Reed", ("Ada Finch", "Bo Reed")),
    dateline=Dateline(
        "PORT ELLEN/OBAN, Scotland, Aug. 25, 2021 (AA) —",
        ("PORT ELLEN", "OBAN"), "Scotland", "Aug. 25, 2021", "AA",
    ),
    body=(
        Paragraph.of("The ferry will sail again on Tuesday, the harbour office said."),
        Paragraph(
            (
                Text("Engineers were "), Emphasis((Text("nearly"),)), Text(" done & "),
                Strong((Text("tired"),)), LineBreak(),
                Link("https://example.org/ramp?a=1&b=2", (Text("they said"),)), Text(" <sic>."),
            )
        ),
        ItemList((ListItem.of("One crossing", ListItem.of("at noon")), ListItem.of("Two"))),
        ItemList((ListItem.of("First"), ListItem.of("Second")), ordered=True),
        Crosshead.of("Timetable"),
        Table((("Port", "Sailings"), ("Oban", "12"), ("Tarbert",)), header_rows=1),
        Quotation((Paragraph.of("We are glad."), Paragraph.of("Very glad."))),
        Break(),
        Figure("ramp.png", "A ramp at low tide", (Text("The ramp."),), "Photo: A. Finch"),
        Paragraph.of("The ramp had been closed for nine days."),
    ),
    credits=(Credit("*Writing by Cy Dunn", "writing", ("Cy Dunn",)),),
    boilerplate=(SourceText("About the agency: it writes about ferries."),),
    copyright=SourceText("© 2021 Example News"),
)  # fmt: skip

DERIVED = replace(
    RICH, title="The ferry will sail again on Tuesday", title_derived=True, headline=None,
    boilerplate=(), copyright=None, pub_status=PubStatus.WITHHELD,
)  # fmt: skip

EMBARGOED = replace(
    RICH, pub_status=PubStatus.EMBARGOED, embargo=SourceText("EMBARGOED UNTIL 2030-01-01 GMT")
)

ARABIC = Document(
    source=SOURCE,
    title="العبارة تبحر مجددا يوم الثلاثاء",
    language="ar",
    dateline=Dateline("دمشق، سوريا (AA) --", ("دمشق",), "سوريا", None, "AA"),
    body=(Paragraph.of("قال مكتب الميناء إن العبارة ستبحر مجددا."), Crosshead.of("المواعيد")),
)

NOTEBOOK = replace(
    PLAIN,
    ed_note=(SourceText("phone number of the source", Lines(8, 8)),),
    body=(*PLAIN.body, Paragraph.of("private address of the source", Lines(9, 9))),
    unpublishable=(Lines(7, 12),),
)
