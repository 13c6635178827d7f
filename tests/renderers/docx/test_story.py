"""The story in named styles and reading order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.model import (
    Crosshead,
    Figure,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Table,
    Text,
)
from exporter.renderers.docx import render
from exporter.stylesheet import load
from tests.renderers.docx.reading import W, find, members, paragraphs, part, styled, text
from tests.renderers.docx.stories import (
    ARABIC,
    DERIVED,
    EMBARGOED,
    NOTEBOOK,
    OPTIONS,
    PLAIN,
    RELEASED,
    RICH,
    SLUGGED,
)
from tests.renderers.docx.templates import courier, template
from tests.renderers.words import NAMELESS


def codes(rendition) -> list[str]:
    return [f"{each.code} {each.severity}" for each in rendition.diagnostics]


def with_body(*blocks):
    return replace(PLAIN, body=blocks)


def test_the_parts_of_a_story_stand_in_reading_order(wire):
    styles = [style for style, _ in paragraphs(part(render(RICH, wire, OPTIONS)))]
    order = list(dict.fromkeys(styles))
    assert order[:9] == [
        "Title", "Subtitle", "FactLabel", "FactValue", "NoteToEditorsLabelAside",
        "NoteToEditorsAside", "Abstract", "BodyText", "BodyTextFirstIndent",
    ]  # fmt: skip
    assert order[-2:] == ["Boilerplate", "Copyright"]


def test_a_long_name_of_a_picture_is_told_by_its_beginning(wire):
    (told,) = render(with_body(Figure("wall" * 100)), wire, OPTIONS).diagnostics
    assert told.message.count("wall") == 30
    assert "wall…" in told.message


def test_a_derived_title_has_a_style_of_its_own_based_on_title(wire):
    rendition = render(DERIVED, wire, OPTIONS)
    assert styled(rendition, "DerivedTitle") == [DERIVED.title]
    assert styled(rendition, "Title") == []
    styles = part(rendition, "word/styles.xml")
    assert find(styles, "//w:style[@w:styleId='DerivedTitle']/w:basedOn/@w:val") == ["Title"]


def test_title_and_crossheads_are_the_two_levels_of_the_outline(wire):
    styles = part(render(RICH, wire, OPTIONS), "word/styles.xml")
    level = "//w:style[w:name/@w:val='{}']/w:pPr/w:outlineLvl/@w:val"
    assert find(styles, level.format("Title")) == ["0"]
    assert find(styles, level.format("Derived Title")) == ["0"]
    assert find(styles, level.format("heading 2")) == ["1"]


def test_only_the_first_paragraph_and_those_after_a_crosshead_or_break_have_no_indent(wire):
    rendition = render(RICH, wire, OPTIONS)
    leads = styled(rendition, "BodyText")
    assert [lead.split()[0] for lead in leads] == ["BERGEN,", "The", "After"]


def test_the_dateline_is_run_in_with_the_lead(wire):
    root = part(render(RICH, wire, OPTIONS))
    assert styled(render(RICH, wire, OPTIONS), "BodyText")[0].startswith(
        "BERGEN, Norway, Nov. 6 (AA) — The council"
    )
    run = "//w:r[w:rPr/w:rStyle/@w:val='Dateline']/w:t/text()"
    assert find(root, run) == ["BERGEN, Norway,"]


def test_a_dateline_without_a_paragraph_to_run_into_stands_alone(wire):
    story = replace(RICH, body=(Crosshead.of("Timetable"),))
    assert styled(render(story, wire, OPTIONS), "BodyText") == [
        "BERGEN, Norway, Nov. 6 (AA) —"
    ]  # fmt: skip


FACTS = [
    ("Place", "BERGEN"), ("Agency", "AA"), ("By", "Kari Holm and Ola Vik"),
    ("Editing by", "Eva Lie"), ("Date", "Nov. 6"), ("Slug", "NORWAY-HARBOUR/WALL (UPDATE 2)"),
    ("Priority", "3"),
]  # fmt: skip


def test_the_facts_stand_in_a_frame_beside_the_text(wire):
    rendition = render(SLUGGED, wire, OPTIONS)
    labels, values = styled(rendition, "FactLabel"), styled(rendition, "FactValue")
    assert list(zip(labels, values, strict=True)) == FACTS
    frames = find(part(rendition), "//w:framePr")
    assert len(frames) == 2 * len(FACTS) + 3, "the note to editors stands below them"
    assert len({tuple(sorted(frame.items())) for frame in frames}) == 1, "alike: one frame"
    page = wire.page
    (width, left) = (find(frames[0], f"string(@w:{name})") for name in "wx")
    assert int(width) == wire.data_column.width.twips
    assert int(left) == page.margin_left.twips


def test_facts_and_note_that_the_column_has_no_room_for_reach_over_the_text(wire):
    long = tuple(SourceText("Photos of the wall are available. " * 20) for _ in range(4))
    rendition = render(replace(SLUGGED, ed_note=long), wire, OPTIONS)
    assert len(styled(rendition, "NoteToEditors")) == 4
    assert len(styled(rendition, "FactLabel")) == len(FACTS)
    noted = replace(RELEASED, embargo=SourceText("FOR RELEASE ON TUESDAY " * 100))
    rendition = render(noted, wire, OPTIONS)
    assert not find(part(rendition), "//w:framePr"), "Word would cut what a page cannot hold"
    assert styled(rendition, "Facts")[0].startswith("Release\u00a0FOR RELEASE ON TUESDAY")


def test_without_a_data_column_the_facts_are_a_strip(wire):
    plain = replace(wire, data_column=replace(wire.data_column, show=False))
    rendition = render(SLUGGED, plain, OPTIONS)
    assert not find(part(rendition), "//w:framePr")
    values = {label: value.replace(" ", "\u00a0") for label, value in FACTS}
    strip = "\u2003\u2003".join(f"{label}\u00a0{value}" for label, value in values.items())
    assert styled(rendition, "Facts") == [strip], "short values are kept on one line"


def test_the_houses_words_say_their_language_where_the_story_has_another(wire):
    """German words for facts do not exist in this style: they are English."""
    rendition = render(replace(SLUGGED, language="de"), wire, OPTIONS)
    runs = find(part(rendition), "//w:r[w:rPr/w:lang/@w:val='en-US']")
    assert [text(run) for run in runs] == [label for label, _ in FACTS if label != "Editing by"] + [
        "Note to editors"
    ], "the label of the credit is the sender's"
    assert not find(part(render(SLUGGED, wire, OPTIONS)), "//w:rPr/w:lang")


def test_a_byline_and_credits_that_are_no_facts_stand_in_the_text(wire):
    bare = replace(wire, data_column=replace(wire.data_column, fields=("place",)))
    rendition = render(RICH, bare, OPTIONS)
    assert styled(rendition, "Byline") == ["By Kari Holm and Ola Vik"]
    assert styled(rendition, "Credit") == ["*Editing by Eva Lie"]


def test_notes_to_editors_are_left_out_where_the_style_says_so(wire):
    silent = replace(wire, house=replace(wire.house, print_ed_note=False))
    rendition = render(RICH, silent, OPTIONS)
    assert styled(rendition, "NoteToEditors") == []
    assert b"UPDATES WITH VOTE" not in members(rendition)["word/document.xml"]


def test_the_end_mark_follows_the_last_word(wire):
    assert styled(render(PLAIN, wire, OPTIONS), "BodyTextFirstIndent")[-1].endswith(
        "spring.\u00a0■"
    )
    table = with_body(Table((("a",),)))
    assert paragraphs(part(render(table, wire, OPTIONS)))[-1] == ("BodyText", "■")


def test_the_senders_end_mark_takes_the_place_of_the_houses(wire):
    assert "■" not in text(part(render(RICH, wire, OPTIONS)))
    assert "■" in text(part(render(replace(RICH, end_mark=None), wire, OPTIONS)))


def test_a_story_that_may_not_be_published_says_so_above_the_title_and_on_every_page(wire):
    rendition = render(EMBARGOED, wire, OPTIONS)
    words = f"{wire.terms['en'].embargoed} · EMBARGOED UNTIL 2030-01-01 GMT"
    assert paragraphs(part(rendition))[0] == ("Notice", words)
    head = paragraphs(part(rendition, "word/header1.xml"))
    assert head[0] == ("RunningNotice", words)


def test_a_release_line_stands_among_the_facts_and_not_in_the_head(wire):
    rendition = render(RELEASED, wire, OPTIONS)
    assert styled(rendition, "FactValue") == ["FOR IMMEDIATE RELEASE"]
    assert b"IMMEDIATE" not in members(rendition)["word/header1.xml"]


def test_nothing_unpublishable_is_anywhere_in_the_file(wire):
    for content in members(render(NOTEBOOK, wire, OPTIONS)).values():
        assert b"of the source" not in content


def test_the_head_says_agency_and_slug_or_else_the_short_title(wire):
    head = paragraphs(part(render(SLUGGED, wire, OPTIONS), "word/header1.xml"))
    assert head == [("Header", "Anadolu Agency\nNORWAY-HARBOUR/WALL (UPDATE 2)\n1 / 1")]
    head = paragraphs(part(render(RICH, wire, OPTIONS), "word/header1.xml"))
    short = " ".join(RICH.title.split()[: wire.house.running_title_words])
    assert head == [("Header", f"Anadolu Agency\n{short}…\n1 / 1")]


def test_the_title_in_the_head_leaves_room_for_the_folio(wire):
    def title(document):
        ((_, words),) = paragraphs(part(render(document, wire, OPTIONS), "word/header1.xml"))
        return words.split("\n")[0]

    assert title(PLAIN) == PLAIN.title, "it stands over the text where there is no agency"
    long = "Consultations on international interdependence " * 5
    for document in (replace(PLAIN, title=long), replace(PLAIN, slugline=SourceText(long))):
        assert title(document).endswith("international…")
        assert len(title(document)) < 100


def test_a_slug_in_capitals_takes_more_room_and_an_endless_one_no_time(wire):
    def title(text, style):
        story = replace(PLAIN, slugline=SourceText(text))
        return find(part(render(story, style, OPTIONS), "word/header1.xml"), "//w:t/text()")[0]

    large = load("large-print")[0]
    capitals, letters = (
        "NORWAY-HARBOUR WALL AND PIERS (UPDATE 2)",
        "norway-harbour wall and piers (two)",
    )
    assert title(capitals, large) == "NORWAY-HARBOUR WALL AND PIERS…"
    assert title(letters, large) == letters
    assert len(title("NORWAY" * 100_000, wire)) < 100


def test_an_agency_that_is_wider_than_the_data_column_pushes_the_title_on(wire):
    def head(agencies):
        named = replace(wire, agencies=agencies)
        return text(part(render(SLUGGED, named, OPTIONS), "word/header1.xml"))

    assert head({"AA": "Anadolu Agency"}).startswith("Anadolu Agency\nNORWAY")
    long = "Associated Press of Australia and the Pacific"
    assert head({"AA": long}).startswith(f"{long}\u2003NORWAY")


def test_the_head_counts_pages_with_fields(wire):
    long = replace(PLAIN, body=PLAIN.body * 300)
    head = part(render(long, wire, OPTIONS), "word/header1.xml")
    codes = [code.strip() for code in find(head, "//w:fldSimple/@w:instr")]
    assert codes == ["TITLE", "PAGE", "NUMPAGES"]
    title, first, last = find(head, "//w:fldSimple//w:t/text()")
    assert (title, first) == (PLAIN.title, "1")
    assert 5 < int(last) < 20


def test_slug_and_title_are_fields_where_they_are_whole(wire):
    def field(document):
        head = part(render(document, wire, OPTIONS), "word/header1.xml")
        return find(head, "string(//w:fldSimple[1]/@w:instr)").strip()

    assert field(SLUGGED) == "SUBJECT"
    assert field(PLAIN) == "TITLE"
    assert field(RICH) == "PAGE", "a title that is cut would be whole again when Word counts"


def test_the_first_page_does_not_say_its_title_twice(wire):
    rendition = render(PLAIN, wire, OPTIONS)
    section = find(part(rendition), "//w:sectPr")[0]
    assert find(section, "w:titlePg")
    kinds = find(section, "w:headerReference/@w:type | w:footerReference/@w:type")
    assert kinds == ["default", "first", "default", "first"]
    assert paragraphs(part(rendition, "word/header2.xml")) == [("Header", "1 / 1")]
    slugged = part(render(SLUGGED, wire, OPTIONS), "word/header2.xml")
    assert "NORWAY-HARBOUR/WALL" in text(slugged)
    files = members(rendition)
    assert files["word/footer1.xml"] == files["word/footer2.xml"]


def test_every_page_of_a_held_story_says_so_the_first_too(wire):
    files = members(render(EMBARGOED, wire, OPTIONS))
    for name in ("word/header1.xml", "word/header2.xml"):
        assert b"EMBARGOED UNTIL" in files[name]


def test_each_numbered_list_begins_with_one(wire):
    rendition = render(RICH, wire, OPTIONS)
    numbers = find(part(rendition), "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']//w:numId/@w:val")
    assert numbers == ["3", "3", "4"]
    lists = part(rendition, "word/numbering.xml")
    restarts = find(lists, "//w:num[@w:numId='4']//w:startOverride/@w:val")
    assert restarts == ["1"] * 9


def test_a_nested_item_stands_on_its_level_of_the_same_list(wire):
    rendition = render(RICH, wire, OPTIONS)
    assert styled(rendition, "ListBullet") == ["stone", "grey", "red"]
    bullets = "//w:p[w:pPr/w:pStyle/@w:val='ListBullet']"
    assert [find(p, "string(.//w:ilvl/@w:val)") for p in find(part(rendition), bullets)] == [
        "", "1", "1",
    ]  # fmt: skip


def test_bullets_below_a_number_are_bullets_and_numbers_below_them_begin_with_one(wire):
    step = ListItem.of("step", ListItem.of("fine print"), ordered=False)
    point = ListItem.of("point", step, ListItem.of("other step"), ordered=True)
    items = (ListItem.of("one", point, ordered=False), ListItem.of("two", point, ordered=False))
    root = part(render(with_body(ItemList(items, ordered=True)), wire, OPTIONS))
    places = [
        (
            text(p), find(p, "string(.//w:pStyle/@w:val)"), find(p, "string(.//w:ilvl/@w:val)"),
            find(p, "string(.//w:numId/@w:val)"),
        )
        for p in find(root, "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'List')]")
    ]  # fmt: skip
    assert [place[0].removesuffix("\u00a0■") for place in places] == [
        "one", "point", "step", "fine print", "other step",
        "two", "point", "step", "fine print", "other step",
    ]  # fmt: skip
    one, point, step, fine, other, two, _, again, *_ = (place[1:] for place in places)
    assert one == two == ("ListNumber", "0", "3")
    assert point == ("ListBullet", "1", "1")
    assert step == other == ("ListNumber", "2", "4")
    assert fine == ("ListBullet", "3", "1")
    assert again == ("ListNumber", "2", "5")


def test_there_is_no_space_where_bullets_and_numbers_of_one_list_meet(wire):
    items = (
        ListItem.of("one", ListItem.of("point"), ListItem.of("point"), ordered=False),
        ListItem.of("two"),
    )
    body = (ItemList(items, ordered=True), Paragraph.of("On."))
    for given in (None, template(courier())):
        root = part(render(with_body(*body), wire, replace(OPTIONS, docx_template=given)))
        shown = [p for p in find(root, "//w:p") if text(p) in ("one", "point", "two")]
        spaces = [find(p, "w:pPr/w:spacing/@w:*") for p in shown]
        assert spaces == [["0"]] * 4
        sides = [find(p, "w:pPr/w:spacing[@w:after]") != [] for p in shown]
        assert sides == [True, False, True, False]
        for properties in find(root, "//w:pPr[w:numPr][w:spacing]"):
            names = [child.tag.rpartition("}")[2] for child in properties]
            assert names == ["pStyle", "numPr", "spacing"]


def test_a_list_deeper_than_word_knows_stays_on_the_last_level_and_is_reported(wire):
    item = ListItem.of("level 12")
    for level in range(11, 0, -1):
        item = ListItem.of(f"level {level}", item)
    rendition = render(with_body(ItemList((item,))), wire, OPTIONS)
    levels = find(part(rendition), "//w:ilvl/@w:val")
    assert levels == [str(level) for level in (1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8)]
    assert codes(rendition) == ["D005 info"]


def test_header_rows_repeat_on_every_page_and_short_rows_are_filled_up(wire):
    root = part(render(RICH, wire, OPTIONS))
    assert len(find(root, "//w:tbl[1]/w:tr[w:trPr/w:tblHeader]")) == 1
    assert [len(find(row, "w:tc")) for row in find(root, "(//w:tbl)[1]/w:tr")] == [2, 2, 2]


def test_a_table_is_told_by_its_headings_or_else_by_its_first_row(wire):
    root = part(render(RICH, wire, OPTIONS))
    assert find(root, "//w:tblDescription/@w:val") == ["Item, 2024", "a, b"]


def test_a_short_table_stands_on_one_page_and_a_long_one_begins_with_its_heads(wire):
    def kept(count):
        rows = tuple((str(number), "word") for number in range(count))
        root = part(render(with_body(Table(rows, header_rows=1)), wire, OPTIONS))
        return [bool(find(row, ".//w:keepNext")) for row in find(root, "//w:tr")]

    assert kept(3) == [True, True, False]
    assert kept(40) == [True] + [False] * 39


def test_two_tables_never_touch(wire):
    root = part(render(RICH, wire, OPTIONS))
    for table in find(root, "//w:tbl"):
        assert table.getnext().tag == f"{W}p"


def test_numbers_in_a_table_end_under_one_another(wire):
    rendition = render(RICH, wire, OPTIONS)
    assert styled(rendition, "TableNumber") == ["1,200", ""]
    assert styled(rendition, "TableNumberHeading") == ["2024"]


def test_a_dash_among_numbers_stands_for_none(wire):
    table = Table((("Port", "Sailings"), ("Oban", "12"), ("Port Ellen", "–"), ("Iona", "...")), 1)
    assert styled(render(with_body(table), wire, OPTIONS), "TableNumber") == ["12", "–", "..."]
    nothing = Table((("a", "–"), ("b", "-")))
    assert styled(render(with_body(nothing), wire, OPTIONS), "TableNumber") == []


def columns(rendition) -> list[int]:
    return [int(each.get(f"{W}w")) for each in find(part(rendition), "//w:tblGrid/w:gridCol")]


def test_columns_too_wide_for_the_page_share_what_their_longest_words_leave(wire):
    long, short = "of the harbour wall " * 12, "Oban"
    rendition = render(with_body(Table(((short, long), (short, short)))), wire, OPTIONS)
    narrow, wide = columns(rendition)
    assert narrow < wide
    alone = columns(render(with_body(Table(((short, short),))), wire, OPTIONS))
    assert narrow == alone[0]
    twice = columns(render(with_body(Table(((short, long * 2), (short, short)))), wire, OPTIONS))
    assert abs(sum(twice) - (narrow + wide)) <= 2


def test_a_column_has_room_for_a_heading_which_is_bold(wire):
    rows = (("Ships", "Port"), ("7", "Brussels"))
    headed, plain = (
        columns(render(with_body(Table(rows, heads)), wire, OPTIONS)) for heads in (1, 0)
    )
    assert headed[0] > plain[0]
    assert headed[1] == plain[1]


def test_columns_whose_longest_words_have_no_room_share_the_page_by_them(wire):
    rows = (("x" * 100, "x" * 200),)
    narrow, wide = columns(render(with_body(Table(rows)), wire, OPTIONS))
    assert 1.9 < wide / narrow < 2.1
    fit = columns(render(with_body(Table((("of the wall " * 40, "a"),))), wire, OPTIONS))
    assert abs(narrow + wide - sum(fit)) <= 2


def test_a_table_wider_than_word_knows_stands_as_lines_of_text(wire):
    row = tuple(f"c{number}" for number in range(64))
    rendition = render(with_body(Table((row, row), header_rows=1)), wire, OPTIONS)
    assert find(part(rendition), "//w:tbl") == []
    assert styled(rendition, "TableHeading") == ["\n".join(row)]
    assert codes(rendition) == ["D006 warning"]


@pytest.mark.parametrize(
    "block", [Table(()), Table(((), ())), ItemList(()), Quotation(())], ids=repr
)
def test_a_node_with_nothing_in_it_is_reported(wire, block):
    assert codes(render(with_body(block), wire, OPTIONS)) == ["D007 info"]


def test_a_link_within_a_link_stands_as_words(wire):
    inner = Link("https://example.org/b", (Text("inner"),))
    story = with_body(Paragraph((Link("https://example.org/a", (Text("outer "), inner)),)))
    rendition = render(story, wire, OPTIONS)
    assert len(find(part(rendition), "//w:hyperlink")) == 1
    assert codes(rendition) == ["D004 warning"]


@pytest.mark.parametrize("words", NAMELESS, ids=repr)
def test_a_link_without_visible_words_is_none_and_loses_nothing(wire, words):
    link = Link("https://example.org/", words)
    rendition = render(with_body(Paragraph((Text("See "), link))), wire, OPTIONS)
    assert find(part(rendition), "//w:hyperlink") == []
    assert len(find(part(rendition), "//w:br")) == words.count(LineBreak())
    assert codes(rendition) == ["D004 warning"]


def test_the_same_address_is_one_relationship(wire):
    link = Link("https://example.org/a", (Text("x"),))
    names = members(render(with_body(Paragraph((link, link))), wire, OPTIONS))
    assert names["word/_rels/document.xml.rels"].count(b"example.org") == 1


def test_a_picture_is_embedded_with_its_alternative_text(wire):
    rendition = render(RICH, wire, OPTIONS)
    assert members(rendition)["word/media/picture1.png"] == OPTIONS.resources["wall.png"]
    assert find(part(rendition), "//wp:docPr/@descr") == ["A low wall."]
    assert styled(rendition, "Caption")[0] == "The wall.\nJ. Doe"


def test_the_words_of_a_picture_that_is_not_at_hand_are_text(wire):
    rendition = render(RICH, wire, OPTIONS)
    assert styled(rendition, "PictureDescription") == ["A street."]
    assert styled(rendition, "Caption")[1:] == ["The street.\nJ. Roe"]
    assert codes(rendition) == ["D003 warning"]


def test_a_picture_without_words_is_a_warning(wire):
    rendition = render(with_body(Figure("wall.png")), wire, OPTIONS)
    assert codes(rendition) == ["D008 warning"]


def test_the_same_picture_twice_is_kept_once(wire):
    options = replace(OPTIONS, resources={"wall.png": OPTIONS.resources["wall.png"],
                                          "copy.png": OPTIONS.resources["wall.png"]})  # fmt: skip
    story = with_body(Figure("wall.png", "one"), Figure("copy.png", "two"))
    names = members(render(story, wire, options))
    assert [name for name in names if "media" in name] == ["word/media/picture1.png"]


def test_characters_that_xml_cannot_hold_are_replaced_and_reported(wire):
    story = with_body(Paragraph.of("a\x00b\x1fc\ud800d\uffff"))
    rendition = render(story, wire, OPTIONS)
    assert styled(rendition, "BodyText") == ["a�b�c�d�\u00a0■"]
    assert [d.message for d in rendition.diagnostics] == [
        "characters that XML cannot hold became U+FFFD, the first being U+0000"
    ]


def test_a_right_to_left_language_turns_page_paragraphs_runs_and_tables(wire):
    rendition = render(ARABIC, wire, OPTIONS)
    root, styles = part(rendition), part(rendition, "word/styles.xml")
    assert find(styles, "//w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    assert find(styles, "//w:docDefaults//w:lang/@w:bidi") == ["ar-SA"]
    assert find(root, "//w:sectPr/w:bidi")
    assert find(root, "//w:tbl/w:tblPr/w:bidiVisual")
    latin = find(root, "//w:r[not(w:rPr/w:rtl)]/w:t/text()")
    assert "Harbour Press" in latin
    assert find(root, "number(//w:pgMar/@w:right) > number(//w:pgMar/@w:left)")


def test_a_story_in_an_unknown_language_runs_as_its_title_does(wire):
    for title, right_to_left in ((ARABIC.title, True), ("שלום", True), (PLAIN.title, False)):
        root = part(render(replace(PLAIN, language=None, title=title), wire, OPTIONS))
        assert bool(find(root, "//w:sectPr/w:bidi")) is right_to_left


def test_columns_are_for_the_text_and_not_for_title_and_closing(wire):
    two = replace(wire, page=replace(wire.page, columns=2))
    root = part(render(RICH, two, OPTIONS))
    assert find(root, "//w:sectPr/w:cols/@w:num") == ["1", "2", "1"]
    assert find(root, "//w:sectPr/w:type/@w:val") == ["continuous", "continuous"]
    closing = part(render(PLAIN, two, OPTIONS))
    assert paragraphs(closing)[-1][0] == "SectionEnd"
