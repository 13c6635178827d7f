"""Where the PDF's pages begin in the book."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.model import (
    Crosshead,
    Link,
    Paragraph,
    Source,
    SourceText,
    Strong,
    Table,
    Text,
    publishable,
)
from exporter.model.words import story_words
from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import Manuscript
from exporter.pipeline.options import Options
from exporter.pipeline.press import render as print_all
from exporter.renderers import RenderOptions
from exporter.renderers.epub import render
from exporter.stylesheet import load
from tests.renderers.epub.conftest import EPUB_TYPE, XHTML, Book, text_of
from tests.renderers.epub.stories import PLAIN, RICH
from tests.renderers.words import document_words, squeezed
from tests.strategies import documents

BLOCKS = ("p", "td", "th", "h2", "li", "figcaption", "br")
# Marks stand after these, which name other cells.
NAMES = {"Port", "Sailings", "Oban", "Tarbert"}
MARK = "\ue000"
TEXT = Paragraph.of("one two three four five six")


def marks(book: Book) -> list:
    return [e for e in book.story.iter() if e.get(EPUB_TYPE) == "pagebreak"]


def after(book: Book, page: int) -> list[str]:
    """The words that follow the mark of a page; no word goes from one block into the next."""
    body = book.story.find(f"{XHTML}body")
    for element in body.iter(*(f"{XHTML}{name}" for name in BLOCKS)):
        element.text = " " + (element.text or "")
        element.tail = " " + (element.tail or "")
    mark = next(e for e in body.iter() if e.get("id") == f"page-{page}")
    mark.text = MARK
    return text_of(body).partition(MARK)[2].split()


@given(documents, st.lists(st.integers(0, 40), max_size=4).map(sorted))
def test_each_page_has_one_mark_in_order_and_no_word_is_lost(document, ordinals):
    style = load("wire")[0]
    page_map = (0, *ordinals)
    book = Book(render(document, style, RenderOptions(page_map=page_map)))
    assert [mark.get("id") for mark in marks(book)] == [
        f"page-{number}" for number in range(1, len(page_map) + 1)
    ]
    assert squeezed(text_of(book.story.find(f"{XHTML}body"))) == document_words(document, style)


def test_a_page_begins_before_its_first_word(bind):
    words = story_words(RICH)
    for ordinal, word in enumerate(words):
        following = after(bind(RICH, page_map=(0, ordinal)), 2)
        assert word in following[:2] or word in NAMES, ordinal


def test_a_mark_is_told_by_its_number_and_shows_nothing(bind):
    book = bind(replace(PLAIN, body=(TEXT,)), page_map=(0, 3))
    first, second = marks(book)
    assert (first.get("aria-label"), second.get("aria-label")) == ("1", "2")
    assert {mark.get("role") for mark in (first, second)} == {"doc-pagebreak"}
    assert second.getparent().text == "one two three "
    assert second.tail.startswith("four five six")


def test_the_first_page_begins_with_the_title_and_the_last_may_hold_no_word(bind):
    book = bind(replace(PLAIN, body=(TEXT,)), page_map=(0, 6))
    article = book.story.find(f".//{XHTML}article")
    assert (article[0].get("id"), article[-1].get("id")) == ("page-1", "page-2")


def test_a_page_may_begin_within_marked_words_but_in_no_name(bind):
    link = Link("https://example.org/", (Text("two "), Strong((Text("three"),))))
    passage = Paragraph((Text("one "), link, Text(" fo"), Strong((Text("ur"),)), Text(" five")))
    crosshead = Crosshead.of("six seven")
    table = Table((("eight", "nine"), ("ten", "11"), ("twelve", "13")), header_rows=1)
    document = replace(PLAIN, body=(passage, crosshead, table))
    book = bind(document, page_map=tuple(range(13)))
    assert squeezed(text_of(book.story.find(f".//{XHTML}a"))) == "twothree"
    for name in ("a", "h2", "th"):
        for named in book.story.iter(f"{XHTML}{name}"):
            assert not [e for e in named.iter() if e.get(EPUB_TYPE) == "pagebreak"]
    assert len(marks(book)) == 13
    assert after(book, 5)[:2] == ["five", "six"]


def test_the_page_list_names_each_page_in_nav_and_ncx(bind):
    book = bind(RICH, page_map=(0, 5, 9))
    lists = [n for n in book.tree("nav.xhtml").iter(f"{XHTML}nav") if n.get(EPUB_TYPE)]
    (pages,) = [n for n in lists if n.get(EPUB_TYPE) == "page-list"]
    targets = [(a.text, a.get("href")) for a in pages.iter(f"{XHTML}a")]
    assert targets == [(str(n), f"story.xhtml#page-{n}") for n in (1, 2, 3)]
    ncx = book.tree("toc.ncx")
    assert [t.get("value") for t in ncx.iter("{*}pageTarget")] == ["1", "2", "3"]
    told = {meta.get("name"): meta.get("content") for meta in ncx.iter("{*}meta")}
    assert (told["dtb:totalPageCount"], told["dtb:depth"]) == ("3", "2")


def test_the_package_says_whose_pages_they_are(bind):
    book = bind(RICH, page_map=(0, 5))
    assert book.properties("pageBreakSource") == ["PDF of ferry.txt, A4, 2 pages"]
    assert book.properties("source-of") == ["pagination"]
    assert "pageNavigation" in book.properties("schema:accessibilityFeature")


def test_without_a_pdf_there_are_no_pages(bind):
    book = bind(RICH)
    assert marks(book) == []
    assert book.properties("pageBreakSource") == []
    assert "page-list" not in book.read("nav.xhtml").decode()


@pytest.mark.parametrize("style", ["wire", "bulletin", "large-print"])
def test_pages_are_those_of_the_pdf_made_beside_it(style):
    body = tuple(
        Paragraph.of(" ".join(f"w{number}x{word}" for word in range(60))) for number in range(40)
    )
    source = Source("long.txt", "text/plain", "0" * 64)
    document = replace(RICH, source=source, body=body, abstract=(SourceText("About ferries."),))
    edition = edit(Manuscript(document, None), Options(style=style, verbatim=True))
    made = print_all(edition, ("pdf", "epub"))
    page_map = made["pdf"].page_map
    words = story_words(publishable(document))
    assert len(page_map) > 2
    for page, ordinal in enumerate(page_map[1:], start=2):
        assert after(Book(made["epub"]), page)[0] == words[ordinal]
