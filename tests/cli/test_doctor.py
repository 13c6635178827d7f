"""`exporter doctor`: what is found on the machine, and what is missing."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from unittest.mock import ANY

import pytest

from exporter import __version__
from exporter.cli.doctor import libraries, looks
from exporter.stylesheet import builtin_names
from exporter.validators import Validator
from tests.cli.test_help import commands
from tests.fonts import house_font


@pytest.fixture(autouse=True)
def validators(monkeypatch):
    """Two validators in place of the real ones, of which some take seconds to start."""
    found = (
        Validator("Judge", "pdf", "install Judge", lambda: lambda files: [], lambda: "1.2"),
        Validator("Absent", "epub", "install Absent", lambda: None),
    )
    monkeypatch.setattr("exporter.cli.doctor.surroundings.VALIDATORS", found)


@pytest.fixture
def examined(run):
    """The findings of the doctor by section and name."""

    def _examined(status: int = 0) -> dict[tuple[str, str], dict[str, str]]:
        ran = run("doctor", "--json")
        assert (ran.status, ran.err) == (status, "")
        return {(each["section"], each["name"]): each for each in ran.objects}

    return _examined


def test_all_that_an_export_needs_is_found_where_it_is_installed(run):
    ran = run("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert f"  ok       exporter  {__version__}" in ran.lines
    assert [line for line in ran.lines if line.split()[:1] in (["missing"], ["wrong"])] == []
    assert "  ok       Judge  1.2 for pdf" in ran.lines
    assert ran.lines[-2:] == ["  absent   Absent", "           hint: install Absent"]


def test_every_style_and_its_families_are_examined(examined):
    found = examined()
    for name in builtin_names():
        assert found["styles", name]["state"] == "ok"
    assert found["fonts", "Source Serif 4"]["said"].startswith("for bulletin, large-print")
    assert found["fonts", "Noto Sans"]["state"] == "ok"
    assert found["hyphenation", "dictionaries"]["state"] == "ok"


def test_a_family_that_a_style_brings_in_files_is_looked_for_nowhere_else(
    examined, tmp_path, monkeypatch
):
    house_font(tmp_path / "House.ttf")
    (tmp_path / "house.toml").write_text(
        'extends = "wire"\n[fonts.sans]\nfamily = "House"\nfiles = ["House.ttf"]\n'
    )
    (tmp_path / "exporter.toml").write_text('style = "house.toml"\n')
    found = examined()
    assert found["styles", str(tmp_path / "house.toml")]["state"] == "other"  # one weight
    assert ("fonts", "House") not in found


def test_a_library_that_is_missing_hinders(examined, monkeypatch):
    def without_lxml(name):
        if name == "lxml":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(libraries, "version", without_lxml)
    found = examined(status=1)["libraries", "lxml"]
    assert found["state"] == "missing"
    assert found["remedy"].startswith("pip install 'lxml==")


def test_a_program_that_is_run_without_being_installed_says_so(examined, monkeypatch):
    def not_installed(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(libraries, "requires", not_installed)
    found = examined()["libraries", "exporter is not installed"]
    assert (found["state"], found["said"]) == ("absent", "what is needed stands in pyproject.toml")


def test_what_came_without_styles_or_dictionaries_is_told(examined, monkeypatch):
    monkeypatch.setattr(looks, "builtin_names", lambda: ())
    monkeypatch.setattr(looks, "tags", lambda: ())
    found = examined(status=1)
    assert found["styles", "wire"]["remedy"] == "install the exporter anew"
    assert found["hyphenation", "dictionaries"]["remedy"] == "pip install pyphen"


def test_another_version_than_bytes_were_looked_at_with_is_told_and_hinders_nothing(
    examined, monkeypatch
):
    monkeypatch.setattr(libraries, "requires", lambda _: ["lxml==0.1", 'nose; extra == "x"'])
    found = examined()
    assert found["libraries", "lxml"]["state"] == "other"
    assert ("libraries", "nose") not in found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("4.004", "4.4", True), ("4.4.0", "4.4", True), ("4.40", "4.4", False), ("5.1", "4.1", False)],
)
def test_versions_are_the_same_by_their_numbers(one, other, same):
    assert (libraries._numbers(one) == libraries._numbers(other)) is same


def test_a_family_that_is_not_installed_hinders(examined, tmp_path, monkeypatch):
    style = tmp_path / "house.toml"
    style.write_text('extends = "wire"\n[fonts.sans]\nfamily = "Nowhere Sans"\n', encoding="utf-8")
    monkeypatch.setenv("EXPORTER_STYLE", str(style))
    found = examined(status=1)["fonts", "Nowhere Sans"]
    assert (found["state"], found["remedy"]) == ("missing", "pip install fontpkg-nowhere-sans")


def test_settings_in_force_are_shown_with_what_they_settle(examined, tmp_path):
    file = tmp_path / "exporter.toml"
    file.write_text('style = "letter"\nstile = "x"\n', encoding="utf-8")
    found = examined()["settings", str(file)]
    assert found["state"] == "other"
    assert "settles style" in found["said"]
    assert "unknown key 'stile'" in found["said"]


def test_settings_that_cannot_be_read_hinder(examined, tmp_path):
    file = tmp_path / "exporter.toml"
    file.write_text("style = ", encoding="utf-8")
    assert examined(status=1)["settings", str(file)]["state"] == "wrong"


def test_a_style_of_the_settings_that_is_not_there_hinders(examined, tmp_path):
    (tmp_path / "exporter.toml").write_text('style = "gone.toml"\n', encoding="utf-8")
    found = examined(status=1)["styles", str(tmp_path / "gone.toml")]
    assert "there is no style" in found["said"]


def test_variables_are_shown_but_what_is_secret_only_by_name(examined, monkeypatch):
    monkeypatch.setenv("EXPORTER_FORMAT", "pdf")
    monkeypatch.setenv("EXPORTER_SMTP_PASSWORD", "swordfish")
    found = examined()
    assert found["settings", "EXPORTER_FORMAT"]["said"] == "pdf"
    assert found["settings", "EXPORTER_SMTP_PASSWORD"]["said"] == "is set"


def test_a_variable_that_no_option_has_is_told_with_the_nearest(examined, monkeypatch):
    monkeypatch.setenv("EXPORTER_STILE", "letter")
    found = examined()["settings", "EXPORTER_STILE"]
    assert found["state"] == "other"
    assert found["remedy"] == "did you mean EXPORTER_STYLE?"


def test_every_variable_of_an_option_is_known(examined, monkeypatch):
    names = {each.envvar for _, command in commands() for each in command.params if each.envvar}
    for name in names:
        monkeypatch.setenv(name, "")
    found = examined(status=ANY)
    assert {name for name in names if found["settings", name]["state"] != "ok"} == set()


def test_the_table_of_a_command_is_looked_at_too(examined, tmp_path):
    (tmp_path / "exporter.toml").write_text('[mail]\nsubjekt = "x"\n', encoding="utf-8")
    found = examined()["settings", str(tmp_path / "exporter.toml")]
    assert "unknown key 'mail.subjekt'" in found["said"]


def test_a_cache_that_others_can_write_is_told(examined, tmp_path):
    cache = tmp_path / ".cache" / "exporter"
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    assert examined()["cache", str(cache)]["state"] == "other"
    cache.chmod(0o700)
    (cache / "kept").write_bytes(b"1" * 2000)
    assert examined()["cache", str(cache)]["said"] == "1 files, 2 KB"


def test_without_a_home_there_is_no_cache_and_that_hinders_nothing(examined, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr(Path, "home", lambda: Path("/nowhere"))
    assert examined()["cache", "folder"]["state"] == "absent"
