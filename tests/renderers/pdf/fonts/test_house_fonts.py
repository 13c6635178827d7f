"""The house's own fonts: TrueType, CFF and CFF2, by path."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

import exporter
from exporter.diagnostics import StyleError
from exporter.renderers import Rendition
from exporter.stylesheet import load
from tests.fonts import house_font
from tests.renderers.pdf.conftest import opened

STORY = b"HARWICH (XX) - The ferry will sail again on Tuesday, the office said.\n"
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")


def style(folder: Path, *files: str, axes: str = "") -> str:
    path = folder / "style.toml"
    listed = ", ".join(f'"{file}"' for file in files)
    path.write_text(
        f'extends = "wire"\n[fonts.serif]\nfamily = "House"\nfiles = [{listed}]\n{axes}'
        '[roles.lead]\nlike = "body"\ncapitals = true\n'
    )
    return str(path)


def printed(folder: Path, *files: str) -> Rendition:
    return exporter.export(STORY, format="pdf", style=style(folder, *files))


def fonts(pdf: pikepdf.Pdf, family: str = "House") -> dict[str, pikepdf.Object]:
    """The fonts of a family by name, without the tags of their subsets."""
    found = [font for font in pdf.pages[0].Resources.Font.values() if family in str(font.BaseFont)]
    return {str(font.BaseFont).partition("+")[2]: font for font in found}


@pytest.mark.parametrize(
    ("outlines", "kind"),
    [("glyf", "/CIDFontType2"), ("CFF ", "/CIDFontType0"), ("CFF2", "/CIDFontType0")],
)
@needs_poppler
def test_a_house_font_of_each_kind_is_embedded_and_extracts(
    tmp_path: Path, outlines: str, kind: str
) -> None:
    """Capitals need codes of their own: a map in TrueType, a CMap in CFF."""
    axes = (("wght", 300, 400, 800),) if outlines == "CFF2" else ()
    house_font(tmp_path / "house.otf", outlines, axes=axes)
    rendition = printed(tmp_path, "house.otf")
    pdf = opened(rendition)
    assert {font.DescendantFonts[0].Subtype for font in fonts(pdf).values()} == {kind}
    path = tmp_path / "story.pdf"
    path.write_bytes(rendition.content)
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    assert "The ferry will sail again on Tuesday, the office said." in " ".join(
        run.stdout.decode().replace("\u00ad\n", "").split()
    )


def test_the_weight_and_slope_choose_the_file(tmp_path: Path) -> None:
    house_font(tmp_path / "regular.ttf")
    house_font(tmp_path / "bold.otf", "CFF ", weight=600)
    pdf = opened(printed(tmp_path, "regular.ttf", "bold.otf"))
    kinds = {name[:13]: font.DescendantFonts[0].Subtype for name, font in fonts(pdf).items()}
    assert kinds == {"House-wght400": "/CIDFontType2", "House-wght600": "/CIDFontType0"}


def test_paths_start_at_the_style_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "house" / "fonts").mkdir(parents=True)
    house_font(tmp_path / "house" / "fonts" / "house.ttf")
    parent = style(tmp_path / "house", "fonts/house.ttf")
    (tmp_path / "heir.toml").write_text('extends = "house/style.toml"\n')
    heir = load(str(tmp_path / "heir.toml"))[0]
    assert heir.fonts["serif"].files == load(parent)[0].fonts["serif"].files


def test_a_style_is_told_apart_by_its_fonts_contents_and_not_by_its_folder(tmp_path: Path) -> None:
    digests = []
    for folder, weight in (("one", 400), ("two", 400), ("three", 500)):
        (tmp_path / folder).mkdir()
        house_font(tmp_path / folder / "house.ttf", weight=weight)
        digests.append(load(style(tmp_path / folder, "house.ttf"))[0].digest)
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"ttcf" + bytes(90), "is a collection"),
        (b"wOFF" + bytes(90), "is WOFF"),
        (b"wOF2" + bytes(90), "is WOFF2"),
        (b"%!PS-AdobeFont-1.0", "is a Type 1 font"),
        (b"<html>", "is no font"),
        (b"\x00\x01\x00\x00\x00", "is damaged"),
        (b"\x00\x01\x00\x00\x00\x01" + bytes(6) + b"head" + b"\xff" * 12, "is cut off"),
        (b"OTTO" + bytes(8), "has no table 'head'"),
    ],
)
def test_what_is_no_font_fails_its_style_with_the_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "house.ttf").write_bytes(content)
    with pytest.raises(StyleError, match=reason) as error:
        load(style(tmp_path, "house.ttf"))
    assert [each.code for each in error.value.diagnostics] == ["S025"]


def test_a_font_without_outlines_fails_its_style(tmp_path: Path) -> None:
    font = TTFont(house_font(tmp_path / "house.ttf"))
    for table in ("glyf", "loca"):
        del font[table]
    font.save(tmp_path / "house.ttf")
    with pytest.raises(StyleError, match="has no outlines"):
        load(style(tmp_path, "house.ttf"))


def _cut_off(content: bytearray, entry: int) -> None:
    content[entry + 12 : entry + 16] = (20).to_bytes(4, "big")


def _of_no_known_places(content: bytearray, entry: int) -> None:
    begin = int.from_bytes(content[entry + 8 : entry + 12], "big")
    content[begin + 51] = 2  # OpenType, "head": indexToLocFormat, 0 or 1


@pytest.mark.parametrize("damage", [_cut_off, _of_no_known_places])
def test_a_font_whose_head_is_damaged_is_not_embedded(
    tmp_path: Path, damage: Callable[[bytearray, int], None]
) -> None:
    content = bytearray(house_font(tmp_path / "house.ttf").read_bytes())
    damage(content, content.index(b"head"))
    (tmp_path / "house.ttf").write_bytes(content)
    with pytest.raises(exporter.ExportError) as error:
        printed(tmp_path, "house.ttf")
    assert [each.code for each in error.value.diagnostics if each.severity == "error"] == ["P033"]


def test_a_folder_and_a_name_with_a_null_are_no_fonts_either(tmp_path: Path) -> None:
    for name in (".", "a\\u0000b", "~nobody/x.ttf"):
        with pytest.raises(StyleError):
            load(style(tmp_path, name))


def test_a_font_whose_maker_allows_no_subset_is_embedded_whole(tmp_path: Path) -> None:
    sizes = []
    for usage in (0, 0x0100):
        house_font(tmp_path / "house.ttf", usage=usage)
        pdf = opened(printed(tmp_path, "house.ttf"))
        font = fonts(pdf)["House-wght400"]
        program = font.DescendantFonts[0].FontDescriptor.FontFile2
        sizes.append(len(program.read_bytes()))
    assert sizes[1] > 1.2 * sizes[0]


def test_an_axis_that_a_style_pins_makes_another_instance(tmp_path: Path) -> None:
    widths = []
    for axes in ("", 'axes = ["wdth=70"]'):
        house = f'extends = "wire"\n[fonts.serif]\nfamily = "Noto Serif"\n{axes}\n'
        (tmp_path / "style.toml").write_text(house)
        rendition = exporter.export(STORY, format="pdf", style=str(tmp_path / "style.toml"))
        pdf = opened(rendition)
        body = fonts(pdf, "NotoSerif")["NotoSerif-wght400"]
        (_, array, *_) = body.DescendantFonts[0].W
        widths.append(sum(map(float, array)))
    assert widths[1] < 0.95 * widths[0]
