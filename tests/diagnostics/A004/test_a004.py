"""The beginning of two identifiers."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged(), slugged("b.txt", "Bergen"))
    assert " A004: " in archive("get", "ap:bc-").err
