"""Blocks in frames and on pages: what may stand where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from exporter.renderers.pdf.pages.blocks import Block, Piece, Placed, Row, Story
from exporter.renderers.pdf.pages.flow import Cursor, Frame, fill, flow
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.renderers.pdf.pages.makeup import make_up
from exporter.renderers.pdf.setting.lines import Line
from exporter.values import replace


def block(rows: int, **how: object) -> Block:
    return Block([Row([]) for _ in range(rows)], 10.0, grid=True, **how)  # type: ignore[arg-type]


def frames(lines: int = 10) -> Iterator[Frame]:
    return (Frame(page, 0, 0, lines * 10.0) for page in count())


def flowed(blocks: list[Block], lines: int = 10) -> list[Placed]:
    return [row for column in flow(blocks, frames(lines), 10) for row in column.placed]


def sheet(lines: int = 10, columns: int = 1) -> Geometry:
    return Geometry(
        width=100, height=200, bleed=0, slug=0, left=0, right=90, top=0, bottom=lines * 10.0,
        grid=10, text_left=0, columns=columns, column_width=40, gutter=10,
    )  # fmt: skip


def made_up(text: list[Block], page: Geometry, head: tuple[Block, ...] = ()) -> list[Placed]:
    return make_up(Story(list(head), text), page)


def rows_by_page(placed: list[Placed]) -> list[int]:
    return list(_counted(row.page for row in placed).values())


def rows_by_column(placed: list[Placed]) -> list[int]:
    return list(_counted((row.page, row.x) for row in placed).values())


def _counted(keys: object) -> dict[object, int]:
    counts: dict[object, int] = {}
    for key in keys:  # type: ignore[attr-defined]
        counts[key] = counts.get(key, 0) + 1
    return counts


def test_a_paragraph_leaves_no_single_line_at_the_foot_of_a_page() -> None:
    assert rows_by_page(flowed([block(9), block(4)])) == [9, 4]


def test_a_paragraph_leaves_no_single_line_at_the_head_of_a_page() -> None:
    assert rows_by_page(flowed([block(6), block(5)])) == [9, 2]


def test_a_paragraph_of_three_lines_is_not_divided() -> None:
    assert rows_by_page(flowed([block(8), block(3)])) == [8, 3]


def test_a_crosshead_stays_with_two_lines_of_what_follows() -> None:
    story = [block(8), block(1, keep_with_next=True), block(5)]
    assert rows_by_page(flowed(story)) == [8, 6]


def test_a_crosshead_may_stand_above_two_lines() -> None:
    story = [block(7), block(1, keep_with_next=True), block(5)]
    assert rows_by_page(flowed(story)) == [10, 3]


def test_a_crosshead_is_not_followed_by_a_single_line_at_the_foot() -> None:
    story = [block(8), block(1, keep_with_next=True), block(1), block(4)]
    assert rows_by_page(flowed(story)) == [8, 6]


def test_space_before_a_crosshead_is_dropped_at_the_top_of_a_page() -> None:
    assert flowed([block(10), block(2, before=10.0)])[10].top == 0


def test_of_the_space_after_a_block_and_before_the_next_the_greater_counts() -> None:
    assert [row.top for row in flowed([block(1, after=10.0), block(1, before=20.0)])] == [0, 30]


def test_rows_stand_on_the_grid_after_a_headline_that_does_not() -> None:
    headline = Block([Row([])], 28.0, after=3.0)
    assert [row.top for row in flowed([headline, block(2)], 20)] == [0, 40, 50]


def test_a_block_that_fits_nowhere_is_still_placed() -> None:
    assert rows_by_page(flowed([block(25, whole=True)])) == [10, 10, 5]


def test_a_table_s_heading_is_repeated_where_it_goes_on() -> None:
    heading = block(1, whole=True, keep_with_next=True)
    rows = [block(1, whole=True, heading=(replace(heading),)) for _ in range(12)]
    placed = flowed([heading, *rows])
    assert rows_by_page(placed) == [10, 4]
    assert placed[10].top == 0
    assert placed[10].row is heading.rows[0]
    assert placed[11].top == 10


def test_the_last_row_of_a_column_is_at_its_foot_where_the_story_goes_on() -> None:
    placed = flowed([block(6), block(7)])
    assert [at for at, row in enumerate(placed) if row.at_foot] == [9]


def test_pages_run_long_to_save_a_scant_last_page() -> None:
    story = [block(4), block(4), block(3)]
    assert rows_by_page(flowed(story)) == [8, 3]
    assert rows_by_page(made_up(story, sheet())) == [11]


def test_what_goes_across_comes_first_and_the_columns_begin_on_one_line_below_it() -> None:
    head = Block([Row([])], 28.0, after=3.0)
    placed = made_up([block(4), block(4)], sheet(columns=2), (head,))
    assert [(row.x, row.top) for row in placed if row.block is not head][::4] == [(0, 40), (50, 40)]


def test_a_headline_that_leaves_no_room_has_its_page_to_itself() -> None:
    placed = made_up([block(4)], sheet(), (Block([Row([])], 80.0),))
    assert [row.page for row in placed] == [0, 1, 1, 1, 1]


def test_columns_of_the_last_page_are_level() -> None:
    for lines in range(4, 20):
        left, *right = rows_by_column(made_up([block(lines)], sheet(columns=2)))
        assert 0 <= left - sum(right) <= 1 or lines == 5, lines


def test_columns_are_level_where_paragraphs_of_three_lines_forbid_it_to_begin_with() -> None:
    story = [block(2), block(3), block(2), block(2)]
    assert rows_by_column(made_up(story, sheet(columns=2))) == [5, 4]


def elastic(lines: int, least: int, most: int) -> Block:
    """A paragraph that can be set in as many lines as that."""

    def rows(unbroken: frozenset[int], count: int | None) -> list[Row] | None:
        count = lines if count is None else count
        if not least <= count <= most:
            return None
        return [Row([Piece(0, Line([], 0, 90, 0), None)]) for _ in range(count)]

    return replace(block(0), rows=rows(frozenset(), lines), reset=rows)


def test_a_paragraph_is_set_longer_where_columns_cannot_be_level_otherwise() -> None:
    story = [block(3), elastic(3, 3, 4), block(3)]
    assert rows_by_column(made_up(story, sheet(columns=2))) == [5, 5]


def test_a_paragraph_is_set_shorter_where_columns_cannot_be_level_otherwise() -> None:
    story = [block(3), elastic(4, 3, 4), block(2), block(1)]
    assert rows_by_column(made_up([*story, block(1)], sheet(columns=2))) == [5, 6]  # as it is

    story = [block(3), elastic(3, 2, 3), block(3)]
    assert rows_by_column(made_up(story, sheet(columns=2))) == [5, 3]


def test_columns_that_need_a_change_end_on_one_line() -> None:
    # One line more of white would leave them as near as an odd number does; two make them level.
    story = [block(8), block(2), block(3), block(2), block(2, before=10.0)]
    placed = made_up(story, sheet(20, columns=2))
    ends = [max(row.top for row in placed if row.x == x) for x in (0, 50)]
    assert ends == [90, 90]


def test_no_more_paragraphs_are_changed_than_needed() -> None:
    story = [block(3), elastic(3, 3, 4), block(3), elastic(2, 1, 4)]
    changed = {id(row.block): row.block for row in made_up(story, sheet(columns=2))}
    assert sum(1 for each in changed.values() if each not in story) <= 1


def test_white_is_added_where_there_is_some() -> None:
    story = [block(3), block(3), block(2), block(1, before=10.0)]
    assert [(row.x, row.top) for row in made_up(story, sheet(columns=2))[5:]] == [
        (0, 50), (50, 0), (50, 10), (50, 50)
    ]  # fmt: skip


def test_a_list_s_marker_stays_where_its_item_is_set_anew() -> None:
    marker, text = (Piece(x, Line([], 0, 90, 0), None) for x in (0, 10))

    def rows(unbroken: frozenset[int], count: int | None) -> list[Row]:
        return [Row([replace(text, line=Line([], 0, 90, 0, divided=at == 9 and not unbroken))])
                for at in range(30)]  # fmt: skip

    item = replace(block(0), rows=rows(frozenset(), None), reset=rows)
    item.rows[0].pieces.insert(0, marker)
    placed = made_up([item], sheet())
    assert [len(row.row.pieces) for row in placed] == [2] + [1] * 29
    assert item.rows[0].pieces[0] is placed[0].row.pieces[0]


def test_what_stands_on_an_earlier_page_is_not_set_anew() -> None:
    calls: list[frozenset[int]] = []

    def rows(unbroken: frozenset[int], count: int | None) -> list[Row]:
        calls.append(unbroken)
        return [Row([Piece(0, Line([], 0, 90, 0, divided=True), None)]) for _ in range(35)]

    story = [replace(block(0), rows=rows(frozenset(), None), reset=rows)]
    placed = made_up(story, sheet())
    assert len(placed) == 35
    assert len({id(row.row) for row in placed}) == 35
    # Only the first page's end may have been asked for.
    assert all(max(unbroken, default=0) < 12 for unbroken in calls)


def test_columns_of_a_full_page_end_on_one_line() -> None:
    story = [block(8), block(3), block(10), block(50)]
    columns = rows_by_column(made_up(story, sheet(columns=2)))
    assert columns[0] == columns[1]


def test_the_grid_is_one_on_all_columns_and_pages() -> None:
    story = [block(3, after=4.0), Block([Row([])], 7.0, before=2.0), *[block(5)] * 9]
    placed = made_up(story, sheet(columns=2), (Block([Row([])], 28.0),))
    assert all(row.top % 10 == 0 for row in placed if row.block.grid)


def test_a_frame_that_is_full_to_a_hair_takes_no_row_of_what_follows() -> None:
    """Sums of points come to a little more or less than the whole."""
    loose = Block([Row([]) for _ in range(3)], 10.0 + 1e-12)
    column = fill([loose, replace(loose)], Cursor(), Frame(0, 0, 0, 30.0), 10)
    assert len(column.placed) == 3
    assert (column.cursor, column.end) == (Cursor(1, 0), pytest.approx(30))


def test_a_page_that_can_end_in_nothing_but_hyphens_has_its_paragraph_set_anew() -> None:
    def rows(unbroken: frozenset[int], count: int | None) -> list[Row]:
        lines = [Line([], 0, 90, 0, divided=at not in unbroken) for at in range(30)]
        return [Row([Piece(0, line, None)]) for line in lines]

    hyphens = replace(block(1), rows=rows(frozenset(), None), reset=rows)
    placed = made_up([hyphens], sheet())
    last = [row for row in placed if row.page == 0][-1]
    assert not last.row.pieces[0].line.divided


def test_a_page_runs_a_line_short_rather_than_end_in_a_hyphen() -> None:
    story = block(36)
    for at, row in enumerate(story.rows):
        row.pieces.append(Piece(0, Line([], 0, 90, 0, divided=at == 9), None))
    assert rows_by_page(made_up([story], sheet()))[0] == 9


def test_no_page_runs_more_than_two_lines_long_not_even_to_end_in_no_hyphen() -> None:
    story = block(22)
    for at, row in enumerate(story.rows):
        row.pieces.append(Piece(0, Line([], 0, 90, 0, divided=at in (10, 11)), None))
    assert rows_by_page(made_up([story], sheet())) == [10, 12]


def test_a_story_of_nothing_but_crossheads_fills_its_pages() -> None:
    crossheads = [block(1, keep_with_next=True) for _ in range(160)]
    assert len(rows_by_page(flowed([*crossheads, block(4)], lines=40))) == 5


def test_a_heading_that_leaves_a_table_no_room_is_not_repeated() -> None:
    heading = (block(30, whole=True),)
    rows = [block(1, whole=True, heading=heading) for _ in range(20)]
    placed = flowed([*heading, *rows])
    assert rows_by_page(placed) == [10] * 5
    assert max(row.top + row.block.leading for row in placed) <= 100
