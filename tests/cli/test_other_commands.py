"""`inspect`, `styles`, `check`, `shell-init` and the help."""

from __future__ import annotations

import contextlib
import io
import shutil
import signal
import subprocess
import tomllib

import pytest

from exporter import __version__
from exporter.cli import main
from exporter.cli.console import Narrator
from exporter.cli.stopping import ending_on_signals
from exporter.diagnostics import diagnose
from exporter.model import from_json
from exporter.readers import read
from exporter.stylesheet import load
from exporter.validators import Validator, Verdict
from tests.cli.terminal import type_into

HELD = 'HOLD HOLD HOLD\n\nOSLO (AFP) - Two leaders -- “spoke" by phone on {day}.\n'


# -- inspect -----------------------------------------------------------------------------------


def test_inspect_prints_each_document_as_read(run, wire):
    story = wire("wire/a.txt")
    wire("wire/b.txt", "Tuesday")
    ran = run("inspect", "wire")
    assert (ran.status, ran.err) == (0, "")
    documents = [from_json(each) for each in ran.objects]
    assert documents[0] == read(story.read_bytes(), "a.txt")
    assert [document.source.name for document in documents] == ["a.txt", "b.txt"]


def test_inspect_prints_what_may_not_be_published_and_letters_as_they_are(run, wire):
    wire(text=HELD)
    ran = run("inspect", "story.txt")
    assert ran.status == 0
    assert ran.objects[0]["pub_status"] == "withheld"
    assert "-- “spoke" in ran.out


def test_inspect_prints_the_others_after_a_failure(run, wire):
    wire("a.txt", text=" \n")
    wire("b.txt")
    ran = run("inspect", "a.txt", "missing.txt", "b.txt")
    assert (ran.status, len(ran.lines)) == (1, 1)
    assert "a.txt: error" in ran.err
    assert "missing.txt: error X008" in ran.err


def test_inspect_says_that_a_folder_has_no_story(run, wire, tmp_path):
    (tmp_path / "empty").mkdir()
    wire("b.txt")
    ran = run("inspect", "empty", "b.txt")
    assert (ran.status, len(ran.lines)) == (1, 1)
    assert "empty: error X009" in ran.err


def test_inspect_takes_the_language_that_it_is_told(run, wire):
    wire()
    assert run("inspect", "story.txt", "--language", "de").objects[0]["language"] == "de"


# -- styles ------------------------------------------------------------------------------------


def test_styles_lists_each_with_its_description(run):
    ran = run("styles")
    assert any(
        line.split(maxsplit=1) == ["wire", load("wire")[0].description] for line in ran.lines
    )


def test_a_style_that_is_shown_can_be_used(run, wire, tmp_path):
    shown = run("styles", "wire").out
    assert tomllib.loads(shown)["name"] == "wire"
    (tmp_path / "house.toml").write_text(shown, encoding="utf-8")
    copy, warnings = load(str(tmp_path / "house.toml"))
    original, _ = load("wire")
    assert (copy.roles, copy.page, copy.terms) == (original.roles, original.page, original.terms)
    assert warnings == ()


def test_a_style_is_shown_with_what_it_extends(run, tmp_path):
    (tmp_path / "house.toml").write_text(
        'extends = "wire"\nname = "ours"\n[agencies]\n"A B" = "A \\"B\\""\n', encoding="utf-8"
    )
    shown = tomllib.loads(run("styles", "house.toml").out)
    assert (shown["name"], shown["page"]["name"]) == ("ours", "A4")
    assert shown["agencies"]["A B"] == 'A "B"'
    assert "extends" not in shown


def test_a_style_that_does_not_exist_is_wrong_usage(run):
    assert run("styles", "nonesuch").status == 2


# -- check -------------------------------------------------------------------------------------


@pytest.fixture
def validators(monkeypatch):
    """Puts validators of PDF in place of the real ones."""

    def _validators(*found: Validator) -> None:
        monkeypatch.setattr("exporter.cli.check_command.VALIDATORS", found)

    return _validators


def judging(passed: bool, *findings: str) -> Validator:
    """A validator of PDF that always says the same."""

    def judge(files):
        return [Verdict(file, "Judge", passed, findings) for file in files]

    return Validator("Judge", "pdf", "install Judge", lambda: judge)


MISSING = Validator("Absent", "pdf", "install Absent", lambda: None)


def test_check_prints_a_line_for_each_verdict(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    validators(judging(True), MISSING)
    ran = run("check", "a.pdf")
    assert ran.status == 0
    assert ran.lines == ["pass     a.pdf  Judge", "missing  a.pdf  Absent: install Absent"]


def test_check_fails_when_a_file_does(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    validators(judging(True), judging(False, "6.1.7-1 \x1b[31m"))
    ran = run("check", "a.pdf")
    assert ran.status == 1
    assert ran.lines[-2:] == ["fail     a.pdf  Judge", r"         6.1.7-1 \x1b[31m"]


def test_check_fails_when_a_file_has_no_validator(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    validators(MISSING)
    assert run("check", "a.pdf").status == 1


def test_check_prints_json_too(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    validators(judging(False, "bad"), MISSING)
    assert run("check", "a.pdf", "--json").objects == [
        {"file": "a.pdf", "validator": "Judge", "verdict": "fail", "findings": ["bad"]},
        {
            "file": "a.pdf",
            "validator": "Absent",
            "verdict": "missing",
            "findings": ["install Absent"],
        },
    ]


def test_check_knows_a_file_by_its_content_too(run, validators, tmp_path):
    (tmp_path / "attachment").write_bytes(b"%PDF-1.6")
    validators(judging(True))
    assert run("check", "attachment").status == 0


def test_check_refuses_what_it_does_not_know(run, wire):
    wire()
    ran = run("check", "story.txt")
    assert (ran.status, ran.out) == (2, "")
    assert "U014" in ran.err


def test_check_does_not_judge_an_empty_file(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"")
    validators(judging(True))
    ran = run("check", "a.pdf")
    assert (ran.status, ran.out) == (1, "")
    assert "it is empty" in ran.err


def test_check_tells_a_missing_file(run, validators, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    validators(judging(True))
    ran = run("check", "missing.pdf", "a.pdf")
    assert (ran.status, len(ran.lines)) == (1, 1)
    assert "X008" in ran.err
    assert run("check").status == 2


# -- help --------------------------------------------------------------------------------------


def test_help_shows_the_options_of_export_and_the_other_commands(run):
    ran = run("--help")
    assert ran.status == 0
    for word in ("--format", "--allow-embargoed", "Examples:", "inspect", "shell-init"):
        assert word in ran.out
    assert "\b" not in ran.out
    assert max(map(len, ran.lines)) <= 100


@pytest.mark.parametrize("command", ["export", "inspect", "check", "styles", "shell-init"])
def test_each_command_has_help(run, command):
    ran = run(command, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"Usage: exporter {command} ")


def test_the_version_is_told(run):
    assert run("--version").out == "exporter, version 0.1.0\n"


# -- shell-init --------------------------------------------------------------------------------

SCRIPT = """
eval "$(cat init)"
export --format pdf "a b"
export A="1  2"; printenv A
B="x   y"; export C=$B D=$(echo "p  q") E=~/bin; printenv C D E
export -- F=1; printenv F
export -n F; printenv F || echo gone
export -p | grep -c 'declare -x A='
export | grep -c 'declare -x A='
export G H; echo $?
"""


@pytest.fixture
def shell(run, tmp_path):
    """A folder with what `shell-init` prints, and variables under which `exporter` is an echo."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "exporter").write_text(
        '#!/bin/sh\nprintf "program:"; printf " <%s>" "$@"; echo\n'
    )
    (bin_folder / "exporter").chmod(0o755)
    (tmp_path / "init").write_text(run("shell-init").out, encoding="utf-8")
    return {"PATH": f"{bin_folder}:/usr/bin:/bin", "HOME": "/home/me", "TERM": "dumb"}


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_in_bash_the_function_takes_only_what_is_meant_for_the_program(shell):
    done = subprocess.run(
        ["bash", "--norc", "-i", "-c", SCRIPT],
        env=shell,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "program: <--format> <pdf> <a b>", "1  2", "x   y", "p  q", "/home/me/bin", "1", "gone",
        "1", "1", "0",
    ]  # fmt: skip


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_in_zsh_a_typed_line_that_is_meant_for_the_program_reaches_it(shell):
    shown = type_into(
        ["zsh", "-f", "-i"],
        shell,
        'eval "$(cat init)"',
        'eval "$(cat init)"',
        "export --format pdf",
        "  export --format epub",
        'export D=$(echo "p  q"); printenv D',
        "exit",
    )
    assert "program: <--format> <pdf>" in shown
    assert "program: <--format> <epub>" in shown
    assert "\np  q" in shown.replace("\r", "")


def test_one_shells_part_can_be_had_alone(run):
    assert "zle" not in run("shell-init", "bash").out
    assert "builtin" not in run("shell-init", "zsh").out
    assert run("shell-init", "fish").status == 2


# -- the program itself ------------------------------------------------------------------------


def test_a_bug_in_a_command_is_said_to_be_ours(run, monkeypatch):
    def broken(_name):
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr("exporter.stylesheet.load", broken)
    ran = run("styles", "wire")
    assert (ran.status, ran.out) == (70, "")
    assert "ZeroDivisionError: nobody thought of this" in ran.err
    assert "please report it" in ran.err


def test_whoever_runs_the_program_may_listen_to_it(monkeypatch):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(["--version"]) == 0
    assert __version__ in said.getvalue()


def test_what_a_style_says_is_told_once_and_not_remembered_for_ever():
    said: list[str] = []
    narrator = Narrator(say=said.append)
    odd = [diagnose("S003", key=f"c{number}", name="x", suggestion="see") for number in range(1001)]
    narrator.tell(odd)
    narrator.tell(odd[-1:])
    assert len(said) == 2 * 1001  # each with its hint
    narrator.tell(odd[:1])
    assert len(said) == 2 * 1002


def test_a_program_that_ignores_a_hangup_goes_on_ignoring_it():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_on_signals():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) not in (signal.SIG_IGN, signal.SIG_DFL)
    finally:
        signal.signal(signal.SIGHUP, before)
