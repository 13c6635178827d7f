"""Lines keep their numbers, and lose what no page can show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.text.characters import collapse, printable
from exporter.readers.text.encoding import Decoded, decode
from exporter.readers.text.lines import physical_findings, split_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_counts_once(end):
    lines = split_lines(end.join(["one", "", "three"]))
    assert [(line.number, line.text) for line in lines] == [(1, "one"), (2, ""), (3, "three")]


def test_an_indent_is_counted_in_columns():
    spaces, tab = split_lines("    four\n\teight")
    assert (spaces.indent, tab.indent) == (4, 8)


def test_white_space_collapses_but_a_lone_no_break_space_stays():
    assert collapse(" a \t b\u00a0c\u00a0 d ") == "a b\u00a0c d"


def test_control_characters_go_and_separators_become_spaces():
    assert printable("a\x02b\x1fc\x00\u00ad\ufeffd") == "ab cd"


@pytest.mark.parametrize("damage", ["\x7f", "\uffff", "\ufffe", "\x1b", "\ud800", "\x81"])
def test_what_no_sender_means_goes_without_a_trace(damage):
    assert printable(f"a{damage}b") == "ab"


def test_a_vertical_tab_is_a_space_and_is_named():
    assert printable("a\x0bb") == "a b"
    [found] = physical_findings(Decoded("a\x0bb", "utf-8"), "s.txt")
    assert "U+000B VT" in found.message


def test_c1_controls_are_windows_1252():
    assert printable("the dome\x92s \x93motor\x94") == "the dome’s “motor”"


def test_control_characters_are_named_and_counted():
    found = list(physical_findings(Decoded("\x02a\x02\x00", "utf-8"), "s.txt"))
    assert [diagnostic.code for diagnostic in found] == ["R008", "R009"]
    assert "U+0002 STX (2×)" in found[0].message


def test_a_byte_order_mark_is_not_reported():
    assert list(physical_findings(decode("\ufeffa".encode("utf-16-le")), "s.txt")) == []


@given(st.text())
def test_no_line_holds_an_unprintable_character(text):
    for line in split_lines(text):
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in line.text)
        assert line.text == line.text.strip()
