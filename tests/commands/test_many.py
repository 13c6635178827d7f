"""Many stories in one run, by one process and by several: what a user sees is the same."""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.commands.test_commands import variables
from tests.conftest import SEED

STORY = "OSLO, Aug 29, 2014 (AFP) - Two leaders spoke by phone on {day}.\n\nThey will meet.\n"


def run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        ["exporter", *arguments],
        cwd=folder,
        env=variables(folder),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its digest."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def newsroom(tmp_path) -> Path:
    """A folder of stories, among them what fails in every way that a story can."""
    wire = tmp_path / "wire"
    (wire / "sports").mkdir(parents=True)
    for number in range(30):
        (wire / f"{number:02}.txt").write_text(STORY.format(day=f"day {number}"))
    (wire / "seed.txt").write_bytes(SEED.read_bytes())
    (wire / "blank.txt").write_text(" \n")
    (wire / "held.txt").write_text("HOLD HOLD HOLD\n\n" + STORY.format(day="Monday"))
    (wire / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (wire / "torn.txt").write_bytes(b"OSLO (AFP) - A caf\xe9 and a \xff\xfe mark.\n")
    (wire / "sports" / "a.txt").write_text(STORY.format(day="Tuesday"))
    (wire / "sports" / "a.md").write_text("# A title\n\nA paragraph.\n")
    (wire / "boxes.txt").write_text("OSLO (AFP) - A word in Tamil: தமிழ்.\n")
    return tmp_path


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "pdf,ninjs"],
        ["--format", "epub", "--json", "--verbose"],
        ["--format", "nitf", "--name", "{title} {stem}"],
    ],
    ids=" ".join,
)
def test_it_is_the_same_however_many_processes_make_it(newsroom, options):
    runs = []
    for jobs in ("1", "2", "3"):
        status, out, err = run(newsroom, "wire", "missing.txt", "--jobs", jobs, *options)
        runs.append((status, out, err, contents(newsroom / "output")))
        for path in (newsroom / "output").rglob("*.*"):
            path.unlink()
    assert runs[0][0] == 1
    assert runs[0][1].count("\n") > 30
    assert "X002" in runs[0][2]
    assert "Traceback" not in runs[0][2]
    assert runs[0] == runs[1] == runs[2]


def test_a_summary_says_how_many_ended_how(newsroom):
    _, _, err = run(newsroom, "wire", "-f", "pdf", "-j", "2")
    summary = "38 stories: 33 written, 5 failed; warnings: P002 in 1, R012 in 1"
    assert err.splitlines()[-1] == f"exporter: {summary}"
    _, _, err = run(newsroom, "wire", "-f", "pdf", "-j", "2", "--update")
    assert "exporter: 38 stories: 33 up to date, 5 failed" in err


def test_the_report_says_what_became_of_every_story(newsroom):
    status, out, _ = run(newsroom, "wire", "-f", "pdf,epub", "-j", "2", "--report", "log/run.json")
    report = json.loads((newsroom / "log" / "run.json").read_text())
    assert status == 1
    assert report["summary"]["stories"] == len(report["stories"]) == 38
    assert report["summary"]["jobs"] == 2
    assert report["summary"]["seconds"] > 0
    by_state = {state: [] for state in ("written", "current", "failed")}
    for entry in report["stories"]:
        by_state[entry["state"]].append(entry)
    assert {state: len(found) for state, found in by_state.items()} == {
        state: report["summary"][state] for state in by_state
    }
    written = [output for entry in by_state["written"] for output in entry["outputs"]]
    assert [output["output"] for output in written] == out.splitlines()
    for output in written:
        content = (newsroom / output["output"]).read_bytes()
        assert output["bytes"] == len(content)
        assert output["sha256"] == sha256(content).hexdigest()
    held = next(entry for entry in by_state["failed"] if entry["input"] == "wire/held.txt")
    assert [each["code"] for each in held["diagnostics"]] == ["X002"]
    assert [output["output"] for output in held["outputs"]] == [None, None]
    (inputs,) = ([entry["input"] for entry in report["stories"]],)
    assert inputs == sorted(inputs, key=lambda name: Path(name).parts)


def test_a_report_is_the_same_but_for_its_jobs_and_seconds(newsroom):
    reports = []
    for jobs in ("1", "3"):
        run(newsroom, "wire", "-f", "ninjs", "--jobs", jobs, "--report", "run.json")
        lines = (newsroom / "run.json").read_text().splitlines()
        reports.append(lines[:-1])
        assert lines[-1].startswith('], "summary": ')
    assert reports[0] == reports[1]
    assert len(reports[0]) == 39


def test_a_report_that_cannot_be_written_stops_the_run_before_it_begins(newsroom):
    (newsroom / "file").write_text("")
    status, out, err = run(newsroom, "wire", "-f", "ninjs", "--report", "file/run.json")
    assert (status, out) == (1, "")
    assert "X012" in err
    assert not (newsroom / "output").exists()


@pytest.mark.parametrize("report", ["wire/seed.txt", "output/seed.pdf", "./output/../wire/00.txt"])
def test_a_report_is_not_written_over_a_story_or_an_output(newsroom, report):
    before = contents(newsroom)
    status, out, err = run(newsroom, "wire", "-f", "pdf", "--report", report)
    assert (status, out) == (2, "")
    assert "U031" in err
    assert contents(newsroom) == before


def test_a_log_shows_how_far_a_long_run_has_come(tmp_path):
    (tmp_path / "wire").mkdir()
    for number in range(200):
        (tmp_path / "wire" / f"{number:03}.txt").write_text(STORY.format(day=number))
    _, _, err = run(tmp_path, "wire", "-f", "ninjs")
    lines = [f"exporter: {number} of 200 stories" for number in range(20, 200, 20)]
    assert err.splitlines() == [*lines, "exporter: 200 stories: 200 written"]
    _, _, err = run(tmp_path, "wire", "-f", "ninjs", "--quiet")
    assert err == ""


def test_no_program_that_lies_beside_the_stories_is_run(tmp_path):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(STORY.format(day=f"day {number}"))
    for name in ("exporter", "multiprocessing", "encodings", "lxml", "msgspec", "re", "os"):
        (tmp_path / f"{name}.py").write_text("open('sprung', 'a').write(__name__)\n")
    status, out, err = run(tmp_path, ".", "-f", "ninjs", "--jobs", "2")
    assert (status, len(out.splitlines()), err) == (0, 4, "exporter: 4 stories: 4 written\n")
    assert not (tmp_path / "sprung").exists()


def test_jobs_may_stand_in_the_settings_and_in_a_variable(tmp_path):
    (tmp_path / "a.txt").write_text(STORY.format(day="Monday"))
    (tmp_path / "exporter.toml").write_text("jobs = 2\n")
    assert run(tmp_path, "a.txt", "-f", "ninjs")[0] == 0
    (tmp_path / "exporter.toml").write_text("jobs = -2\n")
    status, _, err = run(tmp_path, "a.txt", "-f", "ninjs")
    assert (status, "exporter.toml: error U030" in err) == (2, True)
