"""The pictures of one document: opened, measured for the page, and embedded once each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporter.renderers.pdf.pictures.errors import PictureError
from exporter.renderers.pdf.pictures.spaces import Space
from exporter.renderers.pdf.writer.objects import Stream, Table

if TYPE_CHECKING:
    from exporter.renderers.pdf.pictures.raster import Coded

# The coarsest, in pixels to the inch, that a picture is enlarged to.
_COARSEST = 100
# Fewer than these look coarse in print.
_FAIR = 150


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its resource name, and how large it is printed, in points."""

    name: str
    width: float
    height: float
    dots_per_inch: float

    @property
    def coarse(self) -> bool:
        """Whether its pixels can be seen."""
        return self.dots_per_inch < _FAIR


class Gallery:
    """Takes up pictures by the names that figures have for them."""

    def __init__(self, resources: Mapping[str, bytes], space: Space) -> None:
        self._resources = resources
        self._space = space
        self._hung: dict[tuple[bytes, float], Picture] = {}
        self._coded: dict[str, Coded] = {}

    def hang(self, source: str, width: float, height: float) -> Picture:
        """The picture as large as the room allows, in points; PictureError if it cannot be had."""
        content = self._resources.get(source)
        if content is None:
            raise PictureError("it did not come with the story")
        return self.picture(content, width, height)

    def picture(
        self, content: bytes, width: float, height: float, coarsest: float = _COARSEST
    ) -> Picture:
        """The picture of the bytes, as large as room and its own pixels allow."""
        # Pillow is slow to load, and few stories have pictures.
        from exporter.renderers.pdf.pictures.raster import Raster

        raster = Raster(content)
        pixels = raster.size
        scale = min(width / pixels[0], height / pixels[1], 72 / coarsest)
        width, height = pixels[0] * scale, pixels[1] * scale
        known = self._hung.get((content, width))
        if known is None:
            name = f"P{len(self._coded) + 1}"
            self._coded[name] = raster.coded(self._space, width)
            known = self._hung[content, width] = Picture(name, width, height, 72 / scale)
        return known

    def write(self, table: Table) -> str:
        """Put all pictures into the table; the entries of the resources' XObject dictionary."""
        spaces: dict[Space, str] = {}
        entries = []
        for name, coded in self._coded.items():
            if coded.space not in spaces:
                profile = Stream(coded.space.profile, f"/N {coded.space.components}")
                spaces[coded.space] = f"[/ICCBased {table.add(profile)}]"
            entries.append(f"/{name} {table.add(coded.stream(spaces[coded.space]))}")
        return " ".join(entries)
