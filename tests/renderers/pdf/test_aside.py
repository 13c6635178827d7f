"""What is about a story: beside its text, or across it where the column is not high enough."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest

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


def test_nothing_about_a_story_is_no_strip() -> None:
    """Else two hairlines would stand with nothing between them."""
    style = replace(WIRE, data_column=replace(WIRE.data_column, show=False, fields=()))
    page = geometry(style)
    for note, hairlines in (((SourceText(SENTENCE),), 1), ((), 0)):
        composer = Composer(
            replace(one_paragraph(), ed_note=note), style, hyphenator("en"), page.column_width,
            "en", Gallery({}, space_for(1)), page.measure,
        )  # fmt: skip
        head = composer.story().head
        assert sum(block.overline is not None for block in head) == hairlines
        assert sum(block.underline is not None for block in head) == hairlines


def test_there_is_white_between_the_paragraphs_of_a_note() -> None:
    notes = [block for block in composed(3).beside if block.bar]
    apart = WIRE.roles["value"].space_after.pt
    assert [block.after >= apart for block in notes] == [False, True, True, False]


def test_one_bar_goes_by_a_note_and_its_white() -> None:
    note = tuple(SourceText(f"{SENTENCE} {number}") for number in range(3))
    rendition = render(replace(one_paragraph(), ed_note=note), WIRE, RenderOptions())
    bars = vertical_rules(rendition.content)
    assert len(bars) > 4
    for (_, _, bottom), (_, top, _) in pairwise(bars):
        assert top == pytest.approx(bottom, abs=0.02)


def vertical_rules(content: bytes) -> list[tuple[float, float, float]]:
    """The vertical rules of the first page: their place, and their ends from above."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        begin, rules = (0.0, 0.0), []
        for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
            operator, at = str(instruction.operator), instruction.operands
            if operator == "m":
                begin = float(at[0]), float(at[1])
            elif operator == "l" and float(at[0]) == begin[0]:
                rules.append((begin[0], begin[1], float(at[1])))
    return rules
