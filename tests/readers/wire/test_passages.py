"""Hard wraps are undone, other line ends are not."""

from __future__ import annotations

from exporter.model import LineBreak, Paragraph
from exporter.readers.text.lines import split_lines
from exporter.readers.wire.passages import passages, wrapping
from tests.readers.conftest import of, story

WRAPPED = """\
Under the agreement, which runs for two years, crews will work
no more than four nights in a row, and the terminals will pay
a supplement of 38 crowns an hour.

About 40 ships were waiting outside the port, and the owners
said that the backlog would be cleared within a week.
"""
INDENTED = """\
    Under the agreement, which runs for two years, crews will
work no more than four nights in a row, and the terminals will
pay a supplement.
    It is short.
    About 40 ships were waiting outside the port, and the owners
said that the backlog would be cleared within a week.
"""
LINE_BY_LINE = """\
Under the agreement, crews will work no more than four nights.
The terminals will pay a supplement of 38 crowns an hour.
About 40 ships were waiting outside the port on Tuesday.
"""


def joined(text: str) -> list[str]:
    lines = split_lines(text)
    return [passage.text for passage in passages(lines, wrapping(lines))]


def test_blank_lines_part_wrapped_paragraphs():
    found = joined(WRAPPED)
    assert len(found) == 2
    assert found[0].endswith("crews will work no more than four nights in a row, and the"
                             " terminals will pay a supplement of 38 crowns an hour.")  # fmt: skip


def test_indents_part_wrapped_paragraphs():
    assert [text.split()[0] for text in joined(INDENTED)] == ["Under", "It", "About"]


def test_a_paragraph_a_line_stays_so():
    assert joined(LINE_BY_LINE) == LINE_BY_LINE.splitlines()


def test_a_long_line_is_a_paragraph_beside_wrapped_ones():
    assert len(joined(LINE_BY_LINE + "\n" + "A longer line than any of these. " * 9)) == 4


def test_a_wrapped_story_keeps_the_lines_of_each_paragraph():
    document = story("reuters-harbour")
    assert [tuple(block.lines) for block in document.body if block.lines][:2] == [(3, 6), (7, 9)]
    assert document.end_mark is not None


def test_lines_that_no_wrap_explains_stay_apart():
    document = of(WRAPPED + "\nMarta Lindqvist\nHarbour Street 4\nGothenburg\n")
    last = document.body[-1]
    assert isinstance(last, Paragraph)
    assert last.text == "Marta Lindqvist\nHarbour Street 4\nGothenburg"
    assert sum(isinstance(inline, LineBreak) for inline in last.inlines) == 2


def test_lines_of_a_script_without_spaces_join_without_one():
    line = "新しい天文台が火曜日に開館したと大学が発表した" * 2 + "とのこと"
    assert joined(f"{line}\n{line}\n{line}\n")[0].count(" ") == 0


def test_what_hangs_below_a_bullet_belongs_to_its_item():
    items = "".join(
        f"-   {name}, nominee for administrator of the office for public domes\n"
        "    of the county, and keeper of its key\n"
        for name in ("Anna Berg", "Jon Breen", "Ines Kovac", "Leyla Arikan")
    )
    assert [text[:7] for text in joined(f"{WRAPPED}\n{items}")[2:]] == [
        "- Anna ", "- Jon B", "- Ines ", "- Leyla",
    ]  # fmt: skip


def test_lines_below_indented_ones_that_were_not_full_stay_apart():
    text = (
        "   The terminals will pay for the crews of the night, all of it.\nA fee is to come.\n"
        "\n   About 40 ships were waiting outside.\nIt rained.\n"
    )
    assert joined(text) == [line.strip() for line in text.splitlines() if line]


def test_rows_of_a_table_part_the_wrapped_lines_around_them():
    first, *rows, last = joined(f"{WRAPPED}Lund        2    3\nYstad       1    1\n{WRAPPED}")[1:-1]
    assert first.startswith("About")
    assert rows == ["Lund 2 3", "Ystad 1 1"]
    assert last.startswith("Under")
