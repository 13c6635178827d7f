"""An identifier that nothing has."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged())
    assert " A003: " in archive("get", "ap:nothing").err
