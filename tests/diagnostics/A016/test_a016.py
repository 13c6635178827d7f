"""A bag in the place of something else."""

from __future__ import annotations


def test_it_is_told(archive, slugged, tmp_path):
    archive("add", slugged())
    (tmp_path / "bag").mkdir()
    assert " A016: " in archive("export", "ap:bc-oslo", "--bag", "bag").err
