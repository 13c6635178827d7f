"""Pages as they come out in every style: each story of `stories` made up and looked at by rules."""

from __future__ import annotations

from functools import cache

import pytest

from exporter.renderers import RenderOptions
from exporter.renderers.pdf.conformance.condition import condition
from exporter.renderers.pdf.pages.blocks import Placed
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
    document, style = EVERY_STORY[index](), load(style_name)[0]
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
def test_no_full_page_ends_in_a_hyphen(style: str, index: int) -> None:
    _, columns = made_up(style, index)
    last = {page: rows[-1] for (page, _), rows in columns.items()}
    for row in last.values():
        assert not any(piece.line.divided for piece in row.row.pieces)
