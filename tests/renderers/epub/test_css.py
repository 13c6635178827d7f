"""What the book's stylesheet promises to the eye."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exporter.model import Table
from exporter.renderers.epub.css import css
from exporter.stylesheet import EmphasisStyle, load
from tests.renderers.epub.conftest import XHTML
from tests.renderers.epub.stories import PLAIN, RICH

_RULE = re.compile(r"^([^{}@]+?) \{([^{}]*)\}", re.MULTILINE)


def rules(style) -> list[tuple[str, str]]:
    """Selector and declarations of each rule that holds on a wide page."""
    sheets = css(style)
    return _RULE.findall(sheets.plain + sheets.modern.partition("@media")[0])


def test_lines_are_never_evened_out_where_they_are_justified(wire):
    justified = [inside for _, inside in rules(wire) if "text-align: justify" in inside]
    assert justified
    assert not [inside for inside in justified if "text-wrap" in inside]


def test_a_narrow_page_has_ragged_lines(wire):
    narrow = css(wire).modern.partition("@media (max-width")[2]
    assert re.search(r"\.body,[^{]*\{\s*text-align: start;\s*text-wrap: pretty;", narrow)


def test_each_row_of_a_table_stands_on_a_hairline_as_in_the_other_formats(wire):
    lines = {selector for selector, inside in rules(wire) if "border" in inside}
    assert ".table tr" in lines
    assert ".break" in {selector for selector, inside in rules(wire) if "solid" in inside}


def test_a_table_of_many_columns_says_so(bind):
    def kind(columns):
        body = (Table((tuple("abcdefgh"[:columns]),)),)
        return bind(replace(PLAIN, body=body)).story.find(f".//{XHTML}table").get("class")

    assert (kind(4), kind(5)) == ("table", "table wide")


def test_every_class_of_the_story_has_a_rule(bind, wire):
    names = {n for e in bind(RICH).story.iter() for n in (e.get("class") or "").split()}
    assert not [name for name in names if f".{name}" not in css(wire).plain]


def test_what_is_hidden_stays_so_whatever_kind_of_box_it_is(wire):
    order = [selector for selector, inside in rules(wire) if "display" in inside]
    boxes = next(n for n, selector in enumerate(order) if "nav" in selector.split(", "))
    assert order.index("[hidden]") > boxes


@pytest.mark.parametrize("name", ["wire", "bulletin", "large-print", "letter", "house-example"])
def test_the_plain_sheet_holds_nothing_that_an_old_engine_refuses_a_sheet_for(name):
    plain = css(load(name)[0]).plain
    assert not re.findall(r"@\w+|[\w-]+\(|:root|opacity|grid|flex|\d(?:vh|vw|rem)\b", plain)


def test_a_grey_is_a_share_of_the_readers_own_colour(wire):
    shades = {selector: inside for selector, inside in rules(wire) if "opacity" in inside}
    assert ".label" in shades
    assert not {".body", ".lead", ".headline"} & set(shades)


def test_emphasis_is_bold_where_the_house_has_it_so(wire):
    bold = replace(wire, house=replace(wire.house, emphasis=EmphasisStyle.BOLD))
    assert ("em", "font-style: inherit; font-weight: bold;") in [
        (selector, " ".join(inside.split())) for selector, inside in rules(bold)
    ]
    assert "em" not in {selector for selector, _ in rules(wire)}


@pytest.mark.parametrize("name", ["wire", "bulletin", "large-print"])
def test_a_number_of_two_figures_stands_in_the_step_of_its_list(name):
    step = dict(rules(load(name)[0]))["ol.list, .list ol"]
    assert float(re.search(r"margin-left: ([\d.]+)em", step)[1]) >= 1.75


def test_a_strip_has_as_much_white_below_as_above():
    sheet = css(load("bulletin")[0]).plain
    (closer,) = re.findall(
        r"\.facts \{[^}]*padding-top: 0.8em;\s*margin-bottom: (-[\d.]+)em", sheet
    )
    (frame,) = re.findall(r"header \{ padding-bottom: ([\d.]+)em", sheet)
    assert float(frame) + float(closer) == pytest.approx(0.8, abs=0.15)


def test_a_break_is_a_short_hairline_that_nothing_follows_at_the_end(wire):
    sheets = css(wire)
    assert re.search(r"\.break \{\s*border-top: [\d.]+em solid", sheets.plain)
    assert ".break:last-child { display: none; }" in sheets.modern
