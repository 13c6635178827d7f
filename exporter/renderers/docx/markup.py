"""Elements of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from typing import TypeAlias

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from lxml import etree

from exporter.xmltext import legal

Element: TypeAlias = etree._Element

W = f"{{{nsmap['w']}}}"
R = f"{{{nsmap['r']}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W_ONLY = {"w": nsmap["w"]}
_W14_URI = "http://schemas.microsoft.com/office/word/2010/wordml"
W14 = f"{{{_W14_URI}}}"
_MC_URI = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = {"w": nsmap["w"], "r": nsmap["r"], "w14": _W14_URI, "mc": _MC_URI}

# The order that the schema demands (ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28).
_ORDER = {
    W + tag: position
    for tags in (
        "pStyle keepNext keepLines framePr widowControl numPr pBdr tabs suppressAutoHyphens "
        "bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
        "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs u rtl lang",
    )
    for position, tag in enumerate(tags.split())
}


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """Element of the main namespace, its attributes in the same; children that are None go."""
    names = {W + name: legal(str(value)) for name, value in attributes.items()}
    element = oxml_parser.makeelement(W + tag, names, _W_ONLY)
    if children:
        element.extend([child for child in children if child is not None])
    return element


def part_root(tag: str, *children: Element | None) -> Element:
    """Root element of a part, which a reader without Word 2010's additions may read too."""
    root = copy(_empty_root(tag))
    root.extend([child for child in children if child is not None])
    return root


@lru_cache(maxsize=16)
def _empty_root(tag: str) -> Element:
    """What the roots of a kind of part are copied from."""
    root = oxml_parser.makeelement(W + tag, {}, _ROOT)
    root.set(f"{{{_MC_URI}}}Ignorable", "w14")
    return root


def in_order(tag: str, children: Iterable[Element | None]) -> Element:
    """Properties element whose children stand in the order of the schema."""
    present = (child for child in children if child is not None)
    return w(tag, *sorted(present, key=lambda child: _ORDER.get(child.tag, len(_ORDER))))


def in_place(properties: Element, element: Element) -> None:
    """Put a further property where the schema has it, unless there is one already."""
    if properties.find(element.tag) is None:
        order = _ORDER[element.tag]
        before = sum(1 for child in properties if _ORDER.get(child.tag, len(_ORDER)) < order)
        properties.insert(before, element)


def switch(tag: str, on: bool) -> Element:
    """Toggle property; off is said too, since it may have to outdo a style it is based on."""
    return w(tag) if on else w(tag, val="0")


def serialise(element: Element) -> bytes:
    """The element as a part: UTF-8 with an XML declaration."""
    return etree.tostring(element, encoding="UTF-8", standalone=True)
