"""Drawing: lines of type and rules as content-stream operators."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.pdf.fonts.embedding import Embedding
from exporter.renderers.pdf.fonts.face import Face
from exporter.renderers.pdf.fonts.runs import Run
from exporter.renderers.pdf.pages.blocks import Hanging
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.renderers.pdf.pages.palette import Palette
from exporter.renderers.pdf.pages.pen import Pen, wide
from exporter.renderers.pdf.pictures.gallery import Picture
from exporter.renderers.pdf.setting.lines import Line
from exporter.renderers.pdf.setting.links import Hyperlink
from exporter.renderers.pdf.setting.style import TypeStyle
from exporter.renderers.pdf.setting.words import Part
from exporter.renderers.pdf.writer.annotations import Annotation
from exporter.renderers.pdf.writer.canvas import Box, Canvas
from exporter.renderers.pdf.writer.objects import number
from exporter.renderers.pdf.writer.structure import Element, MarkedContent
from exporter.values import Struct

# Where in its leading a line's baseline stands: a quarter of it hangs below.
BASELINE = 0.75
# What belongs to the page and not to the story (ISO 32000-1, 14.8.2.2).
HEADER = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"
_PRODUCTION = "/Artifact <</Type /Page>> BDC"
# The line under a link: its weight in points, and how far below the baseline, in ems.
_UNDERLINE, _BELOW = 0.4, 0.14
# What a table's heading is where it is repeated.
REPEATED = "/Artifact <</Type /Pagination>> BDC"
_ORNAMENT = "/Artifact <</Type /Layout>> BDC"


class Painter:
    """Writes pages on the canvas; positions are from the trim's left and top edges, in points."""

    def __init__(
        self, canvas: Canvas, geometry: Geometry, content: MarkedContent, palette: Palette
    ) -> None:
        self._canvas = canvas
        self._content = content
        self._palette = palette
        self._left = geometry.edge
        self._top = geometry.edge + geometry.height
        self._embeddings: dict[Face, Embedding] = {}
        self._by_instance: dict[tuple[object, ...], Embedding] = {}
        self._state: tuple[object, ...] = ()
        self._open: object | None = None
        self._page = -1
        self._links: dict[Hyperlink, Element] = {}
        self._areas: list[_Area] = []

    @property
    def embeddings(self) -> list[Embedding]:
        """The fonts in use, in the order of their first use."""
        return list(self._by_instance.values())

    def height(self, top: float) -> float:
        """What is `top` below the trim's top edge, above the page's lower edge."""
        return self._top - top

    def begin_page(self) -> None:
        """Start a page."""
        self._content.new_page()
        self._page += 1
        self._state = ()

    def end_page(self) -> None:
        """Finish the page."""
        for area in self._areas:
            if area.page == self._page:
                self._underline(area)
        self._close()
        self._canvas.showPage()

    def rule(self, x0: float, y0: float, x1: float, y1: float, weight: float) -> None:
        """A black rule, an artifact."""
        self._enter(_ORNAMENT)
        x0, x1 = self._left + x0, self._left + x1
        y0, y1 = self._top - y0, self._top - y1
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(weight)
        self._canvas.line(x0, y0, x1, y1)

    def production(self, *operators: str) -> None:
        """Operators that draw what is for the printer alone."""
        self._enter(_PRODUCTION)
        self._canvas.operators(*operators)

    def point(self, x: float, y: float) -> str:
        """The operands of a point."""
        return f"{number(self._left + x)} {number(self._top - y)}"

    def slug(self, line: Line, x: float, baseline: float) -> None:
        """A line for the printer alone."""
        self._enter(_PRODUCTION)
        self._type(line, x, baseline, None)

    def furniture(self, line: Line, x: float, baseline: float, artifact: str) -> None:
        """A line that belongs to the page, not to the story: HEADER or FOOTER."""
        self._enter(artifact)
        self._type(line, x, baseline, None)

    def text(self, line: Line, x: float, baseline: float, element: Element) -> None:
        """A line of the story, under its structure element."""
        self._enter(element)
        self._type(line, x, baseline, element)

    def picture(self, hanging: Hanging, x: float, bottom: float) -> None:
        """A picture whose lower left corner is given, under its structure element if it has one."""
        shown, element = hanging.picture, hanging.element
        left, foot = self._left + x, self._top - bottom
        if element is not None:
            box = (left, foot, left + shown.width, foot + shown.height)
            # ISO 32000-1, 14.8.5.4: what a program must know to lay the page out anew.
            edges = " ".join(map(number, box))
            element.attributes += f" /A << /O /Layout /Placement /Block /BBox [{edges}] >>"
        self._enter(_ORNAMENT if element is None else element)
        self._show(shown, left, foot)

    def logo(self, shown: Picture, x: float, bottom: float) -> None:
        """A picture in the running head."""
        self._enter(HEADER)
        self._show(shown, self._left + x, self._top - bottom)

    def _show(self, shown: Picture, left: float, foot: float) -> None:
        size = f"{number(shown.width)} 0 0 {number(shown.height)}"
        self._canvas.operators(f"q {size} {number(left)} {number(foot)} cm /{shown.name} Do Q")

    # -- marked content -------------------------------------------------------------------------

    def _enter(self, what: object) -> None:
        if self._open is what:
            return
        self._close()
        if isinstance(what, Element):
            self._canvas.operators(self._content.begin(what))
        else:
            self._canvas.operators(str(what))
        self._open = what

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.operators("EMC")
            self._open = None

    # -- type -------------------------------------------------------------------------------------

    def _type(self, line: Line, x: float, baseline: float, element: Element | None) -> None:
        if not line.words:
            return
        first = line.words[0].parts[0]
        style, face = first.style, first.face
        even = self._evenly(line, style, face)
        if even is None:
            self._type_by_parts(line, x, baseline, element)
            return
        self.select(face, style)
        place = f"{number(self._left + x)} {number(self._top - baseline)}"
        self._canvas.operators(f"BT {place} Td [<{even}>] TJ ET")

    def _evenly(self, line: Line, style: TypeStyle, face: Face) -> str | None:
        """The inside of a TJ array for a line all in one style and face; None for another."""
        encode = self._embedding(face).encode
        space, usual = f"{face.space:04X}", style.space
        gap = wide(space, line.extra, style)
        shown: list[str] = []
        for word in line.words:
            run = word.plain
            if run is None or word.parts[0].style is not style:
                return None
            shown.append(encode(run))
            if word.space == usual:
                shown.append(gap)
            elif word.space:
                shown.append(wide(space, line.extra + word.space - usual, style))
        if line.words[-1].space:
            shown[-1] = space
        return "".join(shown)

    def _type_by_parts(
        self, line: Line, x: float, baseline: float, element: Element | None
    ) -> None:
        pen = Pen(self, self._left + x, self._top - baseline)
        last = len(line.words) - 1
        style: TypeStyle | None = None
        link: Hyperlink | None = None
        for index, word in enumerate(line.words):
            for part in word.parts:
                if part.style is not style:
                    style = part.style
                    if element is not None:
                        link = style.link
                        self._turn_to(style, element, pen)
                pen.set(part)
                if link is not None:
                    self._cover(link, part, pen)
            if word.space:
                gap = word.space + line.extra if index < last else 0.0
                pen.space(word.parts[-1], gap)
        pen.lift()
        if self._open is _ORNAMENT:
            self._close()

    # -- links ------------------------------------------------------------------------------------

    @property
    def links(self) -> Iterator[Annotation]:
        """The links that have been drawn, one for each page that a link is on."""
        lines: dict[tuple[Hyperlink, int], list[Box]] = {}
        for area in self._areas:
            lines.setdefault((area.link, area.page), []).append(area.box)
        for (link, page), boxes in lines.items():
            yield Annotation(page, link.address, link.words, self._links[link], tuple(boxes))

    def _turn_to(self, style: TypeStyle, element: Element, pen: Pen) -> None:
        """Enter what type of the style belongs to: the element, a link in it, or nothing."""
        owner: object = _ORNAMENT if style.artifact else element
        if style.link is not None:
            if style.link not in self._links:
                self._links[style.link] = element.add("Link")
            owner = self._links[style.link]
        if owner is not self._open:
            pen.lift()
            self._enter(owner)

    def _cover(self, link: Hyperlink, part: Part, pen: Pen) -> None:
        """Widen the link's area on this line by a part that has been set, or begin it."""
        end, baseline = pen.position
        last = self._areas[-1] if self._areas else None
        if last and (last.link, last.page, last.baseline) == (link, self._page, baseline):
            last.end = end
        else:
            start, size = end - part.width, part.style.size
            self._areas.append(_Area(link, self._page, baseline, start, end, size))

    def _underline(self, area: _Area) -> None:
        """A hairline, so that a link is told without colour."""
        self._enter(_ORNAMENT)
        y = area.baseline - _BELOW * area.size
        self._canvas.operators(
            f"0 G {number(_UNDERLINE)} w {number(area.start)} {number(y)} m "
            f"{number(area.end)} {number(y)} l S"
        )

    def encode(self, face: Face, run: Run) -> str:
        """The run as the inside of a TJ array."""
        return self._embedding(face).encode(run)

    def select(self, face: Face, style: TypeStyle) -> None:
        """Set font, size, tracking and colour, where they change."""
        state = (face, style.size, style.tracking, style.colour)
        if state == self._state:
            return
        before = self._state or (None, None, 0.0, None)
        name = self._embedding(face).name
        out = []
        if state[:2] != before[:2]:
            out.append(f"/{name} {number(style.size)} Tf")
        if style.tracking != before[2]:
            out.append(f"{number(style.tracking)} Tc")
        if style.colour != before[3]:
            out.append(self._palette(style.colour))
        self._canvas.operators(" ".join(out))
        self._state = state

    def operators(self, *lines: str) -> None:
        """Append operators to the page."""
        self._canvas.operators(*lines)

    def _embedding(self, face: Face) -> Embedding:
        embedding = self._embeddings.get(face)
        if embedding is None:
            embedding = self._by_instance.get(face.instance)
            if embedding is None:
                embedding = Embedding(face, f"F{len(self._by_instance) + 1}")
                self._by_instance[face.instance] = embedding
            self._embeddings[face] = embedding
        return embedding


class _Area(Struct):
    """What a link covers of one line, in points from the sheet's lower left corner."""

    link: Hyperlink
    page: int
    baseline: float
    start: float
    end: float
    size: float

    @property
    def box(self) -> Box:
        """As high as the type: a pointer must find it."""
        return (
            self.start,
            self.baseline - 0.25 * self.size,
            self.end,
            self.baseline + 0.8 * self.size,
        )
