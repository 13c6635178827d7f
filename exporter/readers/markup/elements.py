"""What the elements of HTML, XHTML and NITF 3.x are to the model."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARAGRAPHS = _names("p hedline byline tagline bibliography address postaddr lead")
CROSSHEADS = _names("h1 h2 h3 h4 h5 h6 hl1 hl2")
LISTS = _names("ul ol dl menu dir")
NUMBERED = _names("ol")
TABLES = _names("table nitf-table custom-table")
QUOTATIONS = _names("blockquote bq")
FIGURES = _names("figure media img")
BREAKS = _names("hr")
VERBATIM = _names("pre")
# They hold blocks and say nothing themselves.
CONTAINERS = _names(
    """html body main article section div header footer aside nav details summary center form
    fieldset body.content body.head body.end block abstract note fn inlinexml datacontent
    dd dt li td th tr tbody thead tfoot caption figcaption media-caption body_xhtml
    content"""
)
BLOCKS = (
    PARAGRAPHS | CROSSHEADS | LISTS | TABLES | QUOTATIONS | FIGURES | BREAKS | VERBATIM | CONTAINERS
)

EMPHASIS = _names("em i cite var dfn")
STRONG = _names("strong b")
LINKS = _names("a")
LINE_BREAKS = _names("br")
# NITF's, in bylines, datelines and notices of rights, beside HTML's spans of a class.
FIELDS = _names(
    """person byttl location sublocation city state region country story.date org virtloc
    copyrite.year copyrite.holder"""
)
# Nothing in them is for a reader.
UNREAD = _names(
    """script style template noscript head meta link title object iframe embed param source
    media-metadata media-object track"""
)
