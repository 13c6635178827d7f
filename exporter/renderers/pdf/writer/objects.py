"""PDF objects in ReportLab's table, serialised by us so that they conform."""

from __future__ import annotations

from typing import Protocol

from reportlab.pdfbase import pdfdoc

from exporter.deflate import deflated

# The next level takes three times as long to save two hundred bytes, the highest ten times.
_LEVEL = 5
_FILTER = "/Filter /FlateDecode"


def number(value: float) -> str:
    """A number as PDF writes it: at most three decimals, no exponent, no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def text_string(text: str) -> str:
    """A text string object: ASCII as a literal, anything else as UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def name(text: str) -> str:
    """A name object (ISO 32000-1, 7.3.5)."""
    return "/" + "".join(
        c if (c.isascii() and c.isalnum()) or c in "-_." else _escaped(c) for c in text
    )


def _escaped(character: str) -> str:
    return "".join(f"#{byte:02X}" for byte in character.encode("utf-8"))


class Raw(pdfdoc.PDFObject):
    """An object that is already written."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        return self.text.encode("latin-1")


def deflate(content: bytes) -> bytes:
    """The content as FlateDecode wants it."""
    return deflated(content, _LEVEL)


def stream_bytes(content: bytes, entries: str) -> bytes:
    """A stream object of the content, deflated."""
    return _framed(deflate(content), f"{entries} {_FILTER}")


def _framed(content: bytes, entries: str) -> bytes:
    head = f"<< {entries} /Length {len(content)} >>\nstream\n"
    return head.encode("latin-1") + content + b"\nendstream"


class Stream(pdfdoc.PDFObject):
    """A stream with the end-of-line before `endstream` that PDF/A asks for (ISO 19005-3, 6.1.7.1).

    `deflated` content is compressed already; `plain` content stays uncompressed.
    """

    __RefOnly__ = 1

    def __init__(
        self, content: bytes, entries: str = "", *, deflated: bool = False, plain: bool = False
    ) -> None:
        if not (deflated or plain):
            content = deflate(content)
        self._content = content
        self._entries = entries if plain else f"{entries} {_FILTER}"

    def format(self, document: object) -> bytes:
        return _framed(self._content, self._entries)


class Table(Protocol):
    """Where objects get their numbers."""

    def add(self, item: pdfdoc.PDFObject) -> str:
        """Put an object in; its reference as text, ``12 0 R``."""
        ...
