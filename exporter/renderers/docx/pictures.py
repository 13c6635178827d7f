"""Pictures: decoded to see that they can be, made upright, and what they are drawn with."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu

from exporter.pictures.metadata import bare
from exporter.pictures.rasters import UPRIGHT, opened, orientation, translated, written
from exporter.renderers.docx.markup import Element, w
from exporter.values import Value

if TYPE_CHECKING:
    from PIL.Image import Image

# A pixel of a screen, 1/96 inch, in English Metric Units: what browsers and Word take it for.
_EMU_PER_PIXEL = 9525
_EMU_PER_TWIP = 635
# Pillow's name of a format → suffix and media type.
_KNOWN = {
    "PNG": ("png", "image/png"),
    "GIF": ("gif", "image/gif"),
    "JPEG": ("jpg", "image/jpeg"),
}


class Picture(Value):
    """A picture that Word can show; measures in pixels."""

    suffix: str
    media_type: str
    width: int
    height: int
    content: bytes


def picture(content: bytes) -> Picture:
    """The picture in the bytes; PictureError when Word could not show it.

    What Word does not know (WebP), or would show on its side, is coded anew.
    """
    with translated():
        image = opened(content)
        image.load()
        return _shown(image, content)


def _shown(image: Image, content: bytes) -> Picture:
    known = _KNOWN.get(image.format or "")
    if known and orientation(image) == UPRIGHT:
        taken_over = bare(image.format or "", content)
        if taken_over is not None:
            return Picture(*known, *image.size, taken_over)
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    form = "JPEG" if upright.mode in ("L", "RGB", "CMYK") else "PNG"
    return Picture(*_KNOWN[form], *upright.size, written(upright, form))


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
