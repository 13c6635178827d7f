"""The pictures that figures name: those that a book may carry, under names of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lxml import etree

from exporter.expressions import expression
from exporter.pictures.drawings import is_drawing, parsed, without_type
from exporter.pictures.errors import PictureError
from exporter.pictures.metadata import bare
from exporter.pictures.rasters import UPRIGHT, opened, orientation, translated, written
from exporter.values import Value

if TYPE_CHECKING:
    from PIL.Image import Image

# EPUB 3.3, 3.2: Pillow's names of the core media types of pictures → suffix and media type. MPO is
# a JPEG with others behind it.
_KINDS = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpg", "image/jpeg"),
    "MPO": ("jpg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "WEBP": ("webp", "image/webp"),
}
_DRAWING = ("svg", "image/svg+xml")
# Elements that run, embed or animate; the last may point anywhere while it runs.
_ACTIVE = frozenset(
    {"script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "animate",
     "animateMotion", "animateTransform", "animateColor", "set"}
)  # fmt: skip
_OUTSIDE_STYLE = expression(r"@import|url\s*\(\s*['\"]?\s*(?!['\"]?#)|\\|expression", re.IGNORECASE)


class Picture(Value):
    """One picture of the book. `may_move` is true of a format that can flash or move."""

    name: str
    media_type: str
    content: bytes

    @property
    def may_move(self) -> bool:
        """Whether the format holds animations."""
        return self.media_type in ("image/gif", "image/webp")


class Pictures:
    """Takes up the pictures that a story uses, each once."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        self._resources = resources
        self._taken: dict[str, Picture] = {}

    def take(self, src: str) -> tuple[Picture | None, str]:
        """The picture that `src` names, or None and the reason why it cannot be had."""
        if src in self._taken:
            return self._taken[src], ""
        content = self._resources.get(src)
        if content is None:
            return None, "it did not come with the story"
        try:
            suffix, media_type, shown = _shown(content)
        except PictureError as error:
            return None, str(error)
        name = f"images/picture-{len(self._taken) + 1}.{suffix}"
        self._taken[src] = Picture(name, media_type, shown)
        return self._taken[src], ""

    def all(self) -> tuple[Picture, ...]:
        """The pictures taken up, in the order of their first use."""
        return tuple(self._taken.values())


def _shown(content: bytes) -> tuple[str, str, bytes]:
    """Suffix, media type and content of a picture as a book may carry it; PictureError."""
    if is_drawing(content):
        return *_DRAWING, _drawing(content)
    with translated():
        image = opened(content)
        image.load()
        return *_KINDS[str(image.format)], _raster(image, content)


def _drawing(content: bytes) -> bytes:
    """A drawing without its document type; PictureError when it does more than to be seen."""
    plain = without_type(content)
    for fault in _faults(parsed(plain)):
        raise PictureError(fault)
    return plain


def _raster(image: Image, content: bytes) -> bytes:
    """A picture without its metadata; one that lies on its side, and does not move, coded anew."""
    form = str(image.format)
    if orientation(image) == UPRIGHT or getattr(image, "is_animated", False):
        taken_over = bare(form, content)
        if taken_over is not None:
            return taken_over
    from PIL import ImageOps

    form = "JPEG" if form == "MPO" else form
    anew = written(ImageOps.exif_transpose(image), form)
    return bare(form, anew) or anew


def _faults(root: etree._Element) -> Iterator[str]:
    for outside in root.itersiblings(preceding=True):
        yield from _instruction_faults(outside)
    for node in root.iter():
        yield from _instruction_faults(node)
        if isinstance(node.tag, str):
            yield from _element_faults(node)
            yield from _attribute_faults(node)


def _instruction_faults(node: etree._Element) -> Iterator[str]:
    if isinstance(node, etree._ProcessingInstruction):
        yield "it is a drawing with processing instructions"


def _element_faults(node: etree._Element) -> Iterator[str]:
    name = etree.QName(node).localname
    if name in _ACTIVE:
        yield "it is a drawing with scripts or animations"
    if name == "style" and _OUTSIDE_STYLE.search(str(node.xpath("string()"))):
        yield "it is a drawing that refers to other files"


def _attribute_faults(node: etree._Element) -> Iterator[str]:
    for key, value in node.attrib.items():
        name = etree.QName(key).localname
        if name.lower().startswith("on"):
            yield "it is a drawing with scripts or animations"
        if name in ("href", "src", "base") and not str(value).strip().startswith("#"):
            yield "it is a drawing that refers to other files"
        if "(" in value and _OUTSIDE_STYLE.search(str(value)):
            yield "it is a drawing that refers to other files"
