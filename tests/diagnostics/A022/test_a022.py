"""One identifier for two stories."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    assert " A022: " in archive("add", slugged(), slugged("b.txt"), "--id", "x").err
