"""The cover's file, of the kind that the style asks for, and the page that shows it."""

from __future__ import annotations

from exporter.model import Document
from exporter.renderers.epub.cover import Cover, lay_out
from exporter.renderers.epub.coverdrawing import drawing
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.language import Language
from exporter.renderers.epub.markup import Markup
from exporter.stylesheet import CoverKind, Stylesheet
from exporter.values import Value


class CoverFile(Value):
    """A picture, and the words that stand for it where it is not seen."""

    name: str
    media_type: str
    content: bytes
    alt: str


def cover_file(
    document: Document,
    stylesheet: Stylesheet,
    markup: Markup,
    language: Language,
    findings: Findings,
) -> CoverFile:
    """The cover as the style wants it; a drawing where no font is at hand for a picture."""
    made = None
    if stylesheet.house.cover is CoverKind.RASTER:
        made = _picture(document, stylesheet, language, findings)
    if made is None:
        cover = lay_out(document, stylesheet, language)
        made = cover, "cover.svg", "image/svg+xml", drawing(cover, stylesheet, markup, language)
    cover, name, media_type, content = made
    if cover.cut:
        findings.say("E008")
    return CoverFile(name, media_type, content, cover.alt)


def _picture(
    document: Document, stylesheet: Stylesheet, language: Language, findings: Findings
) -> tuple[Cover, str, str, bytes] | None:
    from exporter.renderers.epub import coverpicture  # few ask for one, and Pillow is slow to load

    proportion = coverpicture.HEIGHT / coverpicture.WIDTH
    cover = lay_out(document, stylesheet, language, proportion)
    try:
        content = coverpicture.picture(cover, stylesheet, language)
    except coverpicture.NoTypeError as lack:
        findings.say("E011", characters=lack)
        return None
    return cover, "cover.png", "image/png", content


def cover_page(cover: CoverFile, markup: Markup) -> str:
    """The inside of the cover's XHTML document."""
    alt = markup.attribute(cover.alt)
    return f'<div class="cover"><img src="{cover.name}" alt="{alt}" role="doc-cover"/></div>\n'
