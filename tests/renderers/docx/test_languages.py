"""Languages as Word states them."""

from __future__ import annotations

import pytest

from exporter.renderers.docx.languages import WordLanguage, is_tag, word_language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        (None, WordLanguage("en-US")),
        ("en", WordLanguage("en-US")),
        ("en-GB", WordLanguage("en-GB")),
        ("tr", WordLanguage("tr-TR")),
        ("ar", WordLanguage("en-US", complex_script="ar-SA")),
        ("ur", WordLanguage("en-US", complex_script="ur-PK")),
        ("zh-Hant", WordLanguage("en-US", east_asian="zh-Hant")),
        ("ja", WordLanguage("en-US", east_asian="ja-JP")),
        ("x-unknown", WordLanguage("x-unknown")),
        ("<en>", WordLanguage("en-US")),
    ],
)
def test_a_tag_is_stated_for_its_script(tag, language):
    assert word_language(tag) == language


@pytest.mark.parametrize(("tag", "turned"), [("az-Arab", True), ("az", False), ("ar-Latn", False)])
def test_a_script_decides_the_direction(tag, turned):
    assert word_language(tag).right_to_left is turned


def test_a_tag_is_letters_and_digits_in_short_groups():
    assert is_tag("de-CH-1996")
    assert not is_tag("de_CH")
    assert not is_tag("")
    assert not is_tag("en-" * 40)
