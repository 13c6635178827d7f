"""Figures and small capitals, as roles ask for them; what was not to be had is told."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.diagnostics import Diagnostic, Lines
from exporter.model import Document, Paragraph, Source, Table
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.renderers.pdf.fonts.chain import Missing, chain
from exporter.renderers.pdf.fonts.face import FaceKey, face
from exporter.renderers.pdf.fonts.runs import Run
from exporter.renderers.pdf.setting.small_capitals import small_capitals
from exporter.renderers.pdf.setting.style import TypeStyle, Wardrobe
from exporter.stylesheet import Figures, FigureWidth, Stylesheet, load

WIRE = load("wire")[0]
SERIF = FaceKey("Source Serif 4", 400, False, 9.4, "en", False)
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")


def widths(*features: str, family: str = "Source Serif 4") -> set[float]:
    used = face(replace(SERIF, family=family, features=features))
    return {used.run(figure).width for figure in "0123456789"}


def glyphs(run: Run) -> list[int]:
    return [glyph for glyph, _ in run.texts]


def with_role(role: str, **tokens: object) -> Stylesheet:
    return replace(WIRE, roles={**WIRE.roles, role: replace(WIRE.roles[role], **tokens)})


def look(role: str, *, italic: bool = False, **tokens: object) -> TypeStyle:
    return Wardrobe(with_role(role, **tokens), "en").style(role, italic=italic)


def printed(style: Stylesheet, *paragraphs: Paragraph) -> Rendition:
    document = Document(
        source=Source("harbour.txt", "text/plain", "ab" * 32),
        title="Harbour wall to be rebuilt",
        body=paragraphs,
    )
    return render(document, style, RenderOptions())


def extracted(rendition: Rendition, folder: Path, *options: str) -> str:
    path = folder / "story.pdf"
    path.write_bytes(rendition.content)
    run = subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True)
    return " ".join(run.stdout.decode().replace("\u00ad\n", "").split())


@pytest.mark.parametrize("family", ["Source Serif 4", "Source Sans 3", "Noto Serif"])
def test_tabular_figures_are_of_one_width_and_proportional_ones_are_not(family: str) -> None:
    assert len(widths("lnum", "tnum", family=family)) == 1
    assert len(widths("lnum", "pnum", family=family)) > 1


def test_text_has_proportional_figures_and_a_table_has_them_in_columns() -> None:
    wardrobe = Wardrobe(WIRE, "en")
    assert {"lnum", "pnum"} <= set(wardrobe.style("body").chain.first.key.features)
    assert {"lnum", "tnum"} <= set(wardrobe.style("table").chain.first.key.features)
    assert {"lnum", "tnum"} <= set(wardrobe.style("table_header").chain.first.key.features)


def test_old_style_figures_are_other_glyphs_of_the_same_text() -> None:
    lining = look("body").chain.first.run("1984,")
    oldstyle = look("body", figures=Figures.OLDSTYLE).chain.first.run("1984,")
    tabular = look("body", figure_width=FigureWidth.TABULAR).chain.first.run("1984,")
    assert set(glyphs(lining)[:4]).isdisjoint(glyphs(oldstyle))
    assert glyphs(lining) != glyphs(tabular)
    assert [text for _, text in oldstyle.texts] == list("1984,")


def test_small_capitals_are_glyphs_of_the_small_letters() -> None:
    style = look("lead", small_caps=True)
    ((_, run),) = style.chain.runs("Harbour", Missing())
    plain = face(SERIF).run("Harbour")
    assert [text for _, text in run.texts] == list("Harbour")
    assert glyphs(run)[0] == glyphs(plain)[0]
    assert set(glyphs(run)[1:]).isdisjoint(glyphs(plain))
    assert small_capitals("Harbour", style) == [("Harbour", style)]


def test_capitals_and_small_capitals_together_are_all_small() -> None:
    ((_, run),) = look("lead", small_caps=True, capitals=True).chain.runs("AB", Missing())
    assert set(glyphs(run)).isdisjoint(glyphs(face(SERIF).run("AB")))


def test_turkish_small_capitals_keep_the_dot() -> None:
    turkish = replace(SERIF, language="tr", features=("smcp",))
    dotted, dotless = (glyphs(face(turkish).run(letter)) for letter in "iı")
    assert dotted != dotless


def test_where_a_family_has_no_small_capitals_its_capitals_are_reduced() -> None:
    style = look("lead", italic=True, small_caps=True)
    reduced = style.reduced
    assert reduced is not None
    assert small_capitals("De\u0301ja", style) == [("D", style), ("e\u0301ja", reduced)]
    assert reduced.size < 0.8 * style.size
    assert reduced.capitals


@needs_poppler
@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("capitals", [False, True])
def test_small_capitals_extract_as_the_letters_sent(
    tmp_path: Path, italic: bool, capitals: bool
) -> None:
    style = with_role("lead", small_caps=True, italic=italic, capitals=capitals)
    sentence = "The Harbour office and Straße said DÉJÀ vu."
    rendition = printed(style, Paragraph.of(sentence))
    assert sentence in extracted(rendition, tmp_path, "-raw")
    told = [each for each in rendition.diagnostics if each.code == "P031"]
    assert bool(told) is italic


@needs_poppler
def test_every_story_of_a_process_is_told_of_reduced_capitals() -> None:
    style = with_role("lead", small_caps=True, italic=True)
    for _ in range(2):
        codes = [each.code for each in printed(style, Paragraph.of("Harbour.")).diagnostics]
        assert codes.count("P031") == 1


def found(rendition: Rendition, code: str) -> Diagnostic:
    (one,) = [each for each in rendition.diagnostics if each.code == code]
    return one


def test_a_finding_names_characters_font_and_lines() -> None:
    rendition = printed(
        WIRE,
        Paragraph.of("Plain words.", Lines(1, 1)),
        Paragraph.of("The word is ἀλήθεια and 서울.", Lines(3, 3)),
        Paragraph.of("And ἀρχή once more.", Lines(5, 6)),
    )
    borrowed = found(rendition, "P030")
    assert "Noto Serif has characters of script Grek" in borrowed.message
    assert "ἀ U+1F00; lines 3, 5-6" in borrowed.message
    assert borrowed.lines == Lines(3, 3)
    boxed = found(rendition, "P002")
    assert "서 U+C11C, 울 U+C6B8; line 3" in boxed.message
    assert "not supported" in boxed.message


def test_cells_are_searched_for_lines_too() -> None:
    rendition = printed(WIRE, Table((("서울", "1"),), 0, Lines(7, 7)))  # type: ignore[arg-type]
    assert found(rendition, "P002").lines == Lines(7, 7)


@needs_poppler
def test_boxes_from_right_to_left_extract_in_logical_order(tmp_path: Path) -> None:
    """By places (pdftotext) and by the stream, which the structure follows."""
    rendition = printed(WIRE, Paragraph.of("He said שלום in Hebrew."))
    assert not [each for each in rendition.diagnostics if each.code == "P032"]
    text = extracted(rendition, tmp_path).translate(dict.fromkeys(range(0x202A, 0x202F)))
    assert "He said שלום" in " ".join(text.split())
    run = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "story.pdf"], capture_output=True, check=True
    )
    assert "He said שלום in Hebrew." in run.stdout.decode()


def test_marks_beside_boxes_from_right_to_left_are_no_words_of_their_script() -> None:
    missing = Missing()
    runs = chain(SERIF, ()).runs("(שלום)", missing)
    opening, closing = face(SERIF).run("("), face(SERIF).run(")")
    assert [run.texts for _, run in runs][::2] == [opening.texts, closing.texts]
    assert not missing.unordered


def test_a_fallback_of_a_forgotten_face_is_still_the_first_face() -> None:
    """More faces may be in use than the process remembers."""
    first = chain(SERIF, ("Noto Serif",))
    face.cache_clear()
    missing = Missing()
    assert [found for found, _ in first.runs("ὰ", missing)] == [first.first]
    assert not missing
