"""Languages as Word states them."""

from __future__ import annotations

import pytest

from exporter.renderers.docx.languages import WordLanguage, word_language


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
        ("x-unknown", WordLanguage("en-US")),
        ("<en>", WordLanguage("en-US")),
    ],
)
def test_a_tag_is_stated_for_its_script(tag, language):
    assert word_language(tag) == language


@pytest.mark.parametrize(("tag", "turned"), [("az-Arab", True), ("az", False), ("ar-Latn", False)])
def test_a_script_decides_the_direction(tag, turned):
    assert word_language(tag).right_to_left is turned
