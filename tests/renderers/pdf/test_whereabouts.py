"""Where things came to stand: bookmarks lead there, and a page map tells the other formats."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

import exporter
from exporter.model import (
    Byline,
    Crosshead,
    Document,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
    publishable,
)
from exporter.model.words import story_words
from exporter.pipeline import Manuscript, Options, edit
from exporter.pipeline import render as render_all
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.renderers.pdf.pages.geometry import geometry
from exporter.stylesheet import Stylesheet, load
from tests.renderers.pdf.conftest import SENTENCE, every_part, opened
from tests.strategies import documents

Render = Callable[..., Rendition]
WIRE = load("wire")[0]


def long_story() -> Document:
    """Pages that begin inside a paragraph, a list, a table, a quotation, and with the copyright."""
    numbered = "".join(f"word{number} sub-station–{number} " for number in range(900))
    table = Table((("Route", "Sailings a day"), *((f"r{n}", str(n)) for n in range(70))), 1)
    return replace(
        every_part(),
        body=(
            Paragraph.of(numbered),
            Crosshead.of("A list"),
            ItemList(tuple(ListItem.of(f"item{n} " * 9, ListItem.of(f"in{n}")) for n in range(50))),
            table,
            Quotation((Paragraph.of(numbered),)),
            Figure("gone.jpg", None, (Text("A caption of five words"),), "Photo: X"),
            Crosshead.of("The end"),
            *(Paragraph.of(SENTENCE * 3) for _ in range(20)),
        ),
    )


def text_of_page(path: Path, page: int, style: Stylesheet) -> list[str]:
    """The words in the column of text, by a program that is not ours."""
    g = geometry(style)
    box = {
        "-x": g.bleed + g.text_left - 2,
        "-y": g.bleed + g.top - 4,
        "-W": g.right - g.text_left + 4,
        "-H": g.bottom - g.top + 2 * g.grid + 6,
    }
    edges = [part for flag, value in box.items() for part in (flag, str(round(value)))]
    run = subprocess.run(
        ["pdftotext", "-f", str(page + 1), "-l", str(page + 1), *edges, "-raw", str(path), "-"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    words = [word for word in run.stdout.split() if word not in ("•", "■")]
    # The heading of a table that goes on is said again, to eyes only.
    again = ["Route", "Sailings", "a", "day"]
    return words[4:] if words[:4] == again else words


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")
def test_every_page_begins_with_the_word_that_the_page_map_says(
    rendered: Render, tmp_path: Path
) -> None:
    story = long_story()
    rendition = rendered(story)
    path = tmp_path / "story.pdf"
    path.write_bytes(rendition.content)
    words = story_words(story)
    assert rendition.page_map is not None
    assert len(rendition.page_map) == rendition.pages > 8
    assert rendition.page_map[0] == 0
    for page, ordinal in enumerate(rendition.page_map[1:], 1):
        first = text_of_page(path, page, WIRE)[:3]
        # A compound or a word may be divided between two pages.
        assert words[ordinal].endswith(first[0]), (page, first, words[ordinal : ordinal + 3])
        assert words[ordinal + 1].startswith(first[1].rstrip("\u00ad-"))


@given(documents)
@settings(suppress_health_check=list(HealthCheck), max_examples=60)
def test_page_maps_never_fall_and_end_within_the_words(document: Document) -> None:
    rendition = render(document, WIRE, RenderOptions())
    assert rendition.page_map is not None
    assert len(rendition.page_map) == rendition.pages
    assert list(rendition.page_map) == sorted(rendition.page_map)
    assert 0 <= rendition.page_map[-1] <= len(story_words(publishable(document)))


@pytest.mark.parametrize("show", [True, False])
def test_what_stands_elsewhere_in_other_formats_is_not_counted(
    wire: Stylesheet, story: Document, show: bool
) -> None:
    column = replace(wire.data_column, show=show, fields=())
    long = replace(
        story, body=(Paragraph.of(SENTENCE * 90),), byline=Byline("By " + "Ada Quay " * 30)
    )
    rendition = render(long, replace(wire, data_column=column), RenderOptions())
    assert rendition.page_map is not None
    without = replace(long, byline=None, credits=())
    shorter = render(without, replace(wire, data_column=column), RenderOptions()).page_map
    assert shorter is not None
    assert rendition.page_map[0] == shorter[0] == 0
    assert rendition.page_map[1] <= shorter[1]


def test_the_alternative_text_of_a_picture_that_is_not_drawn_is_not_counted(
    story: Document,
) -> None:
    figures = (Figure("gone.jpg", alt="Six words that are not counted", credit="Photo"),) * 90
    rendition = render(replace(story, body=figures), WIRE, RenderOptions())
    assert rendition.page_map is not None
    words = story_words(replace(story, body=figures))
    assert words[rendition.page_map[1]] == "Photo"
    assert rendition.page_map[-1] <= len(words)


def test_a_page_after_the_last_word_has_their_number(rendered: Render, story: Document) -> None:
    credits_ = tuple(replace(story.credits[0], text="Editing " * 900) for _ in range(2))
    bare = replace(story, body=(Paragraph.of("One two."),), credits=credits_, boilerplate=())
    bare = replace(bare, end_mark=None, copyright=None, abstract=(), dateline=None)
    style = replace(WIRE, data_column=replace(WIRE.data_column, fields=()))
    rendition = render(bare, style, RenderOptions())
    assert rendition.page_map is not None
    assert set(rendition.page_map[1:]) == {2}


def test_a_book_made_in_the_same_run_is_given_the_page_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_options: list[RenderOptions] = []

    def book(document: Document, style: Stylesheet, options: RenderOptions) -> Rendition:
        given_options.append(options)
        return Rendition(format="epub", content=b"", media_type="", suffix=".epub")

    monkeypatch.setattr(
        "exporter.pipeline.press.renderer", lambda name: {"pdf": render, "epub": book}[name]
    )
    made = render_all(edit(Manuscript(long_story(), b""), Options()), ("epub", "pdf"))
    pdf = made["pdf"]
    assert isinstance(pdf, Rendition)
    assert pdf.page_map is not None
    assert given_options[0].page_map == pdf.page_map


def test_words_are_counted_as_they_are_seen() -> None:
    story = replace(
        every_part(), abstract=(), boilerplate=(), end_mark=None, copyright=None, dateline=None
    )
    body = (
        Paragraph.of("No\u00a0break, zero\u200bwidth \u200b \x07 —"),
        Figure("x.png", "not counted", (Text("a caption"),), None),
    )
    assert story_words(replace(story, body=body)) == [
        "No", "break,", "zero\u200bwidth", "—", "a", "caption",
    ]  # fmt: skip


# -- bookmarks ------------------------------------------------------------------------------------


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[str, int, float]]:
    """Title, page and height of each bookmark, the headline's first."""
    headline = pdf.Root.Outlines.First
    found, item = [headline], headline.get("/First")
    while item is not None:
        found.append(item)
        item = item.get("/Next")
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    return [(str(i.Title), pages[i.Dest[0].objgen], float(i.Dest[3])) for i in found]


def test_crossheads_are_bookmarks_below_the_headline(rendered: Render) -> None:
    pdf = opened(rendered(long_story()))
    (title, page, top), listed, end = bookmarks(pdf)
    assert (title, page) == ("Ferry to sail again after ramp is inspected", 0)
    assert top > 800
    assert listed[0] == "A list"
    assert (end[0], end[1] > listed[1]) == ("The end", True)
    assert pdf.Root.Outlines.First.Count == 2
    assert pdf.Root.Outlines.First.SE.S == "/H1"
    assert pdf.Root.Outlines.First.First.SE.S == "/H2"


def test_bookmarks_need_no_action_and_open_no_panel(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(story))
    assert "/A" not in pdf.Root.Outlines.First
    assert "/PageMode" not in pdf.Root or pdf.Root.PageMode == "/UseNone"


def test_a_bookmark_leads_to_just_above_its_crosshead(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing")
    rendition = rendered(story)
    path = tmp_path / "story.pdf"
    path.write_bytes(rendition.content)
    pdf = opened(rendition)
    (_, _, _), (_, _, top) = bookmarks(pdf)
    run = subprocess.run(
        ["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, text=True
    )
    word = next(line for line in run.stdout.splitlines() if ">happens<" in line)
    height = float(pdf.pages[0].MediaBox[3])
    below = float(word.split('yMin="')[1].split('"')[0]) - (height - top)
    assert 4 < below < 16


def test_one_page_without_crossheads_has_no_bookmarks(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, body=(Paragraph.of(SENTENCE),))))
    assert "/Outlines" not in pdf.Root


def test_several_pages_have_the_headline_s_bookmark(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, body=(Paragraph.of(SENTENCE * 90),))))
    assert [title for title, _, _ in bookmarks(pdf)] == [story.title]


def test_the_seed_keeps_its_crosshead_as_a_bookmark(seed_bytes: bytes) -> None:
    rendition = exporter.export(seed_bytes, format="pdf")
    assert [title for title, _, _ in bookmarks(opened(rendition))][1:] == ["Kremlin statement"]
