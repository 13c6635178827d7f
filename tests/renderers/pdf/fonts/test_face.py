"""Shaping: what a face makes of words, and what they extract as."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exporter.renderers.pdf.fonts.chain import Missing, chain
from exporter.renderers.pdf.fonts.face import FaceKey, face
from exporter.renderers.pdf.fonts.runs import Run, risen

SERIF = FaceKey("Source Serif 4", 400, False, 9.4, "en", False)


def glyphs(run: Run) -> list[int]:
    return [glyph for glyph, _ in run.texts]


def text(run: Run) -> str:
    return "".join(characters for _, characters in run.texts)


def test_a_number_stands_where_two_letters_are_kerned() -> None:
    run = face(SERIF).run("AV")
    (kern,) = re.findall(r">(-?\d+)<", run.hexes)
    natural = sum(map(face(SERIF).advance, glyphs(run)))
    assert int(kern) > 0
    assert run.width == pytest.approx(natural - int(kern), abs=0.5)


def test_fi_is_a_ligature_in_english_and_two_letters_in_turkish() -> None:
    assert len(face(SERIF).run("film").texts) == 3
    turkish = face(replace(SERIF, language="tr")).run("film")
    assert [characters for _, characters in turkish.texts] == list("film")


def test_serbian_italics_have_their_own_forms() -> None:
    italic = replace(SERIF, italic=True, language="ru")
    russian, serbian = (face(replace(italic, language=tag)).run("бгдпт") for tag in ("ru", "sr"))
    assert text(russian) == text(serbian) == "бгдпт"
    assert set(glyphs(russian)).isdisjoint(glyphs(serbian))


def test_romanian_cedillas_are_drawn_as_commas_and_stay_cedillas_in_the_text() -> None:
    romanian = face(replace(SERIF, language="ro"))
    cedillas, commas = romanian.run("şi ţară"), romanian.run("și țară")
    assert glyphs(cedillas) == glyphs(commas)
    assert text(cedillas) == "şi ţară"
    assert glyphs(face(SERIF).run("şi")) != glyphs(romanian.run("şi"))


def test_a_mark_without_a_composed_letter_is_raised_onto_an_ascender() -> None:
    """No font has b with acute as one glyph."""
    run = face(SERIF).run("b\u0301")
    assert run.raised
    assert text(run) == "b\u0301"
    rise, back = re.findall(r">\^(-?\d+)<", run.hexes)
    assert int(rise) >= 50
    assert back == "0"
    assert run.width == face(SERIF).run("b").width
    low = face(SERIF).run("q\u0323")
    assert int(re.findall(r">\^(-?\d+)<", low.hexes)[0]) < 0


def test_a_rise_is_in_the_points_of_its_type() -> None:
    assert risen("0041>^250<0301>^0<", 12) == "0041>] TJ 3 Ts [<0301>] TJ 0 Ts [<"


def test_labels_in_greek_lose_their_accents_and_extract_with_them() -> None:
    greek = face(replace(SERIF, language="el"))
    assert glyphs(greek.capitals("Ελλάδα")) == glyphs(greek.run("ΕΛΛΑΔΑ"))
    assert text(greek.capitals("Ελλάδα")) == "Ελλάδα"


def test_a_decomposed_word_in_capitals_extracts_as_sent() -> None:
    run = face(SERIF).capitals("cafe\u0301")
    assert glyphs(run) == glyphs(face(SERIF).run("CAFÉ"))
    assert text(run) == "cafe\u0301"
    assert run.exact


def test_capitals_of_another_number_of_letters_have_the_text_beside_them() -> None:
    run = face(SERIF).capitals("oﬃce")
    assert not run.exact
    assert run.text == "oﬃce"


def test_a_word_that_one_fallback_has_whole_is_not_patched() -> None:
    missing = Missing()
    runs = chain(SERIF, ("Noto Serif",)).runs("ἀλήθειᾳ", missing)
    assert [(found.key.family, run.text) for found, run in runs] == [("Noto Serif", "ἀλήθειᾳ")]
    ((script, family),) = missing.borrowed
    assert (script, family) == ("Grek", "Noto Serif")
    assert "ᾳ" in missing.borrowed["Grek", "Noto Serif"]
    assert "λ" not in missing.borrowed["Grek", "Noto Serif"]


def test_a_composed_letter_that_a_face_has_decomposed_needs_no_fallback() -> None:
    """Source Serif has m with acute only as a letter and its mark, or composed: both are set."""
    missing = Missing()
    for form in ("m\u0301", "\u1e3f", "e\u0323\u0302", "ệ"):
        ((found, run),) = chain(SERIF, ("Noto Serif",)).runs(form, missing)
        assert found.key.family == "Source Serif 4"
        assert text(run) == form
        assert 0 not in glyphs(run)
    assert not missing.borrowed


def test_what_no_font_has_is_a_box_a_cluster() -> None:
    missing = Missing()
    runs = chain(SERIF, ("Noto Serif",)).runs("a서울👍🏽", missing)
    assert [[characters for _, characters in run.texts] for _, run in runs] == [
        ["a"], ["서", "울", "👍🏽"],
    ]  # fmt: skip
    assert list(missing.by_script()) == ["Hang", "Zyyy"]
