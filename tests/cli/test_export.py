"""`exporter export`, in one process."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

HELD = "HOLD HOLD HOLD\n\nOSLO, Aug 29, 2014 (AFP) - Two leaders spoke by phone on {day}.\n"


def files() -> list[str]:
    """Every file below output, sorted."""
    return sorted(str(path) for path in Path("output").rglob("*") if path.is_file())


# -- inputs and outputs ------------------------------------------------------------------------


def test_a_story_is_exported_in_all_formats_to_output(run, wire):
    wire()
    ran = run("story.txt")
    assert (ran.status, ran.err) == (0, "")
    assert ran.lines == ["output/story.pdf", "output/story.epub", "output/story.docx"]
    assert files() == sorted(ran.lines)


def test_formats_of_newsrooms_are_made_when_they_are_asked_for(run, wire):
    wire()
    assert run("story.txt", "-f", "ninjs,nitf").lines == ["output/story.json", "output/story.xml"]
    again = run("output/story.xml", "-f", "epub,ninjs", "-o", "again")
    assert again.lines == ["again/story.epub", "again/story.json"]
    current = run("story.txt", "-f", "ninjs,nitf", "--update", "--verbose")
    assert current.err.count("X013") == 2


def test_export_may_be_said_or_left_out(run, wire):
    wire()
    assert run("export", "story.txt", "-f", "pdf").lines == ["output/story.pdf"]
    assert run("--format", "pdf", "story.txt").lines == ["output/story.pdf"]


def test_without_input_it_is_the_folder_seeds(run, wire):
    wire("seeds/a.txt")
    wire("seeds/b.txt")
    assert run("--format", "pdf").lines == ["output/a.pdf", "output/b.pdf"]


def test_without_input_and_seeds_it_says_what_to_do(run):
    ran = run("--format", "pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "U002" in ran.err
    assert "exporter - < story.txt" in ran.err


def test_a_folder_keeps_its_shape_below_output(run, wire):
    for name in ("wire/a.txt", "wire/sports/b.md", "wire/sports/deep/c.text", "wire/.hidden/d.txt",
                 "wire/.e.txt", "wire/notes.rtf"):  # fmt: skip
        wire(name)
    assert run("wire", "-f", "pdf").lines == [
        "output/a.pdf",
        "output/sports/b.pdf",
        "output/sports/deep/c.pdf",
    ]


def test_a_loop_of_links_is_walked_once(run, wire):
    wire("wire/a.txt")
    Path("wire/loop").symlink_to(Path("wire").absolute())
    Path("wire/broken.txt").symlink_to("nowhere")
    assert run("wire", "-f", "pdf").lines == ["output/a.pdf"]


def test_a_story_that_is_named_twice_is_exported_once(run, wire):
    wire("wire/a.txt")
    assert run("wire", "wire/a.txt", "./wire", "-f", "pdf").lines == ["output/a.pdf"]


def test_a_file_called_like_a_command_is_named_with_its_folder(run, wire):
    wire("inspect")
    assert run("./inspect", "-f", "pdf").lines == ["output/inspect.pdf"]


def test_standard_input_is_a_story_called_stdin(run, wire, monkeypatch):
    text = wire().read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert run("-", "-f", "pdf").lines == ["output/stdin.pdf"]


def test_output_may_be_a_file_a_folder_or_standard_output(run, wire):
    wire()
    assert run("story.txt", "-f", "pdf", "-o", "a/copy.pdf").lines == ["a/copy.pdf"]
    assert run("story.txt", "-f", "epub", "-o", "copy.pdf").lines == ["copy.pdf/story.epub"]
    ran = run("story.txt", "-f", "pdf", "-o", "-")
    assert ran.out.startswith("pdf ")
    assert not Path("-").exists()


@pytest.mark.parametrize("formats", ["pdf,epub", "epub"])
def test_a_folder_that_is_called_like_a_file_is_warned_of(run, wire, formats):
    wire()
    ran = run("story.txt", "-f", formats, "-o", "copy.pdf")
    assert (ran.status, "copy.pdf/story.epub" in ran.lines) == (0, True)
    assert "warning U018" in ran.err
    assert "--format pdf" in ran.err
    assert "U018" not in run("story.txt", "-f", formats, "-o", "copy.pdf").err  # there it is
    assert run("story.txt", "-f", formats, "-o", "more.pdf", "--strict").status == 2
    assert not Path("more.pdf").exists()


def test_standard_output_cannot_hold_two_things(run, wire):
    wire()
    for arguments in (["-o", "-"], ["-f", "pdf", "-o", "-", "--json"]):
        ran = run("story.txt", *arguments)
        assert (ran.status, ran.out) == (2, "")


def test_outputs_are_called_as_the_template_says(run, wire):
    wire("a.txt")
    wire("b.txt", "Tuesday")
    ran = run("a.txt", "b.txt", "-f", "pdf", "--name", "{date} {agency} {stem}")
    assert ran.lines == ["output/2014-08-29 AFP a.pdf", "output/2014-08-29 AFP b.pdf"]


def test_a_template_takes_the_headline_that_was_given(run, wire):
    wire()
    ran = run("story.txt", "-f", "pdf", "--name", "{title}", "--headline", "Putin: Khan/Two")
    assert ran.lines == ["output/Putin- Khan-Two.pdf"]


def test_a_story_without_a_name_fails_alone(run, wire):
    wire("a.txt")
    wire("b.txt", text=" \n")
    ran = run("a.txt", "b.txt", "-f", "pdf", "--name", "{title}")
    assert ran.status == 1
    assert len(ran.lines) == 1


# -- collisions --------------------------------------------------------------------------------


def test_two_named_stories_for_one_file_write_nothing(run, wire):
    wire("x/a.txt")
    wire("y/a.txt")
    ran = run("x/a.txt", "y/a.txt")
    assert (ran.status, ran.out, files()) == (2, "", [])
    assert "U004" in ran.err


def test_two_found_stories_for_one_file_fail_and_the_others_are_written(run, wire):
    for name in ("wire/a.txt", "wire/a.md", "wire/b.txt"):
        wire(name)
    ran = run("wire", "-f", "pdf")
    assert (ran.status, ran.lines) == (1, ["output/b.pdf"])
    assert ran.err.count("X010") == 2


def test_a_template_can_make_two_stories_collide(run, wire):
    wire("a.txt")
    wire("b.txt")
    ran = run("a.txt", "b.txt", "-f", "pdf", "--name", "{date}")
    assert (ran.status, files()) == (2, [])


def test_an_input_is_not_written_over(run, wire):
    wire("story.pdf")
    ran = run("story.pdf", "-f", "pdf", "-o", ".")
    assert ran.status == 2
    assert "U005" in ran.err


# -- failures ----------------------------------------------------------------------------------


def test_one_failure_does_not_stop_the_others(run, wire):
    wire("a.txt")
    wire("b.txt", text=" \n")
    ran = run("a.txt", "b.txt", "missing.txt", "-f", "pdf")
    assert (ran.status, ran.lines) == (1, ["output/a.pdf"])
    assert "missing.txt: error X008" in ran.err
    assert ran.err.endswith("exporter: 3 stories: 1 written, 2 failed\n")


def test_what_an_export_has_made_is_no_story_of_the_next(run, wire):
    wire("wire/story.txt")
    for _ in range(2):
        ran = run("wire", "-f", "ninjs", "--output", "wire/out")
        assert (ran.status, ran.lines) == (0, ["wire/out/story.json"])
    assert run("wire/out", "-f", "pdf", "--output", "wire/out").lines == ["wire/out/story.pdf"]
    assert run("wire", "-f", "pdf", "--output", "wire").lines == [
        "wire/out/story.pdf", "wire/story.pdf"
    ]  # fmt: skip


def test_a_folder_without_a_story_is_told(run, tmp_path):
    (tmp_path / "empty").mkdir()
    ran = run("empty")
    assert ran.status == 1
    assert "X009" in ran.err


def test_a_story_that_is_held_back_is_refused(run, wire):
    wire(text=HELD)
    ran = run("story.txt", "-f", "pdf")
    assert (ran.status, files()) == (1, [])
    assert "X002" in ran.err
    assert run("story.txt", "-f", "pdf", "--allow-embargoed").status == 0


def test_one_formats_failure_leaves_the_others(run, wire, backends):
    backends.fail = {"epub"}
    wire()
    ran = run("story.txt")
    assert (ran.status, ran.lines) == (1, ["output/story.pdf", "output/story.docx"])


def test_a_formats_failure_is_told_with_its_own_diagnostics_only(run, wire, backends):
    backends.fail = {"epub"}
    wire()
    _, epub, _ = run("story.txt", "--json").objects
    assert (epub["format"], epub["output"]) == ("epub", None)
    assert "said by pdf" not in json.dumps(epub["diagnostics"])
    assert epub["diagnostics"][-1]["code"] == "S001"


def test_a_warning_stops_a_story_if_it_shall(run, wire, backends):
    wire()
    backends.warn = {"epub"}
    assert run("story.txt").status == 0
    ran = run("story.txt", "--strict", "-o", "strict")
    assert (ran.status, ran.out) == (1, "")
    assert not Path("strict").exists()


def test_a_bug_is_told_as_one_and_the_others_are_written(run, wire, backends):
    wire("a.txt")
    wire("b.txt")
    backends.crash = {"epub"}
    ran = run("a.txt", "b.txt", "-f", "epub")
    assert ran.status == 70
    assert ran.err.count("Traceback") == 2
    assert "please report" in ran.err
    assert run("a.txt", "-f", "pdf").status == 0


def test_a_bug_in_one_format_does_not_lose_the_others(run, wire, backends):
    wire()
    backends.crash = {"epub"}
    ran = run("story.txt", "--json")
    assert ran.status == 70
    assert [made["output"] for made in ran.objects] == [
        "output/story.pdf", None, "output/story.docx",
    ]  # fmt: skip
    assert [each["code"] for each in ran.objects[1]["diagnostics"]] == ["X014"]
    assert ran.err.count("please report it") == 2
    assert Path("output/story.docx").is_file()


def test_a_bug_is_told_under_strict_too(run, wire, backends):
    wire()
    backends.crash, backends.warn = {"epub"}, {"pdf"}
    ran = run("story.txt", "--strict")
    assert (ran.status, ran.out) == (70, "")
    assert "ZeroDivisionError" in ran.err


def test_a_place_that_cannot_be_written_is_told(run, wire):
    wire()
    Path("output").write_bytes(b"")
    ran = run("story.txt", "-f", "pdf")
    assert (ran.status, ran.out) == (1, "")
    assert "X012" in ran.err


def test_an_interruption_leaves_nothing_half_written(run, wire, monkeypatch):
    wire()

    def interrupt(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    ran = run("story.txt", "-f", "pdf")
    assert (ran.status, files()) == (130, [])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "odt"],
        ["--style", "nonesuch"],
        ["--style", "missing.toml"],
        ["--language", "e"],
        ["--date", "soon"],
        ["--headline", " "],
        ["--profile", "web"],
        ["--name", "{nope}"],
        ["--nonesuch"],
    ],
)
def test_wrong_usage_is_told_before_anything_is_written(run, wire, arguments):
    wire()
    ran = run("story.txt", *arguments)
    assert (ran.status, ran.out, files()) == (2, "", [])
    assert "Traceback" not in ran.err


def test_a_wrong_source_date_epoch_is_wrong_usage(run, wire, monkeypatch):
    wire()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "now")
    assert run("story.txt").status == 2


def test_a_folder_that_cannot_be_looked_into_is_told(run, tmp_path, monkeypatch):
    (tmp_path / "wire").mkdir()
    monkeypatch.chdir("wire")
    for _ in range(20):  # a path that is longer than the system takes, step by step
        Path("x" * 250).mkdir()
        monkeypatch.chdir("x" * 250)
    monkeypatch.chdir(tmp_path)
    ran = run("wire")
    assert (ran.status, ran.out) == (1, "")
    assert "error X008" in ran.err
    assert "File name too long" in ran.err


def test_a_report_may_be_called_as_an_output_elsewhere_is(run, wire, tmp_path):
    wire("seed.txt")
    (tmp_path / "reports").mkdir()
    assert run("seed.txt", "-f", "ninjs", "--report", "reports/seed.json").status == 0
    assert json.loads((tmp_path / "reports/seed.json").read_bytes())["summary"]["written"] == 1


@pytest.mark.parametrize("jobs", ["auto", " AUTO ", "1"])
def test_how_many_processes_may_be_left_to_the_program(run, wire, jobs):
    wire()
    assert run("story.txt", "-f", "ninjs", "--jobs", jobs).status == 0


def test_a_watch_writes_no_story_to_standard_output(run, tmp_path):
    (tmp_path / "drop").mkdir()
    ran = run("--watch", "drop", "--output", "-", "-f", "pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "error U033" in ran.err


@pytest.mark.parametrize(("formats", "status"), [("pdf,epub", 0), ("pdf,ninjs", 2)])
def test_a_watch_writes_no_story_s_format_where_it_looks(
    run, tmp_path, monkeypatch, formats, status
):
    monkeypatch.setattr("exporter.cli.watch.orders.Watch.run", lambda _watch: 0)
    (tmp_path / "drop").mkdir()
    ran = run("--watch", "drop", "--output", ".", "-f", formats)
    assert (ran.status, "error U036" in ran.err) == (status, status == 2)


# -- reports -----------------------------------------------------------------------------------


def test_json_tells_all_about_each_output(run, wire):
    wire()
    ran = run("story.txt", "--json", "-f", "pdf,docx")
    pdf, docx = ran.objects
    content = Path("output/story.pdf").read_bytes()
    assert list(pdf) == ["input", "output", "format", "bytes", "sha256", "pages", "diagnostics"]
    assert (pdf["input"], pdf["output"]) == ("story.txt", "output/story.pdf")
    assert (pdf["format"], pdf["pages"]) == ("pdf", 2)
    assert (pdf["bytes"], pdf["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert docx["pages"] is None
    assert pdf["diagnostics"][-1] == {
        "code": "B001", "severity": "info", "message": "said by pdf", "hint": None,
        "source": None, "lines": None,
    }  # fmt: skip


def test_json_tells_of_failures_too(run, wire):
    wire("b.txt", text=" \n")
    ran = run("b.txt", "missing.txt", "--json", "-f", "pdf,epub")
    assert ran.status == 1
    assert [(each["input"], each["format"]) for each in ran.objects] == [
        ("b.txt", "pdf"), ("b.txt", "epub"), ("missing.txt", "pdf"), ("missing.txt", "epub")
    ]  # fmt: skip
    for each in ran.objects:
        assert each["output"] is each["bytes"] is each["sha256"] is each["pages"] is None
        assert each["diagnostics"][0]["severity"] == "error"


def test_infos_are_told_only_if_wanted(run, wire, backends):
    wire()
    backends.warn = {"epub"}
    normal = run("story.txt").err
    assert "warning B001: said by epub" in normal
    assert "said by pdf" not in normal
    assert run("story.txt", "--quiet").err == ""
    assert "info B001: said by pdf" in run("story.txt", "--verbose").err


def test_a_styles_warning_is_told_once(run, wire):
    wire("a.txt")
    wire("b.txt")
    Path("house.toml").write_text('extends = "wire"\nnme = "x"\n', encoding="utf-8")
    ran = run("a.txt", "b.txt", "-s", "house.toml")
    assert ran.status == 0
    assert ran.err.count("warning S003") == 1


# -- update ------------------------------------------------------------------------------------


def test_update_skips_what_is_up_to_date(run, wire, backends):
    wire("a.txt")
    wire("b.txt")
    # The small EPUB and Word files are no packages: only the PDF is read back.
    assert len(run("a.txt", "b.txt", "--update", "-f", "pdf").lines) == 2
    wire("b.txt", "Tuesday")
    backends.calls.clear()
    assert run("a.txt", "b.txt", "--update", "-f", "pdf").lines == ["output/b.pdf"]
    assert [call.format for call in backends.calls] == ["pdf"]


def test_update_makes_anew_what_other_options_ask_for(run, wire):
    wire()
    for arguments in ([], ["--headline", "New"], ["--verbatim"], ["--date", "2020-01-01"]):
        assert run("story.txt", "-f", "pdf", "--update", *arguments).lines == ["output/story.pdf"]
        assert run("story.txt", "-f", "pdf", "--update", *arguments).lines == []


def test_update_tells_what_it_skips_if_wanted(run, wire):
    wire()
    run("story.txt", "-f", "pdf")
    ran = run("story.txt", "-f", "pdf", "--update", "--json", "--verbose")
    (each,) = ran.objects
    assert each["output"] == "output/story.pdf"
    assert each["bytes"] == len(Path("output/story.pdf").read_bytes())
    assert each["diagnostics"][0]["code"] == "X013"
    assert "X013" in ran.err


def test_update_lets_a_warning_stop_what_an_earlier_run_has_written(run, wire, backends):
    wire()
    backends.warn = {"pdf"}
    run("story.txt", "-f", "pdf")
    assert run("story.txt", "-f", "pdf", "--update").status == 0
    assert run("story.txt", "-f", "pdf", "--update", "--strict").status == 1


def test_update_still_refuses_what_may_not_be_published(run, wire):
    wire(text=HELD)
    run("story.txt", "-f", "pdf", "--allow-embargoed")
    assert run("story.txt", "-f", "pdf", "--update").status == 1


# -- hostile names -----------------------------------------------------------------------------


def test_json_escapes_what_is_not_utf8(run, wire):
    wire("caf\udce9.txt")
    ran = run("caf\udce9.txt", "-f", "pdf", "--json")
    assert ran.out.isascii() or "\\udce9" in ran.out
    assert json.loads(ran.out)["input"] == "caf\udce9.txt"


def test_a_message_cannot_command_the_terminal(run):
    ran = run("\x1b[31mred\u202e.txt")
    assert ran.status == 1
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err
