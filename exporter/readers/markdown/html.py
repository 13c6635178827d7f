"""Markdown as HTML, each block with its lines."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from exporter.model.depth import MAX_DEPTH


def to_html(text: str, above: int) -> str:
    """The HTML of a text; `above` lines of its file stand before it."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH, "xhtmlOut": True}).enable("table")
    tokens = parser.parse(text)
    _number(tokens, above)
    _name_files(tokens)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _number(tokens: Iterable[Token], above: int) -> None:
    for token in tokens:
        if token.map is not None and token.nesting >= 0 and token.type != "inline":
            first, last = token.map
            token.attrSet("data-lines", f"{first + above + 1}-{max(last, first + 1) + above}")


def _name_files(tokens: Iterable[Token]) -> None:
    """Call pictures that lie beside the text as their files are called, not as addresses are."""
    for token in tokens:
        source = str(token.attrGet("src") or "")
        if token.type == "image" and ":" not in source:
            token.attrSet("src", unquote(source))
        _name_files(token.children or ())
