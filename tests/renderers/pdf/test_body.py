"""The body of a story as blocks: where the end mark stands, what closes a table, emphasis."""

from __future__ import annotations

import pytest

from exporter.model import (
    Block,
    Break,
    Crosshead,
    Emphasis,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Strong,
    Table,
    Text,
)
from exporter.renderers import RenderOptions
from exporter.renderers.pdf.conformance.condition import condition
from exporter.renderers.pdf.pages.blocks import Block as SetBlock
from exporter.renderers.pdf.pages.compose import Composer
from exporter.renderers.pdf.pages.geometry import geometry
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.spaces import space_for
from exporter.renderers.pdf.setting.style import Wardrobe
from exporter.renderers.pdf.setting.words import Compositor, Word
from exporter.stylesheet import Align, EmphasisStyle, Stylesheet, load
from exporter.typography import hyphenator
from exporter.units import Length
from exporter.values import replace
from tests.renderers.pdf.stories import one_paragraph

WIRE = load("wire")[0]
ZERO = Length(0)
LIST = ItemList((ListItem.of("one"), ListItem.of("two", ListItem.of("two and a half"))))
TABLE = Table((("Pier", "Boats"), ("North", "12"), ("South", "7")), 1)


def composed(
    *body: Block, end_mark: SourceText | None = None, style: Stylesheet = WIRE
) -> list[SetBlock]:
    """The blocks of a story's text, its closing lines left out."""
    document = replace(one_paragraph(), body=body, credits=(), end_mark=end_mark)
    page = geometry(style)
    gallery = Gallery({}, space_for(condition(style, RenderOptions().profile).components))
    composer = Composer(
        document, style, hyphenator("en"), page.column_width, "en", gallery, page.measure
    )  # fmt: skip
    return composer.story().text


def words(blocks: list[SetBlock]) -> list[Word]:
    return [
        word
        for block in blocks
        for row in block.rows
        for piece in row.pieces
        for word in piece.line.words
    ]


def is_mark(word: Word) -> bool:
    return word.parts[-1].style.artifact


@pytest.mark.parametrize(
    ("last", "text"),
    [
        (Paragraph.of("The end."), "end."),
        (LIST, "half"),
        (Quotation((Paragraph.of("He said so."), Paragraph.of("Twice."))), "Twice."),
        (Quotation((LIST,)), "half"),
    ],
)  # fmt: skip
def test_the_end_mark_follows_the_last_word(last: Block, text: str) -> None:
    for body in ((last,), (Paragraph.of("One."), last, Break()), (last, last)):
        found = words(composed(*body))
        assert [is_mark(word) for word in found] == [False] * (len(found) - 1) + [True]
        assert text in found[-2].text + found[-1].text


def test_bullets_below_a_number_are_bullets_and_numbers_below_them_begin_with_one() -> None:
    point = ListItem.of("point", ListItem.of("step"), ListItem.of("step"), ordered=True)
    items = (ListItem.of("one", point, ordered=False), ListItem.of("two", point, ordered=False))
    marks = [block.rows[0].pieces[0] for block in composed(ItemList(items, ordered=True))[1:]]
    assert ["".join(word.text for word in mark.line.words) for mark in marks] == [
        "1.", "•", "1.", "2.", "2.", "•", "1.", "2.",
    ]  # fmt: skip


@pytest.mark.parametrize("last", [TABLE, Figure("ramp.jpg", "A ramp", (Text("The ramp"),))])
def test_the_end_mark_has_a_line_of_its_own_below_what_is_no_text(last: Block) -> None:
    *others, before, mark = composed(Paragraph.of("One."), last)
    assert not any(is_mark(word) for word in words([*others, before]))
    assert [is_mark(word) for word in words([mark])] == [True]
    assert before.keep_with_next
    # It says nothing to a listener.
    assert all(piece.element is None for row in mark.rows for piece in row.pieces)


@pytest.mark.parametrize("last", [Paragraph.of("The end."), LIST, TABLE])
def test_there_is_no_end_mark_where_the_sender_has_set_one(last: Block) -> None:
    assert not any(is_mark(word) for word in words(composed(last, end_mark=SourceText("###"))))


def test_a_table_is_closed_at_a_column_s_foot_wherever_it_goes_on() -> None:
    rows = [block for block in composed(TABLE, Paragraph.of("The end.")) if block.whole]
    assert [bool(row.foot) for row in rows] == [True, True, False]
    assert rows[-1].underline == rows[0].foot


@pytest.mark.parametrize(
    ("by", "italic", "weight"),
    [(EmphasisStyle.ITALIC, True, 400), (EmphasisStyle.BOLD, False, 700)],
)
def test_emphasis_is_italic_or_bold_as_the_house_has_it(
    by: EmphasisStyle, italic: bool, weight: int
) -> None:
    style = replace(WIRE, house=replace(WIRE.house, emphasis=by))
    made = Compositor(Wardrobe(style, "en")).words(
        (Emphasis((Text("loud"),)), Text(" "), Strong((Text("louder"),))), "body"
    )
    emphasised, strong = (word.parts[0].face.key for word in made)
    assert (emphasised.italic, emphasised.weight) == (italic, weight)
    assert (strong.italic, strong.weight) == (False, 700)


def test_short_lines_above_a_table_stand_with_it() -> None:
    blocks = composed(
        Paragraph.of("The results of the harbour regatta, as they were told on Sunday. " * 4),
        Paragraph.of("SUNDAY"), Paragraph.of("Race 3"), TABLE,
    )  # fmt: skip
    assert [block.keep_with_next for block in blocks[:3]] == [False, True, True]


def test_a_break_that_nothing_follows_is_not_drawn() -> None:
    blocks = composed(Paragraph.of("The end."), Break(), Break())
    assert len(blocks) == 1
    assert is_mark(words(blocks)[-1])


@pytest.mark.parametrize(("align", "share"), [(Align.END, 1.0), (Align.CENTRE, 0.5)])
def test_lines_stand_where_their_role_aligns_them(align: Align, share: float) -> None:
    roles = {**WIRE.roles, "body": replace(WIRE.roles["body"], align=align, hanging=False)}
    style = replace(WIRE, roles={**roles, "lead": replace(roles["body"], first_indent=ZERO)})
    page = geometry(style)
    rows = composed(Paragraph.of("The harbour council met. " * 9), style=style)[0].rows
    assert len(rows) > 2
    for row in rows:
        (piece,) = row.pieces
        white = page.column_width - piece.line.natural
        assert piece.x == pytest.approx(white * share)


def test_the_lines_of_a_crosshead_are_balanced() -> None:
    text = "Engineers inspect the ramp while island councillors dispute new hinges and old bills"
    first, second = composed(Crosshead.of(text), Paragraph.of("She is 61."))[1].rows
    widths = [row.pieces[0].line.natural for row in (first, second)]
    assert max(widths) < 1.3 * min(widths)


def test_a_table_s_narrow_columns_stay_on_one_line_where_that_saves_some() -> None:
    finding = "Rust below the waterline on nine of the twelve piles, and no paint"
    rows = (
        ("Pier", "Owner", "What the engineers found", "What it would cost to mend"),
        ("North", "County", finding, "£1.2 million"),
        ("South", "Ferry company", "Sound", "Nothing"),
    )
    south = composed(Table(rows, 1))[3]
    assert len(south.rows) == 1
