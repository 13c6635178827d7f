"""A passage gives back its pieces after changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exporter.typography.passage import Change, Passage


def test_a_change_within_a_piece_stays_in_it():
    passage = Passage(["one ", "two ", "three"])
    passage.apply([Change(4, 7, "2", "")])
    assert passage.pieces == ["one ", "2 ", "three"]


def test_a_change_across_pieces_goes_into_the_first():
    passage = Passage(["a.", ".", ". b"])
    passage.apply([Change(1, 4, "…", "")])
    assert passage.pieces == ["a…", "", " b"]


def test_hidden_spans_come_back_where_they_moved_to():
    passage = Passage(["-- it's ", "x's"], [(3, 7), (8, 11)])
    assert "'" not in passage.text
    assert passage.readable == "-- it's x's"
    passage.apply([Change(0, 2, "–", "")])
    assert passage.pieces == ["– it's ", "x's"]


@given(st.lists(st.text("ab ", max_size=4), max_size=6), st.data())
def test_pieces_always_join_to_the_changed_text(pieces, data):
    passage = Passage(pieces)
    length = len(passage.text)
    offsets = sorted(data.draw(st.sets(st.integers(0, length), max_size=6)))
    changes = [
        Change(start, end, data.draw(st.sampled_from(["", "x", "xyz"])), "")
        for start, end in zip(offsets[::2], offsets[1::2], strict=False)
    ]
    expected = passage.text
    for start, end, text, _ in reversed(changes):
        expected = expected[:start] + text + expected[end:]
    passage.apply(changes)
    assert len(passage.pieces) == len(pieces)
    assert "".join(passage.pieces) == passage.text == expected
