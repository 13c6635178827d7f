"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.diagnostics import ExportError
from exporter.outputs import write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_the_folders_it_needs(tmp_path):
    write(tmp_path / "a" / "b" / "story.pdf", b"content")
    assert (tmp_path / "a" / "b" / "story.pdf").read_bytes() == b"content"
    assert names(tmp_path / "a" / "b") == ["story.pdf"]


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "story.pdf").write_bytes(b"a longer content of before")
    write(tmp_path / "story.pdf", b"new")
    assert (tmp_path / "story.pdf").read_bytes() == b"new"


def test_others_may_read_the_file_as_far_as_the_umask_lets_them(tmp_path):
    before = os.umask(0o027)
    try:
        write(tmp_path / "story.pdf", b"content")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "story.pdf").stat().st_mode) == 0o640


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, fault):
    (tmp_path / "story.pdf").write_bytes(b"old")

    def fail(self, target):
        raise fault

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((ExportError, KeyboardInterrupt)):
        write(tmp_path / "story.pdf", b"new")
    assert names(tmp_path) == ["story.pdf"]
    assert (tmp_path / "story.pdf").read_bytes() == b"old"


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    program = (
        "import resource, pathlib\n"
        "from exporter.outputs import write\n"
        "from exporter.diagnostics import ExportError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write(pathlib.Path('story.pdf'), b'x' * 5000)\n"
        "except ExportError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "error X012: story.pdf cannot be written: File too large\n"
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("folder.pdf", "it is a folder"),
        ("file/story.pdf", "file is not a folder"),
        ("file/deeper/story.pdf", "deeper is not a folder"),
        ("x" * 300 + ".pdf", "File name too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, place, reason):
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError) as caught:
        write(tmp_path / place, b"content")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "X012"
    assert diagnostic.message.endswith(reason)
    assert names(tmp_path) == ["file", "folder.pdf"]


def test_a_link_is_replaced_not_followed(tmp_path):
    (tmp_path / "source.txt").write_bytes(b"source")
    (tmp_path / "story.pdf").symlink_to("source.txt")
    write(tmp_path / "story.pdf", b"content")
    assert (tmp_path / "source.txt").read_bytes() == b"source"
    assert not (tmp_path / "story.pdf").is_symlink()


def test_a_draft_left_by_a_killed_run_is_no_obstacle(tmp_path, monkeypatch):
    import itertools

    from exporter.outputs import writing

    monkeypatch.setattr(writing, "_counter", itertools.count())
    (tmp_path / f".exporter-{os.getpid()}-0.tmp").write_bytes(b"left")
    write(tmp_path / "story.pdf", b"content")
    assert (tmp_path / "story.pdf").read_bytes() == b"content"
