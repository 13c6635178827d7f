"""The cover as SVG, which takes the reader's own fonts."""

from __future__ import annotations

from exporter.renderers.epub.cover import Cover, Passage, Rule
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.typefaces import font_stack
from exporter.stylesheet import Align, Role, Stylesheet

_PAPER = "#ffffff"
_ANCHORS = {Align.END: "end", Align.CENTRE: "middle"}


def drawing(cover: Cover, stylesheet: Stylesheet, markup: Markup, language: Language) -> bytes:
    """The SVG file; words whose font is not known keep within the page, since they were fitted."""
    pen = _Pen(stylesheet, markup, language)
    inside = "".join(
        pen.rule(part) if isinstance(part, Rule) else pen.passage(part) for part in cover.parts
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" '
        f'viewBox="0 0 {cover.width:.2f} {cover.height:.2f}" '
        f'width="{cover.width:.2f}" height="{cover.height:.2f}" '
        f'xml:lang="{language.tag}" role="img">\n'
        f"<title>{markup.line(cover.alt)}</title>\n"
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>\n{inside}</svg>\n'
    ).encode()


class _Pen:
    """Draws in one style and language."""

    def __init__(self, stylesheet: Stylesheet, markup: Markup, language: Language) -> None:
        self._stylesheet = stylesheet
        self._markup = markup
        self._language = language

    def passage(self, passage: Passage) -> str:
        spans = "".join(
            f'<text x="{passage.x:.2f}" y="{passage.baseline + number * passage.leading:.2f}">'
            f"{self._markup.line(line)}</text>\n"
            for number, line in enumerate(passage.lines)
        )
        return f"<g {self._attributes(passage.role, passage.size)}>\n{spans}</g>\n"

    def rule(self, rule: Rule) -> str:
        return (
            f'<rect x="{rule.x:.2f}" y="{rule.y:.2f}" width="{rule.width:.2f}" '
            f'height="{rule.height:.2f}"/>\n'
        )

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
