"""The cover: the house's page in large type, drawn as SVG."""

from __future__ import annotations

from exporter.model import Document
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.fitting import Fitted, fit, wrap
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.typefaces import font_stack
from exporter.stylesheet import Align, Role, Stylesheet, notice
from exporter.values import Value

# A cover is looked at as small as a thumbnail: type is this much larger than on the page.
_ENLARGED = 2.2
_SMALLEST_TITLE = 0.28
_PAPER = "#ffffff"
_MOST_LINES = 4
# Widths are estimated for bold type; lighter type is narrower by this at least.
_BOLD_FROM = 600
_LIGHT = 0.93
_ANCHORS = {Align.END: "end", Align.CENTRE: "middle"}


class Cover(Value):
    """The drawing and the words that stand for it where it is not seen."""

    svg: str
    alt: str


class _Frame(Value):
    """The page's edges and rules, in points from its top left corner."""

    width: float
    height: float
    left: float
    right: float
    head: float
    foot: float
    title: float
    rule: float
    hairline: float

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.right - self.left


def draw_cover(
    document: Document,
    stylesheet: Stylesheet,
    markup: Markup,
    language: Language,
    findings: Findings,
) -> Cover:
    """The cover: agency, notice, title, and at the foot the places and the date."""
    artist = _Artist(document, stylesheet, markup, language)
    svg, cut = artist.draw()
    if cut:
        findings.say("E008")
    return Cover(svg, artist.description())


def _frame(stylesheet: Stylesheet) -> _Frame:
    """The frame of the style's page; a quarter of it is enough for head and foot."""
    page = stylesheet.page
    width, height = page.width.pt, page.height.pt
    return _Frame(
        width=width,
        height=height,
        left=page.margin_left.pt,
        right=width - page.margin_right.pt,
        head=min(page.head.pt, height / 4),
        foot=height - min(page.foot.pt, height / 4),
        title=min(page.margin_top.pt * _ENLARGED, height / 3),
        rule=page.head_rule.pt * _ENLARGED,
        hairline=page.hairline.pt * _ENLARGED,
    )


class _Artist:
    """Draws one cover."""

    def __init__(
        self, document: Document, stylesheet: Stylesheet, markup: Markup, language: Language
    ) -> None:
        self._stylesheet = stylesheet
        self._markup = markup
        self._language = language
        self._frame = _frame(stylesheet)
        self._title = " ".join(document.title.split())
        self._title_role = "derived_title" if document.title_derived else "headline"
        self._notice = notice(document, stylesheet)
        self._cover = stylesheet.terms_for(document.language).cover
        dateline = document.dateline
        tag = dateline.agency if dateline else None
        self._agency = stylesheet.agency_name(tag) if tag else ""
        places = ", ".join(dateline.places) if dateline else ""
        date = (dateline.date if dateline else None) or ""
        self._facts = [words for words in (places, date) if words.strip()]

    def description(self) -> str:
        """Every word of the cover, for those who do not see it."""
        words = [self._notice or "", f"{self._cover}: {self._title}", self._agency, *self._facts]
        return ". ".join(" ".join(word.split()).rstrip(".") for word in words if word.strip())

    def draw(self) -> tuple[str, bool]:
        """The drawing, and whether its words had to be cut."""
        frame = self._frame
        head, below, cut_head = self._head()
        foot, above, cut_foot = self._foot()
        title, cut_title = self._title_lines(max(frame.title, below), above)
        parts = (self._rule(frame.head, frame.rule), head, title, foot)
        return self._drawing("".join(parts)), cut_head or cut_foot or cut_title

    def _drawing(self, inside: str) -> str:
        frame, title = self._frame, self._markup.line(self.description())
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" '
            f'viewBox="0 0 {frame.width:.2f} {frame.height:.2f}" '
            f'width="{frame.width:.2f}" height="{frame.height:.2f}" '
            f'xml:lang="{self._language.tag}" role="img">\n'
            f"<title>{title}</title>\n"
            f'<rect width="100%" height="100%" fill="{_PAPER}"/>\n{inside}</svg>\n'
        )

    def _head(self) -> tuple[str, float, bool]:
        """Agency and notice under the heavy rule; where they end; whether they were cut."""
        y = self._frame.head + self._frame.rule + self._size("running_agency") / 3
        agency, y, cut = self._passage(self._agency, "running_agency", y)
        if self._notice is None:
            return agency, y, cut
        words, y, cut_notice = self._passage(self._notice, "notice", y + self._size("notice") / 2)
        return agency + words, y, cut or cut_notice

    def _foot(self) -> tuple[str, float, bool]:
        """Places and date, the last line at the foot, and the hairline above them."""
        if not self._facts:
            return "", self._frame.foot, False
        role, size = self._role("value"), self._size("value")
        found = [self._wrapped(words, role, size) for words in self._facts]
        lines = [line for fitted in found for line in fitted.lines]
        leading = _leading(role) * size
        top = self._frame.foot - leading * len(lines)
        text = self._text(lines, role, size, top)
        rule = self._rule(top - leading / 2, self._frame.hairline)
        return rule + text, top - leading, any(fitted.cut for fitted in found)

    def _title_lines(self, top: float, bottom: float) -> tuple[str, bool]:
        role, largest = self._role(self._title_role), self._size(self._title_role)
        words = self._cased(self._title, role)
        fitted = fit(
            words,
            largest,
            largest * _SMALLEST_TITLE,
            _leading(role),
            self._measure(role),
            max(bottom - top, largest),
            role.tracking.value,
        )
        return self._text(list(fitted.lines), role, fitted.size, top), fitted.cut

    # -- how a passage is drawn -----------------------------------------------------------------

    def _role(self, name: str) -> Role:
        return self._stylesheet.roles[name]

    def _measure(self, role: Role) -> float:
        """The length of a line as if its type were bold."""
        return self._frame.measure / (1.0 if role.weight >= _BOLD_FROM else _LIGHT)

    def _size(self, name: str) -> float:
        role = self._role(name)
        return role.size.pt * role.scale.value * _ENLARGED

    def _cased(self, words: str, role: Role) -> str:
        """Words in capitals where the role asks for them; Turkish and Azeri keep the dot."""
        if not role.capitals:
            return words
        dotted = self._language.tag.split("-")[0].lower() in ("az", "tr")
        return (words.replace("i", "İ") if dotted else words).upper()

    def _wrapped(self, words: str, role: Role, size: float) -> Fitted:
        return wrap(
            self._cased(words, role), size, self._measure(role), _MOST_LINES, role.tracking.value
        )

    def _passage(self, words: str, name: str, top: float) -> tuple[str, float, bool]:
        """A passage from `top` downwards, where it ends, and whether it was cut."""
        if not words.strip():
            return "", top, False
        role, size = self._role(name), self._size(name)
        fitted = self._wrapped(words, role, size)
        bottom = top + len(fitted.lines) * _leading(role) * size
        return self._text(list(fitted.lines), role, size, top), bottom, fitted.cut

    def _text(self, lines: list[str], role: Role, size: float, top: float) -> str:
        leading = _leading(role) * size
        # The first baseline lies where a line's letters have as much room above as below.
        first = top + (leading + size * 0.7) / 2
        x = self._x(role.align)
        baselines = (first + number * leading for number in range(len(lines)))
        spans = "".join(
            f'<text x="{x:.2f}" y="{y:.2f}">{self._markup.line(line)}</text>\n'
            for line, y in zip(lines, baselines, strict=True)
        )
        return f"<g {self._attributes(role, size)}>\n{spans}</g>\n"

    def _x(self, align: Align) -> float:
        """Where lines are anchored: at the side where reading begins, unless the role says else."""
        frame = self._frame
        if align is Align.CENTRE:
            return (frame.left + frame.right) / 2
        at_end = align is Align.END
        return frame.right if at_end is not self._language.right_to_left else frame.left

    def _attributes(self, role: Role, size: float) -> str:
        family = self._markup.attribute(font_stack(self._stylesheet.fonts[role.font]))
        colour = self._stylesheet.colours[role.colour].screen.lower()
        parts = [
            f'font-family="{family}" font-size="{size:.2f}" font-weight="{role.weight}"',
            f'fill="{colour}" text-anchor="{_ANCHORS.get(role.align, "start")}"',
        ]
        if role.italic:
            parts.append('font-style="italic"')
        if role.tracking and not self._language.right_to_left:
            parts.append(f'letter-spacing="{role.tracking.value * size:.2f}"')
        if self._language.right_to_left:
            parts.append('direction="rtl"')
        return " ".join(parts)

    def _rule(self, y: float, thickness: float) -> str:
        frame = self._frame
        return (
            f'<rect x="{frame.left:.2f}" y="{y:.2f}" width="{frame.measure:.2f}" '
            f'height="{thickness:.2f}"/>\n'
        )


def _leading(role: Role) -> float:
    """The distance of lines, in sizes."""
    return role.leading / (role.size * role.scale.value)


def cover_page(cover: Cover, markup: Markup, source: str) -> str:
    """The inside of the cover's XHTML document."""
    alt = markup.attribute(cover.alt)
    return f'<div class="cover"><img src="{source}" alt="{alt}" role="doc-cover"/></div>\n'
