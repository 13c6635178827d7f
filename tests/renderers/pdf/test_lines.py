"""Lines and pages: where they may end and where not."""

from __future__ import annotations

from itertools import repeat

import pytest

from exporter.model import Text
from exporter.renderers.pdf.pages.blocks import Block, Row
from exporter.renderers.pdf.pages.flow import Frame, flow, make_up
from exporter.renderers.pdf.setting.endings import Endings, Measure
from exporter.renderers.pdf.setting.lines import Breaker, Line
from exporter.renderers.pdf.setting.style import Wardrobe
from exporter.renderers.pdf.setting.total_fit import _fitness, _Node, _Pass
from exporter.renderers.pdf.setting.words import Compositor
from exporter.stylesheet import Stylesheet


@pytest.fixture
def compositor(wire: Stylesheet) -> Compositor:
    return Compositor(Wardrobe(wire, "en"))


@pytest.fixture
def breaker(compositor: Compositor) -> Breaker:
    return Breaker(compositor)


def texts(lines: list[Line]) -> list[str]:
    return [
        "".join(word.text + (" " if word.space else "") for word in line.words).strip()
        for line in lines
    ]


def set_text(breaker: Breaker, compositor: Compositor, text: str, measure: Measure) -> list[Line]:
    return breaker.lines(compositor.words((Text(text),), "body"), measure)


PROSE = (
    "The swift takeover triggered an exodus from the country, with thousands trying to leave "
    "from the only airport still open, and with a deadline looming for evacuations to finish. "
) * 3


def test_no_line_is_wider_than_its_measure(breaker: Breaker, compositor: Compositor) -> None:
    for width in range(40, 400, 7):
        for line in set_text(breaker, compositor, PROSE, Measure(width, justify=True)):
            gaps = sum(1 for word in line.words[:-1] if word.space)
            assert line.natural + line.extra * gaps <= width + 0.01


def test_justified_lines_but_the_last_fill_the_measure(
    breaker: Breaker, compositor: Compositor
) -> None:
    lines = set_text(breaker, compositor, PROSE, Measure(350, justify=True))
    for line in lines[:-1]:
        gaps = sum(1 for word in line.words[:-1] if word.space)
        assert line.natural + line.extra * gaps == pytest.approx(350)
    assert lines[-1].extra == 0


def test_every_word_is_on_a_line(breaker: Breaker, compositor: Compositor) -> None:
    for width in (90, 200, 350):
        lines = set_text(breaker, compositor, PROSE, Measure(width, justify=True))
        assert " ".join(texts(lines)).split() == PROSE.split()


def test_a_line_never_ends_at_a_no_break_space(breaker: Breaker, compositor: Compositor) -> None:
    text = "It was on Aug.\u00a031 that the pullout ended. " * 8
    for width in range(100, 360, 9):
        for line in texts(set_text(breaker, compositor, text, Measure(width, justify=True))):
            assert not line.endswith("Aug.")


def test_a_line_may_end_after_the_hyphen_of_a_compound_but_not_of_a_score(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = [w.text for w in compositor.words((Text("inter-Afghan 3-1 1998-99 war-torn"),), "body")]
    assert words == ["inter-", "Afghan", "3-1", "1998-99", "war-", "torn"]


def test_a_word_is_hyphenated_only_where_the_language_says(
    breaker: Breaker, compositor: Compositor
) -> None:
    measure = Measure(52, justify=True, hyphenate=lambda word: (4,) if word == "statement" else ())
    lines = texts(set_text(breaker, compositor, "a big statement was made", measure))
    assert any(line.endswith("stat-") for line in lines)


def test_the_last_word_of_a_paragraph_stays_whole(breaker: Breaker, compositor: Compositor) -> None:
    measure = Measure(52, justify=True, hyphenate=lambda _word: (4,))
    assert texts(set_text(breaker, compositor, "a big statement", measure))[-1] == "statement"


def test_a_headline_s_lines_are_balanced(breaker: Breaker, compositor: Compositor) -> None:
    words = compositor.words((Text("Putin, Khan speak by phone on Afghanistan"),), "headline")
    lines = breaker.balanced(words, Measure(354))
    assert texts(lines) == ["Putin, Khan speak", "by phone on Afghanistan"]


def test_a_lone_last_word_is_rarer_than_by_first_fit(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = compositor.words((Text(PROSE.strip()),), "body")
    lonely = {
        justify: sum(
            len(breaker.lines(words, Measure(width, justify=justify))[-1].words) == 1
            for width in range(150, 400)
        )
        for justify in (True, False)
    }
    assert lonely[True] < lonely[False]


def test_no_other_breaks_cost_less(compositor: Compositor) -> None:
    """Every way to break a short paragraph, tried one by one."""
    words = compositor.words((Text(PROSE[:110].strip()),), "body")
    endings = Endings(compositor)
    for width in (130, 170, 210):
        measure = Measure(width, justify=True)
        costs = _Pass(words, endings, measure, float("inf"))

        def cheapest(node: _Node, measure: Measure = measure, costs: _Pass = costs) -> float:
            if node.start == len(words):
                return node.demerits
            found = []
            for ending in endings.at(words, node.start, None, measure.room(node.line), measure):
                fitness = _fitness(ending.ratio)
                after = _Node(
                    node.start + ending.count, None, node.line + 1, fitness,
                    node.demerits + costs._demerits(node, ending, fitness), ending, node,
                )  # fmt: skip
                if after.demerits < 1e9:
                    found.append(cheapest(after))
            return min(found, default=float("inf"))

        node = _Node(0, None, 0, 1, 0.0)
        for ending in costs.run() or []:
            fitness = _fitness(ending.ratio)
            demerits = node.demerits + costs._demerits(node, ending, fitness)
            node = _Node(
                node.start + ending.count, None, node.line + 1, fitness, demerits, ending, node
            )
        best = cheapest(_Node(0, None, 0, 1, 0.0))
        assert node.demerits == pytest.approx(best) or best == float("inf")


def test_an_address_breaks_at_its_marks_without_a_hyphen(compositor: Compositor) -> None:
    words = compositor.words((Text("https://example.org/a/long-path?with=query"),), "body")
    assert len(words) > 3
    assert "".join(word.text for word in words) == "https://example.org/a/long-path?with=query"


def test_breaking_takes_time_in_proportion_to_the_text(
    breaker: Breaker, compositor: Compositor
) -> None:
    lines = set_text(breaker, compositor, "x" * 200_000, Measure(300, justify=True))
    assert sum(len(text) for text in texts(lines)) == 200_000


# -- pages ----------------------------------------------------------------------------------------


def block(rows: int, **how: object) -> Block:
    return Block([Row([]) for _ in range(rows)], 10.0, grid=True, **how)  # type: ignore[arg-type]


def frames(lines: int = 10) -> object:
    return (Frame(page, 0, 0, lines * 10.0) for page, _ in enumerate(repeat(None)))


def rows_by_page(placed: list[object]) -> list[int]:
    pages: dict[int, int] = {}
    for row in placed:
        pages[row.page] = pages.get(row.page, 0) + 1  # type: ignore[attr-defined]
    return list(pages.values())


def test_a_paragraph_leaves_no_single_line_at_the_foot_of_a_page() -> None:
    assert rows_by_page(flow([block(9), block(4)], frames(), 10)) == [9, 4]


def test_a_paragraph_leaves_no_single_line_at_the_head_of_a_page() -> None:
    assert rows_by_page(flow([block(6), block(5)], frames(), 10)) == [9, 2]


def test_a_paragraph_of_three_lines_is_not_divided() -> None:
    assert rows_by_page(flow([block(8), block(3)], frames(), 10)) == [8, 3]


def test_a_crosshead_stays_with_two_lines_of_what_follows() -> None:
    story = [block(8), block(1, keep_with_next=True), block(5)]
    assert rows_by_page(flow(story, frames(), 10)) == [8, 6]


def test_a_crosshead_may_stand_above_two_lines() -> None:
    story = [block(7), block(1, keep_with_next=True), block(5)]
    assert rows_by_page(flow(story, frames(), 10)) == [10, 3]


def test_space_before_a_crosshead_is_dropped_at_the_top_of_a_page() -> None:
    placed = flow([block(10), block(2, before=10.0)], frames(), 10)
    assert placed[10].top == 0


def test_rows_stand_on_the_grid_after_a_headline_that_does_not() -> None:
    headline = Block([Row([])], 28.0, after=3.0)
    placed = flow([headline, block(2)], frames(20), 10)
    assert [row.top for row in placed] == [0, 40, 50]


def test_a_block_that_fits_nowhere_is_still_placed() -> None:
    assert rows_by_page(flow([block(25, whole=True)], frames(), 10)) == [10, 10, 5]


def test_pages_run_long_to_save_a_scant_last_page() -> None:
    story = [block(4), block(4), block(3)]
    assert rows_by_page(flow(story, frames(), 10)) == [8, 3]
    assert rows_by_page(make_up(story, frames, 10)) == [11]
