"""Quotations as a typist has them come out in the marks of their language, however they nest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import exporter
from exporter.model import Crosshead, Paragraph
from exporter.stylesheet import load
from exporter.typography import refine
from tests.conftest import SEED
from tests.typography.inspection import PAIRS, faults
from tests.typography.stories import refined_paragraph

HOUSE = load("wire")[0].house
NBSP, NNBSP = "\u00a0", "\u202f"

# Outer, inner and third marks, by hand.
LEVELS = {
    "en": ("“”", "‘’", "“”"),
    "tr": ("“”", "‘’", "“”"),
    "de": ("„“", "‚‘", "„“"),
    "de-CH": ("«»", "‹›", "«»"),
    "fr": (f"«{NBSP}|{NBSP}»", "“”", "‘’"),
    "fr-CH": (f"«{NNBSP}|{NNBSP}»", "‹›", "‘’"),
    "es": ("«»", "“”", "‘’"),
    "ru": ("«»", "„“", "«»"),
    "el": ("«»", "“”", "‘’"),
    "ar": ("«»", "‹›", "«»"),
}
WORDS = {
    "en": (
        ["it's", "don't", "rain", "O'Hara", "so-called"],
        ["it’s", "don’t", "rain", "O’Hara", "so-called"],
    ),
    "tr": (["Bolu'da", "yol", "3'te"], ["Bolu’da", "yol", "3’te"]),
    "de": (["Regen", "geht's", "Ku'damm"], ["Regen", "geht’s", "Ku’damm"]),
    "fr": (["l'eau", "aujourd'hui", "pluie"], ["l’eau", "aujourd’hui", "pluie"]),
    "es": (["lluvia", "agua", "niño"], ["lluvia", "agua", "niño"]),
    "ru": (["дождь", "Д'Арк", "вода"], ["дождь", "Д’Арк", "вода"]),
    "el": (["βροχή", "νερό"], ["βροχή", "νερό"]),
    "ar": (["مطر", "ماء"], ["مطر", "ماء"]),
}
TYPED_NESTED, TYPED_ALIKE = ('""', "''", '""'), ('""', '""', '""')

# A word by its place in the list, or a quotation of such.
_WORD = st.integers(0, 5)
_phrases = st.recursive(
    st.lists(_WORD, min_size=1, max_size=3),
    lambda inner: st.lists(_WORD | inner, min_size=1, max_size=3),
    max_leaves=6,
)
_sentences = st.lists(_WORD | _phrases, min_size=1, max_size=4)


def _written(parts, words, levels, depth=0):
    """The parts with the marks of each level around what is quoted, three levels deep."""
    said = []
    for part in parts:
        if isinstance(part, int):
            said.append(words[part % len(words)])
        elif depth < len(levels):
            opening, closing = levels[depth].split("|") if "|" in levels[depth] else levels[depth]
            said.append(f"{opening}{_written(part, words, levels, depth + 1)}{closing}")
        else:
            said.append(_written(part, words, levels, depth))
    return " ".join(said)


@pytest.mark.parametrize("language", LEVELS)
@given(sentence=_sentences)
def test_nested_quotations_get_the_marks_of_their_level(language, sentence):
    typed, set_ = WORDS[language.partition("-")[0]]
    sent = f"A {_written(sentence, typed, TYPED_NESTED)}."
    expected = f"A {_written(sentence, set_, LEVELS[language])}."
    assert refined_paragraph(sent, HOUSE, language).text == expected


@pytest.mark.parametrize("language", [tag for tag in LEVELS if tag not in ("en", "tr", "ar")])
@given(sentence=_sentences)
def test_quotations_within_others_may_have_the_same_straight_marks(language, sentence):
    """Not where single marks close to others could be apostrophes."""
    typed, set_ = WORDS[language.partition("-")[0]]
    sent = f"A {_written(sentence, typed, TYPED_ALIKE)}."
    expected = f"A {_written(sentence, set_, LEVELS[language])}."
    assert refined_paragraph(sent, HOUSE, language).text == expected


@pytest.mark.parametrize("language", [tag for tag in PAIRS if tag != "zh"])
@given(sentence=_sentences)
def test_no_mark_is_straight_or_the_wrong_way_round(language, sentence):
    typed, _ = WORDS[language]
    text = refined_paragraph(f"A {_written(sentence, typed, TYPED_NESTED)}.", HOUSE, language).text
    assert faults(text, language) == []


@pytest.mark.parametrize("path", [SEED, *sorted((SEED.parents[1] / "tests/stories").glob("*.txt"))])
def test_no_story_keeps_a_straight_mark_or_has_one_the_wrong_way_round(path):
    document, _ = refine(exporter.read(path), HOUSE)
    for block in document.body:
        if isinstance(block, Paragraph | Crosshead):
            found = faults(block.text, "en")
            assert [fault for fault in found if "is not closed" not in fault] == [], block.text


def test_the_inspection_finds_what_is_wrong():
    assert faults("“One ‘two’ three’s”", "en") == []
    assert faults("”One “ ", "en") == [
        "” closes nothing at 0",
        "opens before a space at 5",
        "“ is not closed",
    ]
    assert faults('a "b', "en") == ["straight at 2"]
    assert faults("a“b ”", "en") == ["opens after a letter at 1", "closes after a space at 4"]
    assert faults("«a “b»", "fr") == ["» closes nothing at 5", "« is not closed", "“ is not closed"]
