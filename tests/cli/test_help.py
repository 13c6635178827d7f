"""`exporter help`: the guide on a terminal, and all of it as a man page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.cli.guide.pages import topics
from exporter.cli.guide.roff import escaped, roff
from exporter.cli.guide.terminal import shown
from exporter.cli.program import program
from tests.cli.terminal import type_into
from tests.commands.test_commands import measured

PAGE = """\
# A title

Some *words* with `code`, and more on [styles](styles.md), that run on and on and on and on and on.

- first
- second

1. one

| key | value |
|---|---|
| `a` | b |

```sh
exporter story.txt --format pdf --output "a file whose name is very long, longer than most.pdf"
```
"""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_without_a_topic_all_are_listed(run):
    ran = run("help")
    assert ran.status == 0
    for topic in topics():
        assert f"{topic.name}  " in ran.out
        assert topic.summary in ran.out


@pytest.mark.parametrize("name", [topic.name for topic in topics()])
def test_a_topic_shows_its_page_in_lines_that_fit(run, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "80")
    ran = run("help", name)
    assert (ran.status, ran.err) == (0, "")
    topic = next(each for each in topics() if each.name == name)
    assert ran.lines[0] == topic.text().partition("\n")[0].removeprefix("# ").replace("`", "")
    examples = re.findall(r"(?ms)^```\w+\n(.*?)^```$", topic.text())
    typed = {line for example in examples for line in example.splitlines()}
    assert {f"    {line}".rstrip() for line in typed} <= set(ran.lines)
    assert max(len(line) for line in ran.lines if not line.startswith("    ")) <= 80


def test_a_topic_is_found_in_capitals_too(run):
    assert run("help", "Styles").out == run("help", "styles").out


def test_a_page_is_plain_where_it_is_not_read_on_a_terminal():
    text = shown(PAGE, 60, styled=False)
    assert text.splitlines()[:2] == ["A title", "======="]
    assert "exporter help styles" in " ".join(text.split())
    assert "\x1b" not in text
    assert '    exporter story.txt --format pdf --output "a file whose name is very' in text
    assert "\n\n\n" not in text


def test_a_page_is_bold_on_a_terminal():
    assert "\x1b[1m" in shown(PAGE, 60, styled=True)


def test_a_page_that_a_terminal_cannot_hold_is_shown_by_the_users_pager(tmp_path):
    variables = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "80", "LINES": "24", **measured(),
    }  # fmt: skip
    pager = {"PAGER": "sed s/^/paged:/"}
    assert "paged:Make your own" in type_into(["exporter", "help", "styles"], variables | pager)
    assert "paged:" not in type_into(
        ["exporter", "help", "shells"], {**variables, **pager, "LINES": "99"}
    )
    shown_by_less = type_into(["exporter", "help", "styles"], variables, "q")
    assert "ESC" not in shown_by_less


def test_a_word_that_is_no_topic_is_wrong_usage_and_the_nearest_is_named(run):
    ran = run("help", "stiles")
    assert (ran.status, ran.out) == (2, "")
    assert "U060" in ran.err
    assert "did you mean 'styles'?" in ran.err
    assert "topics are start, formats" in run("help", "qqq").err


def test_a_command_is_a_topic_too(run):
    assert run("help", "check").out == run("check", "--help").out


# -- the man page ------------------------------------------------------------------------------


@pytest.fixture
def manual(run):
    return run("help", "--man").out


def commands(group=program, name="exporter"):
    """Every command of the program with the words that it is typed with."""
    context = group.context_class(group, info_name=name)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        yield f"{name} {each}", command
        if hasattr(command, "list_commands"):
            yield from commands(command, f"{name} {each}")


def test_the_man_page_has_every_command_with_its_options_and_every_topic(manual):
    for name, command in commands():
        assert f'.SS "{escaped(name)}"' in manual
        for parameter in command.params:
            for option in (each for each in parameter.opts if each.startswith("--")):
                assert escaped(option) in manual
    for topic in topics():
        title = topic.text().partition("\n")[0].removeprefix("# ").replace("`", "")
        assert f'.SH "{escaped(title.upper())}"' in manual


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_help_of_a_command_fits_its_terminal_and_teaches_by_example(
    run, monkeypatch, name, width
):
    monkeypatch.setenv("COLUMNS", str(width))
    ran = run(*name.split()[1:], "--help")
    assert ran.status == 0
    assert max(map(len, ran.lines)) <= width
    assert "  Examples:" in ran.lines


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_groff_sets_the_man_page_without_a_warning(manual):
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-rLL=100n"],
        input=manual.encode("ascii", "backslashreplace"),
        capture_output=True,
        check=True,
    )
    assert done.stderr.decode() == ""
    assert b"exporter story.txt --format pdf" in done.stdout


def test_every_block_of_a_page_has_its_form_in_roff():
    lines = list(roff(PAGE))
    assert lines[0] == '.SH "A TITLE"'
    assert lines[2].startswith(r"Some \fIwords\fR with \fBcode\fR")
    assert [line for line in lines if line.startswith(".IP")] == [
        r".IP \(bu 4", r".IP \(bu 4", ".IP 1. 4",
    ]  # fmt: skip
    assert lines[lines.index(".TP") + 1] == r"\fB\fBa\fR\fR"
    assert r'exporter story.txt \-\-format pdf \-\-output "a file' in "\n".join(lines)


def test_what_roff_would_obey_is_printed():
    assert escaped(".so /etc/passwd\n'x \\n(.s") == "\\&.so /etc/passwd\n\\(aqx \\en(.s"
