"""What newsroom formats carry of a document."""

from __future__ import annotations

from hypothesis import given

from exporter.diagnostics import Lines
from exporter.model import (
    Break,
    Document,
    Figure,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    Source,
    SourceText,
    Table,
    Text,
)
from exporter.model.prose import tidy_text
from exporter.model.words import story_words
from exporter.newsroom import carried
from exporter.values import replace
from tests import strategies

SOURCE = Source("story.txt", "text/plain", "0" * 64)


def body(*blocks):
    return carried(Document(source=SOURCE, title="Ice", body=blocks)).body


@given(strategies.documents)
def test_what_is_carried_is_carried_again(document):
    once = carried(document)
    assert carried(once) == once


@given(strategies.documents)
def test_no_word_is_left_behind(document):
    assert _printed(carried(document)) == _printed(document)


def _printed(document):
    """The characters of all words of the text that print something."""
    return [char for word in story_words(document) for char in tidy_text(word) if char != " "]


def test_lines_diagnostics_and_what_was_barred_are_not_carried():
    lines = Lines(1, 2)
    document = Document(
        source=SOURCE,
        title="Ice",
        headline=SourceText("Ice", lines),
        unpublishable=(lines,),
        body=(Quotation((Paragraph.of("So.", lines),), lines), Break(lines)),
    )
    said = carried(document)
    assert said.headline == SourceText("Ice")
    assert said.unpublishable == ()
    assert said.body == (Quotation((Paragraph.of("So."),)), Break())


def test_parts_without_words_are_not_carried():
    empty = (Paragraph.of(" "), ItemList((ListItem.of(""),)), Table(((" ",), ())), Figure(""))
    assert body(*empty, Quotation(empty)) == ()


def test_headings_are_counted_among_the_rows_that_are_left():
    assert body(Table((("",), ("Port",), ("Lund",)), header_rows=2)) == (
        Table((("Port",), ("Lund",)), 1),
    )


def test_a_link_without_an_address_is_its_words():
    assert body(Paragraph((Link(" ", (Text("here"),)),))) == (Paragraph.of("here"),)


def test_a_title_of_nothing_gives_way_to_the_file_s_name():
    assert carried(Document(source=SOURCE, title="\u00ad")).title == "story.txt"


def test_the_source_stays():
    document = Document(source=SOURCE, title="Ice")
    assert carried(replace(document, language="sv")).source == SOURCE
