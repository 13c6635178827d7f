"""A derived title is a whole clause."""

from __future__ import annotations

import pytest
from hypothesis import given

from exporter.readers.wire.title import ELLIPSIS, LONGEST, derived_title
from tests.readers.conftest import of
from tests.strategies import prose


def test_a_short_sentence_is_taken_without_its_full_stop():
    assert derived_title("A dome opened. A second follows.") == "A dome opened"


def test_a_question_keeps_its_mark():
    assert derived_title("Is it open? It is.") == "Is it open?"


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Army opened a dome on Aug. 15 near St. Louis",
        "Gen. J. R. Moreau met Dr. Ines Kovac at 3.5 percent",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert derived_title(text + ". It rained.") == text


def test_a_long_sentence_is_cut_where_a_clause_ends():
    clause = (
        "Two ferries brushed against each other in thick fog off the island of Chios on Tuesday"
    )
    rest = (
        ", leaving eleven passengers with light injuries, the coast guard of Greece said in Athens."
    )
    assert derived_title(clause + rest) == clause


def test_a_clause_needs_its_verb():
    text = (
        "The mayor of the largest town in the valley of the upper river, who took office in"
        " the spring of last year, said that the bridge over the canal would not be closed again."
    )
    assert derived_title(text).endswith(ELLIPSIS)


def test_a_clause_is_not_cut_inside_a_quotation():
    text = (
        "“We opened the dome because the sky was clear on that night, while everybody else"
        " was asleep in the valley, and we have not closed it since then,” said the head of it."
    )
    assert derived_title(text).endswith(ELLIPSIS)


def test_an_ellipsis_follows_a_whole_word():
    title = derived_title("word " * 60)
    assert title == "word " * 29 + "word" + ELLIPSIS or title.endswith("word" + ELLIPSIS)
    assert len(title) <= LONGEST


@given(prose)
def test_a_title_is_never_empty_nor_too_long(text):
    assert 0 < len(derived_title(text)) <= LONGEST


def test_without_a_lead_the_title_is_the_file_name():
    document = of("Eds: A story follows.\n", "observatory.txt")
    assert (document.title, document.title_derived) == ("observatory", True)


def test_the_headline_is_the_title():
    document = of("Dome opens in Lund\nBy Anna Berg\nLUND (AP) - A dome opened on Tuesday.\n")
    assert (document.title, document.title_derived) == ("Dome opens in Lund", False)
