"""Text that must stand in one line, with nothing in it that is obeyed instead of shown."""

from __future__ import annotations

import unicodedata

# Persian and the scripts of India spell with them.
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
# Controls, marks that reorder text and other formats, lone surrogates, what is no character.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
_ELLIPSIS = "…"


def one_line(text: str) -> str:
    """The text in one line: white space as single spaces, hidden characters left out."""
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    shown = "".join(character for character in line if _is_shown(character))
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def shortened(text: str, most: int, mark: str = _ELLIPSIS) -> str:
    """The text in at most so many characters, cut at a space where one is not far, and marked."""
    if len(text) <= most:
        return text
    cut = most - len(mark)
    space = text.rfind(" ", cut // 2, cut + 1)
    cut = space if space > 0 else cut
    while cut and unicodedata.combining(text[cut]):
        cut -= 1
    return text[:cut].rstrip(" ,;:-–—") + mark


def _is_shown(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _HIDDEN
