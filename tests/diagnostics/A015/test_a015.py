"""A version that has been corrected since."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    archive("add", slugged())
    archive("add", slugged(text="Three met."), "--flag", "corrected")
    assert " A015: " in archive("get", "ap:bc-oslo", "--version", "1").err
