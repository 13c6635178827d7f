"""A story that nothing but its bytes names."""

from __future__ import annotations


def test_it_is_told(archive, tmp_path):
    (tmp_path / "plain.txt").write_text("OSLO (AP) - Two leaders spoke.\n")
    assert " A012: " in archive("add", "plain.txt", "--verbose").err
