"""A font's file is the one that fontpkg would give."""

from __future__ import annotations

import json

import fontpkg
import pytest

from exporter.stylesheet.wheels import _variable_file, family_file, package_of


@pytest.mark.parametrize("family", [each.name for each in fontpkg.families().values()])
@pytest.mark.parametrize("weight", [100, 200, 400, 650, 900, 1000])
@pytest.mark.parametrize("italic", [False, True])
def test_the_file_is_fontpkg_s(family, weight, italic):
    style = "italic" if italic else "normal"
    found = fontpkg.path(family, weight, style, nearest=True)
    assert family_file(family, weight, italic=italic) == str(found)


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a wheel with one file of a family where the interpreter looks for wheels."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def installed(family, style):
        name = f"fontpkg_{family.lower()}"
        file = {"path": "a.ttf", "style": style, "weight": 400, "variable": False}
        about = {"family": family, "slug": family.lower(), "version": "1", "license": "OFL-1.1"}
        package, told = tmp_path / name, tmp_path / f"{name}-1.dist-info"
        package.mkdir()
        told.mkdir()
        (package / "__init__.py").touch()
        (package / "metadata.json").write_text(json.dumps({**about, "axes": [], "files": [file]}))
        (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        (told / "entry_points.txt").write_text(f"[fontpkg.family]\n{name} = {name}\n")
        fontpkg.families(refresh=True)
        return str(package / "a.ttf")

    yield installed
    monkeypatch.undo()
    fontpkg.families(refresh=True)


def test_a_family_without_italics_gives_its_upright_letters(install):
    file = install("Uprighta", "normal")
    for weight in (400, 700):
        assert family_file("Uprighta", weight, italic=True) == file


def test_a_family_without_upright_letters_gives_none(install):
    file = install("Slantedb", "italic")
    assert family_file("Slantedb", 400, italic=True) == file
    assert family_file("Slantedb", 400, italic=False) is None


def test_a_family_that_is_not_installed_has_no_file_and_a_wheel_that_would_bring_it():
    assert _variable_file("No Such Family", 400, "normal") is None
    assert family_file("No Such Family", 400, italic=False) is None
    assert package_of("No Such Family") == "fontpkg-no-such-family"
