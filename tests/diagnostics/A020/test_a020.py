"""Several files for standard output."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged())
    assert " A020: " in archive("get", "ap:bc-oslo", "--output", "-").err
