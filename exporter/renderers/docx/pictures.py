"""Pictures: what their first bytes say, how large they are set, and their drawing."""

from __future__ import annotations

import hashlib
import struct
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu

from exporter.renderers.docx.markup import Element, w
from exporter.values import Value

# A pixel of a screen, 1/96 inch, in English Metric Units: what browsers and Word take it for.
_EMU_PER_PIXEL = 9525
_EMU_PER_TWIP = 635
_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")
_JPEG = b"\xff\xd8\xff"
# JPEG markers that begin a frame, with its height and width (ITU-T T.81, B.1.1.3 and B.2.2).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA


class Picture(Value):
    """A picture that Word can show; measures in pixels."""

    suffix: str
    media_type: str
    width: int
    height: int
    content: bytes


def picture(content: bytes) -> Picture | None:
    """The PNG, JPEG or GIF that the bytes begin like; None when they are no such picture."""
    try:
        found = _recognise(content)
    except (struct.error, IndexError):
        return None
    if found is None or min(found[2:]) < 1:
        return None
    return Picture(*found, content)


def _recognise(content: bytes) -> tuple[str, str, int, int] | None:
    if content.startswith(_PNG):
        return ("png", "image/png", *struct.unpack_from(">II", content, 16))
    if content.startswith(_GIF):
        return ("gif", "image/gif", *struct.unpack_from("<HH", content, 6))
    if content.startswith(_JPEG):
        size = _jpeg_size(content)
        return ("jpg", "image/jpeg", *size) if size else None
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header before the scan."""
    position = 2
    while content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, position + 5)
            return width, height
        if marker == _SCAN:
            return None
        position += 2 + struct.unpack_from(">H", content, position + 2)[0]
    return None


class Pictures:
    """The pictures of one document part; the same bytes are kept once."""

    def __init__(self, part: Part, widest: int, tallest: int) -> None:
        self._part = part
        self._widest = widest * _EMU_PER_TWIP
        self._tallest = tallest * _EMU_PER_TWIP
        self._relationships: dict[bytes, str] = {}
        self._drawn = 0

    def run(self, shown: Picture, alternative: str) -> Element:
        """Run with the picture in the line, never larger than it is or than the page allows."""
        self._drawn += 1
        scale = min(
            1.0,
            self._widest / (shown.width * _EMU_PER_PIXEL),
            self._tallest / (shown.height * _EMU_PER_PIXEL),
        )
        inline = CT_Inline.new_pic_inline(
            self._drawn,
            self._relationship(shown),
            f"picture{self._drawn}.{shown.suffix}",
            *(Emu(max(int(n * _EMU_PER_PIXEL * scale), 1)) for n in (shown.width, shown.height)),
        )
        drawing = cast("Element", inline)
        for side in ("distT", "distB", "distL", "distR"):
            drawing.set(side, "0")
        drawing.find("{*}docPr").set("descr", alternative)  # type: ignore[union-attr]
        return w("r", w("drawing", drawing))

    def _relationship(self, shown: Picture) -> str:
        digest = hashlib.sha256(shown.content).digest()
        if digest not in self._relationships:
            number = len(self._relationships) + 1
            name = PackURI(f"/word/media/picture{number}.{shown.suffix}")
            identifier = f"picture{number}"
            part = ImagePart(name, shown.media_type, shown.content)
            self._part.rels.add_relationship(RT.IMAGE, part, identifier)
            self._relationships[digest] = identifier
        return self._relationships[digest]
