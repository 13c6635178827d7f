"""A version that is still to come."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged())
    assert " A005: " in archive("get", "ap:bc-oslo", "--version", "2").err
