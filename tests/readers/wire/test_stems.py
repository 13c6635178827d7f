"""The stems that spare lines the patterns stand in whatever the patterns find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.wire import notices
from exporter.readers.wire.formula import joined, mentioned, mentions, plain
from exporter.readers.wire.unpublishable import (
    _STEMS,
    _likely_lines,
    _likely_stems,
    _mentions_both,
)

ANCHORED = {
    "_KILL": notices.KILL_STEMS,
    "_KILL_ORDER": notices.KILL_STEMS,
    "_KILL_SLUG": notices.KILL_STEMS,
    "_KILL_RULE": notices.KILL_STEMS,
    "_HOLD": notices.HOLD_STEMS,
    "_HOLD_ORDER": notices.HOLD_STEMS,
    "_HOLD_SLUG": notices.HOLD_STEMS,
    "_IMMEDIATE": notices.STEMS,
    "_NOT_BEFORE": notices.STEMS,
    "_FOR_RELEASE": notices.STEMS,
    "_EMBARGO": notices.STEMS,
}


@pytest.mark.parametrize("name", ANCHORED)
@given(data=st.data())
def test_a_notice_mentions_what_is_looked_for_first(name, data):
    pattern = getattr(notices, name)
    text = plain(data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags))))
    if pattern.match(text):
        assert mentions(text, ANCHORED[name])
        assert mentions(text, notices.STEMS)


@pytest.mark.parametrize("row", notices._FORMULAS, ids=lambda row: row[0].name)
@given(data=st.data())
def test_a_formula_mentions_what_is_looked_for_first(row, data):
    _, stems, key, _ = row
    text = plain(data.draw(st.from_regex(re.compile(key.pattern, key.flags))))
    if key.search(text):
        assert mentions(text, stems)
        assert mentions(text, notices.STEMS)


PAIRED = [stem for pair in _STEMS for stems in pair for stem in stems]
LINES = st.lists(
    st.lists(st.sampled_from([*PAIRED, *notices.STEMS, "- ", "-", " ", "pub", "lic", "a"])).map(
        lambda parts: plain("".join(parts))
    )
)


@given(LINES)
def test_what_two_lines_mention_the_story_mentions(lines):
    likely = _likely_stems(joined(*lines))
    for index in range(len(lines)):
        for text in (lines[index], joined(*lines[index : index + 2])):
            assert _mentions_both(text, likely) is _mentions_both(text, _STEMS)


@given(LINES)
def test_the_lines_that_are_looked_at_are_all_that_mention_both(lines):
    likely = _likely_stems(joined(*lines))
    looked_at = list(_likely_lines(lines, likely))
    assert looked_at == sorted(set(looked_at))
    assert set(looked_at) >= {
        index
        for index in range(len(lines))
        if _mentions_both(joined(*lines[index : index + 2]), likely)
    }


@given(LINES)
def test_what_a_line_mentions_the_story_mentions(lines):
    stems = mentioned(joined(*lines), notices.STEMS)
    assert all(mentions(line, stems) is mentions(line, notices.STEMS) for line in lines)


@given(LINES)
def test_what_a_line_mentions_it_mentions_beside_the_next(lines):
    for index, line in enumerate(lines):
        if _mentions_both(line, _STEMS):
            assert _mentions_both(joined(*lines[index : index + 2]), _STEMS)
