"""Where words are divided."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.typography import hyphenator
from exporter.typography.dictionaries import dictionary
from exporter.typography.patterns import Patterns
from tests.strategies import hostile_text


def _divided(word, language="en"):
    divisions = hyphenator(language)(word)
    pieces = zip((0, *divisions), (*divisions, len(word)), strict=True)
    return "-".join(word[start:end] for start, end in pieces)


@pytest.mark.parametrize(
    ("language", "word", "divided"),
    [
        ("en", "government", "gov-ern-ment"),
        ("en", "Afghanistan", "Afghanistan"),
        ("en-GB", "government", "gov-ern-ment"),
        ("en-GB", "organisation", "or-gan-isa-tion"),
        (None, "stability", "sta-bil-ity"),
        ("de", "Ministerpräsident", "Mi-nis-ter-prä-si-dent"),
        ("fr", "gouvernement", "gou-ver-ne-ment"),
        ("es", "gobierno", "go-bierno"),
        ("ru", "правительство", "пра-ви-тель-ство"),
        ("no", "regjeringen", "re-gje-rin-gen"),
        ("pt_BR", "governo", "go-verno"),
        ("tr", "Mühendislere", "Mü-hen-dis-lere"),
        ("tr-TR", "İstanbulluların", "İs-tan-bul-lu-la-rın"),
        ("tr", "kontrolsüz", "kont-rol-süz"),
        ("tr", "Programı’nda", "Prog-ramı’nda"),
        ("tr", "krşkrşkrş", "krşkrşkrş"),
        ("fi", "psykoterapiakeskus", "psy-ko-te-ra-pia-kes-kus"),
        ("fi", "yhdysvaltalaisviranomaisiin", "yh-dys-val-ta-lais-vi-ra-no-mai-siin"),
    ],
)
def test_a_word_is_divided_by_the_patterns_of_its_language(language, word, divided):
    assert _divided(word, language) == divided


@pytest.mark.parametrize(
    "word",
    [
        *("KREMLIN", "NATO's", "COVID19", "a1234567", "short", "", "x" * 500),
        *("https://example.org/statement", "statement@example.org", "example.org"),
        *("inter-Afghan", "government_house"),
    ],
)
def test_capitals_numbers_addresses_compounds_and_short_words_are_not_divided(word):
    assert hyphenator("en")(word) == ()


def test_punctuation_around_a_word_moves_its_divisions_and_no_more():
    assert _divided("“government’s,”") == "“gov-ern-ment’s,”"
    assert _divided("(stability).") == "(sta-bil-ity)."


@pytest.mark.parametrize("language", ["tr", "ar", "zh", "x-unknown", "", "-", "\x00", "en\ud800"])
def test_any_language_tag_gives_a_hyphenator(language):
    assert isinstance(hyphenator(language)("government"), tuple)


@pytest.mark.parametrize("language", ["ar", "vi", "zh", "x-unknown"])
def test_a_language_without_a_dictionary_or_a_rule_divides_nothing(language):
    assert hyphenator(language)("hükümetinin") == ()


def test_at_least_two_letters_stay_and_three_go():
    for word in ("abilities", "aerial", "alumna", "eventually", "ideology", "radio-active"):
        divisions = hyphenator("en")(word)
        assert all(2 <= division <= len(word) - 3 for division in divisions)


def test_a_letter_and_its_accent_are_not_divided():
    word = "re\u0301publique\u0301ment"
    divisions = hyphenator("fr")(word)
    assert divisions
    assert all(word[division] != "\u0301" for division in divisions)


def test_a_capital_whose_small_form_is_longer_does_not_shift_divisions():
    plain = hyphenator("en")("Istanbulgovernment")
    assert hyphenator("en")("İstanbulgovernment")[-1] == plain[-1]


def test_a_division_that_would_change_letters_is_not_offered():
    patterns = Patterns.of("asz1s/z=,1,1\na1b\n")
    assert patterns.divisions("asszony") == []
    assert patterns.divisions("aab") == [2]


def test_what_a_dictionary_says_beside_patterns_is_understood():
    patterns = Patterns.of("% comment\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\n\na1b \n^^e91x\n")
    assert (patterns.left, patterns.right) == (3, 4)
    assert patterns.divisions("éx") == [1]


@pytest.mark.parametrize("name", ["en_US", "en_GB", "fr", "es", "it_IT", "nl_NL", "ru_RU", "sv"])
def test_the_patterns_divide_as_pyphen_does(name, seed_bytes):
    from pyphen import LANGUAGES, HyphDict

    words = {"république", "señora", "правительство", "människor", "perchè"}
    words |= {word.lower() for word in seed_bytes.decode().split() if word.isalpha()}
    patterns, reference = Patterns.read(LANGUAGES[name]), HyphDict(LANGUAGES[name])
    for word in words:
        expected = [int(point) for point in reference.positions(word) if point.data is None]
        assert patterns.divisions(word) == expected, word


@given(hostile_text | st.text(max_size=200), st.sampled_from(["en", "fr", "it", "el", "tr", "fi"]))
def test_any_text_is_divided_within_itself(text, language):
    divisions = hyphenator(language)(text)
    assert list(divisions) == sorted(set(divisions))
    assert all(0 < division < len(text) for division in divisions)


def test_importing_typography_does_not_import_pyphen():
    code = "import sys, exporter.typography; sys.exit('pyphen' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "tag", ["en-US", "de", "de-AT", "pt-BR", "nb-NO", "sr-Latn", "zh-Hant", "x", ""]
)
def test_a_dictionary_is_the_one_that_pyphen_gives(tag):
    from pyphen import LANGUAGES, language_fallback

    name = language_fallback(tag)
    assert dictionary(tag) == (LANGUAGES[name] if name else None)
