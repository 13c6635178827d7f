"""The structure tree of a PDF, read back by pikepdf."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

# The attributes that an outline shows, by the key that they stand under.
_SHOWN = ("/ListNumbering", "/Scope", "/Placement")


def root(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """The Document element."""
    element = pdf.Root.StructTreeRoot.K
    assert isinstance(element, pikepdf.Dictionary)
    return element


def elements(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    """The element and all below it, in reading order."""
    yield element
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def types(pdf: pikepdf.Pdf) -> list[str]:
    """The types of all elements, in reading order."""
    return [str(element.S)[1:] for element in elements(root(pdf))]


def found(pdf: pikepdf.Pdf, element_type: str) -> list[pikepdf.Dictionary]:
    """The elements of a type."""
    return [each for each in elements(root(pdf)) if str(each.S)[1:] == element_type]


def outline(element: pikepdf.Dictionary, depth: int = 0) -> str:
    """The tree as indented lines: type, attributes, language and alternative text."""
    line = "  " * depth + str(element.S)[1:]
    attributes = element.get("/A", {})
    line += "".join(f" {attributes[key]}" for key in _SHOWN if key in attributes)
    line += "".join(f" {key[1:]}={element[key]}" for key in ("/Lang", "/Alt") if key in element)
    lines = [line]
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            lines.append(outline(kid, depth + 1))
    return "\n".join(lines)


def pages_of(pdf: pikepdf.Pdf, element: pikepdf.Dictionary) -> list[int]:
    """The page of each marked-content sequence of the element, counted from 0."""
    numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
    return [
        numbers[(kid if isinstance(kid, pikepdf.Dictionary) else element).Pg.objgen]
        for kid in element.K
        if not (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem")
    ]
