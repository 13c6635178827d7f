"""What the Tab key offers, asked as shells ask, and at terminals with real shells."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import type_into

SHELLS = {
    "bash": ["bash", "--norc", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
# What a shell has to be told before it knows the program.
SETTING_UP = {
    "bash": ['eval "$(exporter completion bash)"'],
    "zsh": ["autoload -Uz compinit; compinit -u -D", 'eval "$(exporter completion zsh)"'],
    "fish": ["exporter completion fish | source"],
}


@pytest.fixture
def offered(run, monkeypatch):
    """What is offered for the last of some words, as the function in bash asks for it."""

    def _offered(*words: str) -> list[str]:
        monkeypatch.setenv("_EXPORTER_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", "\n".join(("exporter", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        ran = run()
        assert (ran.status, ran.err) == (0, "")
        return [line for line in ran.lines if line]

    return _offered


def test_the_first_word_is_a_command_or_a_story(offered):
    assert offered("st") == ["plain,styles", "file,st"]
    assert "plain,inspect" in offered("")


def test_after_a_story_come_stories(offered):
    assert offered("story.txt", "st") == ["file,st"]


def test_options_are_those_of_the_command(offered):
    assert offered("--emb") == ["plain,--embed-source"]
    assert offered("inspect", "--ex") == ["plain,--explain"]


def test_a_list_of_formats_goes_on_and_names_none_twice(offered):
    assert offered("--format", "pdf,") == [
        "plain,pdf,all", "plain,pdf,epub", "plain,pdf,docx", "plain,pdf,ninjs", "plain,pdf,nitf",
    ]  # fmt: skip
    assert offered("-f", "d") == ["plain,docx"]


def test_a_value_may_stand_after_an_equals_sign_which_bash_takes_for_a_word(offered):
    assert offered("--profile", "=", "s") == ["plain,screen"]
    assert "plain,wire" in offered("--style", "=")
    assert offered("--cover", "ra") == ["plain,raster"]


def test_styles_are_built_in_or_files(offered):
    assert offered("--style", "bu") == ["plain,bulletin", "file,bu"]
    assert offered("styles", "large") == ["plain,large-print", "file,large"]


def test_files_are_offered_where_an_option_takes_one(offered):
    assert offered("--docx-template", "ho") == ["file,ho"]
    assert offered("--output", "ho") == ["file,ho"]
    assert offered("--headline", "ho") == []


def test_topics_of_the_guide_are_offered(offered):
    assert offered("help", "sty") == ["plain,styles"]


def test_broken_settings_hinder_no_completion(offered, tmp_path):
    (tmp_path / "exporter.toml").write_text("style = ", encoding="utf-8")
    assert offered("--cov") == ["plain,--cover"]


def test_whatever_else_is_asked_is_answered_by_silence(run, monkeypatch):
    monkeypatch.setenv("_EXPORTER_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_CWORD", "many")
    ran = run()
    assert (ran.status, ran.out, ran.err) == (1, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_what_is_typed(shell, tmp_path, monkeypatch):
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    monkeypatch.chdir(tmp_path)
    programs = Path(sys.executable).parent
    variables = {
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "HOME": str(tmp_path),
        "TERM": "dumb",
        "COLUMNS": "100",
    }
    shown = type_into(
        SHELLS[shell], variables, *SETTING_UP[shell], "exporter styles large\t | tail -n 3", "exit"
    )
    assert "no style" not in shown
    assert 'Xinhua = "Xinhua"' in shown
