"""An expression is the pattern that `re.compile` gives."""

from __future__ import annotations

import re

import pytest

from exporter import expressions
from exporter.compiled import lent
from exporter.expressions import expression


def test_it_finds_what_the_compiled_pattern_finds():
    words = expression(r"\bstop\b", re.IGNORECASE)
    assert words.search("Full STOP.").span() == (5, 9)
    assert words.sub("end", "stop, stopped") == "end, stopped"
    assert words.fullmatch("stopped") is None


def test_it_is_compiled_once():
    words = expression("stop")
    assert words.search is words.search
    assert (words.pattern, words.flags) == ("stop", re.compile("stop").flags)


SOURCES = [
    (r"\bstop\b", re.IGNORECASE),
    (r"(?P<day>\d+)\s(?P<month>[^\W\d_]+)", 0),
    (r"(a)|(?:b)|([À-ɏ\u2013])", re.MULTILINE),
    (r"(?<!y)(?=x)[xß]+", re.IGNORECASE | re.ASCII),
]


class Memory(dict):
    """A shelf that is a dictionary."""

    takes = True
    put = dict.__setitem__


def searched(source: str, flags: int) -> list[object]:
    words = expression(source, flags)
    text = "Stop 5 März, ab–Ƕ xXSSß"
    return [(found.span(), found.groups(), found.groupdict()) for found in words.finditer(text)]


@pytest.fixture
def shelf():
    """A shelf with the codes of all sources."""
    memory = Memory()
    with lent(memory):
        for source in SOURCES:
            searched(*source)
        expressions.keep()
    return memory


def test_what_comes_from_the_shelf_is_the_compiled_pattern(shelf, monkeypatch):
    wanted = [(re.compile(*source), searched(*source)) for source in SOURCES]
    monkeypatch.setattr(expressions.re, "compile", None)  # nothing is compiled any more
    with lent(shelf):
        for source, (pattern, found) in zip(SOURCES, wanted, strict=True):
            assert expressions._pattern(source[0], int(source[1])) == pattern
            assert searched(*source) == found
            assert found


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        {"x": 1},
        (),
        (0, b"", 0, {}, ()),
        (0, b"abc", 0, {}, ()),
        (0, bytes(64), 0, {}, ()),
    ],
    ids=repr,
)
def test_a_code_that_is_none_is_compiled_as_before(damaged, monkeypatch):
    monkeypatch.setattr(expressions, "_compiled", {})
    source = r"\d+ damaged"
    with lent(Memory(expressions={(source, 0): damaged})):
        assert expression(source).findall("12 damaged") == ["12 damaged"]


def test_an_interpreter_that_compiles_in_another_way_keeps_nothing_and_finds_the_same(monkeypatch):
    def engine(source, code):
        raise TypeError("one that takes something else")

    monkeypatch.setattr(expressions, "_compiled", {})
    monkeypatch.setattr(expressions, "_assembled", engine)
    memory = Memory()
    with lent(memory):
        assert expression("another way").search("in another way")
        expressions.keep()
        assert expression("another way").search("in another way")
    assert memory == {}


def test_nothing_is_kept_where_no_shelf_is_lent():
    expression("nobody lends one").search("")
    assert not expressions._compiled
