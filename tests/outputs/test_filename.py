"""File names from what a story says."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import UsageError
from exporter.model import Dateline, Document, Source, SourceText
from exporter.outputs import check_template, filled, name_fields, safe, safe_stem

STORY = Document(source=Source("story.txt", "text/plain", "0" * 64), title="Putin, Khan speak")


def test_letters_of_every_script_stay():
    assert safe("Żółw — 新华社 “quoted”") == "Żółw — 新华社 “quoted”"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ('what? <now> | "then" *', "what- -now- - -then"),
        ("tab\tand\nline", "tab and line"),
        ("nul\x00\x1b[31mred", "nul[31mred"),
        ("right\u202eleft", "rightleft"),
        ("lone \ud800 half", "lone  half"),
        (".hidden. ", "hidden"),
        ("CON", "CON_"),
        ("con.story", "con_.story"),
        ("lpt9", "lpt9_"),
        ("console", "console"),
    ],
)
def test_what_a_file_system_refuses_is_replaced(text, name):
    assert safe(text) == name


def test_composed_and_decomposed_letters_give_one_name():
    assert safe("e\u0301te\u0301") == safe("été") == "été"


def test_a_long_name_is_cut_between_letters():
    assert safe("é" * 500) == "é" * 65
    cut = safe("a" * 129 + "q\u0307\u0323 and more")
    assert cut == "a" * 129


def test_a_long_title_is_cut_between_words():
    title = (
        "Russian President Vladimir Putin spoke by phone Wednesday with Pakistani Prime Minister"
    )
    cut = safe(f"{title} Imran Khan on the latest developments in Afghanistan")
    assert cut.endswith("the latest developments in")
    assert safe("a " + "b" * 200) == "a " + "b" * 128


def test_persian_keeps_its_joiners():
    assert safe("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text(st.characters(), max_size=300))
def test_any_text_gives_a_name_that_a_file_can_have(text):
    name = safe(text)
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert len(name.encode()) <= 131
    assert unicodedata.is_normalized("NFC", name)
    assert name == name.strip(" .")


def test_a_stem_stays_as_it_is_but_for_control_characters():
    assert safe_stem("Übersicht: “1”. con") == "Übersicht: “1”. con"
    assert safe_stem("two\nlines") == "two\N{REPLACEMENT CHARACTER}lines"


def test_the_longest_stem_leaves_room_for_a_suffix():
    assert len((safe_stem("x" * 255) + ".docx").encode()) <= 255


def test_a_stem_that_is_not_utf8_keeps_its_bytes():
    assert safe_stem("caf\udce9") == "caf\udce9"


def test_a_template_takes_its_fields_from_the_story():
    story = replace(
        STORY,
        slugline=SourceText("BC-Talks/1"),
        dateline=Dateline("MOSCOW (AA) -", agency="AA"),
    )
    fields = name_fields("000", story, datetime(2021, 8, 25, tzinfo=UTC))
    name = filled("{date} {agency} {slug} {title} {stem}", fields)
    assert name == "2021-08-25 AA BC-Talks-1 Putin, Khan speak 000"


def test_what_the_story_does_not_say_leaves_no_trace_at_the_ends():
    assert filled("{date} - {title} - {slug}", name_fields("000", STORY, None)) == STORY.title


def test_a_template_that_comes_out_blank_falls_back_to_the_stem():
    assert filled("{slug}", name_fields("000", STORY, None)) == "000"
    assert filled("{slug}", name_fields("..", STORY, None)) == "story"


@pytest.mark.parametrize(
    "template",
    ["", "plain", "{nope}", "{title", "title}", "{}", "{0}", "{title.upper}", "{title!r}",
     "{title:>9}", "{title[0]}", "{stem} {{{}"],
)  # fmt: skip
def test_a_template_that_cannot_be_filled_is_refused(template):
    with pytest.raises(UsageError) as caught:
        check_template(template)
    assert caught.value.diagnostics[0].code == "U009"


def test_braces_are_written_twice():
    template = check_template("{{draft}} {stem}")
    assert filled(template, name_fields("a", STORY, None)) == "{draft} a"
