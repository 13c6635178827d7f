"""A name that is safe to keep, print and derive an output's name from."""

from __future__ import annotations

import unicodedata

UNNAMED = "story"
_LONGEST = 255

# They join letters in Persian and in Indic scripts; every other format character only deceives.
_JOINERS = "\u200c\u200d"


def safe_name(name: str) -> str:
    """The file name without folders, control characters or direction marks; never empty."""
    base = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(char for char in base if char in _JOINERS or _is_visible(char)).strip()
    return UNNAMED if kept.strip(".") == "" else kept[:_LONGEST]


def stem(name: str) -> str:
    """A file name without its suffix, in one line; never empty."""
    head, dot, _ = name.rpartition(".")
    return (head if dot and head.strip(". ") else name).strip() or UNNAMED


def _is_visible(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
