"""Bylines name persons, not houses."""

from __future__ import annotations

import pytest

from exporter.readers.text.lines import Line
from exporter.readers.wire.byline import byline
from tests.readers.conftest import of


def names(text: str) -> tuple[str, ...] | None:
    found = byline(Line(1, text))
    return found.byline.names if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Leyla Arikan", ("Leyla Arikan",)),
        ("By Leyla Arikan and Tomas Brandt", ("Leyla Arikan", "Tomas Brandt")),
        ("By Ann Rice, Bo Berg and Ines Kovac", ("Ann Rice", "Bo Berg", "Ines Kovac")),
        ("BY LEYLA ARIKAN AND TOMAS BRANDT, REUTERS", ("LEYLA ARIKAN", "TOMAS BRANDT")),
        ("by Leyla Arikan, Reuters", ("Leyla Arikan",)),
        ("By Tom Brandt, The San Marino Union-Tribune", ("Tom Brandt",)),
        ("By Luc-Jo de la Tour and Al O’Neill in Paris", ("Luc-Jo de la Tour", "Al O’Neill")),
        ("By J. R. Moreau", ("J. R. Moreau",)),
        ("Von Anna Berg", ("Anna Berg",)),
        ("By staff writers", ()),
        ("By Leyla Arikan from Izmir", ("Leyla Arikan",)),
        ("By The Associated Press", ()),
        ("By Associated Press", ()),
        ("By dpa correspondents", ()),
        ("By AFP, MANILA", ()),
        ("dpa", ()),
    ],
)  # fmt: skip
def test_a_byline_names_its_persons_in_order(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "By Tuesday, the river had risen",
        "By noon Friday",
        "By the time the boats came in, the harbor was empty.",
        "By train to Vienna",
        "Reuter",
        "Bypass opens in Linz",
        "",
    ],
)
def test_prose_is_no_byline(text):
    assert names(text) is None


def test_the_title_below_a_name_belongs_to_the_byline():
    found = byline(Line(4, "By RUTH ABELSON="), Line(5, "Associated Press Writer="))
    assert found is not None
    assert found.byline.text == "By RUTH ABELSON Associated Press Writer"
    assert (found.byline.names, found.byline.lines) == (("RUTH ABELSON",), (4, 5))
    assert found.used == 2


def test_a_sentence_that_begins_with_by_stays_in_the_body():
    document = of("By Tuesday, the river had risen\nto the bridge, the mayor said.\n")
    assert document.byline is None
    assert document.body


@pytest.mark.parametrize("who", ["Anna Berg", "Anna Berg, Dome Times", "ANNA BERG"])
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_what_says_by_is_a_byline_though_nothing_stands_below_it(who, apart):
    document = of(f"Dome opens in Lund{apart}By {who}\n")
    assert document.byline is not None
    assert document.byline.text == f"By {who}"
    assert [name.title() for name in document.byline.names] == ["Anna Berg"]
    assert document.subheadline == ()


def test_an_agency_on_the_last_line_is_no_byline():
    document = of("Dome opens in Lund\nReuters\n")
    assert document.byline is None
