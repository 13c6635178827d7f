"""The frame that every XHTML document of the book stands in."""

from __future__ import annotations

from exporter.renderers.epub.language import Language

STYLE, MODERN_STYLE = "style.css", "modern.css"


def page(language: Language, title: str, inside: str, kind: str = "") -> str:
    """An XHTML document; `title` is character data already, `kind` the epub:type of its body."""
    epub_type = f' epub:type="{kind}"' if kind else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<!DOCTYPE html>\n"
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f"{language.attributes}>\n"
        "<head>\n"
        '<meta charset="utf-8"/>\n'
        f"<title>{title}</title>\n"
        f'<link rel="stylesheet" type="text/css" href="{STYLE}"/>\n'
        f'<link rel="stylesheet" type="text/css" href="{MODERN_STYLE}"/>\n'
        "</head>\n"
        f"<body{epub_type}>\n{inside}</body>\n"
        "</html>\n"
    )
