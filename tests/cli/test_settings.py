"""Defaults from `exporter.toml` and from variables."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from exporter.cli import settings
from exporter.diagnostics import UsageError
from tests.cli.test_help import commands


def configure(text: str, folder: str | Path = ".") -> None:
    path = Path(folder)
    path.mkdir(parents=True, exist_ok=True)
    (path / "exporter.toml").write_text(text, encoding="utf-8")


def test_a_file_in_the_folder_sets_defaults(run, wire):
    wire()
    configure('format = ["pdf", "docx"]\noutput = "out"\nname = "{date}"\n')
    assert run("story.txt").lines == [
        f"{Path.cwd()}/out/2014-08-29.pdf",
        f"{Path.cwd()}/out/2014-08-29.docx",
    ]


def test_the_nearest_folder_upwards_counts_and_its_paths_are_its_own(run, wire, monkeypatch):
    wire("deep/er/story.txt")
    configure('format = "pdf"\noutput = "out"\n')
    configure('format = "epub"\n', "deep")
    top = Path.cwd()
    monkeypatch.chdir(top / "deep" / "er")
    assert run("story.txt").lines == ["output/story.epub"]
    (top / "deep" / "exporter.toml").unlink()
    assert run("story.txt").lines == [f"{top}/out/story.pdf"]


def test_the_users_own_file_says_what_the_nearest_does_not(run, wire, backends):
    wire()
    configure('format = "pdf"\nlanguage = "de"\n', ".config/exporter")
    configure('format = "epub"\n')
    assert run("story.txt").lines == ["output/story.epub"]
    assert backends.calls[-1].document.language == "de"


def test_a_style_is_found_beside_the_file_that_names_it(run, wire, backends, monkeypatch):
    wire("deep/story.txt")
    Path("house.toml").write_text('extends = "wire"\nname = "ours"\n', encoding="utf-8")
    configure('style = "house.toml"\nformat = "pdf"\n')
    monkeypatch.chdir("deep")
    assert run("story.txt").status == 0
    assert backends.calls[-1].style.name == "ours"


@pytest.mark.parametrize("key", ["docx-template", "docx_template"])
def test_a_word_template_is_found_beside_the_file_that_names_it(
    run, wire, backends, monkeypatch, key
):
    wire("deep/story.txt")
    Path("house.dotx").write_bytes(b"a template")
    configure(f'{key} = "house.dotx"\nformat = "docx"\n')
    monkeypatch.chdir("deep")
    assert run("story.txt").status == 0
    assert backends.calls[-1].options.docx_template.content == b"a template"


def test_variables_come_before_files_and_the_command_line_before_both(run, wire, monkeypatch):
    wire()
    configure('format = "pdf"\nverbatim = true\n')
    monkeypatch.setenv("EXPORTER_FORMAT", "epub,docx")
    assert run("story.txt").lines == ["output/story.epub", "output/story.docx"]
    assert run("story.txt", "-f", "pdf").lines == ["output/story.pdf"]


def test_a_switch_that_is_set_can_be_unset(run, wire, backends, monkeypatch):
    wire()
    configure('no-ed-note = true\nembed_source = true\nformat = "pdf"\n')
    run("story.txt")
    run("story.txt", "--ed-note", "--no-embed-source")
    monkeypatch.setenv("EXPORTER_NO_ED_NOTE", "0")
    run("story.txt")
    printed = [call.style.house.print_ed_note for call in backends.calls]
    embedded = [call.options.source is not None for call in backends.calls]
    assert (printed, embedded) == ([False, True, True], [True, False, True])


def test_a_date_may_be_one_of_tomls_own(run, wire, backends):
    wire()
    configure('date = 2021-08-25\nformat = "pdf"\n')
    run("story.txt")
    assert f"{backends.calls[0].options.date:%Y-%m-%d}" == "2021-08-25"


def test_an_unknown_key_is_told_with_the_nearest(run, wire):
    wire()
    configure('fromat = "pdf"\n[mial]\nto = "x"\n')
    ran = run("story.txt")
    assert ran.status == 0
    assert "warning U011: unknown key 'fromat'" in ran.err
    assert "did you mean 'format'?" in ran.err
    assert "unknown key 'mial'" in ran.err
    assert "did you mean 'mail'?" in ran.err


def test_an_unknown_key_is_fatal_if_warnings_are(run, wire):
    wire()
    configure('fromat = "pdf"\n')
    assert run("story.txt", "--strict").status == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("format = ", "U012"),
        ("format = 3", "U013"),
        ('format = ["pdf", 3]', "U013"),
        ("strict = 'yes'", "U013"),
        ("style = true", "U013"),
        ('format = "odt"', "U001"),
        ('language = "e"', "U008"),
    ],
)
def test_a_file_that_makes_no_sense_is_wrong_usage(run, wire, text, code):
    wire()
    configure(text)
    ran = run("story.txt")
    assert (ran.status, ran.out) == (2, "")
    assert code in ran.err


def test_a_file_that_is_not_utf8_is_wrong_usage(run, wire):
    wire()
    Path("exporter.toml").write_bytes(b'format = "\xff"')
    assert run("story.txt").status == 2


# -- tables of commands -------------------------------------------------------------------------


def loaded(folder: Path) -> settings.Settings:
    """The settings of a command with a style, an address and a number of seconds."""
    parameters = [
        click.Option(["--style"]),
        click.Option(["--to"], multiple=True),
        click.Option(["--timeout"], type=float),
        click.Option(["--body"]),
    ]
    return settings.load(parameters, folder, folder / "home", "mail")


def test_a_commands_own_table_goes_before_what_is_for_all(tmp_path):
    configure('style = "letter"\n[mail]\nstyle = "bulletin"\nto = "a@b.org"\n', tmp_path)
    found = loaded(tmp_path)
    assert (found.values, found.warnings) == ({"style": "bulletin", "to": ["a@b.org"]}, ())


def test_a_table_of_another_command_and_options_of_others_are_passed_over(tmp_path, run, wire):
    configure('output = "out"\n[archive]\nwhatever = 1\n[mail]\nverbatim = true\n', tmp_path)
    assert loaded(tmp_path).warnings == ()
    wire()
    assert run("story.txt", "-f", "pdf").err == ""


def test_a_commands_own_options_stand_in_its_table_only(tmp_path):
    configure('to = "a@b.org"\n[mail]\ntoo = "a@b.org"\n', tmp_path)
    found = loaded(tmp_path)
    assert found.values == {}
    assert ["'to'" in str(found.warnings[1]), "'mail.too'" in str(found.warnings[0])] == [True] * 2
    assert found.warnings[0].hint == "did you mean 'to'?"


def test_numbers_are_numbers_and_paths_the_files_own(tmp_path):
    configure('[mail]\ntimeout = 30\nbody = "cover.txt"\n', tmp_path)
    assert loaded(tmp_path).values == {"timeout": 30, "body": str(tmp_path / "cover.txt")}


def test_whatever_names_a_file_is_meant_from_the_settings_own_folder():
    parameters = [each for _, command in commands() for each in command.params]
    named = {max(each.opts, key=len)[2:] for each in parameters
             if {"FILE", "DIR", "PATH"} & set((each.metavar or "").split("|"))}  # fmt: skip
    of_the_command_line_alone = {"bag", "rendition"}
    assert named - of_the_command_line_alone == set(settings.PATHS)


@pytest.mark.parametrize("text", ["mail = 1", "[mail]\ntimeout = '3'", "[mail]\ntimeout = true"])
def test_a_table_that_makes_no_sense_is_wrong_usage(tmp_path, text):
    configure(text, tmp_path)
    with pytest.raises(UsageError, match="U013"):
        loaded(tmp_path)


# -- whose value it is ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("EXPORTER_DATE", "tomorrow", "EXPORTER_DATE: error U007"),
        ("EXPORTER_FORMAT", "odt", "EXPORTER_FORMAT: error U001"),
        ("EXPORTER_LANGUAGE", "english", "EXPORTER_LANGUAGE: error U008"),
        ("EXPORTER_STRICT", "maybe", "error U013: EXPORTER_STRICT in the environment"),
    ],
)
def test_a_wrong_variable_is_named(run, wire, monkeypatch, variable, value, said):
    wire()
    monkeypatch.setenv(variable, value)
    ran = run("story.txt")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_wrong_value_is_told_with_its_file(run, wire):
    wire()
    configure('format = ["pdf", "odt"]\n')
    assert f"{Path.cwd()}/exporter.toml: error U001" in run("story.txt").err
    assert run("story.txt", "-f", "odt").err.startswith("error U001")
    configure('output = ""\n')
    assert f"{Path.cwd()}/exporter.toml: error U017" in run("story.txt").err


def test_inspect_takes_its_language_from_the_settings_and_leaves_the_rest(run, wire, monkeypatch):
    wire()
    configure('language = "de"\nformat = "pdf"\nfromat = 1\n')
    ran = run("inspect", "story.txt")
    assert (ran.objects[0]["language"], ran.err) == ("de", "")
    monkeypatch.setenv("EXPORTER_LANGUAGE", "fr")
    assert run("inspect", "story.txt").objects[0]["language"] == "fr"
    configure('language = "english"\n')
    monkeypatch.delenv("EXPORTER_LANGUAGE")
    assert run("inspect", "story.txt").status == 2


@pytest.mark.parametrize("command", ["export", "inspect", "check", "styles"])
def test_help_is_had_with_broken_settings_too(run, command):
    configure("format = ")
    assert run(command, "--help").status == 0
