"""HTML that stands in a field of a machine format, well-formed or not."""

from __future__ import annotations

from lxml import etree

from exporter.diagnostics import ReadError
from exporter.readers.remarks import Remarks
from exporter.readers.text.characters import printable
from exporter.readers.text.lines import unified
from exporter.readers.xml import bound, tree


def fragment(text: str, source: str, remarks: Remarks) -> etree._Element:
    """The element around a piece of HTML; ReadError when it is nested or filled beyond bounds.

    XML's rules are tried first: they keep what HTML's would move, such as links within links.
    """
    try:
        root, findings = tree(text, "HTML", source, around="div")
    except ReadError:
        return _soup(text, source)
    remarks.extend(findings)
    return root


def _soup(text: str, source: str) -> etree._Element:
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    content = f"<div>{printable(unified(text))}</div>".encode("utf-8", "replace")
    root = etree.fromstring(content, parser)
    bound(root, "HTML", source)
    return root
