"""What is about a story: beside its text, or across it where the column is not high enough."""

from __future__ import annotations

from exporter.model import SourceText
from exporter.renderers import RenderOptions
from exporter.renderers.pdf import render
from exporter.renderers.pdf.pages.blocks import Block, Story
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.geometry import geometry
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.spaces import space_for
from exporter.stylesheet import load
from exporter.typography import hyphenator
from exporter.values import replace
from tests.renderers.pdf.stories import one_paragraph

WIRE = load("wire")[0]
SENTENCE = "The council met for six hours on Tuesday to decide who should pay for the ramp."


def composed(paragraphs: int) -> Story:
    note = tuple(SourceText(f"{SENTENCE} {number}") for number in range(paragraphs))
    page = geometry(WIRE)
    composer = Composer(
        replace(one_paragraph(), ed_note=note), WIRE, hyphenator("en"), page.column_width, "en",
        Gallery({}, space_for(1)), page.measure,
    )  # fmt: skip
    return composer.story()


def noted(blocks: list[Block]) -> list[str]:
    """The note's passages among the blocks, told by their bar."""
    return [
        " ".join(word.text for row in block.rows for p in row.pieces for word in p.line.words)
        for block in blocks
        if block.bar
    ]


def test_a_note_stands_in_the_data_column() -> None:
    story = composed(3)
    assert len(noted([*story.beside])) == 4
    assert not noted(story.head)


def test_a_note_longer_than_the_data_column_stands_across_the_text_whole() -> None:
    story = composed(30)
    assert not noted([*story.beside])
    label, *passages = noted(story.head)
    assert label.lower() == "note to editors"
    assert [passage.split()[-1] for passage in passages] == [str(number) for number in range(30)]
    # The facts stay where they are.
    assert story.beside


def test_no_page_holds_nothing_but_a_note() -> None:
    note = tuple(SourceText(f"{SENTENCE} {number}") for number in range(30))
    rendition = render(replace(one_paragraph(), ed_note=note), WIRE, RenderOptions())
    assert rendition.pages == 1
