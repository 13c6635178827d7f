"""A document as one HTML page that needs nothing else."""

from __future__ import annotations

from exporter.model import Document
from exporter.newsroom.markup import MarkupWriter, attribute

_LOOK = """\
body { max-width: 60em; margin: 2em auto; padding: 0 1em; font: 1em/1.4 serif; }
h1 { font-weight: normal; font-size: 1.7em; line-height: 1.2; }
h2 { font: bold 1em sans-serif; margin: 2em 0 .5em; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .25em 1em .25em 0; }
th { font: .8em sans-serif; border-bottom: 1px solid; }
td { border-bottom: 1px solid #ccc; }
th:last-child, td:last-child { text-align: right; padding-right: 0; }
@media print { tr { break-inside: avoid; } h2 { break-after: avoid; } }
"""


def html(document: Document) -> bytes:
    """The title and the body of a document, in HTML that is XML, too."""
    writer = MarkupWriter()
    title = writer.text(document.title)
    language = attribute(document.language or "en")
    page = (
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang={language}>\n'
        f'<head>\n<meta charset="utf-8"/>\n<title>{title}</title>\n<style>\n{_LOOK}</style>\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n{writer.blocks(document.body)}\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")
