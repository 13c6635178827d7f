"""Drawings: SVG with fills and strokes, as a form that a press can print.

What needs transparency, pictures, type or references is refused by name, since leaving it out
would print another drawing than the one that was sent.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from exporter.expressions import expression
from exporter.pictures.drawings import NAMESPACE, Tree, parsed
from exporter.pictures.errors import PictureError
from exporter.renderers.pdf.pictures.shapes import path_data, transform
from exporter.renderers.pdf.pictures.spaces import GRAY, RGB, Space, luminance
from exporter.renderers.pdf.writer.objects import Stream, number
from exporter.values import Value, replace

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

Colour = tuple[int, int, int]

# The form's own size: three decimals of a thousandth are finer than any plate.
_UNITS = 1000.0
# Coordinates beyond this are no drawing's.
_FARTHEST = 1e6
_GROUPS = ("g", "a", "svg")
_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_SILENT = ("title", "desc", "metadata", "defs", "style")
_INHERITED = (
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "fill-rule", "color", "visibility",
)  # fmt: skip
_OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")
_REFUSED = ("clip-path", "mask", "filter", "stroke-dasharray", "marker-start", "marker-end")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_KNOWN = frozenset((*_INHERITED, *_OPACITIES, *_REFUSED, "display"))
_CLASS = expression(r"\s*\.[\w-]+\s*")


class Form(Value):
    """A drawing as a form (ISO 32000-1, 8.10) that fills the unit square, as an image does."""

    size: tuple[float, float]
    operators: str
    spaces: tuple[tuple[str, Space], ...]

    def stream(self, space: Callable[[Space], str]) -> Stream:
        """The object; `space` gives each colour space as PDF writes it."""
        width, height = self.size
        named = " ".join(f"/{name} {space(each)}" for name, each in self.spaces)
        resources = f"/ColorSpace << {named} >>" if named else ""
        return Stream(
            self.operators.encode("ascii"),
            f"/Type /XObject /Subtype /Form /BBox [0 0 {number(width)} {number(height)}] "
            f"/Matrix [{1 / width:.9f} 0 0 {1 / height:.9f} 0 0] /Resources << {resources} >>",
        )


class Drawing:
    """An SVG that has been read; PictureError says why it cannot be drawn."""

    # Lines have no pixels to be seen.
    coarsest = 0.0

    def __init__(self, content: bytes) -> None:
        try:
            self._root = parsed(content)
            self._left, self._top, *size = _view(self._root)
        except ValueError as error:
            raise PictureError("it does not say how large it is") from error
        self.size: tuple[float, float] = (size[0], size[1])

    def coded(self, space: Space, width: float) -> Form:
        """The drawing in the colours of the space, whatever its width."""
        from fontTools.misc.transform import Transform

        scale = _UNITS / max(self.size)
        width, height = (side * scale for side in self.size)
        # SVG counts downwards, PDF upwards.
        upright = Transform(scale, 0, 0, -scale, -self._left * scale, height + self._top * scale)
        pen = _Ink(space)
        try:
            _Walk(pen, _rules(self._root)).element(self._root, {}, upright)
        except (ValueError, OverflowError, RecursionError) as error:
            raise PictureError("it is damaged") from error
        return Form((width, height), "\n".join(pen.operators), tuple(pen.spaces.items()))


def _view(root: Tree) -> list[float]:
    """Left, top, width and height in the drawing's own units; ValueError if it has no size."""
    box = root.get("viewBox")
    if box:
        view = [float(part) for part in re.split(r"[\s,]+", box.strip())]
    else:
        view = [0.0, 0.0, *(_length(root.get(side, "")) for side in ("width", "height"))]
    if len(view) != 4 or not all(abs(part) < _FARTHEST for part in view) or min(view[2:]) <= 0:
        raise ValueError(view)
    return view


def _length(text: str) -> float:
    return float(text.strip().removesuffix("px"))


def _rules(root: Tree) -> dict[str, dict[str, str]]:
    """What the drawing's own style sheet says of its classes."""
    rules: dict[str, dict[str, str]] = {}
    for sheet in root.iter(f"{NAMESPACE}style"):
        for rule in _without_comments("".join(sheet.itertext())).split("}"):
            selectors, brace, body = rule.partition("{")
            if not brace:
                continue
            declarations = _declarations(body)
            for selector in selectors.split(","):
                if not _CLASS.fullmatch(selector):
                    raise PictureError("it has a style sheet with more than classes")
                rules.setdefault(selector.strip()[1:], {}).update(declarations)
    return rules


def _without_comments(text: str) -> str:
    """Told by hand: an expression takes a day for a megabyte of comments that do not end."""
    first, *others = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _declarations(text: str) -> dict[str, str]:
    """Those that are heeded, so that no drawing can make each of its shapes dear."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        known: value.replace("!important", "").strip()
        for key, _, value in pairs
        if (known := key.strip()) in _KNOWN
    }


class _Walk:
    """Goes through a drawing and hands each of its shapes to the pen."""

    def __init__(self, pen: _Ink, rules: Mapping[str, Mapping[str, str]]) -> None:
        self._pen = pen
        self._rules = rules

    def element(self, element: Tree, inherited: Mapping[str, str], place: Transform) -> None:
        """Draw an element and what is inside it."""
        if not isinstance(element.tag, str) or not element.tag.startswith(NAMESPACE):
            return
        kind = element.tag.removeprefix(NAMESPACE)
        if kind in _SILENT:
            return
        nested = kind == "svg" and element.getparent() is not None
        if nested or (kind not in _GROUPS and kind not in _SHAPES):
            raise PictureError(f"it is a drawing with <{kind}>, which is not drawn")
        own = self._properties(element)
        if own.get("display") == "none":
            return
        look = {**inherited, **{key: value for key, value in own.items() if key in _INHERITED}}
        if "transform" in element.attrib:
            place = place.transform(transform(element.get("transform")))
        if kind in _SHAPES:
            if look.get("visibility", "visible") == "visible":
                self._pen.draw(path_data(kind, element.attrib), _look(look), place)
            return
        for child in element:
            self.element(child, look, place)

    def _properties(self, element: Tree) -> dict[str, str]:
        """Attributes, what the style sheet says, and the element's own style, the last first."""
        own: dict[str, str] = {key: str(value) for key, value in element.attrib.items()}
        for name in own.get("class", "").split():
            own.update(self._rules.get(name, {}))
        own.update(_declarations(own.get("style", "")))
        for key in _REFUSED:
            if own.get(key, "none") != "none":
                raise PictureError(f"it is a drawing with {key}, which is not drawn")
        if any(_ratio(own.get(key, "1")) < 1 for key in _OPACITIES):
            raise PictureError("it is a drawing with transparency, which is not printed")
        return {key: value for key, value in own.items() if value != "inherit"}


def _ratio(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


class _Look(Value):
    """How a shape is painted; None where it is not. `width` is in the shape's own units."""

    fill: Colour | None
    stroke: Colour | None
    width: float
    even_odd: bool
    cap: int
    join: int
    miter: float


def _look(properties: Mapping[str, str]) -> _Look:
    width = _length(properties.get("stroke-width", "1"))
    look = _Look(
        fill=_colour(properties.get("fill", "black"), properties),
        stroke=_colour(properties.get("stroke", "none"), properties),
        width=width,
        even_odd=properties.get("fill-rule") == "evenodd",
        cap=_CAPS.get(properties.get("stroke-linecap", ""), 0),
        join=_JOINS.get(properties.get("stroke-linejoin", ""), 0),
        miter=float(properties.get("stroke-miterlimit", "4")),
    )
    return look if width > 0 else replace(look, stroke=None)


def _colour(text: str, properties: Mapping[str, str]) -> Colour | None:
    from PIL import ImageColor

    if text == "currentColor":
        text = properties.get("color", "black")
    if text in ("none", "transparent"):
        return None
    if text.startswith("url"):
        raise PictureError("it is a drawing with gradients or patterns, which are not drawn")
    parts = ImageColor.getrgb(text)
    if len(parts) > 3 and parts[3] < 255:
        raise PictureError("it is a drawing with transparency, which is not printed")
    return parts[0], parts[1], parts[2]


class _Ink:
    """Writes shapes as operators, in the colours of one space."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self.operators: list[str] = []
        self.spaces: dict[str, Space] = {}

    def draw(self, data: str, look: _Look, place: Transform) -> None:
        """Draw a path."""
        from fontTools.svgLib.path import parse_path

        if not data or (look.fill is None and look.stroke is None):
            return
        outline = _Outline(place)
        parse_path(data, outline)
        if look.fill is not None:
            self.operators.append(self._paint(look.fill, "g", "cs", "sc"))
        if look.stroke is not None:
            self.operators.append(self._paint(look.stroke, "G", "CS", "SC"))
            stretch = math.sqrt(abs(place.xx * place.yy - place.xy * place.yx))
            self.operators.append(
                f"{_number(look.width * stretch)} w {look.cap} J {look.join} j "
                f"{_number(max(look.miter, 1.0))} M"
            )
        self.operators += outline.operators
        self.operators.append(_painting(look))

    def _paint(self, colour: Colour, grey: str, select: str, fill: str) -> str:
        """Black and white are the press's own; other colours have their profile."""
        if colour in ((0, 0, 0), (255, 255, 255)):
            return f"{colour[0] // 255} {grey}"
        if self._space is GRAY or len(set(colour)) == 1:
            self.spaces["Gray"] = GRAY
            return f"/Gray {select} {number(luminance(colour))} {fill}"
        self.spaces["RGB"] = RGB
        parts = " ".join(number(part / 255) for part in colour)
        return f"/RGB {select} {parts} {fill}"


def _painting(look: _Look) -> str:
    """The operator that fills and strokes (ISO 32000-1, table 60)."""
    if look.fill is None:
        return "S"
    operator = "f" if look.stroke is None else "B"
    return f"{operator}*" if look.even_odd else operator


def _number(value: float) -> str:
    if not abs(value) < _FARTHEST:
        raise ValueError(value)
    return number(value)


Point = tuple[float, float]


class _Outline:
    """A pen of fontTools' kind that writes path operators (ISO 32000-1, 8.5.2)."""

    def __init__(self, place: Transform) -> None:
        self._place = place
        self._at: Point = (0.0, 0.0)
        self.operators: list[str] = []

    def _put(self, operator: str, *points: Point) -> None:
        numbers = [_number(part) for point in points for part in self._place.transformPoint(point)]
        self.operators.append(" ".join((*numbers, operator)))
        if points:
            self._at = points[-1]

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self._put("m", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._put("l", point)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._put("c", *points)

    def qCurveTo(self, control: Point, end: Point) -> None:  # noqa: N802
        """A quadratic curve as the cubic one that is the same."""
        begin = self._at
        first, second = (
            (near[0] + 2 / 3 * (control[0] - near[0]), near[1] + 2 / 3 * (control[1] - near[1]))
            for near in (begin, end)
        )
        self._put("c", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self._put("h")

    def endPath(self) -> None:  # noqa: N802
        """An open path needs no operator."""
