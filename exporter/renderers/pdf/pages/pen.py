"""The pen: a line of type as text operators (ISO 32000-1, 9.4)."""

from __future__ import annotations

from typing import Protocol

from exporter.renderers.pdf.fonts.face import Face
from exporter.renderers.pdf.fonts.runs import Run, risen
from exporter.renderers.pdf.setting.style import TypeStyle
from exporter.renderers.pdf.setting.words import Part
from exporter.renderers.pdf.writer.objects import number, text_string


class Sheet(Protocol):
    """What a pen writes on."""

    def operators(self, *lines: str) -> None:
        """Append operators to the page."""

    def select(self, face: Face, style: TypeStyle) -> None:
        """Set font, size, tracking and colour, where they change."""

    def encode(self, face: Face, run: Run) -> str:
        """The run as the inside of a TJ array."""
        ...


def wide(space: str, growth: float, style: TypeStyle) -> str:
    """The space glyph, and by how much it grows, in points, as a number between hex strings.

    A tenth of a thousandth of an em is so little that a line's errors add up to nothing.
    """
    move = f"{-growth * 1000 / style.size:.1f}".removesuffix(".0")
    return space if move in ("0", "-0") else f"{space}>{move}<"


class Pen:
    """Collects one line's glyphs into as few operators as its changes of style allow.

    `_due` is where the next glyph should stand, `_at` where the rounded numbers have led to; the
    difference goes into the next space, so that no error grows along a line.
    """

    def __init__(self, sheet: Sheet, x: float, y: float) -> None:
        self._sheet = sheet
        self._y = y
        self._due = self._at = x
        self._down = False
        self._array: list[str] = []
        self._current: tuple[Face, TypeStyle] | None = None

    @property
    def position(self) -> tuple[float, float]:
        """Where the next glyph should stand."""
        return self._due, self._y

    def set(self, part: Part) -> None:
        """Append a part of a word."""
        face, style, run = part.face, part.style, part.run
        if self._current != (face, style):
            self._flush()
            self._put_down()
            self._sheet.select(face, style)
            self._current = (face, style)
        if not run.exact:
            self._flush()
            actual = text_string(run.text)
            self._sheet.operators(f"/Span <</ActualText {actual}>> BDC")
        shown = self._sheet.encode(face, run)
        self._array.append(f"<{risen(shown, style.size) if run.raised else shown}>")
        if not run.exact:
            self._flush()
            self._sheet.operators("EMC")
        self._due += part.width
        self._at += part.width

    def space(self, part: Part, gap: float) -> None:
        """Append the space after a part, widened or narrowed to `gap` points; 0 leaves it as it is.

        It is of the part's face, which may be a fallback's.
        """
        face, style = part.face, part.style
        self._array.append(f"<{face.space:04X}>")
        self._at += face.space_width * style.size / 1000 + style.tracking
        if gap:
            self._due += gap
            thousandths = round((self._due - self._at) * 1000 / style.size)
            if thousandths:
                self._array.append(str(-thousandths))
                self._at += thousandths * style.size / 1000

    def lift(self) -> None:
        """End the text object."""
        self._flush()
        if self._down:
            self._sheet.operators("ET")
            self._down = False
            self._current = None

    def _put_down(self) -> None:
        if not self._down:
            self._sheet.operators(f"BT {number(self._at)} {number(self._y)} Td")
            self._down = True

    def _flush(self) -> None:
        if self._array:
            array = "".join(self._array).replace("><", "")
            self._sheet.operators(f"[{array}] TJ")
            self._array = []
