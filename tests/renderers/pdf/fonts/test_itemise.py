"""Scripts, directions and clusters."""

from __future__ import annotations

import pytest

from exporter.renderers.pdf.fonts.itemise import clusters, stretches


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COVID-вакцина", [("COVID-", "Latn", "ltr"), ("вакцина", "Cyrl", "ltr")]),
        ("«Αθήνα»", [("«Αθήνα»", "Grek", "ltr")]),
        ("e\u0301t\u00e9", [("e\u0301té", "Latn", "ltr")]),
        ("שלום,2024", [("שלום,", "Hebr", "rtl"), ("2024", "Hebr", "ltr")]),
        ("12", [("12", "Zyyy", "ltr")]),
        ("", []),
    ],
)
def test_text_is_cut_where_its_script_or_direction_changes(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert stretches(text) == expected


@pytest.mark.parametrize(
    "seen",
    [
        ["e\u0323\u0302", "a"],
        ["👩\u200d👩\u200d👧", "x"],
        ["👍🏽", "!"],
        ["🇧🇷", "🇹🇷"],
        ["❤\ufe0f", "a"],
        ["क्", "षि"],
        ["각", "a"],
        ["\u1100\u1161\u11a8", "a"],
        ["🏴\U000e0067\U000e0062\U000e007f", "."],
    ],
)
def test_a_cluster_is_what_a_reader_takes_for_one_character(seen: list[str]) -> None:
    assert clusters("".join(seen)) == seen
