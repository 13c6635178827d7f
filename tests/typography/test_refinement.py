"""Which fields of a document typography sets, and what it says about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.diagnostics import Lines, Severity
from exporter.model import (
    Break,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Emphasis,
    Figure,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Strong,
    Table,
    Text,
)
from exporter.typography import refine
from tests.typography.stories import paragraph, story

NBSP = "\u00a0"
NNBSP = "\u202f"
SHY = "\u00ad"


# -- fields ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["headline", "copyright"])
def test_a_field_of_one_text_is_set(wire, field):
    document, _ = refine(story(**{field: SourceText("It's -- new")}), wire.house)
    assert getattr(document, field).text == f"It’s{NBSP}– new"


@pytest.mark.parametrize("field", ["subheadline", "abstract", "ed_note", "boilerplate"])
def test_a_field_of_several_texts_is_set(wire, field):
    texts = (SourceText("It's new", Lines(3, 3)), SourceText("It's old"))
    document, diagnostics = refine(story(**{field: texts}), wire.house)
    assert [part.text for part in getattr(document, field)] == ["It’s new", "It’s old"]
    assert [one.lines for one in diagnostics] == [Lines(3, 3), None]


@pytest.mark.parametrize("field", ["slugline", "embargo", "end_mark"])
def test_a_code_stays_as_sent(wire, field):
    sent = SourceText('BC-It\'s -- "x" ...')
    assert getattr(refine(story(**{field: sent}), wire.house)[0], field) == sent


def test_a_credit_is_set_but_the_names_in_it_stay(wire):
    sent = Credit("*Writing by Merve O'Hara", "writing", ("Merve O'Hara",))
    credit = refine(story(credits=(sent,)), wire.house)[0].credits[0]
    assert (credit.text, credit.names) == ("*Writing by Merve O’Hara", ("Merve O'Hara",))


def test_a_byline_is_set_but_the_names_in_it_stay(wire):
    sent = Byline("By J. K. O'Hara", ("J. K. O'Hara",))
    byline = refine(story(byline=sent), wire.house)[0].byline
    assert byline.text == f"By J.{NBSP}K.{NBSP}O’Hara"
    assert byline.names == sent.names


def test_a_title_that_is_the_headline_is_set_with_it_and_reported_once(wire):
    sent = story(title="It's new", headline=SourceText("It's new"))
    document, diagnostics = refine(sent, wire.house)
    assert document.title == document.headline.text == "It’s new"
    assert [one.code for one in diagnostics] == ["T002"]


def test_a_title_taken_from_the_lead_is_set_but_not_reported(wire):
    document, diagnostics = refine(story(title="It's new", title_derived=True), wire.house)
    assert document.title == "It’s new"
    assert diagnostics == ()


def test_a_title_of_soft_hyphens_alone_becomes_the_name_of_the_source(wire):
    assert refine(story(title=SHY), wire.house)[0].title == "story.txt"


# -- the dateline ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("MOSCOW/KARACHI, Pakistan (AA) -", f"MOSCOW/KARACHI, Pakistan (AA){NBSP}—"),
        ("NAIROBI, Kenya (AP) _", f"NAIROBI, Kenya (AP){NBSP}—"),
        ("HAVANA (AP ) --", f"HAVANA (AP ){NBSP}—"),
        ("HAVANA (AP)--", "HAVANA (AP)—"),
        ("WASHINGTON (AP) — ", f"WASHINGTON (AP){NBSP}— "),
        ("MOSCOW (AA) –", f"MOSCOW (AA){NBSP}—"),
        ("SALVADOR, Feb 26 - ", f"SALVADOR, Feb{NBSP}26{NBSP}— "),
        (f"(ANSA){NBSP}- ROME, JUL 11{NBSP}-", f"(ANSA){NBSP}— ROME, JUL 11{NBSP}—"),
        ("(ANSA) - ROME, JUL 11 -", f"(ANSA){NBSP}— ROME, JUL 11{NBSP}—"),
        (
            "LAKEVILLE, Conn.--(BUSINESS WIRE)--Aug 29, 2024--",
            f"LAKEVILLE, Conn.—(BUSINESS WIRE)—Aug{NBSP}29, 2024—",
        ),
        ("Nueva Delhi, 21 ene (EFE).-", "Nueva Delhi, 21 ene (EFE).—"),
        ("MOSCOW, January 21. /TASS/.", f"MOSCOW, January{NBSP}21. /TASS/."),
        ("AUSTIN, Texas /PRNewswire-AsiaNet/ --", f"AUSTIN, Texas /PRNewswire-AsiaNet/{NBSP}—"),
        ("Paris (ats afp)", "Paris (ats afp)"),
        ("【6月18日 AFP】", "【6月18日 AFP】"),
        ("", ""),
    ],
)
def test_a_dateline_ends_with_the_dash_of_the_house(wire, sent, expected):
    document, _ = refine(story(dateline=Dateline(sent)), wire.house)
    assert document.dateline.text == expected


def test_the_names_of_a_dateline_stay_as_sent_there_and_by_themselves(wire):
    sent = Dateline("N'DJAMENA, Rio - Sul (AFP) -", ("N'DJAMENA",), "Rio - Sul", None, "AFP")
    dateline = refine(story(dateline=sent), wire.house)[0].dateline
    assert dateline == replace(sent, text=f"N'DJAMENA, Rio - Sul (AFP){NBSP}—")


def test_a_house_without_dashes_leaves_them_as_sent(wire):
    house = replace(wire.house, dash="", dateline_dash="")
    sent = story(dateline=Dateline("ROME (AA) -"), body=(Paragraph.of("a -- b"),))
    assert refine(sent, house)[0] == sent


def test_the_house_chooses_the_dash_of_running_text(wire):
    document, _ = paragraph("late -- too late", replace(wire.house, dash="—"))
    assert document.body[0].text == f"late{NBSP}— too late"


def test_a_language_with_but_one_dash_keeps_it_in_any_house(wire):
    document, _ = paragraph("spät -- zu spät", replace(wire.house, dash="—"), "de")
    assert document.body[0].text == f"spät{NBSP}– zu spät"


# -- blocks ----------------------------------------------------------------------------------------


def _refined_block(block, house):
    return refine(story(body=(block,)), house)[0].body[0]


def test_a_rule_sees_the_whole_text_of_a_block_across_inlines(wire):
    sent = Paragraph(
        (
            Text('He said: "the '),
            Emphasis((Text("first"), Strong((Text(" step"),)))),
            Text('" -- it'),
            Link("https://example.org/it's", (Text("'s"),)),
            Text(" true"),
        )
    )
    assert _refined_block(sent, wire.house) == Paragraph(
        (
            Text("He said: “the "),
            Emphasis((Text("first"), Strong((Text(" step"),)))),
            Text(f"”{NBSP}– it"),
            Link("https://example.org/it's", (Text("’s"),)),
            Text(" true"),
        )
    )


def test_a_mark_that_crosses_a_border_goes_into_the_first_inline(wire):
    sent = Paragraph((Text("a `"), Emphasis((Text("`b'"),)), Text("' c.."), Strong((Text(". d"),))))
    assert _refined_block(sent, wire.house) == Paragraph(
        (Text("a “"), Emphasis((Text("b”"),)), Text(" c…"), Strong((Text(" d"),)))
    )


def test_a_line_break_stays_and_counts_as_space(wire):
    sent = Paragraph((Text('He said "go"'), LineBreak(), Text('"now" --'), LineBreak(), Text("x")))
    inlines = _refined_block(sent, wire.house).inlines
    assert inlines == (
        Text("He said “go”"),
        LineBreak(),
        Text(f"“now”{NBSP}–"),
        LineBreak(),
        Text("x"),
    )


def test_every_kind_of_block_is_set(wire):
    blocks = (
        Crosshead.of("It's"),
        ItemList((ListItem.of("It's", ListItem.of("it's")),)),
        Quotation((Paragraph.of("It's"), Quotation((Crosshead.of("it's"),)))),
        Figure("it's.jpg", "It's", (Text("It's"),), "Reuters' man"),
        Break(),
    )
    assert refine(story(body=blocks), wire.house)[0].body == (
        Crosshead.of("It’s"),
        ItemList((ListItem.of("It’s", ListItem.of("it’s")),)),
        Quotation((Paragraph.of("It’s"), Quotation((Crosshead.of("it’s"),)))),
        Figure("it's.jpg", "It’s", (Text("It’s"),), "Reuters’ man"),
        Break(),
    )


def test_cells_of_words_are_set_and_cells_of_figures_stay(wire):
    sent = Table((("It's", "No. 5"), ("5'", "1 - 2 ..."), ("", "-")), 1)
    rows = (("It’s", f"No.{NBSP}5"), ("5'", "1 - 2 ..."), ("", "-"))
    assert _refined_block(sent, wire.house) == Table(rows, 1)


def test_a_block_that_is_right_is_the_same_object(wire):
    block = Paragraph((Text("It’s "), Emphasis((Text("right"),))))
    assert _refined_block(block, wire.house).inlines is block.inlines


# -- quotations over several paragraphs ------------------------------------------------------------


def _unpaired(house, *texts):
    body = tuple(Paragraph.of(text, Lines(line, line)) for line, text in enumerate(texts, 1))
    _, diagnostics = refine(story(body=body), house)
    return [one.lines.first for one in diagnostics if one.code == "T009"]


def test_a_quotation_may_open_each_paragraph_and_close_only_the_last(wire):
    assert _unpaired(wire.house, '"One.', '"Two.', '"Three," he said.') == []


def test_a_quotation_may_open_one_paragraph_and_close_another(wire):
    assert _unpaired(wire.house, 'He said: "One.', "Two.", 'Three," he added.') == []


def test_an_opening_mark_without_partner_is_reported(wire):
    assert _unpaired(wire.house, 'He said "one.', 'Then he said "two" too.') == [1]
    assert _unpaired(wire.house, 'He said "one.') == [1]


def test_a_closing_mark_without_partner_is_reported(wire):
    assert _unpaired(wire.house, "One.", 'Two," he said.') == [2]


def test_copy_so_damaged_that_it_does_not_come_to_rest_stays_as_sent(wire):
    document, diagnostics = paragraph('… --"--', wire.house, "es")
    assert document.body[0].text == '… --"--'
    assert {one.code for one in diagnostics} <= {"T009"}


def _set(house, language, *texts):
    body = tuple(Paragraph.of(text) for text in texts)
    document, diagnostics = refine(story(language, body=body), house)
    return [block.text for block in document.body], {one.code for one in diagnostics}


def test_a_number_that_ends_a_quotation_of_several_paragraphs_is_no_measure(wire):
    texts, codes = _set(wire.house, "en", '"We were ten.', 'Then we were 50" she said.')
    assert texts == ["“We were ten.", "Then we were 50” she said."]
    assert "T009" not in codes


def test_a_number_after_which_nothing_is_to_close_is_a_measure(wire):
    texts, _ = _set(wire.house, "en", '"We were ten."', 'Then we cut 50" off.')
    assert texts[1] == "Then we cut 50″ off."


def test_in_spanish_a_closing_mark_may_resume_a_quotation(wire):
    sent = ("«Uno.", "»Dos.", "»Tres», dijo.", "»Cuatro.")
    texts, codes = _set(wire.house, "es", *sent)
    assert texts == ["«Uno.", "»Dos.", "»Tres», dijo.", "«Cuatro."]
    assert codes == {"T001", "T009"}


@pytest.mark.parametrize(
    ("language", "set_"),
    [
        ("en", ["“One ‘two’.", "“Three,” he said."]),
        ("de", ["„One ‚two‘.", "„Three,“ he said."]),
        ("de-CH", ["«One ‹two›.", "«Three,» he said."]),
        ("fr-CH", [f"«{NNBSP}One ‹two›.", f"«{NNBSP}Three,{NNBSP}» he said."]),
        ("es", ["«One “two”.", "«Three,» he said."]),
        ("ru", ["«One „two“.", "«Three,» he said."]),
        ("el", ["«One “two”.", "«Three,» he said."]),
        ("tr", ["“One ‘two’.", "“Three,” he said."]),
        ("ar", ["«One ‹two›.", "«Three,» he said."]),
        ("zh", ["“One ‘two’.", "“Three,” he said."]),
    ],
)
def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last(wire, language, set_):
    texts, codes = _set(wire.house, language, "\"One 'two'.", '"Three," he said.')
    assert texts == set_
    assert "T009" not in codes


# -- soft hyphens ----------------------------------------------------------------------------------


def test_no_field_keeps_a_soft_hyphen(wire):
    text, sent = SourceText(f"in{SHY}ter"), f"in{SHY}ter"
    document, diagnostics = refine(
        story(
            slugline=text,
            embargo=text,
            headline=text,
            byline=Byline(sent, (sent,)),
            dateline=Dateline(sent, (sent,), sent, sent, sent),
            body=(Paragraph.of(sent), Table(((f"1{SHY}2",),)), Figure("a.png", sent)),
            credits=(Credit(sent, "writing", (sent,)),),
            end_mark=text,
            title=sent,
        ),
        wire.house,
    )
    assert SHY not in repr(document).replace("\\xad", SHY)
    assert {one.code for one in diagnostics} == {"T008"}


# -- the record ------------------------------------------------------------------------------------


def test_a_change_is_an_info_with_rule_words_and_lines(wire):
    _, [diagnostic] = paragraph("The nation's capital, Kabul", wire.house)
    assert diagnostic.code == "T002"
    assert diagnostic.severity is Severity.INFO
    assert diagnostic.source == "story.txt"
    assert diagnostic.lines == Lines(7, 7)
    assert diagnostic.message == (
        "apostrophe: The nation's capital, Kabul → The nation’s capital, Kabul"
    )


def test_a_message_names_the_characters_that_cannot_be_seen(wire):
    _, [diagnostic] = paragraph("on Aug. 31", wire.house)
    assert diagnostic.message == "no-break space: on Aug. 31 → on Aug.⟨NBSP⟩31"


def test_a_message_shows_an_address_as_it_is(wire):
    _, [diagnostic] = paragraph("It's at x.org/y--z", wire.house)
    assert diagnostic.message.endswith("→ It’s at x.org/y--z")


def test_control_characters_and_lone_surrogates_are_named_not_printed(wire):
    _, [diagnostic] = paragraph("a\x1b[1m's\ud800", wire.house)
    assert diagnostic.message == "apostrophe: a⟨U+001B⟩[1m's⟨U+D800⟩ → a⟨U+001B⟩[1m’s⟨U+D800⟩"


# -- the seed --------------------------------------------------------------------------------------

_SEED = [
    (4, "apostrophe: from Pakistan's Foreign → from Pakistan’s Foreign"),
    (7, "no-break space: Kabul on Aug. 15, with → Kabul on Aug.⟨NBSP⟩15, with"),
    (8, "dash: Airport – the only area → Airport⟨NBSP⟩– the only area"),
    (8, "dash: US control – with an Aug. → US control⟨NBSP⟩– with an Aug."),
    (8, "no-break space: with an Aug. 31 deadline → with an Aug.⟨NBSP⟩31 deadline"),
    (10, 'quotation mark: over the "upward" → over the “upward"'),
    (10, 'quotation mark: the "upward" trajectory of → the "upward” trajectory of'),
    (14, 'quotation mark: "While → “While'),
    (14, 'quotation mark: the population," the statement → the population,” the statement'),
    (15, 'quotation mark: "It was agreed → “It was agreed'),
    (15, 'quotation mark: formats." → formats.”'),
    (16, 'quotation mark: capabilities "in ensuring → capabilities “in ensuring'),
    (17, 'quotation mark: "The parties → “The parties'),
    (18, 'quotation mark: "Russian-Pakistan → “Russian-Pakistan'),
    (18, 'quotation mark: be intensified," it added. → be intensified,” it added.'),
    (20, "dash: The Taliban -- who are now in → The Taliban⟨NBSP⟩– who are now in"),
    (20, "dash: in Kabul -- announced that → in Kabul⟨NBSP⟩– announced that"),
    (20, 'quotation mark: declared an "amnesty" for → declared an “amnesty" for'),
    (20, 'quotation mark: an "amnesty" for everyone → an "amnesty” for everyone'),
]


def _seed_story(seed_bytes):
    lines = seed_bytes.decode().split("\n")[3:-1]
    return story(
        body=tuple(
            Crosshead.of(text[1:], Lines(line, line))
            if text.startswith("-")
            else Paragraph.of(text, Lines(line, line))
            for line, text in enumerate(lines, 4)
        )
    )


def test_the_seed_changes_in_these_places_and_no_other(wire, seed_bytes):
    _, diagnostics = refine(_seed_story(seed_bytes), wire.house)
    assert [(one.lines.first, one.message) for one in diagnostics] == _SEED
    assert {one.severity for one in diagnostics} == {Severity.INFO}


def test_the_seeds_mixed_pair_and_its_open_quotation_are_set_right(wire, seed_bytes):
    body = refine(_seed_story(seed_bytes), wire.house)[0].body
    texts = [block.text for block in body if isinstance(block, Paragraph)]
    mixed, opened, closed = texts[11:14]
    assert mixed.startswith("The SCO should use its capabilities “in ensuring")
    assert mixed.endswith("and the drug threat,” it said.")
    assert opened.startswith("“The parties")
    assert opened.endswith("humanitarian spheres.")
    assert closed == "“Russian-Pakistani contacts at various levels will be intensified,” it added."
