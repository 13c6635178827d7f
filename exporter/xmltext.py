"""The characters that XML can hold, and what stands for the others."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Everything outside the production Char of XML 1.0, 2.2.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return ILLEGAL.sub(REPLACEMENT, text)


def escaped(text: str) -> str:
    """The text as character data: what XML takes for markup as entities."""
    return text.translate(_MARKUP)
