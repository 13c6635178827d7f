"""A script from right to left, for which a house brings a font."""

from __future__ import annotations

from pathlib import Path

import exporter
from tests.fonts import house_font


def test_words_from_right_to_left_are_printed_and_told_of(tmp_path: Path) -> None:
    house_font(tmp_path / "house.ttf", characters="שלום")
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf"]\n')
    story = "HAIFA (XX) - The word is שלום, the office said."
    rendition = exporter.export(story.encode(), format="pdf", style=str(style))
    found = {f"{each.code} {each.severity}" for each in rendition.diagnostics}
    assert "P032 warning" in found
