"""The story's XHTML."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from exporter.model import (
    Crosshead,
    Dateline,
    Emphasis,
    Figure,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Table,
    Text,
    publishable,
)
from exporter.renderers import RenderOptions
from exporter.renderers.epub import render
from exporter.renderers.epub.blocks import MAX_DEPTH
from exporter.stylesheet import load
from tests.renderers.epub.conftest import EPUB_TYPE, XHTML, Book, text_of
from tests.renderers.epub.stories import (
    ARABIC,
    DERIVED,
    EMBARGOED,
    NOTEBOOK,
    PLAIN,
    RICH,
)
from tests.renderers.pictures import png
from tests.renderers.words import NAMELESS, document_words, squeezed
from tests.strategies import documents


def shown(book: Book) -> str:
    return squeezed(text_of(book.story.find(f"{XHTML}body")))


# -- every word, once ---------------------------------------------------------------------------


@given(documents)
def test_the_story_says_the_models_words_each_once_and_in_order(document):
    style = load("wire")[0]
    book = Book(render(document, style, RenderOptions()))
    assert shown(book) == document_words(document, style)


def test_every_kind_of_node_is_shown(bind, wire):
    assert shown(bind(RICH)) == document_words(RICH, wire)


def test_nothing_that_is_not_for_publication_is_in_any_member(bind):
    book = bind(NOTEBOOK)
    members = b"".join(book.archive.read(name) for name in book.names)
    assert b"phone number" not in members
    assert b"private address" not in members
    assert b"will sail again" in members


# -- structure ----------------------------------------------------------------------------------


def test_the_dateline_is_run_in_with_the_lead(bind):
    lead = bind(RICH).story.find(f".//{XHTML}p[@class='lead']")
    assert text_of(lead).startswith("PORT ELLEN/OBAN, Scotland, Aug. 25, 2021 (AA) — The ferry")
    assert lead.find(f"{XHTML}span[@class='dateline']").text == "PORT ELLEN/OBAN, Scotland,"


def test_a_dateline_that_begins_with_the_agency_sets_off_its_place_only(bind):
    dateline = Dateline("(ANSA) - ROME, JUL 11 -", ("ROME",), None, "JUL 11", "ANSA")
    lead = bind(replace(PLAIN, dateline=dateline)).story.find(f".//{XHTML}p[@class='lead']")
    assert lead.text == "(ANSA) - "
    assert lead.find(f"{XHTML}span").text == "ROME,"


def test_a_dateline_before_a_list_stands_by_itself(bind):
    document = replace(RICH, body=(ItemList((ListItem.of("One"),)),))
    lead = bind(document).story.find(f".//{XHTML}p[@class='lead']")
    assert text_of(lead) == "PORT ELLEN/OBAN, Scotland, Aug. 25, 2021 (AA) —"
    assert lead.getnext().tag == f"{XHTML}ul"


def test_one_paragraph_used_twice_carries_the_dateline_once(bind):
    paragraph = Paragraph.of("The same again.")
    book = bind(replace(RICH, body=(paragraph, paragraph)))
    assert shown(book).count("PORTELLEN/OBAN,Scotland") == 1


def test_each_crosshead_heads_a_section_with_an_identifier(bind):
    sections = bind(RICH).story.findall(f".//{XHTML}section[@id]")
    assert [section.get("id") for section in sections] == ["crosshead-1"]
    assert [section[0].text for section in sections] == ["Timetable"]


def test_a_derived_title_is_set_in_a_role_of_its_own(bind):
    assert bind(DERIVED).story.find(f".//{XHTML}h1").get("class") == "derived-title"
    assert bind(RICH).story.find(f".//{XHTML}h1").get("class") == "headline"


def test_the_facts_are_a_definition_list_below_the_headline(bind):
    story = bind(RICH).story
    labels = [dt.text for dt in story.iter(f"{XHTML}dt")]
    assert labels == ["Place", "Agency", "By", "Writing by", "Date", "Slug", "Priority"]
    byline = story.find(f".//{XHTML}dd/{XHTML}p[@class='byline']")
    assert byline.text == "Ada Finch and Bo Reed"


def test_the_date_is_one_that_a_machine_can_read(bind):
    story = bind(RICH, dateline_date=datetime(2021, 8, 25, tzinfo=UTC)).story
    times = [(t.getparent().tag, t.get("datetime"), t.text) for t in story.iter(f"{XHTML}time")]
    assert times == [
        (f"{XHTML}dd", "2021-08-25", "Aug. 25, 2021"), (f"{XHTML}p", "2021-08-25", "Aug. 25, 2021"),
    ]  # fmt: skip
    assert not list(bind(RICH).story.iter(f"{XHTML}time"))


def test_the_note_to_editors_is_labelled_and_can_be_left_out(bind, wire):
    aside = bind(RICH).story.find(f".//{XHTML}aside")
    assert [p.text for p in aside] == ["Note to editors", "ADDS HARBOUR MASTER"]
    silent = replace(wire, house=replace(wire.house, print_ed_note=False))
    assert bind(RICH, silent).story.find(f".//{XHTML}aside") is None


def test_a_short_row_is_filled_up_and_numbers_stand_against_the_far_side(bind):
    table = bind(RICH).story.find(f".//{XHTML}table")
    assert [len(row) for row in table.iter(f"{XHTML}tr")] == [2, 2, 2]
    heads = list(table.iter(f"{XHTML}th"))
    assert [head.get("scope") for head in heads] == ["col", "col", "row", "row"]
    assert [head.get("class") for head in heads[:2]] == ["table-header", "table-header number"]


@pytest.mark.parametrize(
    "rows",
    [
        (("Port", "Sailings"), ("Oban", "12"), ("Oban", "9")),
        (("Year", "Sailings"), ("2020", "12"), ("2021", "9")),
        (("Port", "Sailings"), ("Oban", "12"), ("", "9")),
        (("Port",), ("Oban",), ("Tarbert",)),
    ],
    ids=("twice", "numbers", "blank", "alone"),
)
def test_a_column_that_does_not_name_the_rows_heads_none(bind, rows):
    story = bind(replace(PLAIN, body=(Table(rows, header_rows=1),))).story
    assert {head.get("scope") for head in story.iter(f"{XHTML}th")} == {"col"}


def test_a_cell_without_words_heads_no_column(bind):
    rows = (("", "Sailings"), ("Oban", "12"), ("Tarbert", "9"))
    table = bind(replace(PLAIN, body=(Table(rows, header_rows=1),))).story.find(f".//{XHTML}table")
    first, second = table.find(f"{XHTML}thead/{XHTML}tr")
    assert (first.tag, first.attrib, first.text) == (f"{XHTML}td", {}, None)
    assert (second.tag, second.get("scope")) == (f"{XHTML}th", "col")


def test_nested_lists_keep_their_kind(bind):
    story = bind(RICH).story
    assert len(story.findall(f".//{XHTML}ul/{XHTML}li/{XHTML}ul/{XHTML}li")) == 1
    assert [item.text for item in story.find(f".//{XHTML}ol")] == ["First", "Second"]


def test_bullets_below_a_number_are_bullets_and_numbers_below_them_are_numbers(bind):
    step = ListItem.of("point", ListItem.of("step"), ordered=True)
    items = (ListItem.of("one", step, ordered=False), ListItem.of("two"))
    story = bind(replace(PLAIN, body=(ItemList(items, ordered=True),))).story
    inner = f".//{XHTML}ol/{XHTML}li/{XHTML}ul/{XHTML}li/{XHTML}ol/{XHTML}li"
    assert [item.text for item in story.findall(inner)] == ["step"]
    assert len(story.findall(f".//{XHTML}ol[@class='list']/{XHTML}li")) == 2


def test_the_houses_mark_stands_after_the_last_word(bind):
    mark = bind(PLAIN).story.find(f".//{XHTML}span[@class='end-mark']")
    assert mark.text == "■"
    assert mark.getparent().text == "The ferry will sail again on Tuesday.\N{NO-BREAK SPACE}"


MARK = f".//{XHTML}span[@class='end-mark']"
ENDS = {
    "list": (ItemList((ListItem.of("one"), ListItem.of("two", ListItem.of("three")))), "li"),
    "quotation": (Quotation((Paragraph.of("one"), Quotation((Paragraph.of("two"),)))), "p"),
    "quoted list": (Quotation((ItemList((ListItem.of("one"),)), Paragraph.of(" "))), "li"),
    "empty list": (ItemList(()), "p"),
    "table": (Table((("1",),)), "p"),
}


@pytest.mark.parametrize("end", ENDS)
def test_the_houses_mark_follows_whatever_the_story_ends_with(bind, end):
    block, tag = ENDS[end]
    marks = bind(replace(PLAIN, body=(*PLAIN.body, block))).story.findall(MARK)
    assert [mark.getparent().tag for mark in marks] == [f"{XHTML}{tag}"]
    assert marks[0].getnext() is None


@given(documents)
def test_there_is_one_mark_at_most(document):
    story = Book(render(document, load("wire")[0], RenderOptions())).story
    assert len(story.findall(MARK)) == (publishable(document).end_mark is None)


def test_what_follows_the_story_stands_after_its_mark(bind):
    words = text_of(bind(replace(PLAIN, boilerplate=RICH.boilerplate)).story)
    mark = bind(RICH).story.find(f".//{XHTML}span[@class='end-mark']")
    assert mark.getparent().get("class") == "body"
    assert words.rstrip().endswith("ferries.")


def test_the_senders_end_mark_takes_the_place_of_the_houses(bind):
    story = bind(replace(PLAIN, end_mark=SourceText("-30-"))).story
    assert story.find(f".//{XHTML}span[@class='end-mark']") is None
    assert text_of(story).count("-30-") == 1


def test_every_document_of_an_embargoed_story_begins_by_saying_so(bind):
    book = bind(EMBARGOED)
    for name in ("story.xhtml", "cover.xhtml", "nav.xhtml"):
        body = book.tree(name).find(f"{XHTML}body")
        said = "Embargoed:notforpublicationbeforerelease·EMBARGOEDUNTIL2030-01-01GMT"
        assert squeezed(text_of(body)).startswith(said)
    assert b"EMBARGOED UNTIL" in book.read("cover.svg")


def test_a_release_line_of_a_usable_story_is_shown_as_sent(bind):
    book = bind(replace(PLAIN, embargo=SourceText("FOR IMMEDIATE RELEASE")))
    assert "ReleaseFORIMMEDIATERELEASE" in shown(book)


# -- language -----------------------------------------------------------------------------------


def test_an_arabic_book_runs_from_right_to_left(bind):
    book = bind(ARABIC)
    for name in ("story.xhtml", "cover.xhtml", "nav.xhtml", "content.opf"):
        assert book.tree(name).get("dir") == "rtl"
    spine = book.package.find("{*}spine")
    assert spine.get("page-progression-direction") == "rtl"


def test_the_houses_words_name_their_language_where_it_is_not_the_storys(bind):
    label = bind(ARABIC).story.find(f".//{XHTML}dt")
    assert (label.get("lang"), label.get("dir")) == ("en", "ltr")
    assert bind(RICH).story.find(f".//{XHTML}dt").get("lang") is None


def test_a_story_in_an_unknown_language_runs_as_its_title_does(bind):
    book = bind(replace(ARABIC, language=None))
    assert (book.story.get("lang"), book.story.get("dir")) == ("und", "rtl")
    assert book.story.find(f".//{XHTML}dt").get("dir") == "ltr"
    assert bind(replace(PLAIN, language=None)).story.get("dir") is None


def test_an_unknown_language_is_undetermined_and_said(bind):
    assert bind(replace(PLAIN, language=None)).codes() == ["E009", "E001"]
    book = bind(replace(PLAIN, language="not a tag"))
    assert "E010" in book.codes()
    assert book.story.get("lang") == "und"


# -- hostile input ------------------------------------------------------------------------------


def test_characters_that_xml_cannot_hold_are_replaced_and_named(bind):
    book = bind(replace(PLAIN, title="a\x00b", body=(Paragraph.of("c\ud800d\ufffee"),)))
    assert "a\ufffdb" in text_of(book.story)
    assert "c\ufffdd\ufffde" in text_of(book.story)
    found = next(d for d in book.rendition.diagnostics if d.code == "E002")
    assert "U+0000, U+D800, U+FFFE" in found.message


def test_a_story_nested_deeper_than_a_book_shows_keeps_its_words(bind):
    inline, block, item = Text("marked"), Paragraph.of("quoted"), ListItem.of("listed")
    for _ in range(MAX_DEPTH + 2):
        inline, block = Emphasis((inline,)), Quotation((block,))
        item = ListItem((), (item,))
    body = (Paragraph((inline,)), block, ItemList((item,)))
    book = bind(replace(PLAIN, body=body))
    assert "markedquotedlisted" in shown(book)
    assert book.codes().count("E006") == 3


def test_a_script_is_text_and_said(bind):
    link = Link("javascript:alert(1)", (Text("click"),))
    book = bind(replace(PLAIN, body=(Paragraph((link,)),)))
    assert book.story.find(f".//{XHTML}a") is None
    assert "E004" in book.codes()


def test_a_link_within_a_link_is_text(bind):
    inner = Link("https://example.org/inner", (Text("inner"),))
    outer = Link("https://example.org/outer", (Text("outer "), inner))
    book = bind(replace(PLAIN, body=(Paragraph((outer,)),)))
    assert [a.get("href") for a in book.story.iter(f"{XHTML}a")] == ["https://example.org/outer"]
    assert "E004" in book.codes()


@pytest.mark.parametrize("words", NAMELESS, ids=repr)
def test_a_link_without_visible_words_is_none_and_loses_nothing(bind, words):
    link = Link("https://example.org/", words)
    book = bind(replace(PLAIN, body=(Paragraph((Text("See "), link, Text("it."))),)))
    assert book.story.find(f".//{XHTML}a") is None
    assert len(list(book.story.iter(f"{XHTML}br"))) == words.count(LineBreak())
    assert "E004" in book.codes()


def test_every_entry_of_the_contents_has_visible_words(bind):
    unseen = "\N{ZERO WIDTH SPACE}"
    body = (Crosshead.of(unseen), *PLAIN.body)
    entries = bind(replace(PLAIN, title=unseen, body=body)).tree("nav.xhtml").iter(f"{XHTML}a")
    assert {entry.text for entry in entries} == {"Contents", "Cover", "Story"}


def test_an_address_may_be_divided_without_a_hyphen(bind):
    address = "https://www.example.org/timetable/winter?port=oban&day=2"
    book = bind(replace(PLAIN, body=(Paragraph.of(f"See {address}, it says."),)))
    (passage,) = book.story.iter(f"{XHTML}p")
    assert text_of(passage).startswith(f"See {address}, it says.")
    assert [turn.tail for turn in passage.iter(f"{XHTML}wbr")][:2] == ["www.", "example."]


def test_a_table_of_very_uneven_rows_stays_small(bind):
    rows = (("1",) * 20_000, *[("1",)] * 20_000)
    assert len(bind(replace(PLAIN, body=(Table(rows),))).read("story.xhtml")) < 4_000_000


def test_what_has_no_words_is_left_out_and_said(bind):
    empty = (Crosshead.of(" "), ItemList(()), Table(()), Quotation(()), Paragraph(()))
    book = bind(replace(PLAIN, body=(*PLAIN.body, *empty)))
    assert book.codes().count("E005") == len(empty)
    assert book.story.find(f".//{XHTML}h2") is None


# -- pictures -----------------------------------------------------------------------------------


def test_a_picture_at_hand_is_carried_under_a_name_of_its_own(bind):
    figure = Figure("../../etc/passwd", "A ramp")
    picture = png()
    book = bind(replace(PLAIN, body=(figure, figure)), resources={figure.src: picture})
    assert book.read("images/picture-1.png") == picture
    assert [i.get("src") for i in book.story.iter(f"{XHTML}img")] == ["images/picture-1.png"] * 2
    assert not [name for name in book.names if ".." in name or "passwd" in name]


def test_a_picture_not_at_hand_is_replaced_by_its_words(bind):
    book = bind(RICH)
    assert "A ramp at low tide" in text_of(book.story)
    assert "E003" in book.codes()
    assert book.story.find(f".//{XHTML}img") is None


def test_a_picture_without_a_description_is_said_and_claims_nothing(bind):
    figure = Figure("ramp.png", None, (Text("The ramp."),))
    book = bind(replace(PLAIN, body=(figure,)), resources={"ramp.png": png()})
    assert "E007" in book.codes()
    assert book.properties("dcterms:conformsTo") == []
    assert "alternativeText" not in book.properties("schema:accessibilityFeature")


def test_semantic_types_have_their_aria_roles(bind):
    story = bind(RICH).story
    roles = {e.get(EPUB_TYPE): e.get("role") for e in story.iter() if e.get(EPUB_TYPE)}
    assert roles == {
        "bodymatter": None, "title": None, "subtitle": "doc-subtitle", "abstract": "doc-abstract",
    }  # fmt: skip
