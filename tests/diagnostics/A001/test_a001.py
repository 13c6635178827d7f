"""There is no archive yet."""

from __future__ import annotations


def test_it_is_told(archive):
    assert " A001: " in archive("list").err
