"""The stems that spare lines the patterns stand in whatever the patterns find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.wire import notices
from exporter.readers.wire.formula import mentions, plain

ANCHORED = {
    "_KILL": notices.KILL_STEMS,
    "_KILL_ORDER": notices.KILL_STEMS,
    "_KILL_SLUG": notices.KILL_STEMS,
    "_HOLD": notices.HOLD_STEMS,
    "_HOLD_ORDER": notices.HOLD_STEMS,
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
