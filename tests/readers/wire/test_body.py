"""A body's blocks: what is not surely something else is a paragraph."""

from __future__ import annotations

import pytest

from exporter.model import Block, Break, Crosshead, ItemList, Kind, Paragraph, Table
from tests.readers.conftest import codes, of, story

HEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said.\n"
PROSE = "A second dome will open in the autumn, the head of the observatory said on Tuesday.\n"


def blocks(text: str) -> tuple[Block, ...]:
    return of(HEAD + text).body[1:]


def kinds(text: str) -> list[type[Block]]:
    return [type(block) for block in blocks(text)]


def test_a_dash_without_a_space_makes_a_crosshead():
    head, prose = blocks("-Second dome\n" + PROSE)
    assert isinstance(head, Crosshead)
    assert (head.text, head.lines) == ("Second dome", (2, 2))
    assert isinstance(prose, Paragraph)


def test_two_dashed_lines_in_a_row_are_no_crossheads():
    assert kinds("-two domes\n-four mirrors\n" + PROSE)[0] is Paragraph


def test_a_crosshead_is_never_the_last_word():
    assert kinds(PROSE + "-Second dome\n") == [Paragraph, Paragraph]


def test_a_dashed_sentence_is_no_crosshead():
    assert kinds("-It is the second dome.\n" + PROSE)[0] is Paragraph


def test_capitals_and_short_lines_between_prose_are_crossheads():
    assert kinds(PROSE + "SECOND DOME\n" + PROSE) == [Paragraph, Crosshead, Paragraph]
    assert kinds(PROSE + "A second dome\n" + PROSE) == [Paragraph, Crosshead, Paragraph]


def test_a_short_sentence_is_no_crosshead():
    assert kinds(PROSE + "It is the second.\n" + PROSE) == [Paragraph] * 3
    assert kinds(PROSE + '"It is the second," he said\n' + PROSE) == [Paragraph] * 3


def test_bulleted_lines_are_a_list_and_their_bullets_are_reported():
    document = of(HEAD + "* two domes\n* four mirrors\n" + PROSE)
    items = document.body[1]
    assert isinstance(items, ItemList)
    assert [item.text for item in items.items] == ["two domes", "four mirrors"]
    assert items.lines == (2, 3)
    assert "R020" in codes(document)


@pytest.mark.parametrize("bullet", ["*", "•", "·", "▪", "-", "--"])
def test_a_list_has_any_of_these_bullets(bullet):
    items = blocks(f"{PROSE}{bullet} two domes\n{bullet} four mirrors\n{bullet} a roof\n{PROSE}")[1]
    assert isinstance(items, ItemList)
    assert [item.text for item in items.items] == ["two domes", "four mirrors", "a roof"]


def test_a_key_knows_its_lines():
    items = blocks("clr - clear\nrn - rain\nsn - snow\n")[0]
    assert isinstance(items, ItemList)
    assert items.lines == (2, 4)


def test_one_bullet_is_a_footnote_and_stays():
    (footnote,) = blocks("* one of them is closed in winter\n")
    assert isinstance(footnote, Paragraph)
    assert footnote.text.startswith("* one")


def test_a_dash_that_opens_speech_is_no_bullet():
    assert kinds("– It is open, he said.\n– It is warm, she said.\n") == [Paragraph, Paragraph]


def test_columns_are_a_table():
    (table,) = blocks("DOME       MIRRORS    YEAR\nFirst      2          1961\nSecond\t4\t2030\n")
    assert isinstance(table, Table)
    assert table.rows == (
        ("DOME", "MIRRORS", "YEAR"),
        ("First", "2", "1961"),
        ("Second", "4", "2030"),
    )


def test_semicolons_without_spaces_are_columns():
    (table,) = blocks("DOME;MIRRORS;MIN;YEAR\nFirst;2;-4;1961\n")
    assert isinstance(table, Table)
    assert table.rows[1] == ("First", "2", "-4", "1961")


def test_a_line_of_marks_is_a_break():
    for marks in ("___", "***", "* * *", "------"):
        assert kinds(f"{marks}\n{PROSE}") == [Break, Paragraph]


def test_a_quotation_over_several_paragraphs_is_left_as_sent():
    texts = [block.text for block in story("aa-ferry").body if isinstance(block, Paragraph)]
    assert any(text.startswith('"The crews') and text.endswith("at sea.") for text in texts)
    assert any(text.endswith("find,” the statement said.") for text in texts)


def test_a_list_with_windows_bullets_is_read_from_windows_bytes():
    document = story("pa-bakery-cp1252")
    (items,) = [block for block in document.body if isinstance(block, ItemList)]
    assert items.items[0].text == "Naïve Flour of York, for its rye loaf"
    assert document.source.encoding == "windows-1252"


def test_a_quoted_line_between_paragraphs_is_a_crosshead_and_a_quotation_is_none():
    assert kinds(PROSE + '"We see the sky better now"\n' + PROSE)[1] is Crosshead
    assert kinds(PROSE + '"We see the sky."\n' + PROSE)[1] is Paragraph


def test_a_question_may_be_a_crosshead():
    assert kinds(PROSE + "Who pays for the dome?\n" + PROSE)[1] is Crosshead
    assert kinds(PROSE + "He left. Who pays?\n" + PROSE)[1] is Paragraph


def test_a_line_with_capitals_as_a_heading_has_them_is_a_crosshead():
    figures = "Domes in the county of Lund (2030): 20, which is the second highest after Ystad\n"
    assert kinds(PROSE + "Beyond Domes: The Figures Of The Year\n" + figures)[1] is Crosshead
    assert kinds(PROSE + "Beyond domes: the figures\n" + figures)[1] is Paragraph


def test_headings_in_markdown_are_crossheads_without_their_marks():
    first, _, second, _ = blocks(f"**Statement of the mayor:**\n{PROSE}### The sky\n{PROSE}")
    assert isinstance(first, Crosshead)
    assert isinstance(second, Crosshead)
    assert (first.text, second.text) == ("Statement of the mayor:", "The sky")


def test_numbered_lines_are_a_list_that_keeps_its_numbers():
    (items,) = blocks("1A) The first of the stories\n1B) The second of them\n2. The third\n")
    assert isinstance(items, ItemList)
    assert [item.text[:3] for item in items.items] == ["1A)", "1B)", "2. "]


def test_a_key_is_a_list():
    (items,) = blocks("clr - clear\npc - partly cloudy\nx - Indicates missing information.\n")
    assert isinstance(items, ItemList)
    assert items.items[1].text == "pc - partly cloudy"


def test_addresses_on_the_net_are_a_list_below_their_label():
    rule, label, links = blocks(
        "------\nOn the Net:\nThe dome: http://www.example.org\nThe city: http://example.com\n"
    )
    assert isinstance(rule, Break)
    assert isinstance(label, Crosshead)
    assert isinstance(links, ItemList)
    assert len(links.items) == 2


def test_what_stands_below_a_list_of_addresses_is_read_too():
    assert kinds(f"On the Net:\nwww.example.org\nwww.example.com\n\n{PROSE}\n{PROSE}") == [
        Crosshead, ItemList, Paragraph, Paragraph
    ]  # fmt: skip


def test_what_stands_below_results_is_read_too():
    results = "Northern league:\nLund 3 Ystad 1\nMalmo 2 Lund 2\n"
    assert kinds(f"{PROSE}\n{results}\n{PROSE}\n{PROSE}")[1:] == [
        Crosshead, ItemList, Paragraph, Paragraph
    ]  # fmt: skip


def test_capitals_over_a_table_head_it():
    assert kinds("SHARES OF DOMES\nDOME       MIRRORS    YEAR\nFirst      2          1961\n") == [
        Crosshead,
        Table,
    ]


def test_what_a_short_heading_with_a_colon_announces_is_a_list():
    head, items = blocks(
        "**<u>Members of the delegation:</u>**\n\nMs. Anna Berg, Keeper of the dome\n\n"
        "Mr. Jon Breen, Mayor of Lund\n\nMs. Ines Kovac, University of Lund\n"
    )
    assert isinstance(head, Crosshead)
    assert isinstance(items, ItemList)
    assert (head.text, len(items.items)) == ("Members of the delegation:", 3)


def test_a_dashed_line_between_paragraphs_is_a_crosshead_also_with_a_space():
    assert kinds(PROSE + "- Second dome\n" + PROSE) == [Paragraph, Crosshead, Paragraph]
    assert kinds(PROSE + "- second of them\n" + PROSE)[1] is Paragraph


def test_lines_directly_above_a_table_head_it():
    rows = "1  Copper Kettle  (2) 58.5 D Berg(Lund)  J Breen\n2  Tin Whistle  (7) 58 A Ek  B Lo\n"
    found = kinds(PROSE + "1 GOLDEN DOME PLATE 12.40\n$35,000, 1400m\n" + rows)
    assert found == [Paragraph, Crosshead, Crosshead, Table]


def test_a_row_that_was_wrapped_is_one_row():
    (table,) = blocks(
        "Lund        120.4     118.2     +1.9    Netherlands, Belgium\n"
        "Ystad       310.9     330.0     -5.8    United Kingdom and\n"
        "Ireland\n"
        "Malmo       88.0      87.5      +0.6    Egypt\n"
    )
    assert isinstance(table, Table)
    assert table.rows[1][-1] == "United Kingdom and Ireland"
    assert len(table.rows) == 3


def test_a_company_s_figures_beside_those_of_a_year_ago_are_a_table():
    document = of(
        "Dome Tools Inc <DTI> 3rd qtr net\n    Shr 41 cts vs 37 cts\n"
        "    Net 8,120,000 vs 7,350,000\n"
        "    Nine mths\n    Shr 1.18 dlrs vs 1.02 dlrs\n Reuter\n"
    )
    assert document.headline is not None
    assert document.headline.text == "Dome Tools Inc <DTI> 3rd qtr net"
    (table,) = document.body
    assert isinstance(table, Table)
    assert table.rows[1:3] == (("Net 8,120,000", "vs 7,350,000"), ("Nine mths",))
    assert document.kind is Kind.TABLE
    assert kinds("It was Lund 8 vs Ystad 9, and nobody in the town will ever forget it.\n") == [
        Paragraph
    ]


def test_results_below_a_sentence_are_a_list_without_a_heading():
    results = "Lund 3 Ystad 1\nMalmo 2 Kiel 2\n"
    prose, found, more = blocks(f"{PROSE}{results}{PROSE}")
    assert isinstance(found, ItemList)
    assert [item.text for item in found.items] == ["Lund 3 Ystad 1", "Malmo 2 Kiel 2"]
    assert type(prose) is type(more) is Paragraph


def test_results_below_a_heading_are_a_list():
    found = blocks(PROSE + "Tuesday's Games\nLund 4, Ystad 1\nMalmo 3, Ahus 2, OT\n")
    assert [type(block) for block in found] == [Paragraph, Crosshead, ItemList]


@pytest.mark.parametrize(
    "text",
    [
        "天文台的新圆顶于星期二开放。\n市长和学生参加了仪式。\n第二座圆顶将于秋天开放。\n",
        "天文台の新しいドームが火曜日に開館した。\n市長と生徒が出席した。\n二つ目は秋に開く。\n",
    ],
)
def test_a_line_is_a_paragraph_also_in_scripts_that_say_more_in_less(text):
    assert len(of("天文台\n\n" + text).body) >= 3
