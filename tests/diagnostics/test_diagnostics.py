"""Every diagnostic code has a case that provokes it.

A case is a folder of the code's name. What lies in it is copied into an empty folder, and the
program is run there: with the options of `options.json`, with `style.toml` as its style and with
`story.*` as its input, as far as they are there. Each line of `expected.txt`, a code and a
severity, must be among what it says. What no file can provoke has a Python test in the folder.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics.table import CODES
from tests.cli.conftest import forget_settings

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.txt"))
_SAID = re.compile(r"^(?:.*?: )?(error|warning|info) ([A-Z]\d{3}): ", re.MULTILINE)
_STORIES = ("story.txt", "story.text", "story.md", "story.xml", "story.json")


def arguments(folder: Path) -> list[str]:
    """The command line of a case."""
    options = folder / "options.json"
    given: list[str] = json.loads(options.read_text(encoding="utf-8")) if options.is_file() else []
    stories = [name for name in _STORIES if (folder / name).is_file()]
    if given[:1] == ["check"]:
        return [*given, *stories]
    if given[:1] == ["mail"]:
        return [*given, "--verbose", *stories]
    style = ["--style", "style.toml"] if (folder / "style.toml").is_file() else []
    return ["--verbose", *style, *given, *stories]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_provokes_its_code(case, tmp_path, monkeypatch, capfd):
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    forget_settings(monkeypatch, tmp_path)
    main(arguments(tmp_path))
    err = capfd.readouterr().err
    said = {f"{code} {severity}" for severity, code in _SAID.findall(err)}
    expected = set((case / "expected.txt").read_text(encoding="utf-8").splitlines())
    assert expected <= said, err
    assert case.name in {line.split()[0] for line in expected}
    assert [line for line in err.splitlines() if not _is_well_said(line)] == []


def _is_well_said(line):
    """Whether a line that is about a story names it, and a hint has words."""
    if line.startswith("  hint: "):
        return len(line.split()) > 2
    return not re.match(r"(?:error|warning|info) [RT]\d{3}: ", line)


def test_every_code_has_a_case():
    with_case = {
        path.parent.name
        for name in ("expected.txt", "test_*.py")
        for path in FOLDER.glob(f"*/{name}")
    }
    assert sorted(set(CODES) - with_case) == []


def test_every_case_is_of_a_code():
    folders = {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert folders <= set(CODES)


def test_every_severity_is_the_tables():
    for case in CASES:
        for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
            code, severity = line.split()
            assert CODES[code][0] == severity, case.name
