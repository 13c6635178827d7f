"""Pictures of pixels, as Pillow opens them."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from exporter.pictures.errors import PictureError

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_QUALITY = 92
# Exif 2.3, 4.6.4: the tag, and the value that says that nothing has to be turned.
_ORIENTATION, UPRIGHT = 0x0112, 1


def opened(content: bytes) -> Image:
    """The picture, not decoded yet; to be called, and used, within `translated`."""
    from PIL import Image  # few stories have a picture, and it is slow to load

    return Image.open(io.BytesIO(content), formats=_FORMATS)


def orientation(image: Image) -> int:
    """How the camera was held: `UPRIGHT`, or one of Exif's other numbers."""
    held = image.getexif().get(_ORIENTATION, UPRIGHT)
    return held if isinstance(held, int) else UPRIGHT


def written(image: Image, form: str) -> bytes:
    """The picture coded anew, in its colours and without metadata, in a format by Pillow's name."""
    out = io.BytesIO()
    image.save(
        out,
        form,
        quality=_QUALITY,
        icc_profile=image.info.get("icc_profile"),
        exif=b"",
        comment=b"",
    )
    return out.getvalue()


@contextmanager
def translated() -> Iterator[None]:
    """Whatever Pillow makes of a damaged or enormous file is a PictureError."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureError("it has more pixels than any page can show") from error
    except UnidentifiedImageError as error:
        raise PictureError("it is neither PNG, JPEG, GIF nor WebP, or it is damaged") from error
    except Exception as error:  # a decoder meets a damaged file in many ways
        raise PictureError("it is damaged") from error
