"""An identifier that would move the cursor."""

from __future__ import annotations


def test_it_is_told(archive, slugged):
    assert " A006: " in archive("add", slugged(), "--id", "\x1b[2J").err
