"""Capitals follow the language."""

from __future__ import annotations

import pytest

from exporter.model.capitals import capitals


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("istanbul ılıca", "tr", "İSTANBUL ILICA"),
        ("istanbul", "tr-TR", "İSTANBUL"),
        ("istanbul", "en", "ISTANBUL"),
        ("Ελλάδα προϊόν ᾳ", "el", "ΕΛΛΑΔΑ ΠΡΟΪΟΝ Α"),
        ("ή", "el", "Ή"),
        ("Straße", "de", "STRAẞE"),
        ("ĳs", "nl", "ĲS"),
    ],
)
def test_capitals_are_those_of_the_language(text: str, language: str, expected: str) -> None:
    assert capitals(text, language) == expected
