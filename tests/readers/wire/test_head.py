"""The head of a story, line by line."""

from __future__ import annotations

import pytest

from exporter.model import Crosshead, Kind, Paragraph
from tests.readers.conftest import of, story

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said.\n"

ADVISORIES = """ADDS STATEMENT FROM UNIVERSITY, BACKGROUND
UPDATES WITH DEATH TOLL, CHANGES HEADLINE
ATTENTION - ADDS quotes, details ///
ADDS QUOTES; UPDATES DEATH TOLL
LaserPhoto LN1
With Photo
Eds: UPDATES with statement of mayor.
(Adds details, background)
ATTN EDITORS: A longer story follows.
Note to editors: A longer story follows.
AP Photos LUN101-125
= (PICTURES) =
1ST LEAD
REFILE
No pickup"""


@pytest.mark.parametrize("line", ADVISORIES.splitlines())
def test_an_advisory_is_a_note_and_neither_headline_nor_body(line):
    document = of(f"{line}\n{LEAD}")
    assert [(note.text, note.lines) for note in document.ed_note] == [(line, (1, 1))]
    assert document.headline is None
    assert len(document.body) == 1


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE – Dome opens in Lund",
        "Update on the dome",
        "Eds and flows",
        "LEADS IN THE DOME CASE",
    ],
)
def test_a_headline_is_no_advisory(line):
    document = of(f"{line}\n{LEAD}")
    assert document.headline is not None
    assert document.headline.text == line


def test_a_note_in_brackets_may_be_wrapped():
    document = of(
        f"Dome opens in Lund\n(Adds statement of the university\nin last paragraph)\n{LEAD}"
    )
    assert [note.text for note in document.ed_note] == [
        "(Adds statement of the university in last paragraph)"
    ]


@pytest.mark.parametrize(
    "line", ["BC-Sweden-Dome, 5th Ld-Writethru", "Sweden/science/", "AM-Dome Rdp, 3rd Ld"]
)
def test_a_slug_is_the_slugline(line):
    document = of(f"{line}\nDome opens in Lund\n{LEAD}")
    assert document.slugline is not None
    assert document.slugline.text == line
    assert document.headline is not None


def test_a_headline_and_one_below_it():
    document = of(f"Dome opens in Lund\nSecond one follows in autumn\nBy Anna Berg\n{LEAD}")
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert [part.text for part in document.subheadline] == ["Second one follows in autumn"]


def test_a_sentence_above_the_dateline_is_a_paragraph():
    document = of(f"It is the second dome in a year.\n{LEAD}")
    assert document.headline is None
    assert document.body[0].text == "It is the second dome in a year."


def test_a_headline_without_byline_and_dateline_stands_apart():
    prose = "The observatory opened its new dome on Tuesday, the university said, and many came.\n"
    document = of("Dome opens in Lund\n\n" + prose * 2)
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"


def test_the_lead_keeps_what_follows_the_dateline():
    document = of(LEAD)
    assert document.dateline is not None
    assert document.dateline.text == "LUND, Sweden (AA) -"
    assert document.body[0].text.startswith("The observatory")
    assert document.body[0].lines == (1, 1)


def test_a_dateline_may_have_a_line_to_itself():
    document = of("LUND, August 8 (Xinhua) --\n\nThe observatory opened its new dome.\n")
    assert document.dateline is not None
    assert document.dateline.lines == (1, 1)
    assert [block.text for block in document.body] == ["The observatory opened its new dome."]


def test_marks_of_lines_are_taken_off_and_the_priority_is_kept():
    document = of(
        "eca0003 3 i 380  dpa 0045\n\nSweden/science/\n"
        "Dome opens in Lund =\nBy Anna Berg, dpa =\n\n"
        "Lund (dpa) - The observatory opened its new dome.\n\ndpa ab cd\n\n212322 GMT Nov 18\n"
    )
    assert document.urgency == 3
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert document.byline is not None
    assert document.byline.text == "By Anna Berg, dpa"
    assert len(document.body) == 1


def test_the_mark_at_the_end_of_a_line_may_stand_close():
    document = of(f"Dome opens in Lund=\n{LEAD}")
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert any("'=' (1×)" in found.message for found in document.diagnostics)


def test_a_second_slug_of_other_words_is_not_lost():
    document = of(f"BC-Sweden-Dome\nDome opens in Lund\nSweden/science/\n{LEAD}")
    assert document.slugline is not None
    assert document.slugline.text == "BC-Sweden-Dome"
    assert [deck.text for deck in document.subheadline] == ["Sweden/science/"]


def test_a_sentence_above_the_lead_that_begins_with_source_is_text():
    line = "Source: the university said it had closed the old dome for good."
    document = of(line + "\n" + LEAD)
    assert document.credits == ()
    assert document.body[0].text == line


def test_kinds_are_told_apart():
    assert of(LEAD).kind is Kind.STORY
    assert of("Explosion heard in harbor of Lund").kind is Kind.ALERT
    assert of("Eds: A story follows.\n").kind is Kind.SERVICE_MESSAGE
    assert story("usgov-style-library-release").kind is Kind.PRESS_RELEASE
    assert of("AP-APNewsAlert\nLUND (AP) -- A dome opens.\n").kind is Kind.ALERT
    assert of("BC-US--AP Advisory-Dome\nEditors:\nA story follows.\n").kind is (
        Kind.SERVICE_MESSAGE
    )
    assert of("BC-Dome, KILL\nKill the story that moved earlier.\nThe AP\n").kind is (
        Kind.SERVICE_MESSAGE
    )
    assert of("DOME;MIRRORS;MIN;YEAR\nFirst;2;-4;1961\n").kind is Kind.TABLE


def test_items_under_headings_with_datelines_of_their_own_are_a_digest():
    item = "LUND, Sweden (AP) — The observatory opened its new dome on Tuesday, it said.\n"
    document = of(f"News in Brief\n\nDome opens\n\n{item}\nA second dome\n\n{item}")
    assert document.kind is Kind.DIGEST
    assert document.dateline is None
    assert document.headline is not None
    assert [type(block) for block in document.body] == [Crosshead, Paragraph] * 2
    assert document.body[1].text == item.strip()


@pytest.mark.parametrize(
    "line",
    ["bc-dome 1stld-writethru 11-29", "1 SCIENCE Dome", "BC-Dome,HOLD"],
)
def test_other_agencies_have_slugs_of_their_own(line):
    document = of(f"{line}\nDome opens in Lund\n{LEAD}")
    assert document.slugline is not None
    assert document.slugline.text == line


def test_the_number_and_the_rank_of_a_take_are_no_headlines():
    document = of(f"A0634 BC-DOME-NYT\nUrgent\nDome opens in Lund\n{LEAD}")
    assert document.slugline is not None
    assert document.slugline.text == "BC-DOME-NYT"
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert document.urgency == 3
