"""The fonts that a book carries where its style asks for that."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from exporter.model import Paragraph
from exporter.stylesheet import Stylesheet, load
from exporter.stylesheet.fonts import findings
from tests.fonts import house_font
from tests.renderers.epub.conftest import OPF, Book
from tests.renderers.epub.stories import PLAIN, RICH


def carrying(style: Stylesheet, name: str = "serif", **changes) -> Stylesheet:
    """The style with one family in the book."""
    font = replace(style.fonts[name], embed=True, **changes)
    return replace(style, fonts={**style.fonts, name: font})


def carried(book: Book) -> dict[str, TTFont]:
    return {
        name.removeprefix("EPUB/"): TTFont(io.BytesIO(book.archive.read(name)))
        for name in book.names
        if name.startswith("EPUB/fonts/")
    }


def test_a_book_carries_no_font_unless_its_style_asks_for_it(bind):
    book = bind(RICH)
    assert carried(book) == {}
    assert "@font-face" not in book.read("modern.css").decode()
    assert book.properties("ibooks:specified-fonts") == []


def test_each_look_of_a_family_is_a_font_with_the_letters_of_the_story(bind, wire):
    book = bind(RICH, carrying(wire))
    fonts = carried(book)
    assert {"fonts/serif-400.ttf", "fonts/serif-400-italic.ttf", "fonts/serif-700.ttf"} <= set(
        fonts
    )
    regular, italic = fonts["fonts/serif-400.ttf"], fonts["fonts/serif-400-italic.ttf"]
    assert set(map(ord, "The ferry FERRY 7 ©")) <= set(regular.getBestCmap())
    assert ord("Ω") not in regular.getBestCmap()
    assert "fvar" not in regular
    assert (italic["OS/2"].fsSelection & 1, regular["OS/2"].usWeightClass) == (1, 400)
    assert fonts["fonts/serif-700.ttf"]["OS/2"].usWeightClass == 700
    assert max(len(book.read(name)) for name in fonts) < 30_000


def test_each_font_has_a_rule_and_an_entry_in_the_manifest(bind, wire):
    book = bind(RICH, carrying(wire))
    named = re.findall(r"src: url\((.+?)\)", book.read("modern.css").decode())
    listed = {item.get("href"): item.get("media-type") for item in book.package.iter(f"{OPF}item")}
    assert sorted(named) == sorted(carried(book))
    assert {listed[name] for name in named} == {"font/ttf"}
    assert book.properties("ibooks:specified-fonts") == ["true"]


def test_a_font_that_may_not_be_cut_is_carried_whole(bind, wire, tmp_path):
    file = house_font(tmp_path / "house.ttf", usage=0x0100)
    book = bind(PLAIN, carrying(wire, files=(str(file),)))
    assert book.read("fonts/serif-400.ttf") == file.read_bytes()
    # What may not be embedded at all has failed the style before: S026.
    house_font(tmp_path / "closed.ttf", usage=0x0002)
    with pytest.raises(Exception, match="S026"):
        list(findings(carrying(wire, files=(str(tmp_path / "closed.ttf"),))))


def test_a_variable_font_stands_where_the_style_has_it(bind, wire, tmp_path):
    axes = (("wght", 300, 400, 700), ("wdth", 75, 100, 125))
    file = house_font(tmp_path / "house.ttf", axes=axes)
    book = bind(PLAIN, carrying(wire, files=(str(file),), axes=("wdth=87.5",)))
    assert all("fvar" not in font for font in carried(book).values())


@pytest.mark.parametrize("outlines", ["CFF ", "CFF2"])
def test_a_font_of_postscript_outlines_keeps_them(bind, wire, tmp_path, outlines):
    axes = (("wght", 300, 400, 700),) if outlines == "CFF2" else ()
    file = house_font(tmp_path / "house.otf", outlines, axes=axes)
    book = bind(PLAIN, carrying(wire, files=(str(file),)))
    font = carried(book)["fonts/serif-400.otf"]
    assert "CFF " in font
    assert "E012" not in book.codes()


def test_a_damaged_font_and_a_family_that_is_missing_cost_a_warning(bind, wire, tmp_path):
    missing = bind(PLAIN, carrying(wire, family="Nowhere Serif"))
    assert "E012" in missing.codes()
    file = house_font(tmp_path / "house.ttf")
    content = bytearray(file.read_bytes())
    at = content.index(b"cmap")
    offset = int.from_bytes(content[at + 8 : at + 12], "big")
    content[offset : offset + 40] = b"\xff" * 40
    file.write_bytes(content)
    damaged = bind(PLAIN, carrying(wire, files=(str(file),)))
    assert carried(missing) == carried(damaged) == {}
    assert "E012" in damaged.codes()
    assert "@font-face" not in damaged.read("modern.css").decode()


def test_the_fonts_of_two_stories_are_of_each_storys_letters(bind, wire):
    style = carrying(wire)
    greek = replace(PLAIN, language="el", body=(Paragraph.of("Το πλοίο"),))
    first = bind(PLAIN, style).rendition.content
    font = carried(bind(greek, style))["fonts/serif-400.ttf"]
    assert {ord("π"), ord("Π")} <= set(font.getBestCmap())
    assert bind(PLAIN, style).rendition.content == first


def test_a_built_in_style_can_be_made_to_carry_its_fonts(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text('extends = "bulletin"\nname = "house"\n[fonts.sans]\nembed = true\n')
    style, found = load(str(path))
    assert style.fonts["sans"].embed
    assert not style.fonts["serif"].embed
    assert found == ()
