"""`list`, `search`, `get`, `history`, `verify` and `reindex`, as they are used."""

from __future__ import annotations

import hashlib
import json

import pytest

from exporter.archive.root import open_root

OSLO = "urn:exporter:ap:bc-oslo-talks:2014-08-29"


@pytest.fixture
def two(archive, slugged):
    """Two versions of a story, the second corrected, and another story."""
    archive("add", slugged(), slugged("b.txt", "Oslo-Talks, 1st Ld-Correction", "Three met."))
    archive("add", slugged("c.txt", "Bergen", "Rain fell."))


def test_list_names_all_by_date(archive, two):
    assert archive("list").lines == [
        "urn:exporter:ap:bc-bergen:2014-08-29  v1  2014-08-29  Rain fell",
        f"{OSLO}  v2  2014-08-29 [corrected]  Three met",
    ]


def test_search_finds_words_in_every_version(archive, two):
    (line, excerpt) = archive("search", "leaders").lines
    assert line.startswith(f"{OSLO}  v2  2014-08-29 [corrected]")
    assert "leaders" in excerpt
    assert archive("search", "nobody").lines == []


def test_filters_narrow_a_search(archive, two):
    assert len(archive("search", "meet", "--place", "oslo", "--json").objects) == 2
    assert archive("search", "meet", "--agency", "AFP").lines == []
    assert archive("list", "--since", "2014-08-30").lines == []
    assert len(archive("list", "--until", "2014-08-29", "--json").objects) == 2
    assert archive("list", "--since", "tomorrow").status == 2


def test_many_words_leave_no_filter_out(archive, two):
    words = ["meet"] * 70
    assert len(archive("search", *words, "--json").objects) == 2
    assert archive("search", *words, "--agency", "AFP").lines == []


@pytest.mark.parametrize("option", ["--agency", "--place", "--byline"])
def test_a_filter_in_which_nothing_is_said_finds_nothing(archive, two, option):
    assert archive("list", option, "!!!").lines == []
    assert len(archive("list", option, " ", "--json").objects) == 2


def test_json_tells_what_becomes_of_a_story(archive, two):
    (found,) = archive("search", "leaders", "--json").objects
    assert (found["id"], found["version"], found["head"]) == (OSLO, 1, 2)
    assert (found["flag"], found["state"]) == ("filed", "corrected")


def test_limit_bounds_a_search(archive, two):
    assert len(archive("search", "meet", "--limit", "1", "--json").objects) == 1


def test_words_with_syntax_are_words(archive, two):
    for words in ('"', "NEAR(", "a AND", "title:x", "--", "*"):
        assert archive("search", "--", words).status == 0


def test_get_writes_the_files_as_they_were_stored(archive, two, tmp_path):
    ran = archive("get", OSLO, "--version", "1", "--output", "copies")
    assert "copies/source/story.txt" in ran.lines
    assert (tmp_path / "copies/source/story.txt").read_bytes() == (
        tmp_path / "story.txt"
    ).read_bytes()
    assert "A015" in ran.err


def test_get_takes_the_newest_and_the_beginning_of_a_name(archive, two, tmp_path):
    assert archive("get", "ap:bc-oslo").status == 0
    assert (tmp_path / "output/ap-bc-oslo-talks-2014-08-29/renditions/b.pdf").is_file()


def test_get_finds_a_story_by_the_digits_on_its_print_copy(archive, two, tmp_path):
    digest = hashlib.sha256((tmp_path / "story.txt").read_bytes()).hexdigest()
    printed = " ".join(digest[at : at + 4] for at in range(0, 16, 4))
    (told,) = archive("get", printed, "--json").objects
    assert told["id"] == OSLO


def test_get_gives_every_rendition_of_a_format(archive, slugged, tmp_path):
    for name in ("page.pdf", "poster.pdf"):
        (tmp_path / name).write_bytes(b"%PDF " + name.encode())
    archive("add", slugged(), "--rendition", "page.pdf", "--rendition", "poster.pdf")
    got = archive("get", OSLO, "-f", "PDF, source", "--output", "copies").lines
    assert got == [
        "copies/renditions/page.pdf", "copies/renditions/poster.pdf", "copies/source/story.txt"
    ]  # fmt: skip
    assert archive("get", OSLO, "-f", "pdf", "--output", "-").status == 2


def test_get_prints_one_file(archive, two, tmp_path):
    assert archive("get", OSLO, "-f", "source", "-o", "-").out == (tmp_path / "b.txt").read_text()
    assert archive("get", OSLO, "-o", "-").status == 2
    assert "A021" in archive("get", OSLO, "-f", "xls").err


def test_get_of_a_withdrawn_story_says_so(archive, two, slugged):
    archive("add", slugged("d.txt", text="Gone."), "--flag", "withdrawn")
    for version in ("1", "3"):
        assert "A009" in archive("get", OSLO, "--version", version).err
    assert archive("list", "--flag", "withdrawn").lines == [
        f"{OSLO}  v3  2014-08-29 [withdrawn]  Gone"
    ]


def test_a_story_that_stays_withdrawn_has_been_so_since_the_first_time(archive, two, slugged):
    archive("add", slugged("d.txt", text="Gone."), "--flag", "withdrawn")
    archive("add", slugged("e.txt", text="Gone for good."))
    assert "version 3" in archive("get", OSLO, "--version", "1").err


def test_what_is_not_there_is_told(archive, two):
    assert archive("get", "ap:nothing").status == 1
    assert "A003" in archive("history", "ap:nothing").err
    assert "A004" in archive("get", "ap:bc").err
    assert "A005" in archive("get", OSLO, "--version", "9").err
    assert "A001" in archive("list", "--archive", "elsewhere").err


def test_history_shows_every_version(archive, two):
    told = archive("history", OSLO, "--json").objects
    assert [each["flag"] for each in told] == ["filed", "corrected"]
    assert "source/story.txt" in told[0]["files"]
    assert archive("history", OSLO).lines[0].startswith("v1  ")


def test_verify_is_silent_about_a_whole_archive(archive, two):
    ran = archive("verify")
    assert (ran.status, ran.lines) == (0, [])
    assert "2 stories, no faults" in ran.err
    assert archive("verify", "--quiet").err == ""


def test_verify_names_what_is_damaged(archive, two, tmp_path):
    place = open_root(tmp_path / "archive").place(OSLO)
    (place / "v1/content/source/story.txt").write_bytes(b"tampered")
    ran = archive("verify", "--json")
    assert ran.status == 1
    (found,) = ran.objects
    assert found["fault"] == "damaged"
    assert found["path"].endswith("v1/content/source/story.txt")
    assert archive("get", OSLO, "--version", "1").status == 1


def test_what_is_damaged_is_not_listed_and_told(archive, two, tmp_path):
    place = open_root(tmp_path / "archive").place(OSLO)
    (place / "inventory.json").write_bytes(b"{}")
    ran = archive("reindex")
    assert ran.lines == ["1 story"]
    assert "A010" in ran.err
    assert len(archive("list").lines) == 1


def test_a_damaged_story_is_not_found_by_half_of_what_it_said(archive, two, tmp_path):
    (story,) = (tmp_path / "archive").glob("**/*bergen*/**/story.json")
    story.write_bytes(b"{}")
    ran = archive("reindex")
    assert "story.json" in ran.err
    assert archive("list").lines == [f"{OSLO}  v2  2014-08-29 [corrected]  Three met"]


def test_a_list_is_had_without_a_place_for_an_index(archive, two, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    assert len(archive("list").lines) == 2


def test_a_list_is_had_where_there_can_be_no_place_for_an_index(
    archive, two, monkeypatch, tmp_path
):
    (tmp_path / "letter").write_bytes(b"Dear")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "letter"))
    ran = archive("list")
    assert (len(ran.lines), ran.err) == (2, "")


def test_reindex_needs_nothing_but_the_archive(archive, two, tmp_path):
    for index in (tmp_path / ".cache/exporter/archives").iterdir():
        index.unlink()
    assert archive("reindex").lines == ["2 stories"]
    assert len(archive("search", "meet", "--json").objects) == 2


def test_the_record_is_what_is_listed(archive, two):
    listed = {each["id"]: each for each in archive("list", "--json").objects}
    stored = json.loads(archive("get", OSLO, "-f", "metadata", "-o", "-").out)
    assert {key: listed[OSLO][key] for key in stored} == stored


def test_an_index_that_is_damaged_in_its_midst_is_made_anew_by_reindex(archive, two, tmp_path):
    (index,) = (tmp_path / ".cache/exporter/archives").iterdir()
    content = index.read_bytes()
    index.write_bytes(content[:4096] + bytes(len(content) - 4096))
    ran = archive("search", "meet")
    assert "A019" in ran.err
    assert archive("reindex").lines == ["2 stories"]
    assert len(archive("search", "meet", "--json").objects) == 2


def test_a_blank_name_is_no_archive(archive):
    assert archive("list", "--archive", " ").status == 2


DAMAGE = {
    "no inventory": ("*bergen*/inventory.json", None),
    "an inventory of nothing": ("*bergen*/inventory.json", b"{}"),
    "an inventory that is none": ("*bergen*/inventory.json", b"\xff"),
    "no record": ("*bergen*/**/metadata.json", None),
    "a record of nothing": ("*bergen*/**/metadata.json", b"{}"),
    "another declaration": ("0=ocfl_1.1", b"ocfl_9"),
    "a layout of nothing": ("ocfl_layout.json", b"[]"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_damaged_is_told_by_every_command(archive, two, tmp_path, name):
    pattern, content = DAMAGE[name]
    (file,) = (tmp_path / "archive").rglob(pattern)
    file.unlink() if content is None else file.write_bytes(content)
    for arguments in (["history", "ap:bc-bergen"], ["get", "ap:bc-bergen"], ["verify"]):
        ran = archive(*arguments)
        assert ran.status == 1
        assert "A0" in ran.err or ran.lines
        assert "Traceback" not in ran.err
