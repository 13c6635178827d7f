"""Printer's marks: where to cut, where the plates must meet, and which page this is.

They stand in the slug, outside the bleed, and are artifacts of production (ISO 32000-1,
14.8.2.2.2): no reader reads them out. On a press of one ink they are black; on one of four they
are in the colour that prints on every plate (Separation /All, ISO 32000-1, 8.6.6.4), so that the
plates can be laid one over another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from exporter.renderers.pdf.pages.draw import Painter
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.renderers.pdf.writer.objects import number
from exporter.stylesheet import Inks
from exporter.units import Length
from exporter.values import Value

REGISTRATION = (
    "/Registration [/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 "
    "/C0 [0 0 0 0] /C1 [1 1 1 1] >>]"
)
_WEIGHT = 0.25
# From the bleed to the nearer end of a mark: no mark may touch what is printed up to the edge.
_CLEAR = Length.of(1, "mm").pt
_CUT = Length.of(5, "mm").pt
_RADIUS, _ARM = Length.of("2.5", "mm").pt, Length.of("3.5", "mm").pt
# A quarter of a circle as a Bézier curve: its handles are this part of the radius long.
_KAPPA = 0.5523
_STROKE = {Inks.BLACK: "0 G", Inks.CMYK: "/Registration CS 1 SCN"}

Point = tuple[float, float]


class Marks(Value):
    """Draws the marks of a page; positions are from the trim's left and top edges, in points."""

    geometry: Geometry
    inks: Inks

    @property
    def line_place(self) -> tuple[Point, float]:
        """Where the line about the page begins, and its room up to the target at the foot."""
        g = self.geometry
        top = g.height + g.bleed + _CLEAR
        return (_ARM, top), g.width / 2 - 2 * _ARM - _CLEAR

    def draw(self, painter: Painter) -> None:
        """Draw the marks that every page has."""
        painter.production(f"{_STROKE[self.inks]} {number(_WEIGHT)} w")
        for start, end in self._cuts():
            painter.production(f"{painter.point(*start)} m {painter.point(*end)} l S")
        for centre in self._targets():
            painter.production(*_target(painter, centre))

    def _cuts(self) -> Iterator[tuple[Point, Point]]:
        """Two lines at each corner, which would meet at the corner of the trim."""
        g = self.geometry
        near, far = g.bleed + _CLEAR, g.bleed + _CLEAR + _CUT
        for x, outward in ((0.0, -1), (g.width, 1)):
            for y, down in ((0.0, -1), (g.height, 1)):
                yield (x + outward * near, y), (x + outward * far, y)
                yield (x, y + down * near), (x, y + down * far)

    def _targets(self) -> Iterator[Point]:
        """The centre of a target in the middle of each side."""
        g = self.geometry
        off = g.bleed + _CLEAR + _ARM
        yield from ((g.width / 2, -off), (g.width / 2, g.height + off))
        yield from ((-off, g.height / 2), (g.width + off, g.height / 2))


def _target(painter: Painter, centre: Point) -> Iterator[str]:
    """A circle with a cross through it."""
    x, y = centre
    for dx, dy in ((_ARM, 0.0), (0.0, _ARM)):
        yield f"{painter.point(x - dx, y - dy)} m {painter.point(x + dx, y + dy)} l S"
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    yield f"{painter.point(x + _RADIUS, y)} m"
    for (ax, ay), (bx, by) in pairwise(corners):
        handles = ((ax + _KAPPA * bx, ay + _KAPPA * by), (bx + _KAPPA * ax, by + _KAPPA * ay))
        ends = (*handles, (bx, by))
        yield " ".join(painter.point(x + _RADIUS * dx, y + _RADIUS * dy) for dx, dy in ends) + " c"
    yield "S"
