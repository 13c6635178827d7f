"""The examples in the help of the commands and in the README work as they stand."""

from __future__ import annotations

import hashlib
import re
import shutil

import click
import pytest

from tests.cli.test_help import commands
from tests.conftest import ROOT
from tests.guide.blocks import furnish, run, with_an_end, with_programs

README = ROOT / "README.md"
# Two blanks and more part an example from what is said about it.
_SAID = re.compile(r" {2,}\S.*$")
# A line that goes on in the next.
_BROKEN = re.compile(r"(?:(?<= )\\|(?<=\|))\n\s*")
# An indented line of the README that a reader would type.
_TYPED = re.compile(r" {4}(?:exporter\b|env export |python -m exporter |cat |jq |eval )")
# What examples hand on to: other programs, whose part is not ours to test.
PROGRAMS = {
    "curl": "cat story.txt",
    "jq": "cat > /dev/null",
    "lpr": "cat > /dev/null",
    "man": "cat > /dev/null",
}
NAMES = [name.removeprefix("exporter ") for name, _ in commands()]


def examples(text: str) -> list[str]:
    """The commands of a help's section of examples, each in one line."""
    _, _, below = _BROKEN.sub("", text).partition("Examples:\n")
    return list(map(typed, below.partition("\n\n")[0].splitlines()))


def typed(line: str) -> str:
    """What a reader would type of a line, less what is said about it."""
    return _SAID.sub("", line.strip())


@pytest.fixture
def folder(tmp_path):
    """A folder with what examples take for granted, and an archive with two stories in it."""
    place = tmp_path / "work"
    place.mkdir()
    furnish(place)
    shutil.copytree(ROOT / "seeds", place / "seeds")
    (place / "home" / ".config" / "fish" / "completions").mkdir(parents=True)
    (place / "note.txt").write_text("For tonight.\n", encoding="utf-8")
    (place / "page.txt").write_text("OSLO (AP) - A page was found.\n", encoding="utf-8")
    shutil.copy(ROOT / "tests" / "stories" / "ap-minister-kill.txt", place / "kill.txt")
    run(["exporter", "story.txt", "--output", "output", "--quiet"], place)
    shutil.copy(place / "output" / "story.pdf", place / "page.pdf")
    run(["exporter", "story.txt", "-f", "nitf", "--output", "story.xml"], place)
    for story, name in (("story", "afp:oslo-talks"), ("wire/ap-orchestra", "ap:bc-oslo-talks")):
        identifier = f"urn:exporter:{name}:2014-08-29"
        run(["exporter", "archive", "add", f"{story}.txt", "--id", identifier, "-f", "pdf"], place)
    return place


def _shell(example: str) -> list[str]:
    """The command that types an example, into the shell that it is for."""
    if "completion zsh" not in example:
        return ["bash", "-e", "-o", "pipefail", "-c", with_an_end(example)]
    if not shutil.which("zsh"):
        return ["true"]
    return ["zsh", "-f", "-e", "-c", f"autoload -Uz compinit; compinit -u -D; {example}"]


@pytest.fixture
def follow(folder, elsewhere):
    """Types an example, but for names of places that are not ours; `check` alone may fail."""
    digest = hashlib.sha256((folder / "story.txt").read_bytes()).hexdigest()[:16]
    here = {**elsewhere, "e92f 6257 d716 d6f4": digest, "e92f6257d716d6f4": digest}
    variables = {
        **with_programs(folder, **PROGRAMS),
        "EXPORTER_SMTP": elsewhere["smtp://mail.example.org"],
        "EXPORTER_FROM": "desk@example.org",
    }

    def _follow(example: str) -> None:
        for theirs, ours in here.items():
            example = example.replace(theirs, ours)
        may_fail = example.startswith("exporter check")  # validators are missing
        said = run(_shell(example), folder, may_fail=may_fail, **variables)
        assert not re.search(r"(?m)^fail|Traceback", said), said

    return _follow


def test_the_examples_of_every_command_work(follow):
    for name in NAMES:
        group, _, inner = name.partition(" ")
        command = next(found for each, found in commands() if each == f"exporter {name}")
        found = examples(command.get_help(click.Context(command, info_name=inner or group)))
        assert found, f"{name} teaches by no example"
        for example in found:
            follow(example)


def test_the_examples_of_the_readme_work(follow):
    lines = _BROKEN.sub("", README.read_text(encoding="utf-8")).splitlines()
    found = [typed(line) for line in lines if _TYPED.match(line)]
    assert len(found) > 10
    for example in found:
        follow(example)
