"""Pages as they come out in every style: each story of `stories` made up and looked at by rules."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import exporter
from exporter.model import Document
from exporter.renderers import RenderOptions
from exporter.renderers.pdf.conformance.condition import condition
from exporter.renderers.pdf.pages.blocks import Placed, Row
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.geometry import Geometry, geometry
from exporter.renderers.pdf.pages.makeup import make_up
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.spaces import space_for
from exporter.stylesheet import load
from exporter.typography import hyphenator
from tests.renderers.pdf.stories import EVERY_STORY

STYLES = ("wire", "bulletin", "letter", "large-print", "house-example")
Columns = dict[tuple[int, float], list[Placed]]


@cache
def made_up(style_name: str, index: int) -> tuple[Geometry, Columns]:
    """The columns of text of a story; what goes across is left out."""
    return made_up_of(EVERY_STORY[index](), style_name)


def seed() -> Document:
    """The story that comes with the project, as a user gives it."""
    path = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))
    return exporter.read(path.read_bytes(), name=path.name)


def made_up_of(document: Document, style_name: str) -> tuple[Geometry, Columns]:
    style = load(style_name)[0]
    page = geometry(style)
    space = space_for(condition(style, RenderOptions().profile).components)
    language = document.language or "en"
    composer = Composer(
        document, style, hyphenator(language), page.column_width, language, Gallery({}, space),
        page.measure,
    )  # fmt: skip
    story = composer.story()
    head = {id(block) for block in story.head}
    columns: Columns = {}
    for row in make_up(story, page):
        if id(row.block) not in head:
            columns.setdefault((row.page, row.x), []).append(row)
    return page, columns


every_page = pytest.mark.parametrize(
    ("style", "index"), [(style, index) for style in STYLES for index in range(len(EVERY_STORY))]
)


@every_page
def test_every_body_baseline_is_on_the_grid(style: str, index: int) -> None:
    page, columns = made_up(style, index)
    for rows in columns.values():
        for row in rows:
            if row.block.grid:
                steps = (row.top - page.top) / page.grid
                assert steps == pytest.approx(round(steps))


@every_page
def test_no_crosshead_is_in_the_last_two_lines_of_a_column(style: str, index: int) -> None:
    _, columns = made_up(style, index)
    for rows in columns.values():
        for row in rows[-2:]:
            assert not any(p.element and p.element.type == "H2" for p in row.row.pieces)


@every_page
def test_nothing_stands_outside_the_margins(style: str, index: int) -> None:
    page, columns = made_up(style, index)
    for (_, x), rows in columns.items():
        for row in rows:
            assert row.top >= page.top
            # Two lines long at most.
            assert row.top + row.block.leading <= page.bottom + 2 * page.grid + 0.1
            for piece in row.row.pieces:
                gaps = sum(1 for word in piece.line.words[:-1] if word.space)
                wide = piece.x + piece.line.natural + gaps * piece.line.extra
                # What hangs may stand out by a part of its em.
                assert x + wide <= x + page.column_width + 0.1


@every_page
def test_columns_end_on_one_line_or_the_next(style: str, index: int) -> None:
    page, columns = made_up(style, index)
    ends: dict[int, list[int]] = {}
    for (number, _), rows in columns.items():
        end = rows[-1].top + rows[-1].block.leading
        ends.setdefault(number, []).append(round((end - page.top) / page.grid))
    for number, level in ends.items():
        # On the last page, short paragraphs below a crosshead may leave nothing better than two.
        assert max(level) - min(level) <= (2 if number == max(ends) else 1)


@every_page
def test_no_line_of_a_paragraph_stands_alone_at_the_head_or_the_foot_of_a_column(
    style: str, index: int
) -> None:
    _, columns = made_up(style, index)
    for rows in columns.values():
        first, last = rows[0], rows[-1]
        if not last.block.whole:
            assert last.row is not last.block.rows[0] or len(last.block.rows) == 1
        if not first.block.whole:
            assert first.row is not first.block.rows[-1] or len(first.block.rows) == 1


@every_page
def test_every_row_is_placed_once(style: str, index: int) -> None:
    _, columns = made_up(style, index)
    placed = [row for rows in columns.values() for row in rows]
    blocks = {id(row.block): row.block for row in placed}
    said = [row for row in placed if not _is_repeated(row)]
    # Each row of a block that was placed, and none of one that was set anew after that.
    every = [id(row) for block in blocks.values() for row in block.rows if not _silent(row)]
    assert sorted(id(row.row) for row in said if not _silent(row.row)) == sorted(every)


def _silent(row: Row) -> bool:
    return not any(piece.element for piece in row.pieces)


def _is_repeated(placed: Placed) -> bool:
    return any(piece.element is None for piece in placed.row.pieces)


@pytest.mark.parametrize("style", ["bulletin", "house-example"])
def test_columns_of_the_seed_are_level_the_first_the_longest_and_end_in_no_hyphen(
    style: str,
) -> None:
    page, columns = made_up_of(seed(), style)
    left, right = columns.values()
    ends = [rows[-1].top + rows[-1].block.leading for rows in (left, right)]
    assert 0 <= round((ends[0] - ends[1]) / page.grid) <= 1
    assert left[-1].row is not left[-1].block.rows[0]
    assert not any(piece.line.divided for piece in left[-1].row.pieces)


@every_page
def test_no_full_page_ends_in_a_hyphen(style: str, index: int) -> None:
    _, columns = made_up(style, index)
    last = {page: rows[-1] for (page, _), rows in columns.items()}
    for row in last.values():
        assert not any(piece.line.divided for piece in row.row.pieces)
