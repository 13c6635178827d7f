"""`exporter archive add`, as it is used."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exporter.archive.accession import Accessions
from exporter.archive.inventory import Agent
from exporter.archive.objects import load
from exporter.archive.record import METADATA, Record
from exporter.archive.root import open_root
from exporter.cli import clock as real
from exporter.values import replace
from tests.archive.conftest import assert_valid
from tests.commands.test_commands import variables

OSLO = "urn:exporter:ap:bc-oslo-talks:2014-08-29"
KILL = "BULLETIN KILL\nEditors: Kill the story slugged BC-Oslo-Talks. A kill is mandatory.\n"


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until its moment is another."""

    class Clock:
        moment = datetime(2014, 8, 28, tzinfo=UTC)

        @classmethod
        def now(cls, zone):
            return cls.moment.astimezone(zone)

    monkeypatch.setattr(real, "datetime", Clock)
    return Clock


@pytest.fixture
def kept(tmp_path):
    """The story of an identifier in the archive."""

    def _kept(identifier=OSLO):
        return load(open_root(tmp_path / "archive").place(identifier))

    return _kept


def test_a_story_is_stored_whole_with_what_was_made_of_it(archive, slugged, kept, tmp_path):
    story = slugged()
    ran = archive("add", story)
    assert (ran.status, ran.lines) == (0, [f"{OSLO}  v1  filed"])
    assert_valid(tmp_path / "archive")
    files = list(kept().files(1))
    assert sorted(files) == [
        "metadata.json", "renditions/story.docx", "renditions/story.epub", "renditions/story.pdf",
        "source/story.txt", "story.json",
    ]  # fmt: skip
    assert kept().content(1, "source/story.txt") == (tmp_path / "story.txt").read_bytes()
    assert json.loads(kept().content(1, "story.json"))["slugline"] == "BC-Oslo-Talks"
    assert [copy.format for copy in kept().record(1).renditions] == ["pdf", "epub", "docx"]
    assert kept().record(1).pages == 2


def test_the_same_story_is_not_stored_twice(archive, slugged, kept):
    story = slugged()
    archive("add", story)
    assert archive("add", story).lines == [f"{OSLO}  v1  unchanged"]
    assert kept().head == 1


@pytest.mark.parametrize(
    "options",
    [["--style", "bulletin"], ["--format", "pdf"], ["--headline", "Talks"], ["--no-ed-note"]],
)
def test_another_making_is_another_version(archive, slugged, kept, options):
    story = slugged()
    archive("add", story)
    assert archive("add", story, *options).lines == [f"{OSLO}  v2  updated"]
    assert archive("add", story).lines == [f"{OSLO}  v1  unchanged"]


def test_another_edition_of_the_program_makes_another_version(archive, slugged, monkeypatch):
    story = slugged()
    archive("add", story)
    monkeypatch.setattr("exporter.cli.archiving.preparing.__version__", "99")
    assert archive("add", story).lines == [f"{OSLO}  v2  updated"]


def test_an_update_is_a_version_of_its_story(archive, slugged, kept):
    archive("add", slugged())
    ran = archive("add", slugged("later.txt", "Oslo-Talks, 1st Ld-Writethru", "They met."))
    assert ran.lines == [f"{OSLO}  v2  updated"]
    assert list(kept().files(1)) != list(kept().files(2))
    assert "source/later.txt" in kept().files(2)


def test_a_correction_says_so(archive, slugged):
    archive("add", slugged())
    assert archive(
        "add", slugged("c.txt", "Oslo-Talks, 2nd Ld-Correction", "Three met.")
    ).lines == [f"{OSLO}  v2  corrected"]


def test_a_kill_withdraws_its_story_and_has_no_renditions(archive, slugged, kept, wire):
    archive("add", slugged())
    killed = wire("kill.txt", text="BC-Oslo-Talks, BULLETIN KILL\n" + KILL.replace("{", "{{"))
    ran = archive("add", str(killed), "--id", OSLO)
    assert (ran.status, ran.lines) == (0, [f"{OSLO}  v2  withdrawn"])
    assert "A013" in ran.err
    assert not any(path.startswith("renditions/") for path in kept().files(2))
    assert kept().record(2).withheld == "the sender has killed the story"
    assert kept().content(2, "source/kill.txt") == killed.read_bytes()


def test_a_kill_finds_its_story_by_an_identifier_without_our_beginning(archive, slugged, wire):
    archive("add", slugged())
    short = OSLO.removeprefix("urn:exporter:")
    ran = archive("add", str(wire("kill.txt", text=KILL)), "--id", short)
    assert ran.lines == [f"{OSLO}  v2  withdrawn"]


def test_what_comes_after_a_kill_stays_withdrawn_until_somebody_says_otherwise(
    archive, slugged, wire
):
    archive("add", slugged())
    archive("add", str(wire("kill.txt", text=KILL)), "--id", OSLO)
    ran = archive("add", slugged("more.txt", text="Again."))
    assert ran.lines == [f"{OSLO}  v3  withdrawn"]
    assert "A017" in ran.err
    ran = archive("add", slugged("sub.txt", text="Really."), "--flag", "updated")
    assert ran.lines == [f"{OSLO}  v4  updated"]
    assert archive("add", slugged()).lines == [f"{OSLO}  v1  unchanged"]


def test_a_kill_of_something_unknown_is_doubted(archive, wire):
    ran = archive("add", str(wire("kill.txt", text=KILL)))
    assert ran.status == 0
    assert "A011" in ran.err


@pytest.mark.parametrize("story", ["ap-dam-hold.txt", "afp-glacier-embargoed.txt"])
def test_a_story_that_may_not_be_published_is_kept_without_renditions(archive, story, backends):
    from tests.conftest import ROOT

    path = str(ROOT / "tests" / "stories" / story)
    ran = archive("add", path, "--id", "x")
    assert (ran.status, ran.lines) == (0, ["urn:exporter:x  v1  filed"])
    assert "A013" in ran.err
    assert backends.calls == []
    ran = archive("add", path, "--id", "x", "--allow-embargoed")
    assert ran.lines == ["urn:exporter:x  v2  updated"]
    assert {call.format for call in backends.calls} == {"pdf", "epub", "docx"}


def test_with_strict_an_odd_setting_stops_all(archive, slugged, tmp_path):
    (tmp_path / "exporter.toml").write_text('stile = "letter"\n', encoding="utf-8")
    ran = archive("add", slugged(), "--strict")
    assert (ran.status, ran.lines) == (2, [])
    assert "X005" in ran.err
    assert not (tmp_path / "archive").exists()


def test_a_folder_without_a_story_is_told_and_the_others_are_added(archive, slugged, tmp_path):
    (tmp_path / "empty").mkdir()
    ran = archive("add", "empty", slugged())
    assert (ran.status, ran.lines) == (1, [f"{OSLO}  v1  filed"])
    assert "X009" in ran.err


def test_why_a_version_has_no_renditions_stands_in_its_history(archive, wire):
    archive("add", str(wire("kill.txt", text=KILL)), "--id", "x")
    (version, why) = archive("history", "x").lines
    assert version.startswith("v1  ")
    assert why.startswith("    no renditions: ")


def test_with_strict_a_story_that_may_not_be_published_fails(archive, wire):
    ran = archive("add", str(wire("kill.txt", text=KILL)), "--strict")
    assert (ran.status, ran.lines) == (1, [])


def test_an_embargo_that_has_passed_gives_the_renditions(archive, wire, kept, clock):
    story = str(
        wire(text="EMBARGOED until 2014-08-29T00:01:00Z\n\nOSLO (AFP) - Two spoke on {day}.\n")
    )
    archive("add", story, "--id", "x")
    assert archive("add", story, "--id", "x").lines == ["urn:exporter:x  v1  unchanged"]
    clock.moment = datetime(2014, 8, 30, tzinfo=UTC)
    assert archive("add", story, "--id", "x").lines == ["urn:exporter:x  v2  updated"]
    assert kept("urn:exporter:x").record(1).pub_status == "embargoed"
    assert kept("urn:exporter:x").record(2).renditions


def test_what_is_barred_from_publication_is_in_the_source_only(archive, kept, backends):
    from tests.conftest import ROOT

    path = ROOT / "tests" / "stories" / "dpa-tunnel-notebook.txt"
    archive("add", str(path), "--id", "x")
    stored = kept("urn:exporter:x")
    assert stored.content(1, f"source/{path.name}") == path.read_bytes()
    assert json.loads(stored.content(1, "story.json"))["unpublishable"]
    assert backends.calls[0].options.source is None


def test_the_source_is_in_the_print_copy_unless_the_user_wants_it_not(archive, slugged, backends):
    story = slugged()
    archive("add", story, "-f", "pdf")
    assert backends.calls[-1].options.source is not None
    archive("add", story, "-f", "pdf", "--no-embed-source")
    assert backends.calls[-1].options.source is None


def test_the_print_copy_tells_where_it_belongs(archive, slugged, backends):
    archive("add", slugged(), "-f", "pdf")
    archive("add", slugged("later.txt", text="Later."), "-f", "pdf")
    traces = [call.options.trace for call in backends.calls]
    assert [(trace.identifier, trace.version) for trace in traces] == [(OSLO, 1), (OSLO, 2)]


def test_given_renditions_are_stored_as_they_are(archive, slugged, kept, tmp_path, backends):
    (tmp_path / "page.pdf").write_bytes(b"%PDF of somebody")
    (tmp_path / "page.indd").write_bytes(b"layout")
    ran = archive("add", slugged(), "--rendition", "page.pdf", "--rendition", "page.indd")
    assert ran.status == 0
    assert backends.calls == []
    assert kept().content(1, "renditions/page.pdf") == b"%PDF of somebody"
    told = {copy.path: (copy.format, copy.media_type) for copy in kept().record(1).renditions}
    assert told == {
        "renditions/page.pdf": ("pdf", "application/pdf"),
        "renditions/page.indd": ("indd", "application/octet-stream"),
    }
    (tmp_path / "page.pdf").write_bytes(b"%PDF changed")
    assert archive("add", slugged(), "--rendition", "page.pdf").lines == [f"{OSLO}  v2  updated"]


def test_pictures_lie_beside_the_source_as_they_did(archive, kept, tmp_path):
    (tmp_path / "img").mkdir()
    (tmp_path / "img/harbour.png").write_bytes(b"PNG")
    (tmp_path / "story.md").write_text("# Harbour\n\nText.\n\n![A harbour](img/harbour.png)\n")
    archive("add", "story.md", "--id", "x")
    assert kept("urn:exporter:x").content(1, "source/img/harbour.png") == b"PNG"


def test_who_and_why_and_when_are_noted(archive, slugged, kept, clock):
    clock.moment = datetime(2020, 2, 29, 1, 2, 3, tzinfo=UTC)
    archive("add", slugged(), "--user", "Ann Lee <ann@example.org>", "--message", "Evening")
    version = kept().inventory.versions[0]
    assert (version.created, version.message) == ("2020-02-29T01:02:03Z", "Evening")
    assert (version.user.name, version.user.address) == ("Ann Lee", "mailto:ann@example.org")


@pytest.mark.parametrize("name", ["", "Ann", "Ann <nobody>", "a\nb <x@y>", "É <é@example.org>"])
def test_any_name_makes_a_valid_archive(archive, slugged, tmp_path, name):
    assert archive("add", slugged(), "--user", name).status == 0
    assert_valid(tmp_path / "archive")


def test_a_story_that_fails_stops_no_other(archive, slugged, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = archive("add", "empty.txt", slugged(), "missing.txt")
    assert (ran.status, ran.lines) == (1, [f"{OSLO}  v1  filed"])
    assert_valid(tmp_path / "archive")


def test_a_rendition_that_fails_stores_nothing(archive, slugged, tmp_path, backends):
    backends.fail = {"epub"}
    ran = archive("add", slugged())
    assert (ran.status, ran.lines) == (1, [])
    assert_valid(tmp_path / "archive")
    assert archive("list").lines == []


def test_a_bug_stores_nothing_and_is_reported(archive, slugged, backends):
    backends.crash = {"pdf"}
    ran = archive("add", slugged())
    assert ran.status == 70
    assert "please report" in ran.err


def test_json_tells_all(archive, slugged, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    story = slugged()
    told = archive("add", story, "empty.txt", "--json", "-f", "pdf").objects
    assert [(each["id"], each["version"], each["added"]) for each in told] == [
        (OSLO, 1, True), (None, None, False)
    ]  # fmt: skip
    assert told[0]["renditions"][0]["path"] == "renditions/story.pdf"
    assert told[1]["diagnostics"][0]["code"] == "R001"
    (again,) = archive("add", story, "--json", "-f", "pdf").objects
    assert (again["added"], again["version"]) == (False, 1)


@pytest.mark.parametrize("option", [["--id", "x"], ["--rendition", "a.txt"]])
def test_what_is_for_one_story_is_refused_for_several(archive, slugged, option):
    ran = archive("add", slugged("a.txt"), slugged("b.txt"), *option)
    assert (ran.status, ran.out) == (2, "")
    assert "A022" in ran.err


def test_hostile_names_stay_inside_the_archive(archive, slugged, tmp_path):
    for name in ("..%2f.txt", "a\nb.txt", "con.txt", "x" * 200 + ".txt", "a.b c:d.tx t", "ünï.txt"):
        assert archive("add", slugged(name, text=f"Story {name!r}."), "--id", name[:9]).status in (
            0,
            1,
        )
    assert_valid(tmp_path / "archive")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [
        ".archive.staging", ".cache", "archive"
    ]  # fmt: skip


def test_the_archive_may_be_named_by_a_variable_or_in_the_settings(
    archive, slugged, tmp_path, monkeypatch
):
    (tmp_path / "exporter.toml").write_text('[archive]\narchive = "kept"\nuser = "Ann"\n')
    assert archive("add", slugged()).err == ""
    assert (tmp_path / "kept/0=ocfl_1.1").exists()
    monkeypatch.setenv("EXPORTER_ARCHIVE", "elsewhere")
    archive("add", slugged())
    assert (tmp_path / "elsewhere/0=ocfl_1.1").exists()
    archive("add", slugged(), "--archive", "third")
    assert (tmp_path / "third/0=ocfl_1.1").exists()
    assert not (tmp_path / "archive").exists()


def test_a_format_s_own_identifier_is_the_story_s(archive, tmp_path):
    story = {"uri": "tag:example.org,2014:7", "type": "text", "headline": "Talks",
             "body_text": "Two leaders spoke."}  # fmt: skip
    (tmp_path / "story.json").write_text(json.dumps(story))
    assert archive("add", "story.json").lines == ["tag:example.org,2014:7  v1  filed"]


def test_two_stories_of_one_batch_with_one_name_are_versions(archive, slugged):
    ran = archive("add", slugged("a.txt"), slugged("b.txt", text="Other."))
    assert ran.lines == [f"{OSLO}  v1  filed", f"{OSLO}  v2  updated"]


def test_renditions_may_be_called_after_their_story(archive, slugged, kept):
    archive("add", slugged(), "-f", "pdf", "--name", "{date} 50% {slug}")
    assert "renditions/2014-08-29 50_ BC-Oslo-Talks.pdf" in kept().files(1)


def test_what_an_archive_keeps_is_no_input(archive, slugged, run):
    slugged()
    for _ in range(2):
        assert len(archive("add", ".").lines) == 1
    assert run(".", "-f", "pdf").lines == ["output/story.pdf"]


def test_a_story_s_pictures_are_found_again_by_what_the_archive_gives_out(
    archive, run, tmp_path, backends
):
    (tmp_path / "the harbour.png").write_bytes(b"PNG")
    (tmp_path / "story.md").write_text("# Harbour\n\nText.\n\n![Boats](the%20harbour.png)\n")
    archive("add", "story.md", "--id", "x")
    archive("get", "x", "--output", "out")
    run("out/source/story.md", "-f", "pdf")
    assert backends.calls[-1].options.resources == {"the harbour.png": b"PNG"}


def test_a_picture_whose_path_no_archive_should_have_is_called_by_its_digest(
    archive, kept, tmp_path
):
    (tmp_path / "50%.png").write_bytes(b"PNG")
    (tmp_path / "story.md").write_text("# Harbour\n\nText.\n\n![A harbour](50%25.png)\n")
    archive("add", "story.md", "--id", "x")
    digest = hashlib.sha256(b"PNG").hexdigest()
    assert kept("urn:exporter:x").content(1, f"source/{digest}") == b"PNG"
    assert_valid(tmp_path / "archive")


def test_two_renditions_of_one_name_are_refused(archive, slugged, tmp_path):
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.pdf").write_bytes(b"%PDF")
    ran = archive("add", slugged(), "--rendition", "one/page.pdf", "--rendition", "other/page.pdf")
    assert (ran.status, ran.out) == (1, "")
    assert "A014" in ran.err
    assert not (tmp_path / "archive").exists()


def test_who_is_not_known_to_the_system_is_unknown(archive, slugged, kept, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nobody)
    archive("add", slugged())
    assert kept().inventory.versions[0].user == Agent("unknown", "urn:exporter:user:unknown")


def test_an_index_that_cannot_be_written_is_told_and_the_story_is_kept(
    archive, slugged, kept, tmp_path
):
    archive("add", slugged())
    (index,) = (tmp_path / ".cache/exporter/archives").iterdir()
    index.unlink()
    index.mkdir()
    ran = archive("add", slugged("b.txt", text="Three met."))
    assert (ran.status, ran.lines) == (0, [f"{OSLO}  v2  updated"])
    assert "A019" in ran.err
    assert kept().head == 2


def overtaken_by(files, monkeypatch):
    """Lets another process add a version when the first is about to be added."""
    real = Accessions.add

    def add(self, accession):
        monkeypatch.setattr(Accessions, "add", real)
        real(self, replace(accession, files=files(accession)))
        return real(self, accession)

    monkeypatch.setattr(Accessions, "add", add)


def test_a_version_that_comes_meanwhile_is_counted(archive, slugged, kept, tmp_path, monkeypatch):
    def others(accession):
        record = Record.from_bytes(accession.files[METADATA])
        return {METADATA: replace(record, made_from="another source").to_bytes()}

    overtaken_by(others, monkeypatch)
    assert archive("add", slugged()).lines == [f"{OSLO}  v2  updated"]
    assert kept().record(1).made_from == "another source"
    assert_valid(tmp_path / "archive")


def test_the_same_story_that_comes_meanwhile_is_not_stored_twice(
    archive, slugged, kept, monkeypatch
):
    overtaken_by(lambda accession: accession.files, monkeypatch)
    assert archive("add", slugged()).lines == [f"{OSLO}  v1  unchanged"]
    assert kept().head == 1


def test_standard_output_that_takes_no_more_ends_the_run(slugged, tmp_path):
    stories = [slugged("a.txt"), slugged("b.txt", "Bergen", "Rain fell.")]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "exporter", "archive", "add", *stories, "-f", "ninjs"],
            cwd=tmp_path,
            env=variables(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "standard output cannot be written" in done.stderr
    assert len(list((tmp_path / "archive").glob("*/*/inventory.json"))) == 1
