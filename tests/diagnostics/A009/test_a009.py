"""A story that has been withdrawn."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged(), "--flag", "withdrawn")
    assert " A009: " in archive("get", "ap:bc-oslo").err
