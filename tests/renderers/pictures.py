"""Pictures made for the tests."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

# Exif 2.3, 4.6.4.
_DESCRIPTION, _ORIENTATION = 0x010E, 0x0112


def photograph(turn: int = 1) -> bytes:
    """A JPEG with a colour profile, how and where its camera was held, and a film behind it."""
    exif = Image.Exif()
    exif[_ORIENTATION] = turn
    exif[_DESCRIPTION] = "at the minister's home"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    out = io.BytesIO()
    Image.effect_noise((60, 40), 50).convert("RGB").save(
        out, "JPEG", exif=exif, icc_profile=profile, comment=b"for the minister"
    )
    return out.getvalue() + b"\0\0\0\x18ftypmp42 a film of the minister's home"


def tagged(kind: str, turn: int = 1, *, mode: str = "RGB") -> bytes:
    """A PNG or WebP with a colour profile, Exif and XMP, and in a PNG a text."""
    exif = Image.Exif()
    exif[_ORIENTATION] = turn
    exif[_DESCRIPTION] = "at the minister's home"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    text = PngInfo()
    text.add_text("Author", "for the minister")
    text.add_itxt("XML:com.adobe.xmp", "<x>the minister</x>")
    out = io.BytesIO()
    more = {"pnginfo": text} if kind == "PNG" else {"xmp": b"<x>the minister</x>", "lossless": True}
    Image.effect_noise((60, 40), 50).convert(mode).save(
        out, kind, exif=exif, icc_profile=profile, **more
    )
    return out.getvalue()


def film() -> bytes:
    """A GIF of three frames with a comment, and one behind its end."""
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    said = b"for the minister"
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], comment=said, loop=0)
    return out.getvalue() + said


def png(width: int = 90, height: int = 50) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
