"""What no form tells, its place does: headline, decks, names alone."""

from __future__ import annotations

import pytest

from exporter.model import Document
from tests.readers.conftest import of

LEAD = "LUND, Sweden (AP) _ The observatory opened its new dome on Tuesday, it said.\n"
LONG = (
    "The observatory of the city opened its new dome on Tuesday, the university said in a"
    " statement, and many came to look through the glass for the first time in years. A second"
    " dome will open in the autumn, and a third one is planned for the year after, they said.\n"
)
SHORT = "A second dome will open in the autumn, the head of the observatory told reporters.\n"


def parts(document: Document) -> tuple[str | None, list[str], str | None]:
    headline = document.headline.text if document.headline else None
    byline = document.byline.text if document.byline else None
    return headline, [deck.text for deck in document.subheadline], byline


def test_a_headline_that_goes_on_in_small_letters_was_wrapped():
    document = of("Solid walls may have kept the wind out of the new observatory\ndome\n" + LEAD)
    assert parts(document)[:2] == (
        "Solid walls may have kept the wind out of the new observatory dome",
        [],
    )


def test_points_above_the_story_are_decks_without_their_marks():
    document = of("Dome opens\n* Second one in autumn\n* Third one next year\n" + LEAD)
    assert parts(document)[:2] == ("Dome opens", ["Second one in autumn", "Third one next year"])


def test_a_summary_above_the_byline_is_a_deck():
    document = of(f"Dome opens in Lund\n{LONG}By Anna Berg\nAP Science Writer\n{LEAD}")
    assert parts(document) == (
        "Dome opens in Lund",
        [LONG.strip()],
        "By Anna Berg AP Science Writer",
    )


@pytest.mark.parametrize(
    "name", ["Anna Berg", "Ana María Ruiz Berg", "Андрей Иванов", "구현모", "dpa", "Anadolu Ajansı"]
)
def test_a_name_alone_below_the_headline_is_a_byline(name):
    document = of(f"New dome opens in Lund\n{name}\n{LONG}{SHORT}")
    assert parts(document) == ("New dome opens in Lund", [], name)
    assert len(document.body) == 2


@pytest.mark.parametrize("line", ["Second dome in autumn", "One - two", "Anna Berg: a dome"])
def test_other_short_lines_are_no_names(line):
    assert of(f"New dome opens in Lund\n{line}\n{LONG}{SHORT}").byline is None


def test_a_line_that_is_no_sentence_below_a_name_is_a_deck():
    document = of(f"New dome opens in Lund\nAnna Berg\nHow the sky came to the city\n{LONG}")
    assert parts(document)[1] == ["How the sky came to the city"]


def test_a_short_summary_above_a_long_lead_is_a_deck():
    summary = "Lund has a new dome. It shows the sky.\n"
    document = of(f"New dome opens in Lund\nAFP\n{summary}{LONG}")
    assert parts(document)[1] == [summary.strip()]
    assert parts(of(f"New dome opens in Lund\nAnna Berg\n{LONG}{SHORT}"))[1] == []


def test_a_line_that_leads_to_a_list_is_no_deck():
    document = of(f"The main stories\nBy Anna Berg\nThe main stories today:\n1A) {LONG}2. {LONG}")
    assert parts(document)[1] == []


def test_headline_and_byline_may_share_a_line():
    document = of("Dome Opens in Lund  By ANNA BERG, Associated Press Writer\n\n" + LEAD)
    assert parts(document) == (
        "Dome Opens in Lund", [], "By ANNA BERG, Associated Press Writer",
    )  # fmt: skip


def test_a_story_run_on_behind_its_note_is_taken_apart():
    document = of(
        "DOMES-Lund has a new one\n(Adds comments, detail) * Second dome in autumn * Third next"
        f" year By Anna Berg Jan 30 (Reuters) - {LONG.strip()} (Reporting by Anna Berg in Lund;"
        " Editing by Jon Breen)\n"
    )
    assert parts(document) == (
        "DOMES-Lund has a new one",
        ["Second dome in autumn", "Third next year"],
        "By Anna Berg",
    )
    assert [note.text for note in document.ed_note] == ["(Adds comments, detail)"]
    assert document.dateline is not None
    assert (document.dateline.date, document.dateline.agency) == ("Jan 30", "Reuters")
    assert [block.text for block in document.body] == [LONG.strip()]
    assert [credit.role for credit in document.credits] == ["reporting", "editing"]


def test_a_note_between_asterisks_parts_from_the_headline():
    document = of(f"Dome opens in Lund*** TRANSLATED ***\n{LEAD}")
    assert parts(document)[0] == "Dome opens in Lund"
    assert [note.text for note in document.ed_note] == ["*** TRANSLATED ***"]


def test_a_headline_that_ends_with_a_small_word_was_wrapped():
    first = "Constitutional convention votes for domes, against links to"
    document = of(f"{first}\nBritish ones\n{LEAD}")
    assert parts(document)[0] == (
        "Constitutional convention votes for domes, against links to British ones"
    )


def test_decks_below_a_name_are_as_many_as_are_no_sentences():
    head = "새 천문대 오늘 문을 열다 시민들 관심\n박준석 기자 외 1명"
    document = of(f"{head}\n첫 번째 소식\n두 번째 소식\n{LONG}")
    assert parts(document)[1] == ["첫 번째 소식", "두 번째 소식"]
    assert document.byline is not None
    assert document.byline.names == ("박준석",)


def test_a_paragraph_directly_below_the_headline_that_repeats_the_lead_is_a_deck():
    lead = "Lund opened its new observatory with a glass dome on Tuesday after years of delays."
    summary = (
        "Lund opens observatory with glass dome after years of delays. It is the first of its sort."
    )
    document = of(f"Sky comes to the city\n{summary}\n\n{lead}\n\n{SHORT}")
    assert parts(document)[1] == [summary]
    assert parts(of(f"Sky comes to the city\n{SHORT}\n{lead}\n"))[1] == []


def test_the_slug_and_initials_of_efe_stand_below_the_headline():
    document = of(
        "Abren una cúpula en Lund\nSUECIA CIENCIA\ndaa/mt/msr\nLund, 21 ene (EFE).- La cúpula"
        " fue abierta el martes, informó hoy a Efe una fuente oficial de la ciudad. EFE\n"
    )
    assert document.slugline is not None
    assert document.slugline.text == "SUECIA CIENCIA"
    assert [credit.text for credit in document.credits] == ["daa/mt/msr"]
    assert document.end_mark is not None
    assert document.end_mark.text == "EFE"
    assert document.body[0].text.endswith("de la ciudad.")


def test_a_headline_that_was_sent_again_is_one():
    for again in ("Dome opens in Lund\n", "\n**Dome opens in Lund**\n\n"):
        document = of(f"Dome opens in Lund\n{again}{LEAD if again[0] == 'D' else LONG + SHORT}")
        assert parts(document)[:2] == ("Dome opens in Lund", [])
        assert [block.text for block in document.body if block.text.startswith("Dome")] == []


def test_capitals_over_an_indented_text_are_a_headline():
    document = of(
        "(CORRECTED) - DOME CO <DOM> SETS QUARTERLY\n    Qtly div six cts vs six cts prior\n"
        "    NOTE: the fourth quarter is not available. The year includes\ngain of a dome.\n"
        "    - Corrects payout of item appearing Feb 25.\n Reuter\n"
    )
    assert parts(document)[0] == "(CORRECTED) - DOME CO <DOM> SETS QUARTERLY"
    assert document.body[-1].text.endswith("The year includes gain of a dome.")
    assert [note.text for note in document.ed_note] == [
        "- Corrects payout of item appearing Feb 25."
    ]


def test_a_line_alone_is_a_headline_unless_it_is_a_sentence():
    assert parts(of("Explosion heard in harbor of Lund"))[0] == "Explosion heard in harbor of Lund"
    assert parts(of("An explosion was heard in the harbor of Lund."))[0] is None


def test_a_name_alone_above_a_dateline_is_a_byline_unless_headlines_are_in_capitals():
    document = of(f"Dome opens in Lund\nAnna Berg\n{LEAD}")
    assert document.byline is not None
    assert document.byline.names == ("Anna Berg",)
    assert of(f"Dome Opens In Lund\nMore Stars\n{LEAD}").byline is None


def test_a_title_may_stand_below_a_blank_line():
    document = of(f"Dome opens\n\nBy ANNA BERG\n\nAssociated Press\n\n{LEAD}")
    assert document.byline is not None
    assert document.byline.text == "By ANNA BERG Associated Press"
    assert document.subheadline == ()


def test_the_name_of_a_table_is_no_person():
    document = of("BC-SOC--Standings\nSwedish League Standings\nTeam      P  W\nLund      2  1\n")
    assert document.byline is None
    assert document.headline is not None
    assert document.headline.text == "Swedish League Standings"


def test_a_short_sentence_may_be_the_lead_below_a_headline():
    more = "The dome, which is made of steel and glass, was opened by the mayor and by a class."
    document = of(f"Dome opens in Lund\n\nThe mayor was not to be seen.\n\n{more}\n")
    assert document.headline is not None
    assert [block.text for block in document.body] == ["The mayor was not to be seen.", more]
    assert of(f"Dome opens in Lund\nThe mayor was not seen.\n{more}\n").headline is None


def test_more_lines_than_a_headline_has_decks_are_text():
    lines = [f"The dome that they call {name} is open" for name in "ABCDE"]
    few = of("\n".join(["Domes open in Lund", *lines, LEAD]))
    assert parts(few)[:2] == ("Domes open in Lund", lines)
    lines.append("The last dome is open")
    many = of("\n".join(["Domes open in Lund", *lines, LEAD]))
    assert parts(many)[:2] == ("Domes open in Lund", [])
    assert [block.text for block in many.body[:-1]] == lines


def test_a_line_over_lists_with_headings_of_their_own_is_a_headline():
    document = of("Domes to see\nLUND\n- One at noon\n- One at night\nYSTAD\n- One at dawn\n")
    assert parts(document) == ("Domes to see", [], None)
    assert of("Domes to see\nIn Lund\n- One at noon\n- One at night\n").headline is None


def test_two_capitalised_words_below_a_slug_are_its_headline_and_no_name():
    document = of(f"BC-Sweden-Dome, 1st Ld\nDome Opens\n{LONG}{SHORT}")
    assert parts(document) == ("Dome Opens", [], None)
