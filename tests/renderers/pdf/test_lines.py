"""Lines and pages: where they may end and where not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from exporter.model import Strong, Text
from exporter.renderers.pdf.setting.division import Divider
from exporter.renderers.pdf.setting.endings import Ending, Endings, Start
from exporter.renderers.pdf.setting.lines import Breaker, Line, _first_fit
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.style import Wardrobe
from exporter.renderers.pdf.setting.total_fit import _Pass
from exporter.renderers.pdf.setting.words import Compositor
from exporter.stylesheet import Stylesheet
from exporter.typography import hyphenator


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


def test_a_paragraph_is_set_in_so_many_lines_well_or_not_at_all(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = compositor.words((Text(PROSE),), "body")
    gained = 0
    for width in range(200, 400, 7):
        measure = Measure(width, justify=True, hyphenate=hyphenator("en"), hanging=True)
        natural = len(breaker.lines(words, measure))
        for count in range(natural - 2, natural + 3):
            lines = breaker.in_so_many(words, measure, count, count - natural)
            if lines is None:
                continue
            gained += count != natural
            assert len(lines) == count
            assert "".join(texts(lines)).replace(" ", "").replace("-", "") == (
                "".join(PROSE.split())
            )
            for line in lines[:-1]:
                space = next(word.space for word in line.words if word.space)
                assert -space / 3 - 0.01 <= line.extra <= 2.2 * space / 2 + 0.01
            assert len(lines[-1].words) > 1
            assert not lines[-2].divided
    assert gained > 5


def test_letters_move_no_farther_than_a_hair_where_a_paragraph_is_set_longer(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = compositor.words((Text(PROSE),), "body")
    styles = {part.style for word in words for part in word.parts}
    sets = [
        breaker.in_so_many(words, Measure(width, justify=True), count, longer)
        for width in range(200, 400, 7)
        for count in [len(breaker.lines(words, Measure(width, justify=True)))]
        for longer in (-1, 1)
        for count in [count + longer]
    ]
    moved = {
        round(part.style.tracking / part.style.size, 4)
        for lines in sets
        for line in lines or ()
        for word in line.words
        for part in word.parts
    }
    assert moved == {-0.012, 0.012}
    # What was given has not changed.
    assert {style.tracking for style in styles} == {0.0}


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


@pytest.mark.parametrize(
    ("headline", "lines"),
    [
        ("Harbour ramp to reopen in March after council finds the money",
         ["Harbour ramp to reopen", "in March after council", "finds the money"]),
        ("Harbour Social Democrats: Coalition talks with Morrow could fail",
         ["Harbour Social Democrats:", "Coalition talks with", "Morrow could fail"]),
        ("Dân đảo tự sửa cầu cảng sau bão", ["Dân đảo tự sửa", "cầu cảng sau bão"]),
    ],
)  # fmt: skip
def test_a_headline_breaks_where_its_sense_pauses_and_not_after_a_short_word(
    breaker: Breaker, compositor: Compositor, headline: str, lines: list[str]
) -> None:
    words = compositor.words((Text(headline),), "headline")
    assert texts(breaker.balanced(words, Measure(354))) == lines


def test_balanced_lines_are_no_more_than_those_that_are_not(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = compositor.words((Text(PROSE),), "headline")
    for width in range(240, 900, 13):
        lines = breaker.balanced(words, Measure(width))
        assert len(lines) == len(breaker.lines(words, Measure(width)))
        assert " ".join(texts(lines)).split() == PROSE.split()
        assert all(line.natural <= width + 0.01 for line in lines)


def test_a_line_that_would_fall_apart_stays_ragged(
    breaker: Breaker, compositor: Compositor
) -> None:
    text = "Photo – https://example.org/media/462591/Documentary_ABlackfishInTheHarbour.jpg"
    lines = set_text(breaker, compositor, text, Measure(240, justify=True))
    assert len(lines) > 1
    spaces = [(line, word.space) for line in lines for word in line.words[:-1] if word.space]
    assert spaces
    assert all(line.extra <= 3 * space for line, space in spaces)


def test_a_last_word_gets_no_company_that_would_empty_the_line_above(
    breaker: Breaker, compositor: Compositor
) -> None:
    lines = set_text(breaker, compositor, "Port Ellen to\u00a0Kennacraig", Measure(68))
    assert texts(lines) == ["Port Ellen", "to Kennacraig"]


def test_a_lone_last_word_is_rarer_than_by_first_fit(
    breaker: Breaker, compositor: Compositor
) -> None:
    words = compositor.words((Text(PROSE.strip()),), "body")
    measures = [Measure(width, justify=True) for width in range(150, 400)]
    lonely = [each for each in measures if len(breaker.lines(words, each)[-1].words) == 1]
    full = [
        each
        for each in measures
        if _first_fit(Endings(words, each, Divider(compositor)), 0)[-1].stop
        - _first_fit(Endings(words, each, Divider(compositor)), 0)[-2].stop
        == 1
    ]
    assert 0 < len(lonely) < len(full)


def demerits(endings: list[Ending]) -> float:
    """What Knuth and Plass's formula says of lines, with this house's demerits for a runt."""
    total, fitness, hyphenated = 0.0, 1, False
    for index, ending in enumerate(endings):
        ratio = ending.ratio
        total += (10 + 100 * abs(ratio) ** 3) ** 2
        total += 2500 if ending.hyphenated else 0
        total += 10_000 if ending.hyphenated and hyphenated else 0
        now = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        total += 10_000 if abs(now - fitness) > 1 else 0
        if ending.final and index and ending.stop - endings[index - 1].stop == 1:
            total += 20_000
        fitness, hyphenated = now, ending.hyphenated
    return total


def every_way(endings: Endings, tolerance: float) -> Iterator[list[Ending]]:
    """Every way to break a paragraph, none with a division before its last line."""

    def after(found: list[Ending]) -> Iterator[list[Ending]]:
        start = found[-1].start if found else Start()
        if start.first == len(endings.words):
            yield found
            return
        for ending in endings.at(start, len(found), tolerance, hyphenate=True):
            if not (ending.final and found and found[-1].hyphenated):
                yield from after([*found, ending])

    return after([])


@pytest.mark.parametrize("width", [110, 130, 170, 210])
def test_no_other_breaks_cost_less(compositor: Compositor, width: int) -> None:
    words = compositor.words((Text(PROSE[:170].strip()),), "body")
    measure = Measure(width, justify=True, hanging=True, hyphenate=hyphenator("en"))
    endings = Endings(words, measure, Divider(compositor))
    for tolerance in (1.26, 3.0):
        found = _Pass(endings, 0, tolerance, hyphenate=True).run()
        best = min(map(demerits, every_way(endings, tolerance)), default=None)
        assert (demerits(found) if found else None) == (best and pytest.approx(best))


@pytest.mark.parametrize("last", ["Mr Internationalisation.", "Internationalisation. A", "a b c d"])
def test_no_tie_at_the_end_is_too_wide_for_a_narrow_measure(
    breaker: Breaker, compositor: Compositor, last: str
) -> None:
    tied = last.replace(" ", "\u00a0")
    for width in range(8, 160):
        measure = Measure(width, justify=True, hyphenate=hyphenator("en"))
        found = set_text(breaker, compositor, f"It was by {tied}", measure)
        assert re.sub(r"[\s\u00ad-]", "", "".join(texts(found))) == (
            f"It was by {last}".replace(" ", "")
        )


def test_the_last_line_never_begins_with_a_part_of_a_word(
    breaker: Breaker, compositor: Compositor
) -> None:
    for width in range(90, 400, 3):
        measure = Measure(width, justify=True, hyphenate=hyphenator("en"))
        lines = set_text(breaker, compositor, PROSE, measure)
        assert not lines[-2].divided


def test_the_last_word_of_ragged_lines_has_company(
    breaker: Breaker, compositor: Compositor
) -> None:
    for width in range(120, 400, 3):
        ragged = set_text(breaker, compositor, PROSE, Measure(width))
        assert len(ragged[-1].words) > 1
        assert " ".join(texts(ragged)).split() == PROSE.split()


def test_an_end_mark_is_no_company(breaker: Breaker, compositor: Compositor) -> None:
    text = "They had called on every citizen to return to work.\u00a0■"
    for width in range(80, 230, 3):
        lines = texts(set_text(breaker, compositor, text, Measure(width)))
        assert len(lines) == 1 or lines[-1] != "work.\u00a0■"


def test_marks_hang_in_the_margins(breaker: Breaker, compositor: Compositor) -> None:
    text = "\u201cIt is,\u201d she said, \u201cnot there.\u201d " * 30
    hung, plain = (
        set_text(breaker, compositor, text, Measure(200, justify=True, hanging=hanging))
        for hanging in (True, False)
    )
    opening = [line for line in hung if texts([line])[0].startswith("\u201c")]
    closing = [line for line in hung[:-1] if texts([line])[0].endswith(("\u201d", ","))]
    assert opening
    assert all(-3 < line.indent < -1 for line in opening)
    assert closing
    assert all(1 < reach(line) - 200 < 4 for line in closing)
    assert all(line.indent == 0 and reach(line) == pytest.approx(200) for line in plain[:-1])


def reach(line: Line) -> float:
    """How far the line's last glyph reaches from the column's left edge."""
    width = sum(word.width + (word.space and word.space + line.extra) for word in line.words[:-1])
    return line.indent + width + line.words[-1].width


def test_a_mark_does_not_hang_at_an_indent(breaker: Breaker, compositor: Compositor) -> None:
    measure = Measure(200, first_indent=11, justify=True, hanging=True)
    assert set_text(breaker, compositor, "\u201cYes\u201d", measure)[0].indent == 11


def test_a_line_that_may_not_be_divided_is_not(breaker: Breaker, compositor: Compositor) -> None:
    measure = Measure(100, justify=True, hyphenate=hyphenator("en"))
    lines = set_text(breaker, compositor, PROSE * 3, measure)
    divided = [index for index, line in enumerate(lines) if line.divided]
    assert len(divided) > 3
    for index in divided[:5]:
        again = set_text(breaker, compositor, PROSE * 3, replace(measure, unbroken={index}))
        assert not again[index].divided


@pytest.mark.parametrize("justify", [True, False])
def test_nor_is_it_divided_at_a_hyphen_of_its_own(
    breaker: Breaker, compositor: Compositor, justify: bool
) -> None:
    measure = Measure(130, justify=justify)
    text = "a self-reinforcing, neck-and-neck, hours-long and/or well-known story " * 3
    lines = set_text(breaker, compositor, text, measure)
    divided = [index for index, line in enumerate(lines) if line.divided]
    assert divided
    for index in divided:
        again = set_text(breaker, compositor, text, replace(measure, unbroken={index}))
        assert not again[index].divided


def test_an_address_breaks_at_its_marks_without_a_hyphen(compositor: Compositor) -> None:
    words = compositor.words((Text("https://example.org/a/long-path?with=query"),), "body")
    assert len(words) > 3
    assert "".join(word.text for word in words) == "https://example.org/a/long-path?with=query"


def test_breaking_takes_time_in_proportion_to_the_text(
    breaker: Breaker, compositor: Compositor
) -> None:
    lines = set_text(breaker, compositor, "x" * 200_000, Measure(300, justify=True))
    assert sum(len(text) for text in texts(lines)) == 200_000


@pytest.mark.parametrize("width", [20, 45, 60, 90, 120])
def test_a_word_wider_than_the_line_is_divided_wherever_its_markup_changes(
    breaker: Breaker, compositor: Compositor, width: int
) -> None:
    parts = (Text("a" * 9), Strong((Text("b" * 9),)), Text("c" * 9))
    lines = breaker.lines(compositor.words(parts, "body"), Measure(width))
    assert "".join(texts(lines)) == "a" * 9 + "b" * 9 + "c" * 9
    assert len(lines) > 1
    assert all(line.natural <= width + 0.01 for line in lines)


@pytest.mark.parametrize("justify", [False, True])
@pytest.mark.parametrize("text", ["W", "x\u0301x\u0302", "WW a", "渡"])
def test_a_letter_wider_than_the_line_stands_out_with_its_marks_rather_than_be_lost(
    breaker: Breaker, compositor: Compositor, text: str, justify: bool
) -> None:
    lines = set_text(breaker, compositor, text, Measure(1.0, justify=justify))
    letters = re.findall(r"\w[\u0301\u0302]?", text)
    assert texts(lines) == letters
    assert breaker.divided


def test_a_word_of_letters_that_the_font_has_not_is_divided_as_any_other(
    breaker: Breaker, compositor: Compositor
) -> None:
    text = "\u6e21" * 90
    lines = set_text(breaker, compositor, text, Measure(150, justify=True))
    assert "".join(texts(lines)) == text
    assert len(lines) > 3
    assert all(0 < line.natural <= 150.01 for line in lines)
    assert "\u6e21" in compositor.missing.characters


def test_no_line_begins_with_a_mark_that_stands_over_a_letter(
    breaker: Breaker, compositor: Compositor
) -> None:
    text = "x\u0301\u0302" * 60
    for width in range(20, 60, 3):
        lines = texts(set_text(breaker, compositor, text, Measure(width)))
        assert "".join(lines) == text
        assert all(line[0] == "x" for line in lines)
