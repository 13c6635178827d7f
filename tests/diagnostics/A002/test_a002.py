"""A folder of something else."""

from __future__ import annotations


def test_it_is_told(archive, tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/holiday.jpg").write_bytes(b"x")
    assert " A002: " in archive("list").err
