"""The pictures that figures name: those that a book may carry, under names of its own."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from lxml import etree

from exporter import jpeg, png, webp
from exporter.expressions import expression
from exporter.svg import DrawingError, parsed, without_type
from exporter.values import Value

# EPUB 3.3, 3.2: the core media types of pictures, known by their first bytes.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", b"", "png", "image/png"),
    (b"\xff\xd8\xff", b"", "jpg", "image/jpeg"),
    (b"GIF87a", b"", "gif", "image/gif"),
    (b"GIF89a", b"", "gif", "image/gif"),
    (b"RIFF", b"WEBP", "webp", "image/webp"),
)
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
# Where the second part of a signature stands: after the length of the file.
_SECOND = 8
# Of pictures that are coded anew.
_QUALITY = 92
# Exif 2.3, 4.6.4: the tag, and the value that says that nothing has to be turned.
_ORIENTATION, _UPRIGHT = 0x0112, 1
_DAMAGED = "it is damaged"
# How a format is taken over without its metadata.
_BARE: dict[str, Callable[[bytes], bytes | None]] = {
    "jpg": partial(jpeg.bare, profiled=True),
    "png": png.bare,
    "webp": webp.bare,
}
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
        suffix, media_type, reason = _kind(content)
        if reason:
            return None, reason
        name = f"images/picture-{len(self._taken) + 1}.{suffix}"
        try:
            shown = _shown(content, suffix)
        except Exception:  # what cameras write is damaged in many ways, too
            return None, _DAMAGED
        self._taken[src] = Picture(name, media_type, shown)
        return self._taken[src], ""

    def all(self) -> tuple[Picture, ...]:
        """The pictures taken up, in the order of their first use."""
        return tuple(self._taken.values())


def _kind(content: bytes) -> tuple[str, str, str]:
    """Suffix and media type of a picture, or why it may not be carried."""
    for first, second, suffix, media_type in _SIGNATURES:
        if content.startswith(first) and content.startswith(second, _SECOND):
            return suffix, media_type, _raster_fault(content)
    if b"<svg" not in content:
        return "", "", "it is neither PNG, JPEG, GIF, WebP nor SVG"
    return "svg", "image/svg+xml", _svg_fault(content)


def _raster_fault(content: bytes) -> str:
    """Why a picture of pixels cannot be shown, found by decoding it; empty when it can."""
    from PIL import Image  # few stories have a picture, and it is slow to load

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            Image.open(io.BytesIO(content), formats=_FORMATS).load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return "it has more pixels than any page can show"
    except Exception:  # a decoder meets a damaged file in many ways
        return _DAMAGED
    return ""


def _shown(content: bytes, suffix: str) -> bytes:
    """A picture without what its camera wrote into it, or a drawing without its document type.

    What cameras write may be where somebody lives. The turn that they ask for goes with that: a
    picture that lies on its side is coded anew.
    """
    if suffix == "svg":
        return without_type(content)
    if suffix not in _BARE:
        return content
    from PIL import Image, ImageOps

    image = Image.open(io.BytesIO(content), formats=_FORMATS)
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    # MPO is a JPEG with others behind it, which have metadata of their own.
    stays = image.format != "MPO" and (upright or getattr(image, "is_animated", False))
    taken_over = _BARE[suffix](content) if stays else None
    if taken_over is not None:
        return taken_over
    out = io.BytesIO()
    profile = image.info.get("icc_profile")
    form = "JPEG" if suffix == "jpg" else str(image.format)
    ImageOps.exif_transpose(image).save(
        out, form, quality=_QUALITY, icc_profile=profile, exif=b"", comment=b""
    )
    return _BARE[suffix](out.getvalue()) or out.getvalue()


def _svg_fault(content: bytes) -> str:
    """Why a drawing may not be carried; empty when it may."""
    try:
        return next(_faults(parsed(content)), "")
    except DrawingError as error:
        return str(error)


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
