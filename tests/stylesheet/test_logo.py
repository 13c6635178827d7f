"""The house's logo: found beside the style that names it, and part of what the style is."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics import StyleError
from exporter.stylesheet import load

STYLE = 'extends = "wire"\nname = "house"\n[house]\nlogo = "marks/logo.svg"\n'


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A style with a logo in a folder beside it."""
    (tmp_path / "marks").mkdir()
    (tmp_path / "marks" / "logo.svg").write_bytes(b"<svg/>")
    path = tmp_path / "house.toml"
    path.write_text(STYLE)
    return path


def test_a_style_has_no_logo_unless_it_names_one() -> None:
    assert load("wire")[0].house.logo is None


def test_the_logo_is_taken_from_beside_the_style(house: Path) -> None:
    style, said = load(str(house))
    assert style.house.logo is not None
    assert (style.house.logo.file, style.house.logo.content) == ("marks/logo.svg", b"<svg/>")
    assert said == ()


def test_a_style_elsewhere_that_extends_it_has_the_same_logo_or_none(
    house: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    heir = tmp_path / "other" / "heir.toml"
    heir.write_text('extends = "../house.toml"\n')
    logo = load(str(heir))[0].house.logo
    assert logo is not None
    assert logo.content == b"<svg/>"
    heir = tmp_path / "other" / "bare.toml"
    heir.write_text('extends = "../house.toml"\n[house]\nlogo = ""\n')
    assert load(str(heir))[0].house.logo is None


def test_a_style_is_told_without_the_content_of_its_logo(house: Path) -> None:
    told = repr(load(str(house))[0])
    assert "Logo('marks/logo.svg')" in told
    assert "<svg/>" not in told


def test_another_logo_is_another_style(house: Path, tmp_path: Path) -> None:
    before = load(str(house))[0].digest
    (tmp_path / "marks" / "logo.svg").write_bytes(b"<svg />")
    copy = tmp_path / "copy.toml"
    copy.write_text(STYLE)
    assert load(str(copy))[0].digest != before


def test_the_same_logo_elsewhere_is_the_same_style(house: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    (there / "marks").mkdir(parents=True)
    (there / "marks" / "logo.svg").write_bytes(b"<svg/>")
    (there / "house.toml").write_text(STYLE)
    assert load(str(there / "house.toml"))[0].digest == load(str(house))[0].digest


@pytest.mark.parametrize("content", [None, b"x" * 1_000_001])
def test_a_logo_that_cannot_be_read_is_an_error(
    house: Path, tmp_path: Path, content: bytes | None
) -> None:
    logo = tmp_path / "marks" / "logo.svg"
    if content is None:
        logo.unlink()
    else:
        logo.write_bytes(content)
    with pytest.raises(StyleError) as raised:
        load(str(house))
    assert [each.code for each in raised.value.diagnostics] == ["S035"]


@pytest.mark.parametrize("value", ["5", "true", "[]"])
def test_a_logo_is_named_by_text(tmp_path: Path, value: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(f'extends = "wire"\n[house]\nlogo = {value}\n')
    with pytest.raises(StyleError) as raised:
        load(str(path))
    assert [each.code for each in raised.value.diagnostics] == ["S004"]


@pytest.mark.parametrize("height", ["0mm", "40mm"])
def test_a_logo_fits_into_the_head(tmp_path: Path, height: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(f'extends = "wire"\n[house]\nlogo_height = "{height}"\n')
    with pytest.raises(StyleError, match="logo_height"):
        load(str(path))


def test_a_style_is_shown_with_its_logo_s_name(
    house: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["styles", str(house)]) == 0
    assert 'logo = "marks/logo.svg"' in capfd.readouterr().out
