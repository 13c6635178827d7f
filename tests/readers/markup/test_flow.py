"""Marked-up text becomes blocks, and no word is lost."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exporter.diagnostics import Lines
from exporter.model import (
    Break,
    Crosshead,
    Emphasis,
    Figure,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from exporter.model.words import words_of
from exporter.readers.markup import Markup
from exporter.readers.remarks import Remarks
from exporter.readers.xml import tree


def blocks(markup: str):
    return reading(markup)[0]


def reading(markup: str):
    remarks = Remarks("story.xml")
    root, _ = tree(f"<body>{markup}</body>", "NITF", "story.xml")
    found = Markup(remarks, Lines(1, 1)).blocks(root)
    return tuple(_plain(block) for block in found), remarks.diagnostics()


def _plain(block):
    assert block.lines == Lines(1, 1)
    return type(block)(
        **{name: getattr(block, name) for name in block.__struct_fields__ if name != "lines"}
    )


def test_paragraphs_keep_their_markup():
    assert blocks('<p>A <em>quiet</em> <b>old</b> <a href="https://x.org/">town</a></p>') == (
        Paragraph(
            (
                Text("A "),
                Emphasis((Text("quiet"),)),
                Text(" "),
                Strong((Text("old"),)),
                Text(" "),
                Link("https://x.org/", (Text("town"),)),
            )
        ),
    )


def test_text_between_blocks_is_a_paragraph():
    assert blocks("One<hr/>two<div>three</div>four") == (
        Paragraph.of("One"),
        Break(),
        Paragraph.of("two"),
        Paragraph.of("three"),
        Paragraph.of("four"),
    )


def test_a_heading_in_a_paragraph_is_a_heading():
    assert blocks("<p>\n<h3>Calm</h3>\n</p>") == (Crosshead.of("Calm"),)


def test_an_element_of_the_sender_s_own_is_its_words():
    assert blocks("<p>In <Company>Harbour &amp; Sons</Company>.</p>") == (
        Paragraph.of("In Harbour & Sons."),
    )


def test_one_line_break_is_meant_and_two_part_paragraphs():
    assert blocks("<p>one<br/>two<br/> <br/>three</p>") == (
        Paragraph((Text("one"), LineBreak(), Text("two"))),
        Paragraph.of("three"),
    )


def test_lists_nest_and_number():
    found = blocks("<ol><li><p>one</p><ul><li>half</li></ul></li><li>two</li></ol>")
    one = ListItem.of("one", ListItem.of("half"), ordered=False)
    assert found == (ItemList((one, ListItem.of("two")), True),)


@pytest.mark.parametrize("names", ["ol ul ol", "ul ol ul", "ul ul ol", "ol ol ol"])
def test_each_list_is_numbered_or_is_not_as_it_was(names):
    outer, inner, innermost = names.split()
    (found,) = blocks(
        f"<{outer}><li>a<{inner}><li>b<{innermost}><li>c</li></{innermost}></li></{inner}></li>"
        f"</{outer}>"
    )
    (a,) = found.items
    (b,) = a.items
    second = a.numbers_below(found.ordered)
    assert (found.ordered, second, b.numbers_below(second)) == (
        outer == "ol", inner == "ol", innermost == "ol",
    )  # fmt: skip


def test_a_list_in_an_item_says_more_of_what_is_below_it_than_one_behind():
    within = "<li>a<ol><li>one</li></ol></li>"
    item = ListItem.of("a", ListItem.of("one"), ListItem.of("two"), ordered=True)
    assert blocks(f"<ul>{within}<ul><li>two</li></ul></ul>") == (ItemList((item,)),)


def test_of_two_lists_below_one_item_the_first_says_whether_they_are_numbered():
    lists = "<ol><li>one</li></ol><ul><li>two</li></ul>"
    below = (ListItem.of("one"), ListItem.of("two"))
    item = ListItem.of("a", *below, ordered=True)
    assert blocks(f"<ul><li>a{lists}</li></ul>") == (ItemList((item,)),)
    assert blocks(f"<ul><li>a</li>{lists}</ul>") == (ItemList((item,)),)


def test_pictures_and_tables_in_a_list_are_not_lost():
    found = blocks(
        '<ul><li>Ice<img src="ice.jpg" alt="Ice"/></li>'
        "<li>Ships<table><tr><td>One</td><td>2</td></tr></table></li></ul>"
    )
    assert found == (
        ItemList((ListItem.of("Ice"), ListItem.of("Ships", ListItem.of("One 2")))),
        Figure("ice.jpg", "Ice"),
    )


def test_a_figure_of_nothing_is_none():
    assert blocks("<figure><img/></figure><p>Ice.</p>") == (Paragraph.of("Ice."),)
    assert blocks("<figure></figure><p>Ice.</p>") == (Paragraph.of("Ice."),)


def test_a_list_of_terms_has_what_they_mean_below_them():
    found = blocks("<dl><dt>ice</dt><dd>cold</dd></dl>")
    assert found == (ItemList((ListItem.of("ice", ListItem.of("cold")),)),)


def test_a_table_has_its_headings_and_its_spans():
    found = blocks(
        "<table><caption>Tides</caption><tr><th>Port</th><th>High</th></tr>"
        '<tr><td>Lund</td><td>4</td></tr><tr><td colspan="2">none</td></tr></table>'
    )
    rows = (("Port", "High"), ("Lund", "4"), ("none", ""))
    assert found == (Table(rows, 1, caption=(Text("Tides"),)),)


def test_a_caption_without_a_table_is_a_paragraph():
    assert blocks("<table><caption>Tides</caption></table>") == (Paragraph.of("Tides"),)


def test_quotations_hold_blocks():
    assert blocks("<blockquote>So it is.</blockquote>") == (
        Quotation((Paragraph.of("So it is.", Lines(1, 1)),)),
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<figure><img src="tide.jpg" alt="The sea"/>'
        '<figcaption>High tide. <span class="credit">Karl</span></figcaption></figure>',
        '<media media-type="image"><media-reference source="tide.jpg" alternate-text="The sea"/>'
        "<media-caption>High tide.</media-caption><media-producer>Karl</media-producer></media>",
    ],
)
def test_pictures_come_with_their_words(markup):
    assert blocks(markup) == (Figure("tide.jpg", "The sea", (Text("High tide."),), "Karl"),)


def test_a_picture_within_a_paragraph_stands_by_itself():
    assert blocks('<p>One <img src="a.png"/> two</p>') == (
        Paragraph.of("One"),
        Figure("a.png"),
        Paragraph.of("two"),
    )


def test_a_film_is_reported_and_its_words_stay():
    found, said = reading(
        '<media media-type="video"><media-reference source="tide.mp4"/>'
        "<media-caption>High tide.</media-caption></media>"
    )
    assert found == (Paragraph.of("High tide."),)
    assert "tide.mp4" in said[0].message


def test_what_is_for_programs_is_reported():
    found, said = reading("<p>One<script>count()</script></p>")
    assert found == (Paragraph.of("One"),)
    assert [each.code for each in said] == ["R047"]


def test_a_table_drawn_with_blanks_is_a_table():
    found = blocks(
        "<p>Results on Monday\nAdanaspor           2 Kasimpasa            0\n"
        "Besiktas            5 Konyaspor            1\nBursaspor           0 Rizespor   1\n</p>"
    )
    assert [type(block) for block in found] == [Crosshead, Table]


def test_a_quotation_a_rule_and_a_table_in_an_item_are_its_words():
    found = blocks(
        "<ul><li>one<blockquote>two<blockquote>three</blockquote></blockquote><hr/>four"
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></li></ul>"
    )
    words = (Text("one"), LineBreak(), Text("two"), LineBreak(), Text("three"), LineBreak())
    (items,) = found
    assert isinstance(items, ItemList)
    (item,) = items.items
    assert item.inlines == (*words, Text("four"))
    assert item.items == (ListItem.of("a b"), ListItem.of("c d"))


def test_what_a_quotation_in_an_item_holds_is_its_words_too():
    found = blocks(
        "<ul><li><blockquote><ul><li>one<ul><li>half</li></ul></li></ul>"
        "<table><tr><td>a</td><td>b</td></tr></table><hr/>"
        '<figure><img src="a.png"/><figcaption>Tide</figcaption><p class="credit">Karl</p></figure>'
        "</blockquote></li></ul>"
    )
    assert " ".join(words_of(found[0]).split()) == "one half a b"
    assert found[1:] == (Figure("a.png", None, (Text("Tide"),), "Karl"),)


def test_a_picture_in_a_quotation_in_an_item_stands_below_the_list():
    inner = '<blockquote><p>Deeper</p><img src="b.png" alt="Ships"/></blockquote>'
    found, said = reading(
        f'<ul><li>one<blockquote><p>"Ice."</p><img src="a.png"/>{inner}</blockquote></li></ul>'
    )
    assert found[1:] == (Figure("a.png"), Figure("b.png", "Ships"))
    assert " ".join(words_of(found[0]).split()) == 'one "Ice." Deeper'
    assert not said


@pytest.mark.parametrize(
    ("picture", "what"),
    [
        ('<img src="a.png" alt="The sea"/>', "<img> .* The sea a.png"),
        ('<figure><img src="a.png"/></figure>', "<img> .* a.png"),
        ('<media media-type="image"><media-reference source="a.png"/></media>', "<media> .* a.png"),
    ],
)
@pytest.mark.parametrize(
    "around", ["<td>One {}</td>", "<td>One</td></tr><caption>{}</caption><tr>"]
)
def test_a_picture_where_only_words_can_stand_is_reported(picture, what, around):
    _, said = reading(f"<table><tr>{around.format(picture)}</tr></table>")
    assert [each.code for each in said] == ["R047"]
    assert re.search(what, said[0].message)


def test_a_picture_that_stands_is_not_reported():
    both = '<img src="a.png"/><figure><img src="b.png"/><figcaption>Tide</figcaption></figure>'
    other = '<media media-type="image"><media-reference source="c.png"/></media>'
    found, said = reading(f"<p>One {both}{other}</p>")
    assert [each.src for each in found if isinstance(each, Figure)] == ["a.png", "b.png", "c.png"]
    assert not said


def test_words_between_the_items_of_a_list_are_items_too():
    (found,) = blocks("<ul>Ports:<li>Lund</li></ul>")
    assert isinstance(found, ItemList)
    assert [item.text for item in found.items] == ["Ports:", "Lund"]


def test_a_list_directly_in_a_list_stands_below_the_item_before_it():
    one = ListItem.of("one", ListItem.of("half"), ordered=True)
    assert blocks("<ul><li>one</li><ol><li>half</li></ol><li>two</li></ul>") == (
        ItemList((one, ListItem.of("two"))),
    )


def test_each_picture_of_a_figure_stands_and_one_of_nothing_does_not():
    found = blocks(
        '<figure><img src="a.png"/><img src="b.png" alt="The sea"/><img/>'
        "<figcaption>High tide.</figcaption></figure>"
    )
    assert found == (
        Figure("a.png", caption=(Text("High tide."),)),
        Figure("b.png", "The sea"),
    )


def test_words_between_the_rows_of_a_table_stand_before_it():
    found = blocks("<table>Tides<tr><td>Lund</td></tr></table>")
    assert found == (Paragraph.of("Tides"), Table((("Lund",),), 0))


def test_a_table_in_a_cell_is_words_of_the_cell_and_one_of_nothing_is_none():
    inner = "<table><tr><td>b</td></tr></table>"
    assert blocks(f"<table><tr><td>a {inner}</td></tr></table>") == (Table((("a b",),), 0),)
    assert blocks("<p>One</p><table><tr><td/></tr></table>") == (Paragraph.of("One"),)


def test_an_anchor_without_an_address_is_its_words():
    assert blocks('<p>It <a name="here">closed</a>.</p>') == (Paragraph.of("It closed."),)


def test_what_html_sets_in_quotation_marks_gets_them():
    assert blocks("<p>He said <q>no</q>.</p>") == (Paragraph.of('He said "no".'),)


def test_lines_with_wide_gaps_that_are_no_columns_are_a_paragraph():
    assert blocks("It  closed.\nShips  waited.\nIt  froze.\n") == (
        Paragraph.of("It closed. Ships waited. It froze."),
    )


def test_a_picture_in_a_cell_is_reported_if_anything_is_said_of_it():
    cell = "<table><tr><td>a <img{}/></td><td>b</td></tr></table>"
    found, said = reading(cell.format(' src="ice.jpg" alt="Ice"'))
    assert found == (Table((("a", "b"),), 0),)
    assert [each.code for each in said] == ["R047"]
    assert "Ice ice.jpg" in said[0].message
    assert reading(cell.format("")) == (found, ())


def test_a_link_around_a_picture_is_reported_and_leads_from_the_words_beside_it():
    found, said = reading(
        '<p>See <a href="https://x.example/">the ice <img src="ice.jpg"/></a>.</p>'
    )
    assert found == (
        Paragraph.of("See"),
        Paragraph((Link("https://x.example/", (Text("the ice"),)),)),
        Figure("ice.jpg"),
        Paragraph.of("."),
    )
    assert [(each.code, "https://x.example/" in each.message) for each in said] == [("R047", True)]


@pytest.mark.parametrize(
    ("element", "inline"),
    [
        ('<a href="https://x.example/">{}</a>', lambda words: Link("https://x.example/", words)),
        ("<a>{}</a>", None),
        ("<b>{}</b>", Strong),
        ('<em class="bold">{}</em>', Strong),
        ("<i>{}</i>", Emphasis),
    ],
)
def test_blocks_in_an_element_of_running_text_have_its_meaning(element, inline):
    found, said = reading(element.format("<h2>Ice</h2><p>It froze.</p>"))
    wanted = [(Text("Ice"),), (Text("It froze."),)]
    assert [block.inlines for block in found] == [
        (inline(words),) if inline else words for words in wanted
    ]
    assert said == ()


def test_a_film_that_says_no_address_is_reported_by_its_kind():
    _, said = reading('<media media-type="video"><media-caption>Tide</media-caption></media>')
    assert [each.code for each in said] == ["R047"]
    assert "video" in said[0].message


NAMES = """p h2 ul ol li table tr td th blockquote figure img media media-caption em a br hr
pre div dl dd dt q span person note figcaption section hl2 body.content"""
names = st.sampled_from(NAMES.split())
elements = st.recursive(
    st.sampled_from(["", "one", "  two ", "three\n four"]),
    lambda inner: st.builds(
        lambda name, parts: f'<{name} class="credit" src="x.png">{"".join(parts)}</{name}>',
        names,
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(st.lists(elements, max_size=4).map("".join))
def test_every_word_of_any_nesting_is_in_the_blocks_in_its_order_or_reported(markup):
    found, said = reading(markup)
    sent = Counter("".join("".join(etree.fromstring(f"<body>{markup}</body>").itertext()).split()))
    held = Counter("".join("".join(words_of(block) for block in found).split()))
    for added in '";':  # around what q holds, and between the makers of a picture
        del held[added]
    told = Counter("".join(each.message for each in said))
    assert not sent - held - told
    assert not +held - sent
