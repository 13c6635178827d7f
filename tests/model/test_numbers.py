"""Which cells of a table are numbers, and which columns are set as numbers."""

from __future__ import annotations

import pytest

from exporter.model.numbers import figures, numeric_columns


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("12", "12"),
        (" 1,234.5 ", "1,234.5"),
        ("1 234,5 %", "1 234,5"),
        ("-3", "-3"),
        ("−3", "−3"),
        ("$12", "$12"),
        ("US$ 12", "US$ 12"),
        ("-€4.20", "-€4.20"),
        ("12 €", "12"),
        ("12 km", "12"),
        ("21°", "21"),
        ("±0.3", "±0.3"),
        ("10:30", "10:30"),
        ("2:1", "2:1"),
        ("14*", "14"),
        ("14 (a)", "14"),
        ("3.5³", "3.5"),
    ],
)
def test_a_number_has_a_sign_a_currency_a_unit_and_a_mark_of_a_note(text, head):
    assert figures(text) == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "n/a",
        "Izmir",
        "12 miles",
        "A 1",
        "3 of 4",
        "(12)",
        "12-14",
        "1" + " " * 99_999 + "x",
    ],
)
def test_words_and_signs_alone_are_no_number(text):
    assert figures(text) is None


@pytest.mark.parametrize(
    ("cells", "numeric"),
    [
        (["1", "22"], True),
        (["1", "-", "n/a", "", "…"], True),
        (["9:45", "10:30"], True),
        (["12 km", "8 km"], True),
        (["1", "two"], False),
        (["-", "–"], False),
        ([""], False),
        ([], False),
    ],
)
def test_a_column_is_numeric_where_some_cells_are_and_the_others_lack_one(cells, numeric):
    assert numeric_columns([[cell] for cell in cells], 1) == [numeric]


def test_a_short_row_lacks_its_last_cells():
    assert numeric_columns([["1", "2"], ["3"]], 3) == [True, True, False]
