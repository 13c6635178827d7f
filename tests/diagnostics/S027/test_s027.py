"""A font whose maker allows no subsets."""

from __future__ import annotations

from pathlib import Path

from exporter.stylesheet import load
from tests.fonts import house_font


def test_a_font_that_allows_no_subsets_is_told_of(tmp_path: Path) -> None:
    house_font(tmp_path / "house.ttf", usage=0x0100)
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf"]\n')
    found = {f"{each.code} {each.severity}" for each in load(str(style))[1]}
    assert "S027 info" in found
