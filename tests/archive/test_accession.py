"""Versions stored, each seen by the independent validator."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import multiprocessing

import pytest

from exporter.archive import durable
from exporter.archive.accession import Conflict, accessions
from exporter.archive.inventory import sidecar
from exporter.archive.objects import load
from exporter.archive.record import METADATA
from exporter.archive.root import open_root
from exporter.archive.staging import Staging
from exporter.diagnostics import ArchiveError
from tests.archive.conftest import assert_valid, neighbour, version


def files_in(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_an_archive_without_a_story_is_valid(folder):
    with accessions(folder):
        pass
    assert_valid(folder)
    assert (folder / "0=ocfl_1.1").read_bytes() == b"ocfl_1.1\n"
    assert "OCFL 1.1" in (folder / "README.txt").read_text()


def test_a_story_is_stored_as_the_standard_wants_it(folder, add):
    kept = add()
    assert_valid(folder)
    assert files_in(kept.path) == [
        "0=ocfl_object_1.1", "inventory.json", "inventory.json.sha512",
        "v1/content/metadata.json", "v1/content/source/a.txt",
        "v1/inventory.json", "v1/inventory.json.sha512",
    ]  # fmt: skip
    told = json.loads((kept.path / "inventory.json").read_bytes())
    assert told["versions"]["v1"]["user"] == {
        "name": "Ann Lee",
        "address": "mailto:ann@example.org",
    }
    assert load(kept.path) == kept


def test_a_version_stores_only_what_is_new_and_changes_nothing(folder, add):
    first = add(files={"source/a.txt": b"same", "story.json": b"old"})
    before = {path: path.stat().st_ino for path in first.path.glob("v1/**/*")}
    second = add(number=2, files={"source/a.txt": b"same", "story.json": b"new", "again": b"new"})
    assert_valid(folder)
    assert files_in(second.path / "v2") == [
        "content/story.json",
        "inventory.json",
        "inventory.json.sha512",
    ]
    assert {path: path.stat().st_ino for path in before if path.is_file()} == {
        path: number for path, number in before.items() if path.is_file()
    }
    assert second.content(1, "story.json") == b"old"
    assert second.content(2, "again") == b"new"
    assert second.content(2, "source/a.txt") == b"same"


def test_no_file_of_an_archive_has_a_second_name(folder, add):
    add()
    add(number=2)
    assert {path.stat().st_nlink for path in folder.rglob("*") if path.is_file()} == {1}


def test_nothing_is_left_where_stories_are_put_together(folder, add):
    add()
    add(number=2)
    assert not list(Staging(folder).folder.glob("work-*"))


def test_a_number_that_is_taken_is_a_conflict(folder, add):
    add()
    with pytest.raises(Conflict):
        add(files={"source/a.txt": b"other"})
    with pytest.raises(Conflict):
        add(number=3)
    assert_valid(folder)


def test_stories_share_the_folder_of_their_first_digits(folder, add):
    beside = neighbour("urn:x:1")
    places = [add(identifier).path for identifier in ("urn:x:1", beside)]
    assert places[0].parent == places[1].parent
    assert_valid(folder)
    assert [load(place).identifier for place in places] == ["urn:x:1", beside]


def test_a_story_that_comes_from_elsewhere_meanwhile_is_a_conflict(folder, add, monkeypatch):
    add()
    stored = load(open_root(folder).place("urn:x:1"))

    def come(_staged):  # from a machine where our locks do not hold
        durable.link_tree(stored.path, folder / beside)

    beside = open_root(folder).layout.place(neighbour("urn:x:1"))
    monkeypatch.setattr(durable, "sync_tree", come)
    with pytest.raises(Conflict):
        add(neighbour("urn:x:1"))
    assert load(folder / beside).inventory == stored.inventory


def test_where_folders_cannot_be_exchanged_two_renames_do(folder, add, monkeypatch):
    monkeypatch.setattr(durable, "exchange", lambda _one, _other: False)
    add()
    assert add(number=2).head == 2
    assert_valid(folder)


@pytest.fixture
def system_says(monkeypatch):
    """Lets all calls fail that Python does not have, as the system says that they do."""

    def _system_says(number):
        def call(*_arguments):
            ctypes.set_errno(number)
            return -1

        real = durable._system
        monkeypatch.setattr(durable, "_system", lambda name, *_arguments: call)
        return lambda: monkeypatch.setattr(durable, "_system", real)

    return _system_says


def test_a_file_system_that_cannot_exchange_folders_is_known_by_what_it_says(
    folder, add, monkeypatch, system_says
):
    add()
    monkeypatch.setattr(durable, "sync_tree", lambda _folder: None)
    system_says(errno.EINVAL)
    assert add(number=2).head == 2
    assert_valid(folder)


def test_a_disk_that_fails_in_the_exchange_is_told_and_the_archive_is_as_it_was(
    folder, add, monkeypatch, system_says
):
    add()
    monkeypatch.setattr(durable, "sync_tree", lambda _folder: None)
    system_says(errno.EIO)
    with pytest.raises(ArchiveError, match=r"A007.*Input/output error"):
        add(number=2)
    assert_valid(folder)
    assert load(open_root(folder).place("urn:x:1")).head == 1


def test_a_disk_that_does_not_take_what_is_written_is_told(folder, add, system_says):
    add()
    mend = system_says(errno.EIO)
    with pytest.raises(ArchiveError, match=r"A007.*Input/output error"):
        add(number=2)
    mend()
    assert_valid(folder)
    assert add(number=2).head == 2


@pytest.mark.parametrize("step", ["before the first", "between the two", "after both"])
def test_an_exchange_that_was_cut_off_is_completed_by_the_next(folder, add, monkeypatch, step):
    kept = add()
    monkeypatch.setattr(durable, "exchange", lambda _one, _other: False)
    with monkeypatch.context() as patch:
        _cut_off(patch, step)
        with pytest.raises(KeyboardInterrupt):
            add(number=2)
    assert kept.path.exists() == (step != "between the two")
    add("urn:x:2")
    assert_valid(folder)
    assert load(kept.path).head == (1 if step == "before the first" else 2)
    assert not list(Staging(folder).folder.glob("work-*"))


def _cut_off(patch, step: str) -> None:
    """Let the process die in the middle of two renames: nothing after it is run."""
    from exporter.archive import accession, staging

    class Cut(accession.Path):
        pass

    rename = accession.Path.rename

    def cutting(self, target):
        is_first, is_second = str(target).endswith("/old"), self.name == "whole"
        if is_first and step == "before the first":
            raise KeyboardInterrupt
        if is_second and step == "between the two":
            raise KeyboardInterrupt
        result = rename(self, target)
        if is_second and step == "after both":
            raise KeyboardInterrupt
        return result

    patch.setattr(accession.Path, "rename", cutting)
    patch.setattr(staging.Staging, "_dissolve", lambda _self, _work: None)


@pytest.fixture
def no_links(monkeypatch):
    """Lets no file have a second name, for a reason."""

    def _no_links(number):
        def refuse(*_arguments, **_facts):
            raise OSError(number, "no links here")

        monkeypatch.setattr("os.link", refuse)

    return _no_links


def test_links_that_cannot_be_made_are_copies(folder, add, no_links):
    no_links(errno.EPERM)
    add()
    assert add(number=2).content(1, "source/a.txt") == b"urn:x:1 1"
    assert_valid(folder)


def test_a_disk_with_no_room_for_a_link_has_none_for_a_copy(folder, add, no_links):
    add()
    no_links(errno.ENOSPC)
    with pytest.raises(ArchiveError, match=r"A007.*no links here"):
        add(number=2)
    assert_valid(folder)


def test_a_disk_is_made_sure_of_also_where_the_system_has_no_call_for_all(folder, add, monkeypatch):
    synced = []
    monkeypatch.setattr(durable, "_system", lambda *_arguments: None)
    monkeypatch.setattr("os.fsync", synced.append)
    add()
    add(number=2)
    assert_valid(folder)
    assert len(synced) > 2 * 9


def test_a_full_disk_is_told_and_leaves_the_archive_as_it_was(folder, add, monkeypatch):
    add()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(durable, "sync_tree", full)
        with pytest.raises(ArchiveError, match=r"A007.*No space left"):
            add(number=2)
    assert_valid(folder)
    assert add(number=2).head == 2


@pytest.mark.parametrize("below", ["", "deeper/still"])
def test_no_archive_is_made_of_a_file_nor_below_one(folder, below):
    folder.write_bytes(b"a letter")
    with pytest.raises(ArchiveError, match="A002" if not below else "A007"):
        accessions(folder / below).__enter__()
    assert folder.read_bytes() == b"a letter"


def test_a_workspace_in_use_is_nobody_s_leftover(folder, add):
    add()
    staging = Staging(folder)
    with staging.workspace() as one, staging.workspace() as other:
        assert one != other
        assert not staging.abandoned()


def test_a_folder_of_something_else_is_no_archive(folder):
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(ArchiveError, match="A002"), accessions(folder):
        pass
    assert [path.name for path in folder.iterdir()] == ["holiday.jpg"]


def test_an_empty_folder_becomes_an_archive(folder, add):
    folder.mkdir()
    add()
    assert_valid(folder)


def test_a_path_that_leads_elsewhere_is_a_bug_of_the_caller(add, folder):
    for path in ("../x", "/x", "a//b", ""):
        with pytest.raises(ValueError, match="logical path"):
            add(files={path: b"x"})
    with pytest.raises(ValueError, match="logical path"):
        add(files={"a": b"x", "a/b": b"x"})
    assert_valid(folder)


def test_stored_bytes_that_have_changed_are_not_given_out(add):
    kept = add()
    place = kept.path / "v1/content/source/a.txt"
    place.write_bytes(b"tampered")
    with pytest.raises(ArchiveError, match=r"A010.*a\.txt"):
        kept.content(1, "source/a.txt")


def _add_many(folder, story, count):
    with accessions(folder) as adding:
        for _ in range(count):
            while True:
                place = adding.archive.place(story)
                number = load(place).head + 1 if place.exists() else 1
                try:
                    adding.add(version(story, number))
                except Conflict:
                    continue
                break


@pytest.mark.parametrize("stories", [["urn:x:1"] * 4, ["urn:x:1", "urn:x:2", "urn:x:3", "urn:x:4"]])
def test_processes_add_at_once_and_lose_nothing(folder, stories):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_add_many, args=(folder, story, 5)) for story in stories]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * len(workers)
    assert_valid(folder)
    archive = open_root(folder)
    heads = [load(archive.place(story)).head for story in sorted(set(stories))]
    assert sum(heads) == 20


def test_the_digest_of_content_is_kept_in_two_ways(add):
    kept = add()
    digest = hashlib.sha256(b"urn:x:1 1").hexdigest()
    assert kept.inventory.fixity["sha256"][digest] == ("v1/content/source/a.txt",)


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "version 1 has no metadata.json"), (b"{}", "no record of a story"), (b"[" * 99999, "")],
)
def test_a_version_without_a_record_that_can_be_read_is_damaged(add, content, says):
    kept = add(files={"source/a.txt": b"x"} | ({METADATA: content} if content else {}))
    with pytest.raises(ArchiveError, match=rf"A010.*{says}"):
        kept.record(1)


def test_an_inventory_that_says_nothing_is_damaged_even_with_its_digest(add):
    kept = add()
    (kept.path / "inventory.json").write_bytes(b"{}")
    (kept.path / "inventory.json.sha512").write_bytes(sidecar(b"{}"))
    with pytest.raises(ArchiveError, match=r"A010.*inventory\.json"):
        load(kept.path)
