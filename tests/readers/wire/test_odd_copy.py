"""Copy like the seed's in odd shapes is read as an editor would."""

from __future__ import annotations

import pytest

from exporter.model import Crosshead
from tests.readers.conftest import of

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said."
MORE = "The dome, which is made of steel and glass, was opened by the mayor and a class of pupils."


def test_two_bylines_are_one_of_two_persons():
    document = of(f"By Anna Adams\nBy Bo Berg\n{LEAD}\n{MORE}\n")
    assert document.byline is not None
    assert document.byline.names == ("Anna Adams", "Bo Berg")
    assert document.byline.text == "By Anna Adams By Bo Berg"
    assert document.byline.lines == (1, 2)
    assert document.headline is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("-'Red line'", "'Red line'"),
        ("-“Red line”", "“Red line”"),
        ("-What is next?", "What is next?"),
        ("–The mayor’s words", "The mayor’s words"),
    ],
)
def test_a_dash_makes_a_crosshead_of_a_quoted_or_asked_one_too(line, words):
    document = of(f"{LEAD}\n{line}\n{MORE}\n")
    assert [block.text for block in document.body if isinstance(block, Crosshead)] == [words]


def test_a_starred_credit_within_the_text_is_a_credit():
    document = of(f"{LEAD}\n*Writing by Merve Berker\n{MORE}\n*Edited by Anna Adams\n")
    assert [credit.text for credit in document.credits] == [
        "*Writing by Merve Berker",
        "*Edited by Anna Adams",
    ]
    assert [block.text for block in document.body][1:] == [MORE]


def test_who_contributed_is_known_behind_an_asterisk():
    (credit,) = of(f"{LEAD}\n*Bo Berg contributed to this story from Ankara\n").credits
    assert (credit.role, credit.names) == ("contribution", ("Bo Berg",))
    assert credit.text.startswith("*Bo Berg")
