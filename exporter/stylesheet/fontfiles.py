"""The house's own font files: what they are, whether they may be embedded, which sets what.

OpenType's tables are read by hand as far as choosing asks for it (OpenType 1.9.1: 'otff', 'OS/2',
'fvar', 'head'); the PDF backend alone reads outlines.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from exporter.values import Value

# No font of text is larger; one of all of China's characters has some 25 MB.
_LARGEST = 64 << 20
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OPENTYPE = b"OTTO"
_FOREIGN = {
    b"ttcf": "is a collection; save the one font of it as a file of its own",
    b"wOFF": "is WOFF, made for browsers; ask its maker for the TTF or OTF",
    b"wOF2": "is WOFF2, made for browsers; ask its maker for the TTF or OTF",
    b"%!PS": "is a Type 1 font; convert it to OTF",
    b"\x80\x01": "is a Type 1 font; convert it to OTF",
}
_NEEDED = ("head", "hhea", "hmtx", "maxp", "cmap", "OS/2")
_OUTLINES = ("glyf", "CFF ", "CFF2")
# OS/2.fsType: the usage permissions are exclusive, and the least restrictive one counts.
_USAGE, _RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
_ITALIC = 0x0001


class FontFaultError(Exception):
    """A file that cannot be used as a font: its message says why."""


class EmbeddingForbiddenError(FontFaultError):
    """A font whose maker does not allow embedding."""


class FontFile(Value):
    """One font file: `lightest` and `heaviest` are the weights that it has, equal if static.

    `sha256` is its content's digest, so that a font that was replaced is another font; `whole`
    says that its maker does not allow subsets.
    """

    path: str
    sha256: str
    lightest: int
    heaviest: int
    italic: bool
    whole: bool
    axes: tuple[str, ...] = ()

    def distance(self, weight: int) -> int:
        """How far a weight is from those that the file has."""
        return max(self.lightest - weight, weight - self.heaviest, 0)


def font_file(path: str) -> FontFile:
    """What a file is; FontFaultError when it is no font that can be used."""
    place = Path(path)
    try:
        state = place.stat()
    except (OSError, ValueError) as error:
        raise FontFaultError("does not exist") from error
    return _read(path, state.st_mtime_ns, state.st_size)


# Keyed by time and size too, so that a font that was replaced is read again.
@lru_cache(maxsize=64)
def _read(path: str, mtime: int, size: int) -> FontFile:
    if not 0 < size <= _LARGEST:
        raise FontFaultError("is empty" if not size else "is larger than any font")
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise FontFaultError("cannot be read") from error
    try:
        return _described(path, content)
    except (struct.error, IndexError, ValueError) as error:
        raise FontFaultError("is damaged") from error


def choose(files: Iterable[FontFile], weight: int, italic: bool) -> FontFile:
    """The file that comes nearest: the right slope before the right weight."""
    return min(files, key=lambda file: (_slope(file, italic), file.distance(weight)))


def is_near(file: FontFile, weight: int, italic: bool) -> bool:
    """Whether nobody would see that it is not the weight, and it has the slope."""
    return not _slope(file, italic) and file.distance(weight) < 100


def _slope(file: FontFile, italic: bool) -> bool:
    """Whether the slope is the wrong one."""
    return file.italic != italic and not (italic and {"ital", "slnt"} & set(file.axes))


def _described(path: str, content: bytes) -> FontFile:
    tables = _tables(content)
    os2 = tables["OS/2"]
    weight, _, usage = struct.unpack_from(">HHH", os2, 4)
    if usage & _USAGE == _RESTRICTED or usage & _BITMAP_ONLY:
        raise EmbeddingForbiddenError("must not be embedded, by its licence bits (OS/2.fsType)")
    axes = _axes(tables["fvar"]) if "fvar" in tables else {}
    lightest, heaviest = axes.get("wght", (weight, weight))
    (selection,) = struct.unpack_from(">H", os2, 62)
    return FontFile(
        path=path,
        sha256=hashlib.sha256(content).hexdigest(),
        lightest=round(lightest),
        heaviest=round(heaviest),
        italic=bool(selection & _ITALIC),
        whole=bool(usage & _NO_SUBSET),
        axes=tuple(axes),
    )


def _tables(content: bytes) -> Mapping[str, bytes]:
    """The tables by tag; FontFaultError for another kind of file, or a lack."""
    kind = content[:4]
    for magic, fault in _FOREIGN.items():
        if kind.startswith(magic):
            raise FontFaultError(fault)
    if kind not in (*_TRUETYPE, _OPENTYPE):
        raise FontFaultError("is no font")
    (count,) = struct.unpack_from(">H", content, 4)
    tables = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * index)
        if offset + length > len(content):
            raise FontFaultError("is cut off")
        tables[tag.decode("latin-1")] = content[offset : offset + length]
    for tag in _NEEDED:
        if tag not in tables:
            raise FontFaultError(f"has no table {tag!r}, without which nothing can be set")
    if not any(tag in tables for tag in _OUTLINES):
        raise FontFaultError("has no outlines")
    return tables


def _axes(fvar: bytes) -> dict[str, tuple[float, float]]:
    """Least and greatest value of each axis."""
    offset, _, count, size = struct.unpack_from(">HHHH", fvar, 4)
    found = {}
    for index in range(count):
        tag, least, _, greatest = struct.unpack_from(">4slll", fvar, offset + size * index)
        found[tag.decode("latin-1")] = (least / 65536, greatest / 65536)
    return found
