"""What stands on every page around the story: running head, folio, foot, notice."""

from __future__ import annotations

from collections.abc import Callable

from exporter.model import Document, Text
from exporter.pictures.errors import PictureError
from exporter.renderers.contract import Trace
from exporter.renderers.pdf.pages.draw import BASELINE, FOOTER, HEADER, Painter
from exporter.renderers.pdf.pages.geometry import Geometry
from exporter.renderers.pdf.pages.marks import Marks
from exporter.renderers.pdf.pictures.gallery import Gallery, Picture
from exporter.renderers.pdf.setting.lines import Breaker, Line
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.words import Compositor
from exporter.renderers.pdf.writer.structure import Element
from exporter.stylesheet import Stylesheet, notice
from exporter.values import Value, field

_ELLIPSIS = "…"
# Between two things on one line of the furniture, in points.
_APART = 12.0
# From the head's rule to a logo, in points: where the capitals beside it begin.
_LOGO_BELOW = 4.2
_UNBOUNDED = Measure(1e9)
# No line holds more characters to the point of its length, nor any that is too short for words.
_MOST_TO_A_POINT = 4
_LEAST_CHARACTERS = 64


class _Setting(Value):
    """Sets single lines for the furniture, each once: all but the folio are every page's."""

    compositor: Compositor
    breaker: Breaker
    known: dict[tuple[str, str, float], Line] = field(default_factory=dict)

    def line(self, text: str, role: str, room: float) -> Line:
        """The text on one line; what is too long ends with an ellipsis."""
        line = self.known.get((text, role, room))
        if line is None:
            line = self.known[text, role, room] = self._set(text, role, room)
        return line

    def _set(self, text: str, role: str, room: float) -> Line:
        most = _LEAST_CHARACTERS + int(room * _MOST_TO_A_POINT)
        if len(text) > most:
            return self._shortened(text[:most], role, room)
        line = self._whole(text, role)
        if line is None:
            return Line([], 0, room, 0)
        return self._shortened(text, role, room) if line.natural > room else line

    def _whole(self, text: str, role: str) -> Line | None:
        lines = self.breaker.lines(self.compositor.words((Text(text),), role), _UNBOUNDED)
        return lines[0] if lines else None

    def _shortened(self, text: str, role: str, room: float) -> Line:
        """As many of its words as fit, or else of its characters, then an ellipsis."""
        words = text.split() or [""]
        return (
            self.longest(len(words) - 1, lambda count: _cut(" ".join(words[:count])), role, room)
            or self.longest(len(words[0]) - 1, lambda count: _cut(words[0][:count]), role, room)
            or Line([], 0, room, 0)
        )

    def longest(self, most: int, made: Callable[[int], str], role: str, room: float) -> Line | None:
        """The longest that fits on one line of texts of 1 to `most` parts, as they are `made`."""
        low, high = 0, most
        best: Line | None = None
        while low < high:
            middle = (low + high + 1) // 2
            line = self._whole(made(middle), role)
            if line is not None and line.natural <= room:
                low, best = middle, line
            else:
                high = middle - 1
        return best


class Furniture:
    """Draws the furniture of each page of one document.

    A notice is furniture too, but on the first page, where it belongs to the story: a listener
    must hear it, and hear it first.
    """

    def __init__(
        self,
        document: Document,
        style: Stylesheet,
        geometry: Geometry,
        compositor: Compositor,
        breaker: Breaker,
        notice_element: Element,
        gallery: Gallery,
        trace: Trace | None = None,
    ) -> None:
        self._notice_element = notice_element
        self._document = document
        self._title_words = document.title.split()
        self._running_title = " ".join(self._title_words)
        self._trace = trace
        self._style = style
        self._geometry = geometry
        self._setting = _Setting(compositor, breaker)
        # Why the style's logo is not printed; empty where it is, or where there is none.
        self.logo_fault = ""
        self._logo = self._hung_logo(gallery)

    def _hung_logo(self, gallery: Gallery) -> Picture | None:
        house = self._style.house
        logo, height = house.logo, house.logo_height.pt
        if logo is None:
            return None
        try:
            return gallery.picture(logo.content, self._logo_room(), height)
        except PictureError as error:
            self.logo_fault = str(error)
            return None

    def draw(self, painter: Painter, page: int, pages: int) -> None:
        """Draw the furniture of page `page`, counted from 0, of `pages`."""
        self._head(painter, f"{page + 1} / {pages}")
        self._foot(painter)
        self._notice(painter, page)

    def _head(self, painter: Painter, folio: str) -> None:
        g, page = self._geometry, self._style.page
        rule = page.head.pt
        painter.rule(g.left, rule, g.right, rule, page.head_rule.pt)
        number = self._setting.line(folio, "folio", g.right - g.left)
        self._put(painter, number, "folio", g.right - number.natural, rule + 2)
        at = max(g.left + self._mark(painter, rule), g.text_left)
        room = g.right - number.natural - _APART - at
        title = self._title(max(room, 0))
        self._put(painter, title, "running_title", at, rule + 2)

    def slug(self, painter: Painter, marks: Marks, page: int, pages: int) -> None:
        """Draw the marks of page `page`, and the line that tells the printer which it is.

        The source's name, which may be long, comes last.
        """
        marks.draw(painter)
        style, source = self._style, self._document.source
        facts = (f"{page + 1} / {pages}", style.name, style.page.name, source.mark, source.name)
        (x, top), room = marks.line_place
        line = self._setting.line(" · ".join(facts), "foot", room)
        painter.slug(line, x, top + style.roles["foot"].leading.pt * BASELINE)

    def _mark(self, painter: Painter, rule: float) -> float:
        """Draw the house's logo, or else the agency's name; the width that it takes, if any."""
        left = self._geometry.left
        if self._logo is not None:
            painter.logo(self._logo, left, rule + _LOGO_BELOW + self._logo.height)
            return self._logo.width + _APART
        agency = self._agency()
        if not agency:
            return 0.0
        g = self._geometry
        line = self._setting.line(agency, "running_agency", (g.right - g.left) / 2)
        self._put(painter, line, "running_agency", left, rule + 2)
        return line.natural + _APART

    def _logo_room(self) -> float:
        g = self._geometry
        beside = g.text_left - g.left - _APART
        return beside if beside > 0 else (g.right - g.left) / 3

    def _agency(self) -> str:
        dateline = self._document.dateline
        tag = dateline.agency if dateline else None
        return self._style.agency_name(tag) if tag else ""

    def _title(self, room: float) -> Line:
        """The title; where there is no room for all of it, no more words than the style allows."""
        limit = self._style.house.running_title_words
        whole = self._setting.line(self._running_title, "running_title", _UNBOUNDED.width)
        if whole.natural <= room or len(self._title_words) <= limit:
            return self._setting.line(self._running_title, "running_title", room)
        return self._setting.line(_cut(" ".join(self._title_words[:limit])), "running_title", room)

    def _foot(self, painter: Painter) -> None:
        g, page = self._geometry, self._style.page
        rule = g.height - page.foot.pt
        painter.rule(g.left, rule, g.right, rule, page.hairline.pt)
        terms = self._style.terms_for(self._document.language)
        style = self._setting.line(f"{self._style.name} · {page.name}", "foot", g.right - g.left)
        copy = self._setting.line(terms.print_copy, "foot", (g.right - g.left) / 2)
        at = max(g.text_left, g.left + copy.natural + _APART)
        room = g.right - at
        if self._has_room_for(style, room):
            self._put(painter, style, "foot", g.right - style.natural, rule + 2)
            room -= style.natural + _APART
        self._put(painter, copy, "foot", g.left, rule + 2)
        self._put(painter, self._origin(max(room, 0)), "foot", at, rule + 2)

    def _has_room_for(self, style: Line, room: float) -> bool:
        """Whether the style's name may stand in the foot: a place in an archive goes before it."""
        if self._trace is None:
            return True
        origin = self._setting.line(
            self._trace.identifier + self._place(), "foot", _UNBOUNDED.width
        )
        return origin.natural + _APART + style.natural <= room

    def _origin(self, room: float) -> Line:
        """What the copy was made from: a file, or a version in an archive.

        Of an identifier that is too long for the line the end is cut off: its beginning finds the
        story, too.
        """
        source, trace = self._document.source, self._trace
        if trace is None:
            return self._setting.line(f"{source.name} · {source.mark}", "foot", room)
        name, rest = trace.identifier, self._place()

        def made(count: int) -> str:
            return (name if count == len(name) else _cut(name[:count])) + rest

        whole = self._setting.longest(len(name), made, "foot", room)
        return whole or self._setting.line(rest.removeprefix(" · "), "foot", room)

    def _place(self) -> str:
        """Which version of a story in an archive this is, and what tells it from all others."""
        version = self._trace.version if self._trace else ""
        return f" · v{version} · {self._document.source.mark}"

    def _notice(self, painter: Painter, page: int) -> None:
        text = notice(self._document, self._style)
        if text is None:
            return
        g = self._geometry
        leading = self._style.roles["notice"].leading.pt
        line = self._setting.line(text, "notice", g.right - g.left)
        top = self._style.page.head.pt - self._style.page.head_rule.pt - leading
        if page == 0:
            painter.text(line, g.left, top + leading * BASELINE, self._notice_element)
        else:
            self._put(painter, line, "notice", g.left, top)

    def _put(self, painter: Painter, line: Line, role: str, x: float, top: float) -> None:
        baseline = top + self._style.roles[role].leading.pt * BASELINE
        painter.furniture(line, x, baseline, FOOTER if role == "foot" else HEADER)


def _cut(text: str) -> str:
    return text.rstrip(" ,;:·–—-…") + _ELLIPSIS
