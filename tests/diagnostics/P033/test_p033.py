"""A font file that is gone or damaged when the PDF is made."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

import exporter
from exporter.diagnostics import RenderError
from exporter.renderers import RenderOptions
from exporter.renderers.pdf import render
from exporter.stylesheet import load
from tests.fonts import house_font
from tests.renderers.pdf.conftest import every_part


def test_a_font_that_went_away_is_told_of(tmp_path: Path) -> None:
    font = house_font(tmp_path / "house.ttf")
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf"]\n')
    loaded = load(str(style))[0]
    font.unlink()
    with pytest.raises(RenderError) as error:
        render(every_part(), loaded, RenderOptions())
    assert [each.code for each in error.value.diagnostics] == ["P033"]


def test_a_font_without_sound_outlines_is_told_of(tmp_path: Path) -> None:
    font = house_font(tmp_path / "house.otf", "CFF ")
    content = bytearray(font.read_bytes())
    for index in range(struct.unpack_from(">H", content, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * index)
        if tag == b"CFF ":
            content[offset : offset + length] = bytes(length)
    font.write_bytes(content)
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.otf"]\n')
    with pytest.raises(exporter.ExportError, match="P033"):
        exporter.export(b"HARWICH (XX) - The ferry sails.", format="pdf", style=str(style))
