"""Running text in its plainest form."""

from __future__ import annotations

import pytest
from hypothesis import given

from exporter.model import Emphasis, LineBreak, Link, Strong, Text, plain_text
from exporter.model.prose import tidy, tidy_text
from tests import strategies


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("  two\n\twords ", "two words"),
        ("Aug.\u00a031", "Aug.\u00a031"),
        ("\u00a0 led \u00a0", "led"),
        ("co\u00adoperate\ufeff\x00", "cooperate"),
        ("one\u2028two", "one two"),
    ],
)
def test_white_space_and_what_prints_nothing_say_nothing(sent, said):
    assert tidy_text(sent) == said


def test_white_space_is_collapsed_from_one_inline_to_the_next():
    sent = (Text("A "), Emphasis((Text(" quiet"),)), Text("\n town "))
    assert tidy(sent) == (Text("A "), Emphasis((Text("quiet"),)), Text(" town"))


def test_markup_without_words_is_dropped_and_texts_are_joined():
    sent = (Text("A"), Strong((Emphasis(()), Text(""))), Link("https://x.org", ()), Text("B"))
    assert tidy(sent) == (Text("AB"),)


def test_a_line_break_stands_between_words_or_not_at_all():
    sent = (LineBreak(), Text(" one "), LineBreak(), LineBreak(), Text(" two"), LineBreak())
    assert tidy(sent) == (Text("one"), LineBreak(), Text("two"))


def test_equal_neighbours_stay_apart():
    sent = (Emphasis((Text("one"),)), Emphasis((Text("two"),)))
    assert tidy(sent) == sent


@given(strategies.inlines)
def test_what_is_tidy_stays_as_it_is(inlines):
    once = tidy(inlines)
    assert tidy(once) == once


@given(strategies.inlines)
def test_every_visible_character_stays(inlines):
    def visible(text):
        return "".join(tidy_text(text).split())

    assert visible(plain_text(tidy(inlines))) == visible(plain_text(inlines))
