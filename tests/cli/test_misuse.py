"""What is wrong with a command line is said as everything else is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--formt pdf", "no such option '--formt'"),
        ("check", "missing argument 'FILE...'"),
        ("styles a b", "got unexpected extra argument (b)"),
        ("story.txt --format", "option '--format' requires an argument"),
        ("completion tcsh", "invalid value for '{bash|zsh|fish}': 'tcsh' is not one of 'bash'"),
        ("archive nope", "no such command 'nope'"),
    ],
)
def test_a_wrong_command_is_told_in_one_form(run, typed, said):
    ran = run(*typed.split())
    assert (ran.status, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith(f"error U061: {said}")
    assert second.startswith("  hint: ")
    assert second.endswith(" --help")


def test_the_nearest_is_named_and_the_help_of_the_command(run):
    assert "hint: did you mean --format or --report? see exporter --help" in run("--formt").err
    assert "see exporter archive get --help" in run("archive", "get").err
