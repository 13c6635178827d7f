"""A kill of something that is not in the archive."""

from __future__ import annotations

from tests.diagnostics.archives import KILL


def test_it_is_told(archive, tmp_path):
    (tmp_path / "kill.txt").write_text(KILL)
    assert " A011: " in archive("add", "kill.txt").err
