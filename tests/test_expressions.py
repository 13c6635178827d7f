"""An expression is the pattern that `re.compile` gives."""

from __future__ import annotations

import re

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
