"""What spares the rules a passage spares them none in which they find something."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import json

from exporter.stylesheet import load
from exporter.typography import dashes, flood, spaces
from exporter.typography.conventions import _LANGUAGES, conventions
from exporter.typography.marks import MARK
from exporter.typography.record import Record
from exporter.typography.setting import Manner, Setting
from exporter.typography.shelter import _HINT, occurrences
from tests.strategies import documents
from tests.typography.stories import story

PARTS = (
    *("a", "A", "Mr.", "Aug.", "No.", "J.", "U.S.", "t", "5", "10", "km", "°", "§", "z. B.", "n°"),
    *(" ", " ", "\n", "\u00a0", "\u202f", "-", "--", "–", "—", "―", "_", ".", "..", "…", ",", ",,"),
    *('"', "'", "`", "´", "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‛", "‹", "›", "\u00ad"),
    *("＂", "＇", "「", "」", "说", "。", "。。。", "⸺", "ب", "000"),
    *("(", "[", ":", ";", "!", "?", "/", "@", "<", ">", "=", "\\", "www.a.b", "--help"),
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)
LANGUAGES = (*sorted(_LANGUAGES), "fr-CA", "und")
HOUSE = load("wire")[0].house


class Thorough(Setting):
    """Applies every rule to every passage."""

    def _is_right(self, text: str) -> bool:
        return False


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@example(text="说。。。")
@example(text="说⸺说")
def test_a_passage_that_is_right_is_left_as_every_rule_would_leave_it(language, text):
    manner = Manner.of(language, HOUSE)
    quick, thorough = Record("s.txt"), Record("s.txt")
    sent = Setting(manner, quick).prose([text], None)
    assert sent == Thorough(manner, thorough).prose([text], None)
    assert quick.diagnostics == thorough.diagnostics


@pytest.mark.parametrize("language", sorted(_LANGUAGES))
@given(text=TEXTS)
def test_a_text_without_a_binding_word_binds_no_number_and_no_name(language, text):
    known = conventions(language)
    assert known is not None
    if not spaces._has_binding_word(text, known):
        assert not [*spaces._before_numbers_and_names(text, known)]


@given(TEXTS)
def test_a_dash_between_words_stands_free(text):
    if dashes._SPACED.search(text) or dashes._CLOSE.search(text):
        assert dashes._FREE.search(text)


@given(TEXTS)
def test_what_is_no_prose_has_a_hint(text):
    plainly = re.compile(r"[@/\\`=<]|--[a-z]|\w\.[a-z]")
    assert bool(_HINT.search(text)) is bool(plainly.search(text))


@given(TEXTS)
def test_marks_are_single_or_two_alike(text):
    closing_inner = r"(?<=[^\s'(\[{])'(?=''(?!'))"
    plainly = re.compile(rf"{closing_inner}|``|''|´´|‘‘|’’|,,(?=\w)|[\"'`´“”„‟«»‘’‚‛‹›＂＇]")
    assert [m.span() for m in MARK.finditer(text)] == [m.span() for m in plainly.finditer(text)]


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_names_are_found_from_the_left_the_longest_first(text, names):
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, longest_first)) or "(?!)", text)
    assert [*occurrences(text, names)] == [match.span() for match in found]


@given(documents)
def test_no_document_has_more_marks_than_its_fields_have_room_for(document):
    assert flood.count_marks(document) <= 3 * len(json.encode(document))


def test_half_a_character_may_flood():
    assert flood.may_flood(story(title="\ud800"))
