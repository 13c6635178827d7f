"""Rasters: pictures of pixels, made upright, opaque, no finer than a press can print."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from exporter.pictures.jpeg import bare
from exporter.pictures.rasters import opened, orientation, translated
from exporter.renderers.pdf.pictures.spaces import GRAY, RGB, Space
from exporter.renderers.pdf.writer.objects import Stream, deflate
from exporter.values import Value

if TYPE_CHECKING:
    from PIL.Image import Image

# Twice the ruling of a fine screen, 150 lines to the inch: a press shows no more.
_FINEST = 300
# A picture this much finer is left as it is: coding it anew would cost more than it saves.
_FINE_ENOUGH = 375
# Of pictures that are coded anew.
_QUALITY = 92
# A picture that came without loss may be a photograph: coded as one it is this much smaller.
_WORTH_THE_LOSS = 0.4
# The name of Pillow's turn that sets each of Exif's orientations upright.
_TURNS = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE",
    6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90",
}  # fmt: skip
_SIDEWAYS = (5, 6, 7, 8)
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I")


class Coded(Value):
    """The samples of a picture as a PDF's stream holds them, in pixels; `entries` say how."""

    width: int
    height: int
    space: Space
    content: bytes
    entries: str
    deflated: bool

    def stream(self, space: Callable[[Space], str]) -> Stream:
        """The image object (ISO 32000-1, 8.9.5); `space` gives its space as PDF writes it."""
        return Stream(
            self.content,
            f"/Type /XObject /Subtype /Image /Width {self.width} /Height {self.height} "
            f"/ColorSpace {space(self.space)} /BitsPerComponent 8 {self.entries}",
            deflated=self.deflated,
            plain=not self.deflated,
        )


class Raster:
    """A picture of pixels that has been opened; PictureError says why it cannot be drawn."""

    # The fewest pixels to the inch that it is enlarged to.
    coarsest = 100.0

    def __init__(self, content: bytes) -> None:
        self._content = content
        with translated():
            self._image = opened(content)
            self._orientation = orientation(self._image)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, upright."""
        width, height = self._image.size
        return (height, width) if self._orientation in _SIDEWAYS else (width, height)

    def coded(self, space: Space, width: float) -> Coded:
        """The picture in the space, or in greys if it has no colours, to be `width` points wide."""
        with translated():
            self._image.load()
            finest = round(width / 72 * _FINEST)
            fine = self.size[0] * 72 / width
            if fine <= _FINE_ENOUGH:
                taken_over = self._as_it_came(space)
                if taken_over is not None:
                    return taken_over
            image = _upright(_opaque(_eight_bits(self._image)), self._orientation)
            if fine > _FINE_ENOUGH:
                image = _resampled(image, finest)
            image = _converted(image, self._image.info.get("icc_profile"), space)
            return _coded(image, lossy=self._image.format == "JPEG")

    def _as_it_came(self, space: Space) -> Coded | None:
        """The JPEG file itself, where nothing has to be changed but its metadata."""
        image = self._image
        greys = image.mode == "L"
        if (
            image.format != "JPEG"
            or self._orientation in _TURNS
            or not (greys or image.mode == space.mode)
            or not _is_srgb(image.info.get("icc_profile"))
            # Without either, decoders guess how three components are coded.
            or not (greys or "jfif" in image.info or "adobe" in image.info)
        ):
            return None
        content = bare(self._content)
        if content is None:
            return None
        own = GRAY if greys else space
        return Coded(*image.size, own, content, "/Filter /DCTDecode", deflated=False)


def _eight_bits(image: Image) -> Image:
    """With one byte a sample, of sixteen bits the upper eight."""
    from PIL import Image as Images

    if image.mode in _SIXTEEN_BITS:
        return Images.frombytes("L", image.size, image.tobytes("raw", "I;16B")[::2])
    return image


def _opaque(image: Image) -> Image:
    """On white paper, in greys, in RGB or in CMYK."""
    from PIL import Image as Images

    if image.has_transparency_data:
        paper = Images.new("RGB", image.size, "white")
        layer = image.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper.convert("L") if image.mode in ("LA", "La", "L", "1") else paper
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode == "CMYK" else image.convert("RGB")


def _upright(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    turn = _TURNS.get(orientation)
    return image.transpose(Transpose[turn]) if turn else image


def _resampled(image: Image, width: int) -> Image:
    from PIL.Image import Resampling

    width = max(width, 1)
    height = max(round(image.height * width / image.width), 1)
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)


def _is_srgb(profile: bytes | None) -> bool:
    """Whether the profile that came with a picture is none, or one of the many of sRGB."""
    from PIL import ImageCms

    if not profile:
        return True
    try:
        described = ImageCms.getProfileDescription(io.BytesIO(profile))
    except ImageCms.PyCMSError:
        return True
    return "srgb" in described.lower()


def _converted(image: Image, profile: bytes | None, space: Space) -> Image:
    """In the space, by the profile that came with the picture: greys by their luminance.

    Greys without a profile stay as they are; colours without one are taken for sRGB.
    """
    from PIL import ImageCms

    if _is_srgb(profile):
        profile = None
    if profile is None and image.mode == "CMYK":
        image = image.convert("RGB")
    if profile is None and image.mode in ("L", space.mode):
        return image
    own = GRAY if image.mode == "L" else space
    source = profile or RGB.profile
    try:
        return _transformed(image, source, own)
    except ImageCms.PyCMSError:
        # The profile is for other components than the picture has.
        plain = image if image.mode == "L" else image.convert("RGB")
        return plain if plain.mode in ("L", space.mode) else _transformed(plain, RGB.profile, space)


def _transformed(image: Image, source: bytes, space: Space) -> Image:
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        io.BytesIO(source),
        io.BytesIO(space.profile),
        image.mode,
        space.mode,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return ImageCms.applyTransform(image, transform) or image


def _coded(image: Image, *, lossy: bool) -> Coded:
    """As JPEG where the picture came as one or is much smaller so, else without loss."""
    space = GRAY if image.mode == "L" else RGB
    photograph = _jpeg(image)
    if not lossy:
        exact, entries = _exact(image)
        if len(photograph) > _WORTH_THE_LOSS * len(exact):
            return Coded(*image.size, space, exact, entries, deflated=True)
    return Coded(*image.size, space, photograph, "/Filter /DCTDecode", deflated=False)


def _jpeg(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True, icc_profile=None)
    return out.getvalue()


def _exact(image: Image) -> tuple[bytes, str]:
    """Deflated samples, or their differences along the rows where these are the smaller."""
    from PIL import ImageChops

    plain = deflate(image.tobytes())
    # Predictor 2 of TIFF (ISO 32000-1, 7.4.4.4): each sample less its left neighbour.
    shifted = ImageChops.offset(image, 1, 0)
    shifted.paste(0 if image.mode == "L" else (0, 0, 0), (0, 0, 1, image.height))
    differences = deflate(ImageChops.subtract_modulo(image, shifted).tobytes())
    if len(plain) <= len(differences):
        return plain, ""
    colours = len(image.getbands())
    return differences, (
        f"/DecodeParms << /Predictor 2 /Colors {colours} /Columns {image.width} >>"
    )
