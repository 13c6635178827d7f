"""Paths inside objects, which the files of an archive name and nobody has to trust."""

from __future__ import annotations

from collections.abc import Iterable


def is_safe(path: str) -> bool:
    """Whether a content or logical path is one (OCFL 1.1, 3.5.2, E098 to E100)."""
    parts = path.split("/")
    return "\0" not in path and not any(part in ("", ".", "..") for part in parts)


def conflicting(paths: Iterable[str]) -> str | None:
    """A path that stands twice, or that is a folder of another (E095, E101)."""
    seen: set[str] = set()
    for path in sorted(paths):
        parts = path.split("/")
        beginnings = {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
        if beginnings & seen:
            return path
        seen.add(path)
    return None
