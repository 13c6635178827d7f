"""Contents lists: documents of tables by date, and pages made of them."""

from __future__ import annotations

from lxml import etree

from exporter.archive.contents import contents
from exporter.archive.finding import Hit
from exporter.archive.page import html
from exporter.archive.record import Flag, Stored
from exporter.model import Crosshead, Paragraph, Table, from_json, to_json
from tests.archive.conftest import record


def hit(day, flag=Flag.FILED, **facts):
    return Hit(record(date=day, **facts), "2026-11-29T00:00:00Z", 1, flag)


PDF = Stored(path="renditions/a.pdf", format="pdf", media_type="application/pdf", size=1,
             sha256="0", pages=3)  # fmt: skip
HITS = [
    hit(None, title="Undated"),
    hit("2014-08-29", slug="BC-Oslo", agency="AP", title="Talks <b> & more", renditions=(PDF,)),
    hit("2014-08-29", Flag.WITHDRAWN, title="Gone"),
    hit("2014-09-01", title="Held", pub_status="withheld"),
]


def test_stories_stand_in_tables_by_date():
    document = contents(HITS, "2014-08-01", "2014-09-30")
    assert document.title == "Contents of the archive, 1 August 2014 to 30 September 2014"
    paragraph, *days = document.body
    assert paragraph == Paragraph.of("4 stories.")
    assert [block.text for block in days if isinstance(block, Crosshead)] == [
        "Without a date", "29 August 2014", "1 September 2014"
    ]  # fmt: skip
    tables = [block.rows for block in days if isinstance(block, Table)]
    assert tables[1] == (
        ("Slug", "Headline", "Source", "Pages"),
        ("BC-Oslo", "Talks <b> & more", "AP", "3"),
        ("–", "Gone (withdrawn)", "a.txt", "–"),
    )
    assert tables[2][1][1] == "Held (withheld)"


def test_a_list_is_a_document_as_any_other():
    document = contents(HITS, None, None)
    assert from_json(to_json(document)) == document
    assert contents(HITS, None, None) == document


def test_an_open_period_is_written_so():
    assert contents([], "2014-08-01", None).title.endswith("archive since 1 August 2014")
    assert contents([], None, "2014-08-01").title.endswith("archive until 1 August 2014")
    assert contents([], None, None).body == (Paragraph.of("0 stories."),)


def test_a_page_is_well_formed_and_says_the_same():
    page = html(contents(HITS, None, None))
    tree = etree.fromstring(page)
    words = "".join(tree.itertext())
    assert "Talks <b> & more" in words
    assert tree.find(".//{*}b") is None
    assert [each.text for each in tree.iterfind(".//{*}h2")] == [
        "Without a date", "29 August 2014", "1 September 2014"
    ]  # fmt: skip


def test_a_date_that_is_none_stands_as_it_was_noted():
    days = [block.text for block in contents([hit("spring 2014")], None, None).body[1:2]]
    assert days == ["spring 2014"]
