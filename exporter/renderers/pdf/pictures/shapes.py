"""The basic shapes of SVG as path data (SVG 1.1, 9), and its transforms (7.6)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from exporter.expressions import expression

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

_TRANSFORM = expression(r"\s*(\w+)\s*\(([^)]*)\)\s*,?")


def path_data(kind: str, attributes: Mapping[str, str]) -> str:
    """The path of a shape; empty for one without extent, ValueError if it cannot be read."""

    def value(name: str) -> float:
        return float(attributes.get(name, "0").strip().removesuffix("px"))

    match kind:
        case "rect":
            x, y, width, height = map(value, ("x", "y", "width", "height"))
            return _rectangle(x, y, width, height, *_corner(attributes))
        case "circle":
            return _ellipse(value("cx"), value("cy"), value("r"), value("r"))
        case "ellipse":
            return _ellipse(*map(value, ("cx", "cy", "rx", "ry")))
        case "line":
            return f"M{value('x1')},{value('y1')} L{value('x2')},{value('y2')}"
        case "polyline" | "polygon":
            points = attributes.get("points", "").strip()
            return f"M{points}{'z' if kind == 'polygon' else ''}" if points else ""
    return attributes.get("d", "").strip()


def _corner(attributes: Mapping[str, str]) -> tuple[float, float]:
    """The radii of a rectangle's corners: one stands for both (9.2)."""
    x, y = (attributes.get(name) for name in ("rx", "ry"))
    return float(x or y or 0), float(y or x or 0)


def _rectangle(x: float, y: float, width: float, height: float, rx: float, ry: float) -> str:
    if width <= 0 or height <= 0:
        return ""
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return f"M{x},{y} h{width} v{height} h{-width} z"
    across, down = width - 2 * rx, height - 2 * ry
    return (
        f"M{x + rx},{y} h{across} a{rx},{ry} 0 0 1 {rx},{ry} v{down} "
        f"a{rx},{ry} 0 0 1 {-rx},{ry} h{-across} a{rx},{ry} 0 0 1 {-rx},{-ry} "
        f"v{-down} a{rx},{ry} 0 0 1 {rx},{-ry} z"
    )


def _ellipse(x: float, y: float, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    return f"M{x - rx},{y} a{rx},{ry} 0 1 1 {2 * rx},0 a{rx},{ry} 0 1 1 {-2 * rx},0 z"


def transform(text: str) -> Transform:
    """The matrix of a transform attribute; ValueError if it cannot be read."""
    from fontTools.misc.transform import Identity

    matrix = Identity
    position = 0
    while position < len(text.rstrip()):
        match = _TRANSFORM.match(text, position)
        if match is None:
            raise ValueError(text)
        arguments = [float(part) for part in re.split(r"[\s,]+", match[2].strip())]
        matrix = matrix.transform(_matrix(match[1], arguments))
        position = match.end()
    return matrix


def _matrix(kind: str, given: list[float]) -> Transform:
    from fontTools.misc.transform import Identity, Transform

    if kind == "matrix" and len(given) == 6:
        return Transform(*given)
    if kind == "translate" and len(given) in (1, 2):
        return Identity.translate(given[0], given[1] if len(given) > 1 else 0)
    if kind == "scale" and len(given) in (1, 2):
        return Identity.scale(given[0], given[-1])
    if kind == "rotate" and len(given) in (1, 3):
        x, y = given[1:] or (0.0, 0.0)
        return Identity.translate(x, y).rotate(math.radians(given[0])).translate(-x, -y)
    if kind in ("skewX", "skewY") and len(given) == 1:
        angle = math.radians(given[0])
        return Identity.skew(angle, 0) if kind == "skewX" else Identity.skew(0, angle)
    raise ValueError(kind)
