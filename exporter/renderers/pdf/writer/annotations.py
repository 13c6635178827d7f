"""Link annotations, tagged so that a listener meets each at its words (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter.renderers.pdf.writer.canvas import Box, Document
from exporter.renderers.pdf.writer.objects import Raw, number, text_string
from exporter.renderers.pdf.writer.structure import Element, MarkedContent, ObjectReference
from exporter.values import Value


class Annotation(Value):
    """One link on one page: where it leads, its words, its element, and a box a line."""

    page: int
    address: str
    words: str
    element: Element
    boxes: tuple[Box, ...]


def annotate(annotations: Iterable[Annotation], document: Document, content: MarkedContent) -> None:
    """Put the annotations on their pages and under their elements, which are not written yet."""
    pages = document.page_references()
    on_page: dict[int, list[str]] = {}
    for annotation in annotations:
        key = content.own(annotation.element)
        reference = document.add(Raw(_link(annotation, pages[annotation.page], key)))
        annotation.element.kids.append(ObjectReference(annotation.page, reference))
        on_page.setdefault(annotation.page, []).append(reference)
    for page, references in on_page.items():
        document.Pages.pages[page].Annots = Raw(f"[{' '.join(references)}]")


def _link(annotation: Annotation, page: str, key: int) -> str:
    """A link annotation (ISO 32000-1, 12.5.6.5); PDF/A wants it printable (ISO 19005-3, 6.3.2)."""
    words, address = annotation.words, annotation.address
    contents = words if words in address else f"{words}: {address}"
    uri = address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return (
        f"<< /Type /Annot /Subtype /Link /P {page} /F 4 /Border [0 0 0] "
        f"/Rect [{_numbers(_around(annotation.boxes))}]{_quads(annotation.boxes)} "
        f"/Contents {text_string(contents)} /StructParent {key} "
        f"/A << /S /URI /URI ({uri}) >> >>"
    )


def _around(boxes: Sequence[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _quads(boxes: Sequence[Box]) -> str:
    """The corners of each line's box, where there are several lines."""
    if len(boxes) == 1:
        return ""
    corners = [(x0, y1, x1, y1, x0, y0, x1, y0) for x0, y0, x1, y1 in boxes]
    return f" /QuadPoints [{' '.join(map(_numbers, corners))}]"


def _numbers(values: Iterable[float]) -> str:
    return " ".join(map(number, values))
