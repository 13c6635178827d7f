"""A stored file that is not what it was."""

from __future__ import annotations


def test_it_is_told(archive, slugged, tmp_path):
    archive("add", slugged())
    next((tmp_path / "archive").glob("**/source/story.txt")).write_bytes(b"tampered")
    assert " A010: " in archive("get", "ap:bc-oslo").err
