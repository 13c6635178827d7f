"""`export` and `report`, as they are used."""

from __future__ import annotations

import io
from hashlib import sha256

import bagit
import pytest

OSLO = "urn:exporter:ap:bc-oslo-talks:2014-08-29"


@pytest.fixture
def two(archive, slugged):
    archive("add", slugged(), slugged("b.txt", "Bergen", "Rain fell."))


def test_stories_are_handed_over_in_a_bag(archive, two, tmp_path):
    assert archive("export", "ap:bc-oslo", OSLO, "ap:bc-bergen", "--bag", "bag/").lines == ["bag"]
    found = bagit.Bag(str(tmp_path / "bag"))
    found.validate()
    assert len(found.info["External-Identifier"]) == 2


def test_identifiers_may_be_piped_in(archive, two, tmp_path, monkeypatch):
    typed = io.TextIOWrapper(io.BytesIO(f"{OSLO}\nap:bc-bergen\n\n".encode()))
    monkeypatch.setattr("sys.stdin", typed)
    assert archive("export", "-", "--bag", "bag").status == 0
    assert len(bagit.Bag(str(tmp_path / "bag")).info["External-Identifier"]) == 2


def test_what_is_piped_in_may_be_the_digits_of_a_print_copy(archive, two, tmp_path, monkeypatch):
    digest = sha256((tmp_path / "story.txt").read_bytes()).hexdigest()[:16]
    digits = " ".join(digest[place : place + 4] for place in range(0, 16, 4))
    typed = io.TextIOWrapper(io.BytesIO(f"{digits}\r\n".encode()))
    monkeypatch.setattr("sys.stdin", typed)
    assert archive("export", "-", "--bag", "bag").status == 0
    assert bagit.Bag(str(tmp_path / "bag")).info["External-Identifier"] == OSLO


def test_an_unknown_story_makes_no_bag(archive, two, tmp_path):
    assert archive("export", OSLO, "ap:nothing", "--bag", "bag").status == 1
    assert not (tmp_path / "bag").exists()


def test_a_contents_list_is_set_as_any_document(archive, two, tmp_path, backends):
    backends.calls.clear()
    assert archive("report", "--until", "2014-08-31").lines == ["output/contents.pdf"]
    (call,) = backends.calls
    assert call.document.title == "Contents of the archive until 31 August 2014"
    assert (tmp_path / "output/contents.pdf").exists()


def test_a_contents_list_may_be_one_plain_page(archive, two, backends):
    backends.calls.clear()
    page = archive("report", "--format", "html", "--place", "oslo", "--output", "-").out
    assert page.count("<tr>") == 3
    assert backends.calls == []


def test_a_style_that_is_not_there_is_told(archive, two):
    assert archive("report", "--style", "nothing").status == 2
