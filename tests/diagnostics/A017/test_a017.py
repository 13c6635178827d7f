"""A story that goes on after a kill."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged(), "--flag", "withdrawn")
    assert " A017: " in archive("add", slugged(text="Again.")).err
