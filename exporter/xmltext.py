"""The characters that XML can hold, and what stands for the others."""

from __future__ import annotations

from exporter.expressions import expression

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Everything outside the production Char of XML 1.0, 2.2.
ILLEGAL = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return text if text.isprintable() else ILLEGAL.sub(REPLACEMENT, text)


def escaped(text: str) -> str:
    """The text as character data: what XML takes for markup as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
