"""What the bodies of a message say."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import Lines
from exporter.mail.htmlbody import html_of, html_of_letter
from exporter.mail.onelines import shortened
from exporter.mail.summary import Enclosure, status_of, subject, subject_of, summary
from exporter.mail.textbody import columns, text_of, text_of_letter, wrapped
from exporter.model import (
    Byline,
    Crosshead,
    Dateline,
    Document,
    Paragraph,
    PubStatus,
    Source,
    SourceText,
    Table,
    publishable,
)
from exporter.stylesheet import load
from exporter.values import replace
from tests.strategies import documents, prose

WIRE = load("wire")[0]
STORY = Document(
    source=Source("ferry.txt", "text/plain", "0" * 64),
    title="Ferry sails again",
    headline=SourceText("Ferry sails again"),
    language="en",
    subheadline=(SourceText("Harbour office lifts its ban"),),
    byline=Byline("By Ann Hill"),
    dateline=Dateline("PORT ELLEN, Scotland (XX) —"),
    ed_note=(SourceText("UPDATES with quote"),),
    body=(
        Crosshead.of("On Tuesday"),
        Paragraph.of("The ferry will sail again on Tuesday, the harbour office said."),
        Paragraph.of("Second paragraph."),
    ),
)
PDF = Enclosure("Ferry sails again.pdf", "pdf", 117_800, 2)
BOOK = Enclosure("Ferry sails again.epub", "epub", 8_000)


class Tags(HTMLParser):
    """What a browser finds: tags with their attributes, and words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def tags(text: str) -> Tags:
    found = Tags()
    found.feed(text)
    return found


def test_a_body_tells_how_the_story_begins_and_what_is_attached():
    assert text_of([summary(STORY, WIRE, [PDF, BOOK])]) == (
        "Ferry sails again\n"
        "Harbour office lifts its ban\n\n"
        "By Ann Hill\n\n"
        "PORT ELLEN, Scotland (XX) — The ferry will sail again on Tuesday, the\n"
        "harbour office said.\n\n"
        "Note to editors: UPDATES with quote\n\n"
        "Attached:\n"
        "  Ferry sails again.pdf\n"
        "    PDF, 2 pages, 118 kB\n"
        "  Ferry sails again.epub\n"
        "    EPUB, 8 kB\n"
    )


def test_a_title_taken_from_the_lead_is_not_said_twice():
    derived = replace(STORY, headline=None, title_derived=True, title="The ferry will sail")
    assert not text_of([summary(derived, WIRE, [])]).startswith("The ferry will sail")


def test_a_note_to_editors_stays_where_the_style_leaves_it_out():
    house = replace(WIRE, house=replace(WIRE.house, print_ed_note=False))
    for body in (text_of, lambda told: html_of(told, "t")):
        assert "UPDATES" not in body([summary(STORY, house, [])])


def test_a_story_that_may_not_be_published_says_so_first_in_both_bodies():
    held = replace(STORY, pub_status=PubStatus.EMBARGOED, embargo=SourceText("Not before noon"))
    told = [summary(held, WIRE, [])]
    assert text_of(told).startswith("EMBARGOED: NOT FOR PUBLICATION BEFORE RELEASE · NOT BEFORE")
    assert "Embargoed: not for publication before release · Not before noon" in html_of(told, "t")
    assert [status_of(replace(STORY, pub_status=each), WIRE) for each in PubStatus] == [
        None,
        "EMBARGOED",
        "HOLD",
        "KILLED",
    ]


def test_a_story_without_paragraphs_begins_with_what_it_has():
    table = replace(STORY, body=(Table((("Hibernian", "2"), ("Celtic", "1"))),))
    assert "(XX) — Hibernian 2 Celtic 1" in text_of([summary(table, WIRE, [])])
    assert summary(replace(STORY, body=(), dateline=None), WIRE, []).lead is None


def test_a_very_long_passage_is_cut_at_a_word():
    long = replace(STORY, body=(Paragraph.of("word " * 100_000),))
    lead = summary(long, WIRE, []).lead
    assert len(lead) <= 900
    assert lead.endswith("word…")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (STORY, "Ferry sails again"),
        (replace(STORY, title_derived=True), "Ferry sails again"),
        (replace(STORY, title_derived=True, slugline=SourceText("Islay-ferry")), "Islay-ferry"),
    ],
)
def test_a_message_is_called_by_headline_or_slug(document, expected):
    assert subject_of(document) == expected


def test_a_subject_is_of_sensible_length_and_says_what_else_there_is():
    assert subject("Ferry sails again", 0, None) == "Ferry sails again"
    assert subject("Ferry sails again", 2, "EMBARGOED") == "EMBARGOED: Ferry sails again (+2)"
    long = subject("word " * 60, 12, "HOLD")
    assert len(long) <= 120
    assert long.startswith("HOLD: word")
    assert long.endswith("word… (+12)")
    assert subject("a\r\nBcc: b\u202ec\x00", 0, None) == "a Bcc: bc"


@given(prose)
def test_lines_are_no_wider_than_a_screen_of_columns(text):
    text = " ".join(text.split())
    lines = wrapped(text).split("\n")
    assert " ".join(lines) == text
    assert all(columns(line) <= 72 or " " not in line.strip(" ") for line in lines)


def test_wide_characters_are_counted_as_two_and_accents_as_none():
    assert [columns(text) for text in ("abc", "中文", "e\u0301", "\u200d")] == [3, 4, 1, 0]


def test_several_stories_are_kept_apart():
    told = [summary(STORY, WIRE, [PDF]), summary(STORY, WIRE, [BOOK])]
    assert text_of(told).count("\n\n* * *\n\n") == 1
    assert [tag for tag, _ in tags(html_of(told, "t")).tags].count("hr") == 1


@pytest.mark.parametrize(
    ("language", "lang", "direction"),
    [("en", "en", "ltr"), ("ar", "ar", "rtl"), (None, "", "ltr"), ('x"><script>', "", "ltr")],
)
def test_html_says_language_and_direction(language, lang, direction):
    found = tags(html_of([summary(replace(STORY, language=language), WIRE, [])], "t")).tags
    assert (found[0][1]["lang"], found[0][1]["dir"]) == (lang, direction)
    story = next(attributes for tag, attributes in found if "dir" in attributes and tag == "div")
    assert (story["lang"], story["dir"]) == (lang, direction)


KNOWN = {
    "html", "head", "meta", "title", "body", "div", "p", "h1", "b", "bdi", "br", "span", "hr",
}  # fmt: skip


@given(documents, st.lists(st.builds(Enclosure, prose, st.just("pdf"), st.integers(0, 99))))
def test_html_is_ours_alone_and_fetches_nothing(document, enclosures):
    public = publishable(document)
    text = html_of([summary(public, WIRE, enclosures)], document.title)
    found = tags(text).tags
    assert {tag for tag, _ in found} <= KNOWN
    allowed = {"lang", "dir", "style", "charset", "name", "content"}
    assert {name for _, attributes in found for name in attributes} <= allowed
    assert not any("url(" in (attributes.get("style") or "") for _, attributes in found)


@given(documents)
def test_what_is_not_for_publication_is_in_no_body(document):
    secret = "SECRETLINE"
    barred = replace(
        document,
        unpublishable=(Lines(7, 8),),
        body=(Paragraph.of(secret, Lines(7, 7)), Paragraph.of("Public.", Lines(20, 20))),
        abstract=(SourceText(secret, Lines(8, 8)),),
        byline=Byline(secret, (), Lines(8, 8)),
        title="Public title",
    )
    told = [summary(publishable(barred), WIRE, [])]
    assert secret not in text_of(told)
    assert secret not in html_of(told, "t")


def test_a_text_of_the_user_s_stands_below_what_must_be_said():
    text = text_of_letter("Dear all,\n\nsee <b>below</b>.", {"Embargoed": "en"})
    assert text == "EMBARGOED\n\nDear all,\n\nsee <b>below</b>.\n"
    found = tags(html_of_letter("Dear all,\n\nsee <b>below</b>\nand more.", ["Embargoed"], "t"))
    assert [tag for tag, _ in found.tags if tag in ("p", "b", "br")] == ["p", "p", "p", "br"]
    assert "see <b>below</b>" in found.words


def test_a_notice_is_in_the_capitals_of_the_house_s_language():
    assert text_of_letter("Merhaba", {"Geri çekildi": "tr"}) == "GERİ ÇEKİLDİ\n\nMerhaba\n"
    told = replace(summary(STORY, WIRE, ()), notice="Geri çekildi", house_language="tr")
    assert text_of([told]).startswith("GERİ ÇEKİLDİ\n")


def test_what_is_shortened_is_cut_between_letters_with_their_marks():
    word = "a" * 8 + "q\N{COMBINING DIAERESIS}\N{COMBINING MACRON}" + "b" * 8
    assert [shortened(word, most) for most in (10, 11, 12)] == [
        "a" * 8 + "…", "a" * 8 + "…", "a" * 8 + "q\N{COMBINING DIAERESIS}\N{COMBINING MACRON}…"
    ]  # fmt: skip
