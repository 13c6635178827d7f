"""A file's name is safe to print and to build on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.readers.filename import safe_name, stem


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("story.txt", "story.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\desk\\story.txt", "story.txt"),
        ("folder/", "folder"),
        ("a\x00b\n.txt", "ab.txt"),
        ("story\u202etxt.exe", "storytxt.exe"),
        ("half\udc80.txt", "half.txt"),
        ("Übersicht “1”.txt", "Übersicht “1”.txt"),
        ("", "story"),
        ("..", "story"),
        ("///", "story"),
    ],
)
def test_a_name_is_bare_and_visible(name, safe):
    assert safe_name(name) == safe


@given(st.text())
def test_a_safe_name_stays_as_it_is(name):
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 255
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "found"),
    [("story.txt", "story"), ("a.b.txt", "a.b"), (".txt", ".txt"), ("story", "story")],
)
def test_a_stem_is_never_empty(name, found):
    assert stem(name) == found
