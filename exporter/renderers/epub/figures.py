"""Figures as XHTML: the picture where it may be carried, its words in any case."""

from __future__ import annotations

from exporter.model import Figure
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.inlines import Phrases, flat_text
from exporter.renderers.epub.markup import Markup, is_blank
from exporter.renderers.epub.pagebreaks import PageBreaks
from exporter.renderers.epub.pictures import Picture, Pictures


class Figures:
    """Writes the figures of one story; `undescribed` counts the pictures without alt text."""

    def __init__(
        self,
        markup: Markup,
        findings: Findings,
        phrases: Phrases,
        pictures: Pictures,
        pages: PageBreaks,
    ) -> None:
        self._markup = markup
        self._findings = findings
        self._phrases = phrases
        self._pictures = pictures
        self._pages = pages
        self.undescribed = 0

    def write(self, figure: Figure) -> str:
        """The figure; nothing where it has neither a picture nor words."""
        picture, reason = self._pictures.take(figure.src)
        if picture is None:
            self._say("E003", figure, reason=reason)
            shown = self._description(figure)
        else:
            shown = self._image(picture, figure)
        inside = shown + self._caption(figure)
        return f'<figure class="figure">\n{inside}</figure>\n' if inside else ""

    def _say(self, code: str, figure: Figure, **facts: object) -> None:
        self._findings.say(code, figure.lines, picture=self._markup.legal(figure.src), **facts)

    def _description(self, figure: Figure) -> str:
        """The words that stand for a picture which is not there."""
        alt = self._markup.passage(figure.alt or "")
        return "" if is_blank(alt) else f'<p class="caption description">{alt}</p>\n'

    def _image(self, picture: Picture, figure: Figure) -> str:
        """The picture; where nobody has described it, its caption is read out in place of that."""
        alt = self._markup.attribute(figure.alt or "")
        if not alt:
            self.undescribed += 1
            self._say("E007", figure)
            alt = self._markup.attribute(flat_text(figure.caption) or figure.credit or "")
        return f'<img src="{picture.name}" alt="{alt}"/>\n'

    def _caption(self, figure: Figure) -> str:
        words = self._phrases.write(figure.caption, figure.lines)
        credit = self._pages.marked(figure.credit or "", self._markup.passage)
        parts = [] if is_blank(words) else [words]
        if not is_blank(credit):
            parts.append(f'<span class="credit">{credit}</span>')
        return f'<figcaption class="caption">{" ".join(parts)}</figcaption>\n' if parts else ""
