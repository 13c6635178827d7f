"""The pictures of one document: opened, measured for the page, and embedded once each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from exporter.pictures.errors import PictureError
from exporter.renderers.pdf.pictures.spaces import Space
from exporter.renderers.pdf.writer.objects import Stream, Table
from exporter.values import Value

if TYPE_CHECKING:
    from exporter.renderers.pdf.pictures.drawing import Drawing, Form
    from exporter.renderers.pdf.pictures.raster import Coded, Raster

# Fewer than these look coarse in print.
_FAIR = 150


class Picture(Value):
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
        self._coded: dict[str, Coded | Form] = {}

    def hang(self, source: str, width: float, height: float) -> Picture:
        """The picture as large as the room allows, in points; PictureError if it cannot be had."""
        content = self._resources.get(source)
        if content is None:
            raise PictureError("it did not come with the story")
        return self.picture(content, width, height)

    def picture(self, content: bytes, width: float, height: float) -> Picture:
        """The picture of the bytes, as large as the room and its own pixels allow."""
        opened = _opened(content)
        across, down = opened.size
        scale = min(width / across, height / down)
        if opened.coarsest:
            scale = min(scale, 72 / opened.coarsest)
        width, height = across * scale, down * scale
        known = self._hung.get((content, width))
        if known is None:
            name = f"P{len(self._coded) + 1}"
            self._coded[name] = opened.coded(self._space, width)
            dots = 72 / scale if opened.coarsest else math.inf
            known = self._hung[content, width] = Picture(name, width, height, dots)
        return known

    def write(self, table: Table) -> str:
        """Put all pictures into the table; the entries of the resources' XObject dictionary."""
        written: dict[Space, str] = {}

        def reference(space: Space) -> str:
            if space not in written:
                profile = Stream(space.profile, f"/N {space.components}")
                written[space] = f"[/ICCBased {table.add(profile)}]"
            return written[space]

        return " ".join(
            f"/{name} {table.add(coded.stream(reference))}" for name, coded in self._coded.items()
        )


def _opened(content: bytes) -> Raster | Drawing:
    """What the bytes begin like; few stories have either, and both are slow to load."""
    from exporter.pictures.drawings import is_drawing

    if is_drawing(content):
        from exporter.renderers.pdf.pictures.drawing import Drawing

        return Drawing(content)
    from exporter.renderers.pdf.pictures.raster import Raster

    return Raster(content)
