"""Characters that look alike in a source file, or cannot be seen at all, by their names."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
SOFT_HYPHEN = "\u00ad"

EN_DASH = "\u2013"
EM_DASH = "\u2014"
ELLIPSIS = "\u2026"
PRIME = "\u2032"
DOUBLE_PRIME = "\u2033"

# The same character as the right single quotation mark (The Unicode Standard, 6.2, Apostrophes).
APOSTROPHE = "\u2019"
GRAVE_ACCENT = "\u0060"
TYPEWRITER_APOSTROPHE = "\u0027"
TYPEWRITER_QUOTE = "\u0022"
FULL_WIDTH_APOSTROPHE = "\uff07"

LEFT_SINGLE_QUOTE = "\u2018"
RIGHT_SINGLE_QUOTE = "\u2019"
LOW_SINGLE_QUOTE = "\u201a"
REVERSED_SINGLE_QUOTE = "\u201b"
LEFT_DOUBLE_QUOTE = "\u201c"
RIGHT_DOUBLE_QUOTE = "\u201d"
LOW_DOUBLE_QUOTE = "\u201e"
REVERSED_DOUBLE_QUOTE = "\u201f"
LEFT_GUILLEMET = "\u00ab"
RIGHT_GUILLEMET = "\u00bb"
LEFT_SINGLE_GUILLEMET = "\u2039"
RIGHT_SINGLE_GUILLEMET = "\u203a"
LEFT_CORNER_BRACKET = "\u300c"

# The short names of the Unicode code charts, for messages.
_SHORT_NAMES = {
    NARROW_NO_BREAK_SPACE: "NNBSP",
    SOFT_HYPHEN: "SHY",
    "\u200b": "ZWSP",
    "\u2060": "WJ",
    "\n": "NL",
    "\t": "HT",
}


def visible(text: str) -> str:
    """The text with a name for each character that a reader of a message could not see."""
    text = text.replace(NO_BREAK_SPACE, "⟨NBSP⟩")  # as a rule the only one
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _named(sign) for sign in text)


def _named(sign: str) -> str:
    return f"⟨{_SHORT_NAMES.get(sign) or f'U+{ord(sign):04X}'}⟩"
