"""Every fault is named, and a whole archive has none."""

from __future__ import annotations

import errno
import hashlib
import json
from pathlib import Path

import pytest

from exporter.archive.inventory import sidecar
from exporter.archive.root import open_root
from exporter.archive.verification import verify_object, verify_root
from tests.archive.conftest import assert_valid


def findings(folder):
    archive = open_root(folder)
    return [
        f"{found.fault} {found.path.rsplit('urn%3ax%3a1/', 1)[-1]}"
        for part in ([verify_root(archive)], (verify_object(archive, p) for p in archive.objects()))
        for each in part
        for found in each
    ]


@pytest.fixture
def kept(add):
    add()
    return add(number=2).path


def test_a_whole_archive_has_no_fault(folder, kept):
    assert findings(folder) == []


def test_one_bit_is_seen_wherever_it_changes(folder, kept):
    for path in [each for each in kept.rglob("*") if each.is_file()]:
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        assert any(path.name.split(".")[0] in found for found in findings(folder)), path
        path.write_bytes(content)
    assert findings(folder) == []


def test_every_file_that_is_missing_is_named(folder, kept):
    for path in [each for each in kept.rglob("*") if each.is_file()]:
        if path.name.startswith("0="):
            continue
        content = path.read_bytes()
        path.unlink()
        shown = path.relative_to(kept).as_posix()
        assert f"missing {shown}" in findings(folder)
        path.write_bytes(content)


@pytest.mark.parametrize(
    "path",
    ["v1/content/extra", "v3/content/extra", "notes.txt", "v1/notes.txt", "inventory.json.md5"],
)
def test_a_file_that_no_inventory_names_is_unexpected(folder, kept, path):
    (kept / path).parent.mkdir(parents=True, exist_ok=True)
    (kept / path).write_bytes(b"x")
    assert findings(folder) == [f"unexpected {path}"]


def test_logs_and_extensions_are_allowed(folder, kept):
    for name in ("logs", "extensions/0005-x"):
        (kept / name).mkdir(parents=True)
        (kept / name / "x").write_bytes(b"x")
    assert findings(folder) == []


def test_what_lies_between_the_stories_is_unexpected(folder, kept):
    (kept.parent / "stray.txt").write_bytes(b"x")
    (folder / "empty" / "inner").mkdir(parents=True)
    (folder / "link").symlink_to("/etc")
    stray = f"{kept.parent.name}/stray.txt"
    assert set(findings(folder)) == {
        "unexpected empty/inner/", "unexpected link", f"unexpected {stray}"
    }  # fmt: skip


def test_a_link_stands_for_no_content(folder, kept):
    place = kept / "v1/content/source/a.txt"
    elsewhere = folder.parent / "copy"
    elsewhere.write_bytes(place.read_bytes())
    place.unlink()
    place.symlink_to(elsewhere)
    assert "damaged v1/content/source/a.txt" in findings(folder)


@pytest.mark.parametrize(
    "name", ["inventory.json", "v1/inventory.json", "v1/inventory.json.sha512"]
)
def test_a_folder_stands_for_no_file(folder, kept, name):
    (kept / name).unlink()
    (kept / name).mkdir()
    assert f"damaged {name}" in findings(folder)


def test_the_newest_version_has_the_inventory_of_the_story(folder, kept):
    place = kept / "v2/inventory.json"
    other = place.read_bytes().replace(b"\n", b"\n ")
    place.write_bytes(other)
    (kept / "v2/inventory.json.sha512").write_bytes(sidecar(other))
    assert findings(folder) == ["damaged v2/inventory.json"]


def test_one_digest_is_enough_as_others_archives_have_it(folder, kept):
    for below in ("", "v1/", "v2/"):
        place = kept / below / "inventory.json"
        told = json.loads(place.read_bytes())
        del told["fixity"]
        content = json.dumps(told).encode()
        place.write_bytes(content)
        (kept / below / "inventory.json.sha512").write_bytes(sidecar(content))
    assert_valid(folder)
    assert findings(folder) == []


def test_a_story_in_another_s_place_is_seen(folder, kept):
    moved = kept.with_name("urn%3ax%3a2")
    kept.rename(moved)
    assert [found.split("/")[-1] for found in findings(folder)] == ["inventory.json"]


def test_a_history_that_was_rewritten_is_seen(folder, kept):
    inventory = (kept / "inventory.json").read_bytes().replace(b"A test", b"A tale")
    for below in ("", "v2/"):
        (kept / below / "inventory.json").write_bytes(inventory)
        (kept / below / "inventory.json.sha512").write_bytes(sidecar(inventory))
    assert findings(folder) == ["damaged v1/inventory.json"]


def test_a_declaration_that_says_something_else_is_seen(folder, kept):
    (kept / "0=ocfl_object_1.1").write_bytes(b"ocfl_object_1.0\n")
    assert findings(folder) == ["damaged 0=ocfl_object_1.1"]


def test_what_cannot_be_read_is_damaged(folder, kept, monkeypatch):
    opened = Path.open

    def refusing(path, *arguments, **named):  # no mode of a file keeps root from reading it
        if path == kept / "v1/content/source/a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refusing)
    assert findings(folder) == ["damaged v1/content/source/a.txt"]


def test_both_digests_are_compared(folder, kept):
    path = kept / "inventory.json"
    digest = hashlib.sha256(b"urn:x:1 1").hexdigest().encode()
    wrong = path.read_bytes().replace(digest, b"0" * 64)
    for below in ("", "v2/"):
        (kept / below / "inventory.json").write_bytes(wrong)
        (kept / below / "inventory.json.sha512").write_bytes(sidecar(wrong))
    assert "damaged v1/content/source/a.txt" in findings(folder)
