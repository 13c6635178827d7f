"""Characters that are seen, and the way that they run."""

from __future__ import annotations

import pytest

from exporter.model.characters import first_direction, is_seen, shows_nothing


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0", "\u00ad\u200b\ufeff", "\u202e \u2066"])
def test_blanks_and_what_only_steers_others_are_not_seen(text):
    assert shows_nothing(text)


@pytest.mark.parametrize("text", ["a", " .", "\u0301", "\u200b■", "\ue000"])
def test_all_else_is_seen(text):
    assert not shows_nothing(text)
    assert is_seen(text[-1])


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("", "L"), ("1914 -- ", "L"), ("Oslo \u05d0", "L"), ("12 \u05d0 Oslo", "R"),
        ("\u00ab\u0627\u00bb", "AL"), ("\u200f", "R"),
    ],
)  # fmt: skip
def test_the_first_letter_with_a_direction_says_which_way_a_text_runs(text, direction):
    assert first_direction(text) == direction
