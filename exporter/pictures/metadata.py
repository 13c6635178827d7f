"""Files of pictures as they came, less what cameras and programs wrote into them.

That may be where somebody lives, or an earlier picture.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from exporter.pictures import gif, jpeg, png, webp

_BARE: dict[str, Callable[[bytes], bytes | None]] = {
    "GIF": gif.bare,
    "JPEG": partial(jpeg.bare, profiled=True),
    "PNG": png.bare,
    "WEBP": webp.bare,
}


def bare(form: str, content: bytes) -> bytes | None:
    """The file, of a format by Pillow's name, with its pixels and colours and nothing else.

    None where it has to be coded anew: what does not add up, and formats that hold other pictures
    beside the one that is shown (MPO).
    """
    return _BARE[form](content) if form in _BARE else None
