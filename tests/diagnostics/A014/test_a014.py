"""A rendition that is not there."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    assert " A014: " in archive("add", slugged(), "--rendition", "page.pdf").err
