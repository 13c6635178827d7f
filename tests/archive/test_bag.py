"""Bags, judged by the library that others read them with, and by OCFL's validator."""

from __future__ import annotations

import bagit
import pytest

from exporter.archive import bag
from exporter.archive.bag import Handover, write_bag
from exporter.archive.objects import load
from exporter.archive.root import open_root
from exporter.diagnostics import ArchiveError
from tests.archive.conftest import assert_valid

SAID = Handover("2026-11-29", "exporter 0")


@pytest.fixture
def hand_over(folder, add, tmp_path):
    """Writes a bag of the stories of the archive."""
    add()
    add(number=2)
    add("urn:x:2")

    def _hand_over(target="bag"):
        archive = open_root(folder)
        stories = [load(path) for path in archive.objects()]
        write_bag(archive, stories, tmp_path / target, SAID, lambda: None)
        return tmp_path / target

    return _hand_over


def test_a_bag_is_valid_and_its_payload_is_an_archive(hand_over):
    made = hand_over()
    found = bagit.Bag(str(made))
    found.validate()
    assert found.version_info == (1, 0)
    assert set(found.algorithms) == {"sha512", "sha256"}
    assert sorted(found.info["External-Identifier"]) == ["urn:x:1", "urn:x:2"]
    assert (found.info["Bagging-Date"], found.info["Bag-Software-Agent"]) == (
        "2026-11-29", "exporter 0"
    )  # fmt: skip
    assert_valid(made / "data")


def test_no_name_in_a_bag_needs_encoding(hand_over):
    assert "%" not in (hand_over() / "manifest-sha512.txt").read_text()


def test_what_is_there_already_is_left_alone(hand_over, tmp_path):
    (tmp_path / "bag").mkdir()
    with pytest.raises(ArchiveError, match="A016"):
        hand_over()
    assert list((tmp_path / "bag").iterdir()) == []


def test_a_damaged_story_is_not_handed_over(hand_over, folder, tmp_path):
    (open_root(folder).place("urn:x:1") / "v1/content/source/a.txt").write_bytes(b"tampered")
    with pytest.raises(ArchiveError, match="A010"):
        hand_over()
    assert not list(tmp_path.glob("*bag*"))


@pytest.mark.parametrize("file", ["v1/content/source/a.txt", "inventory.json"])
@pytest.mark.parametrize("content", [b"spoilt", None], ids=["another", "none"])
def test_a_copy_that_is_not_what_was_stored_is_seen(
    hand_over, monkeypatch, tmp_path, file, content
):
    copy = bag._copy

    def spoilt(archive, story, target):
        copy(archive, story, target)
        (target / file).unlink() if content is None else (target / file).write_bytes(content)

    monkeypatch.setattr(bag, "_copy", spoilt)
    with pytest.raises(ArchiveError, match="A010"):
        hand_over()
    assert not list(tmp_path.glob("*bag*"))


def test_a_bag_that_cannot_be_written_is_told(hand_over, tmp_path):
    (tmp_path / "letter").write_bytes(b"Dear")
    with pytest.raises(ArchiveError, match=r"A016.*letter"):
        hand_over("letter/bag")
    assert (tmp_path / "letter").read_bytes() == b"Dear"


def test_a_name_that_bags_encode_is_refused(folder, add, tmp_path):
    add(files={"source/50%.txt": b"x"})
    archive = open_root(folder)
    stories = [load(path) for path in archive.objects()]
    with pytest.raises(ArchiveError, match=r"A016.*50%\.txt"):
        write_bag(archive, stories, tmp_path / "bag", SAID, lambda: None)
