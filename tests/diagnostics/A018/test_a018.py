"""What a process that was killed has left."""

from __future__ import annotations


def test_it_is_told(archive, slugged, tmp_path):
    archive("add", slugged())
    (tmp_path / ".archive.staging/work-1-0").mkdir()
    (tmp_path / ".archive.staging/work-1-0/lock").touch()
    assert " A018: " in archive("verify").err
