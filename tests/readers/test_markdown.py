"""Markdown, with or without front matter."""

from __future__ import annotations

import pytest

import exporter
from exporter.diagnostics import Lines, ReadError
from exporter.model import (
    Break,
    Crosshead,
    Document,
    Emphasis,
    Figure,
    ItemList,
    Kind,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    PubStatus,
    Quotation,
    Strong,
    Table,
    Text,
)
from exporter.readers.markdown import LONGEST
from tests.readers.conftest import codes

MATTER = """---
# for the web
title: Ice closes the harbour
subtitle: "Ships wait: outside"
author: [Anna Berg, {name: Jon Breen}]
date: 2030-03-05
location: Lund, Sweden
slug: ice
lang: en_gb
summary: No ship moved.
notes:
  - Adds quotes.
  - With photos.
copyright: © 2030 The House
urgency: 4
tags: [ice, ships]
---

The harbour closed.
"""


def read(text: str) -> Document:
    return exporter.read(text.encode(), name="story.txt")


def body(text: str):
    return read(f"# Ice\n\n{text}").body


def test_front_matter_has_its_places():
    story = read(MATTER)
    assert story.source.media_type == "text/markdown"
    assert story.headline is not None
    assert story.headline.text == "Ice closes the harbour"
    assert [part.text for part in story.subheadline] == ["Ships wait: outside"]
    assert story.byline is not None
    assert story.byline.names == ("Anna Berg", "Jon Breen")
    assert story.dateline is not None
    assert (story.dateline.places, story.dateline.date) == (("Lund",), "2030-03-05")
    assert story.slugline is not None
    assert (story.language, story.urgency) == ("en-GB", 4)
    assert [part.text for part in story.abstract] == ["No ship moved."]
    assert [note.text for note in story.ed_note] == ["Adds quotes.", "With photos."]
    assert story.copyright is not None
    assert any("tags ice, ships" in each.message for each in story.diagnostics)
    assert [block.lines for block in story.body] == [Lines(19, 19)]


@pytest.mark.parametrize("text", ["# Ice\n\nIt closed.", "Ice\n===\n\nIt closed."])
def test_a_heading_of_the_first_rank_is_the_headline(text):
    story = read(text)
    assert story.headline is not None
    assert story.headline.text == "Ice"
    assert len(story.body) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# Notebook\n\n- [a](https://example.org)\n",
        "---\nLund: The harbour closed on Tuesday.\n",
        "Eds: With photos.\n\n# Notebook\n\n- [a](https://example.org)\n",
        "---\nLUND (AA) - The harbour closed on Tuesday.\n---\n",
        "* one\n* two\n",
        "#Ice_BC1\n$Ice closes\nThe harbour closed.\n",
    ],
)
def test_wire_copy_that_resembles_it_stays_wire_copy(text):
    assert read(text).source.media_type == "text/plain"


def test_blocks_have_their_counterparts():
    found = body(
        "A *quiet* **old** [town](https://example.org/).\n\n## Waiting\n\n"
        "* one\n  1. half\n* two\n\n> So it is.\n\n***\n\n"
        "| Port | High |\n|---|---|\n| Lund | 4 |\n"
    )
    first = found[0]
    assert isinstance(first, Paragraph)
    assert [type(each) for each in first.inlines[1::2]] == [Emphasis, Strong, Link]
    assert [type(block) for block in found[1:]] == [Crosshead, ItemList, Quotation, Break, Table]
    items = found[2]
    assert isinstance(items, ItemList)
    one = ListItem.of("one", ListItem.of("half"), ordered=True)
    assert items.items == (one, ListItem.of("two"))
    table = found[5]
    assert isinstance(table, Table)
    assert (table.rows, table.header_rows) == ((("Port", "High"), ("Lund", "4")), 1)


def test_a_picture_has_its_description_and_its_caption():
    figure = body('![The sea](tide.jpg "High tide.")')[0]
    assert isinstance(figure, Figure)
    assert (figure.src, figure.alt, words(figure)) == ("tide.jpg", "The sea", "High tide.")


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("<the harbour.jpg>", "the harbour.jpg"),
        ("the%20harbour.jpg", "the harbour.jpg"),
        ("für.jpg", "für.jpg"),
        ("50%25.jpg", "50%.jpg"),
        ("https://example.org/a%20b.jpg", "https://example.org/a%20b.jpg"),
    ],
)
def test_a_picture_beside_the_text_is_called_as_its_file_is(written, source):
    (figure,) = body(f"![Boats]({written})")
    assert isinstance(figure, Figure)
    assert figure.src == source


def words(figure: Figure) -> str:
    return Paragraph(figure.caption).text


def test_a_line_break_is_meant_and_a_line_end_is_not():
    found = body("one\ntwo\\\nthree")[0]
    assert isinstance(found, Paragraph)
    assert found.text == "one two\nthree"
    assert LineBreak() in found.inlines


def test_dateline_and_credits_are_those_of_wire_copy():
    story = read("# Ice\n\nLUND, Sweden (AA) - It closed.\n\n\\*Writing by Anna Berg\n")
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    assert [credit.names for credit in story.credits] == [("Anna Berg",)]


def test_html_is_read_and_what_is_for_programs_is_reported():
    story = read("# Ice\n\n<div>It <b>closed</b>.</div>\n\n<script>count()</script>\n")
    assert len(story.body) == 1
    assert "R047" in codes(story)


@pytest.mark.parametrize(
    ("matter", "status"),
    [
        ("draft: true", PubStatus.WITHHELD),
        ("draft: false", PubStatus.USABLE),
        ("status: canceled", PubStatus.CANCELED),
        ("embargo: 2030-03-06T09:30:00Z", PubStatus.EMBARGOED),
        ("status: someday", PubStatus.WITHHELD),
    ],
)
def test_a_status_is_the_sender_s(matter, status):
    assert read(f"---\n{matter}\n---\nIt closed.\n").pub_status is status


@pytest.mark.parametrize(
    "matter",
    [
        'title: "Ice',
        "title: &a Ice\nother: *a",
        "a: " + "[" * 3000,
        "title: [",
        "a: b\n- c",
        '"title: Ice"',
        "a: !!python/object:os.system x\nb: &x [*x]",
    ],
)
def test_front_matter_that_is_not_valid_or_a_trap_is_refused(matter):
    with pytest.raises(ReadError) as caught:
        read(f"---\n{matter}\n---\nIt closed.\n")
    assert caught.value.diagnostics[-1].code == "R050"


@pytest.mark.parametrize("above", ["\n", "\n \n\n", "\ufeff\n", "\r\n"])
def test_front_matter_below_blank_lines_is_front_matter(above):
    story = read(f"{above}---\ntitle: Ice\ndraft: true\n---\nIt closed.\n")
    assert (story.title, story.pub_status) == ("Ice", PubStatus.WITHHELD)
    (block,) = story.body
    assert block.lines == Lines(5 + above.count("\n"), 5 + above.count("\n"))


def test_front_matter_of_many_lines_is_front_matter():
    notes = "  It froze.\n" * 450
    story = read(f"---\ntitle: Ice\nnotes: |\n{notes}draft: true\n---\nIt closed.\n")
    assert (story.title, story.pub_status) == ("Ice", PubStatus.WITHHELD)


@pytest.mark.parametrize("line", ["  It froze.\n", f"  {'It froze. ' * 200}\n"])
def test_front_matter_that_is_longer_than_any_is_refused_and_not_read_as_copy(line):
    notes = line * (70_000 // len(line))
    with pytest.raises(ReadError, match="it is too long") as caught:
        read(f"---\ntitle: Ice\nnotes: |\n{notes}draft: true\n---\nIt closed.\n")
    assert caught.value.diagnostics[-1].code == "R050"


def test_length_is_bounded():
    with pytest.raises(ReadError) as caught:
        read("# Ice\n" + "x" * LONGEST)
    assert caught.value.diagnostics[-1].code == "R041"


MANY = ["> " * 5000, "* " * 5000, "[" * 5000, "*a **b " * 3000, "`" * 9000]


@pytest.mark.parametrize("text", MANY)
def test_a_thousand_marks_in_a_row_are_read_or_refused(text):
    try:
        said = read(f"# Ice\n\n{text}x\n").title
    except ReadError as error:
        said = error.diagnostics[-1].code
    assert said in ("Ice", "R022")


def test_a_heading_of_a_lower_rank_is_the_headline_if_it_is_the_only_one():
    document = read("## Ice\n\nIt closed **all** of the harbour.\n\n### Ships\n\nThey wait.\n")
    assert document.headline is not None
    assert document.headline.text == "Ice"
    assert [type(block) for block in document.body] == [Paragraph, Crosshead, Paragraph]
    two = read("## Ice\n\nIt closed the harbour.\n\n## Ships\n\nThey wait.\n")
    assert two.headline is None


def test_the_marks_of_headings_are_reported():
    marks = [each.message for each in read("## Ice\n\nIt closed.\n").diagnostics]
    assert any("'##' (1×)" in message for message in marks)


def test_a_date_without_a_place_is_named():
    story = read("---\ntitle: Ice\ndate: 2030-03-05\n---\nIt closed.\n")
    assert story.dateline is None
    assert any("date 2030-03-05" in each.message for each in story.diagnostics)


def test_below_a_title_the_first_heading_is_a_crosshead():
    story = read("---\ntitle: Ice\n---\n# Ships\n\nThey wait.\n")
    assert story.headline is not None
    assert story.headline.text == "Ice"
    assert [type(block) for block in story.body] == [Crosshead, Paragraph]


def test_a_heading_that_repeats_the_title_stands_once():
    story = read("---\ntitle: Ice in the harbour\n---\n# Ice in the *harbour*\n\nIt closed.\n")
    assert [type(block) for block in story.body] == [Paragraph]


def test_a_story_of_figures_and_rules_is_called_by_its_slug_or_its_file():
    by_slug = read("---\nslug: ice\n---\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n")
    assert (by_slug.title, by_slug.title_derived) == ("ice", True)
    by_file = read("---\nlanguage: en\n---\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n")
    assert (by_file.title, by_file.title_derived) == ("story", True)


def test_the_marks_of_a_dateline_come_off_with_it():
    story = read("# Ice\n\n**LUND, Sweden (AA) - The harbour** closed on *Tuesday*.\n")
    assert story.dateline is not None
    assert story.dateline.agency == "AA"
    lead = story.body[0]
    assert isinstance(lead, Paragraph)
    assert lead.inlines[0] == Strong((Text("The harbour"),))
    emphasised = read("# Ice\n\n*LUND (AA) - The harbour* closed.\n").body[0]
    assert isinstance(emphasised, Paragraph)
    assert emphasised.inlines[0] == Emphasis((Text("The harbour"),))
    linked = read("# Ice\n\n[LUND (AA) - The harbour](https://x.org/) closed.\n").body[0]
    assert isinstance(linked, Paragraph)
    assert linked.inlines[0] == Link("https://x.org/", (Text("The harbour"),))


def test_a_dateline_in_front_matter_that_the_text_contradicts_is_named():
    text = "---\ndateline: {place}\n---\nLUND, Sweden (AA) - The harbour closed.\n"
    other = read(text.format(place="Ystad"))
    assert other.dateline is not None
    assert other.dateline.places == ("LUND",)
    assert any("dateline Ystad" in each.message for each in other.diagnostics)
    same = read(text.format(place="Lund"))
    assert not any("dateline" in each.message for each in same.diagnostics if each.code == "R044")


@pytest.mark.parametrize(
    ("words", "place", "region"),
    [
        ("somewhere up north", "somewhere up north", None),
        ("the old dome, Sweden", "the old dome", "Sweden"),
    ],
)
def test_what_looks_like_no_place_is_one_in_the_field_of_places(words, place, region):
    story = read(f'---\ndateline: "{words}"\n---\nIt closed.\n')
    assert story.dateline is not None
    assert (story.dateline.text, story.dateline.places) == (words, (place,))
    assert story.dateline.region == region


def test_a_release_wire_makes_a_press_release():
    story = read("# Ice\n\nLUND, March 5, 2030 (PRNewswire) -- The harbour closed.\n")
    assert story.kind is Kind.PRESS_RELEASE
