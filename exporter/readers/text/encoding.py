"""Which characters the bytes stand for, told by the bytes."""

from __future__ import annotations

import codecs
from enum import Enum

from exporter.expressions import expression
from exporter.values import Value

UNDEFINED_IN_1252 = frozenset([0x81, 0x8D, 0x8F, 0x90, 0x9D])

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16

_HIGH_CHARACTER = expression(r"[^\x00-\x7f]")

# How `surrogateescape` (PEP 383) shows a byte that is not UTF-8, and what that byte most likely
# is: agencies' systems paste Windows-1252 into anything.
_ESCAPED = expression("[\udc80-\udcff]")
_STRAYS = {
    0xDC00 + byte: bytes([byte]).decode("cp1252" if byte not in UNDEFINED_IN_1252 else "latin-1")
    for byte in range(0x80, 0x100)
}

# A letter of another code page shows as one of these inside a word, or as a Nordic letter
# where nobody writes Icelandic: Turkish as ý þ ð, Polish as ¹ ³ ¿.
_FOREIGN = expression(r"(?<=[A-Za-z])[\xa1-\xa9\xab-\xac\xae-\xb3\xb5-\xb6\xb8-\xbf](?=[A-Za-z])")
_NORDIC = expression("[ýþðÝÞÐ]")
_LONG_RUN = expression("[À-ÿ]{4}")


class Evidence(Enum):
    """What vouches for an encoding: a mark or UTF-8's own rules, likelihood, or statistics."""

    CERTAIN = 1
    LIKELY = 2
    STATISTICAL = 3


class Decoded(Value):
    """Text, the encoding it was in, and how that is known.

    `repaired` counts the bytes that are not of the encoding and were read as Windows-1252,
    `lost` the places that hold U+FFFD.
    """

    text: str
    encoding: str
    evidence: Evidence = Evidence.CERTAIN
    repaired: int = 0
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """Text of any bytes whatever: byte order mark, UTF-16, UTF-8, Windows-1252, then a guess."""
    return _by_mark(data) or _by_zeros(data) or _as_utf8(data) or _as_western(data) or _guess(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            utf8 = encoding == "utf-8-sig"
            return _with_strays(data, encoding) if utf8 else _with_gaps(data, encoding)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 4 < len(sample) or min(even, odd) * 8 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        return Decoded(data.decode(encoding), encoding, Evidence.LIKELY)
    except UnicodeDecodeError:
        return None


def _as_utf8(data: bytes) -> Decoded | None:
    """UTF-8, also when a minority of its high bytes are Windows-1252 strays."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _with_strays(data, "utf-8")
    high = len(_HIGH_CHARACTER.findall(decoded.text))
    return decoded if high > 2 * decoded.repaired else None


def _as_western(data: bytes) -> Decoded | None:
    """Windows-1252, when what it gives reads like a Western European language."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not _is_western(text[:_SAMPLE]):
        return None
    return Decoded(text, "windows-1252", Evidence.LIKELY)


def _is_western(text: str) -> bool:
    high = sum(1 for char in text if char > "\x7f")
    odd = len(_FOREIGN.findall(text)) + len(_NORDIC.findall(text))
    return high * 4 <= len(text) and odd * 6 <= high and not _LONG_RUN.search(text)


def _guess(data: bytes) -> Decoded:
    """The statistical guess, imported only here because its tables load slowly."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return Decoded(data.decode("latin-1"), "latin-1", Evidence.STATISTICAL)
    return _with_gaps(data, best.encoding, Evidence.STATISTICAL)


def _with_strays(data: bytes, encoding: str) -> Decoded:
    """UTF-8 text in which the bytes that break its rules are read as Windows-1252."""
    text = data.decode(encoding, "surrogateescape")
    strays = _ESCAPED.findall(text)
    if strays:
        text = text.translate(_STRAYS)
    return Decoded(text, "utf-8", repaired=len(strays))


def _with_gaps(data: bytes, encoding: str, evidence: Evidence = Evidence.CERTAIN) -> Decoded:
    """A text in which U+FFFD stands for what the encoding has no character for."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    name = encoding.replace("_", "-").replace("cp125", "windows-125")
    return Decoded(text, name, evidence, lost=lost)
