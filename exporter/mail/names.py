"""What attachments are called, no two alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def distinct(names: Iterable[tuple[str, str]]) -> list[str]:
    """File names of stems and suffixes; the second of a name is called ``Name (2).pdf``."""
    taken: set[str] = set()
    found: list[str] = []
    for stem, suffix in names:
        name, number = f"{stem}{suffix}", 1
        while _identity(name) in taken:
            number += 1
            name = f"{stem} ({number}){suffix}"
        taken.add(_identity(name))
        found.append(name)
    return found


def _identity(name: str) -> str:
    """What names have in common that are one to some file system."""
    return unicodedata.normalize("NFKC", name).casefold()
