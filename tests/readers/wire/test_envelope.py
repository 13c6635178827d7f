"""What transmission and archives put around a story is no part of it, but may speak of it."""

from __future__ import annotations

import pytest

from exporter.model import Crosshead, ItemList, Kind, Paragraph, Table
from tests.readers.conftest import codes, of

PROSE = "The observatory opened its new dome on Tuesday, the university said in a statement.\n"

STANDINGS = """\
z9631-----
r z BC-DOM--Domes     05-17 0820
^BC-DOM--Dome Standings<
^Dome Standings=
^All Times CET=
^By The Associated Press=
^NORTHERN LEAGUE=
^;W;L;Pct<
Lund;23;13;.639
Ystad;24;14;.632
\t   ___=
^Sunday's Games=
\t   Lund 7, Ystad 5
\t   Malmo 5, Lund 1, 13 innings
\t   Ystad at Lund, 1:08 p.m.<
AP-WF-05-17-16 0620GMT<
"""


def test_lines_that_anpa_centres_are_headings():
    document = of(STANDINGS)
    heads = [block.text for block in document.body if isinstance(block, Crosshead)]
    assert heads == ["NORTHERN LEAGUE", "Sunday's Games"]
    (games,) = [block for block in document.body if isinstance(block, ItemList)]
    assert [item.text for item in games.items][-1] == "Ystad at Lund, 1:08 p.m."
    (table,) = [block for block in document.body if isinstance(block, Table)]
    assert len(table.rows) == 3
    assert document.kind is Kind.TABLE
    assert document.urgency == 4


def test_what_follows_the_list_below_a_centred_line_is_read_too():
    document = of(STANDINGS.replace(
        "\t   Ystad at Lund, 1:08 p.m.<\n", f"\n{PROSE}\n{PROSE}\n"
    ))  # fmt: skip
    games, *prose = document.body[-3:]
    assert isinstance(games, ItemList)
    assert len(games.items) == 2
    assert [type(block) for block in prose] == [Paragraph, Paragraph]


def test_of_a_centred_head_each_line_has_its_part():
    document = of(STANDINGS)
    assert document.slugline is not None
    assert document.slugline.text == "BC-DOM--Dome Standings"
    assert document.headline is not None
    assert document.headline.text == "Dome Standings"
    assert [deck.text for deck in document.subheadline] == ["All Times CET"]
    assert document.byline is not None
    assert document.byline.names == ()


def test_the_header_of_aap_says_what_its_lines_are():
    document = of(
        "ZCZC AAP\n%A\n#AM Lund headlines\n$Lund headlines round-up Nov 06\n:1200\n~AM Service\n"
        "@SWE\nHere are this morning's headlines...\n\n* The dome of Lund opens.\n\n"
        "* The dome of Ystad does not.\n\nMaking news in sport...\n\n* Lund beat Ystad.\n\n"
        "* Ystad were beaten.\n\nNNNN\n"
    )
    assert document.slugline is not None
    assert document.slugline.text == "AM Lund headlines"
    assert document.headline is not None
    assert document.headline.text == "Lund headlines round-up Nov 06"
    kinds = [type(block) for block in document.body]
    assert kinds == [Crosshead, ItemList, Crosshead, ItemList]
    assert document.kind is Kind.DIGEST
    assert document.end_mark is not None
    assert codes(document).count("R013") == 5


def test_the_older_header_of_aap_has_other_marks():
    document = of(
        f"ZCZC AAP\n$T\n:Dome V8\n=Lund 500\n^DOME:  Results after Lund 500\n*X\n"
        f"LUND, Dec 7 AAP - {PROSE}"
    )
    assert document.slugline is not None
    assert document.slugline.text == "Dome V8"
    assert document.headline is not None
    assert document.headline.text == "DOME: Results after Lund 500"
    assert document.dateline is not None
    assert document.dateline.agency == "AAP"


def test_a_headline_may_stand_between_tags():
    document = of(
        "XIE19990227.0171 <DATE_TIME> 1999-02-27 </DATE_TIME><HEADLINE> Dome Opens in Lund"
        f" </HEADLINE>\n\nLUND, February 26 (Xinhua) --\n\n{PROSE}"
    )
    assert document.headline is not None
    assert document.headline.text == "Dome Opens in Lund"
    assert [block.text for block in document.body] == [PROSE.strip()]


def test_an_archive_dates_a_story_on_a_line_of_its_own():
    document = of(
        f"XIE19980808.0049 \r 1998-08-08\nDome Opens\n\nLUND, May 8 (Xinhua) --\n\n{PROSE}"
    )
    assert document.headline is not None
    assert document.headline.text == "Dome Opens"


def test_a_slugline_that_was_sent_twice_is_one():
    document = of(f"BC-DOM--Dome\nBC-DOM--Dome\nDome opens in Lund\nLUND (AP) _ {PROSE}")
    assert document.headline is not None
    assert document.headline.text == "Dome opens in Lund"
    assert document.slugline is not None
    assert document.slugline.lines == (1, 1)


def test_a_digest_of_ap_is_a_list_of_headlines():
    document = of(
        "V4644 -----\nr e AP-Top-Domes-Hea 02-09 0121\n^*9006< ^AP-Top-Dome-Headlines,0176<\n"
        "^AP Top Dome News at 11:23 p.m. CET<\n^Dome opens in Lund\n^Ystad's dome stays shut\n"
        "^Third dome is planned for 'next year'\nAP-WF-02-10-16 0423GMT<\n"
    )
    assert document.slugline is not None
    assert document.slugline.text == "AP-Top-Dome-Headlines,0176"
    assert document.headline is not None
    assert document.headline.text == "AP Top Dome News at 11:23 p.m. CET"
    (items,) = document.body
    assert isinstance(items, ItemList)
    assert len(items.items) == 3
    assert document.kind is Kind.DIGEST


def test_headlines_with_asterisks_between_them_are_a_digest():
    document = of("DOME OPENS IN LUND ** YSTAD'S STAYS SHUT ** THIRD IS PLANNED ** FOURTH TOO ** ")
    (items,) = document.body
    assert isinstance(items, ItemList)
    assert [item.text for item in items.items][-1] == "FOURTH TOO"
    assert document.kind is Kind.DIGEST


def test_the_slug_of_a_header_names_copy_that_has_no_other():
    header = "F\nf0725 reute\nu f BC-DOME-POINT/LUND 02-26 0105\n\n"
    document = of(f"{header}DOME OPENS\nLUND, Feb 26 - {PROSE}")
    assert document.slugline is not None
    assert document.slugline.text == "BC-DOME-POINT/LUND"
    assert document.urgency == 3


def test_below_a_frame_the_first_line_is_the_headline():
    document = of(
        "ZCZC FMG000\nYY RFG INTERNET (3RR)\nRACING : Lund FIELDS Saturday\nWeather: Fine\n"
        " 1 _    2  Dome Curtis  (1)    M J Berg (a)            58\n"
        " 2 _    2  Dome Justice  (3)   L Breen                 58\n"
    )
    assert document.headline is not None
    assert document.headline.text == "RACING : Lund FIELDS Saturday"


def test_tags_of_a_headline_without_one_are_no_headline():
    document = of(f"<HEADLINE> </HEADLINE>\n\nLUND, February 26 (Xinhua) --\n\n{PROSE}")
    assert document.headline is None
    assert document.body[0].text == PROSE.strip()


def test_a_frame_around_nothing_is_no_text():
    document = of("\n212322 GMT Nov 18\n\n")
    assert document.body == ()
    assert codes(document).count("R013") == 1


@pytest.mark.parametrize("rank", ["URGENT", "BULLETIN"])
def test_a_word_of_rank_below_a_headline_is_no_frame(rank):
    document = of(f"Dome opens in Lund\n{rank}\nLUND, February 26 (Xinhua) -- {PROSE}")
    assert document.urgency is None
    assert [deck.text for deck in document.subheadline] == [rank]
