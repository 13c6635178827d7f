"""Characters that no page can show, and white space that says nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter

from exporter.expressions import expression
from exporter.readers.text.encoding import UNDEFINED_IN_1252

SOFT_HYPHEN = "\u00ad"
BYTE_ORDER_MARK = "\ufeff"

# Control characters of transmission (ISO 646; IPTC 7901 and ANPA 1312 frame stories with them),
# and two that are invisible: the document holds none of them, and nothing is missing without.
_FRAMING = [*range(0x01, 0x09), *range(0x0B, 0x0D), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F]
_INVISIBLE = [ord(SOFT_HYPHEN), ord(BYTE_ORDER_MARK)]
# These are damage: no sender means them, and XML 1.0 (2.2) forbids most.
_DAMAGE = [0x00, 0x1B, *range(0x80, 0xA0), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)]

_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in UNDEFINED_IN_1252
}
_SPACING = dict.fromkeys((0x0B, 0x0C, *range(0x1C, 0x20)), " ")
_REPLACED = dict.fromkeys([*_FRAMING, *_INVISIBLE, *_DAMAGE], "") | _SPACING | _WINDOWS

_C0 = """NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI
DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"""

UNPRINTABLE = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\ufeff\ufffe\uffff\ud800-\udfff]"
)
# What turns the direction of the letters after it against their own (UAX #9, 2.2).
_OVERRIDES = "\u202d\u202e"
# Marks that stand on letters: the blocks of them, and those of Hebrew, Arabic and Thai.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# No language has more marks on one letter (UAX #15, 13, Stream-Safe Text Format).
MOST_MARKS = 30
_SUSPECT = expression(f"[{_OVERRIDES}{_MARKS}]")
_OVERRIDE = expression(f"[{_OVERRIDES}]")
_FLOOD = expression(f"[{_MARKS}]{{{MOST_MARKS + 1},}}")
_RUN = expression(r"\s{2,}|[\t\u2028\u2029]")


def printable(text: str) -> str:
    """The text without unprintable characters, C1 controls read as the Windows-1252 they are."""
    return text.translate(_REPLACED)


def collapse(text: str) -> str:
    """The text with each run of white space as one space; a lone no-break space stays."""
    if "  " not in text and text.isprintable():  # no other white space is printable
        return text.strip()
    return _RUN.sub(" ", text).strip()


def suspicions(text: str) -> tuple[Counter[str], int]:
    """What turns the direction of letters against their own, and how many letters are flooded.

    Flooded are those that have more marks on them than any writing has.
    """
    if not _SUSPECT.search(text):  # one pass for what nearly no text has
        return Counter(), 0
    return Counter(_OVERRIDE.findall(text)), len(_FLOOD.findall(text))


def is_framing(char: str) -> bool:
    """Whether a dropped character is one that transmission uses, so that its loss means nothing."""
    return ord(char) in _FRAMING or ord(char) in _INVISIBLE


def is_windows(char: str) -> bool:
    """Whether a C1 control stands for a Windows-1252 character."""
    return ord(char) in _WINDOWS


def name_of(char: str) -> str:
    """How a diagnostic names a character: ``U+0002 STX``."""
    names = _C0.split()
    known = names[ord(char)] if ord(char) < len(names) else unicodedata.name(char, "")
    return f"U+{ord(char):04X} {known}".rstrip()
