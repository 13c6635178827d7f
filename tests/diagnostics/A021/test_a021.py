"""A part that a version does not have."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged(), "--format", "pdf")
    assert " A021: " in archive("get", "ap:bc-oslo", "--format", "epub").err
