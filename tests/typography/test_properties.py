"""What holds for every document: words stay, a second time changes nothing, time is linear."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exporter.model import Paragraph, plain_text, to_json
from exporter.stylesheet import load
from exporter.typography import refine
from tests.strategies import documents
from tests.typography.stories import paragraph, story

HOUSE = load("wire")[0].house
LANGUAGES = [None, "en", "de", "de-CH", "fr", "fr-CA", "fr-CH", "es", "tr", "ru", "it", "pt"]
LANGUAGES += ["pt-PT", "nl", "pl", "sv", "fi", "nb", "da", "ar", "x-unknown", "", "\x00"]
LANGUAGES += ["el", "uk", "zh", "zh-Hant", "ja", "ko", "fa", "bn", "cs", "hu", "ro", "bg", "sr"]

# Marks, and what stands beside marks, close together.
_MARKS = [
    *"\"'`´“”„‟‘’‚‛«»‹›-–—_….,;:!?()[]/°′″\n\t%§ abcXÉ05",
    *("``", "''", ",,", "...", ". . .", " -- ", " - ", " – ", "--", "   "),
    *("\u00a0", "\u202f", "\u00ad", "Mr. ", "Aug. ", "No. ", "J. ", " km", "em ", "tis", "90s"),
    *("＂", "＇", "「", "」", "'s", "nin", "'" * 3, " x ", "000", "说", "。", "한", "ب", "ু", "α"),
    *("https://a.b/c'd", "x@y.zz", "6' 2\"", "z. B.", "31. "),
]
_marks = st.lists(st.sampled_from(_MARKS), max_size=30).map("".join)


@given(documents)
def test_no_word_of_a_document_changes(document):
    refined, _ = refine(document, HOUSE)
    for field in fields(document):
        sent, set_ = getattr(document, field.name), getattr(refined, field.name)
        if field.name == "title" and not sent.strip("\u00ad \n"):
            continue
        assert _plain_words(set_) == _plain_words(sent), field.name


def _plain_words(value):
    if isinstance(value, str):
        return "".join(filter(str.isalnum, value))
    if isinstance(value, tuple | list):
        return [_plain_words(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return [_plain_words(getattr(value, field.name)) for field in fields(value)]
    return value


@given(documents)
def test_refining_a_document_twice_is_refining_it_once(document):
    refined, _ = refine(document, HOUSE)
    again, diagnostics = refine(refined, HOUSE)
    assert again == refined
    assert {one.code for one in diagnostics} <= {"T009"}


@given(_marks, st.sampled_from(LANGUAGES))
@example("`d`'. . .'' --", "en")
def test_refining_any_marks_twice_is_refining_them_once(text, language):
    refined, _ = paragraph(text, HOUSE, language)
    assert refine(refined, HOUSE)[0] == refined


@given(_marks, st.sampled_from(LANGUAGES))
def test_no_word_among_any_marks_changes(text, language):
    refined, _ = paragraph(text, HOUSE, language)
    assert _plain_words(refined.body[0].text) == _plain_words(text)


@given(documents)
def test_only_infos_are_given_and_each_names_its_source(document):
    _, diagnostics = refine(document, HOUSE)
    assert {str(one.severity) for one in diagnostics} <= {"info"}
    assert all(one.source == document.source.name for one in diagnostics)


@given(documents)
def test_the_structure_of_a_document_stays(document):
    refined, _ = refine(document, HOUSE)
    assert _shape(to_json(refined)["body"]) == _shape(to_json(document)["body"])


def _shape(value):
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_shape(one) for one in value]
    return None


_HOSTILE = [
    *('"', "'", '"a ', "'a ", "“‘", "``", "« ", ".", ". ", " - ", "-", "--", "_", "a@", "a.b-c+"),
    *("www.", "http://a ", "a/", "a.", "<a", "`a", "a=", 'a="', " ", "1 ", "J. ", "Mr. ", "a"),
    *("\ta", "   a", "5'", "6' ", "1°2'", "… ", "a'", "--a", "C:\\a ", "31. ", "\u00ad", "!"),
]


# A rule that takes time in the square of the text would stand still here for everyone to see.
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("unit", _HOSTILE)
def test_a_flood_of_marks_costs_no_letter(unit, language):
    text = unit * (6_000 // len(unit))
    refined, _ = refine(story(language, body=(Paragraph.of(text),)), HOUSE)
    kept = plain_text(refined.body[0].inlines)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_megabyte_of_prose_in_one_paragraph_is_set(seed_bytes):
    text = " ".join(seed_bytes.decode().split("\n")) * 300
    refined, diagnostics = paragraph(text, HOUSE)
    assert plain_text(refined.body[0].inlines).count("“upward”") == 300
    assert "T010" in {one.code for one in diagnostics}
