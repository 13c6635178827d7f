"""A font whose maker does not allow embedding."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import StyleError
from exporter.stylesheet import load
from tests.fonts import house_font

RESTRICTED, BITMAP_ONLY = 0x0002, 0x0200


@pytest.mark.parametrize("usage", [RESTRICTED, BITMAP_ONLY])
def test_a_font_that_must_not_be_embedded_fails_its_style(tmp_path: Path, usage: int) -> None:
    house_font(tmp_path / "house.ttf", usage=usage)
    style = tmp_path / "style.toml"
    style.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf"]\n')
    with pytest.raises(StyleError, match="fsType") as error:
        load(str(style))
    assert [each.code for each in error.value.diagnostics] == ["S026"]
