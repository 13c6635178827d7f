"""Language tags."""

from __future__ import annotations

import pytest

from exporter.model import is_language_tag, is_right_to_left


@pytest.mark.parametrize("tag", ["en", "en-GB", "zh-Hant", "sr-Latn-RS", "es-419", "de-CH-1996"])
def test_tags_of_bcp_47_are_known_as_such(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text", ["", "english language", "e", "en_GB", "en-", "日本", "en\n", "x" * 99]
)
def test_anything_else_is_not(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize(
    ("tag", "to_the_left"),
    [("ar", True), ("he-IL", True), ("az-Arab", True), ("ar-Latn", False), ("en", False)],
)
def test_the_script_decides_the_direction_where_it_is_named(tag: str, to_the_left: bool) -> None:
    assert is_right_to_left(tag) is to_the_left
