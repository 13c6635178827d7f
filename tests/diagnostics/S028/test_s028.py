"""A role that asks for a weight or slope that no file has."""

from __future__ import annotations

from pathlib import Path

from exporter.stylesheet import load
from tests.fonts import house_font


def test_a_weight_that_no_file_has_is_a_warning_once(tmp_path: Path) -> None:
    house_font(tmp_path / "house.ttf")
    house_font(tmp_path / "italic.ttf", italic=True)
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf", "italic.ttf"]\n')
    found = [str(each) for each in load(str(style))[1] if each.code == "S028"]
    assert len(found) == 1
    assert "upright and of weight 600" in found[0]
    assert found[0].startswith("warning")


def test_a_variable_file_has_all_of_its_weights(tmp_path: Path) -> None:
    house_font(tmp_path / "house.otf", "CFF2", axes=(("wght", 300, 400, 800),))
    house_font(tmp_path / "italic.ttf", italic=True)
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.otf", "italic.ttf"]\n')
    assert load(str(style))[1] == ()
