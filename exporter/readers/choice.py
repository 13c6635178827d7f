"""Which of several stories in one input is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Story = TypeVar("_Story")


def in_language(
    stories: list[_Story], tag_of: Callable[[_Story], str], wanted: str | None
) -> list[_Story]:
    """Those of several stories in a language; all of them where none is, or none is wanted.

    The more subtags a story shares with what is wanted, the better (RFC 4647, 3.4 shortens so); the
    first it must. One that names no language is in none.
    """
    if not wanted or len(stories) < 2:
        return stories
    tags = [_parts(tag_of(story)) for story in stories]
    parts = _parts(wanted)
    for length in range(len(parts), 0, -1):
        found = [s for s, tag in zip(stories, tags, strict=True) if tag[:length] == parts[:length]]
        if found:
            return found
    return stories


def _parts(tag: str) -> list[str]:
    return tag.strip().lower().replace("_", "-").split("-")
