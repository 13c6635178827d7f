"""Rules about the pages: their boxes, and what lies on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

# Rounding of a box's numbers, in points.
_TOLERANCE = 0.01

Box = tuple[float, ...]


def boxes(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Trim or art box on every page, within the bleed, within the sheet."""
    for number, page in enumerate(pdf.pages, 1):
        if ("/TrimBox" in page) == ("/ArtBox" in page):
            yield f"page {number} has not one of trim box and art box"
            continue
        finished = _box(page, "/TrimBox" if "/TrimBox" in page else "/ArtBox")
        media = _media(page)
        bleed = _box(page, "/BleedBox") if "/BleedBox" in page else finished
        if not (_within(finished, bleed) and _within(bleed, media)):
            yield f"page {number} has boxes that are not one within the other"
        if "/CropBox" in page and not _within(finished, _box(page, "/CropBox")):
            yield f"page {number} is cropped inside its trim"


def printed_over(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No annotation on the printed page, its bleed included."""
    for number, page in enumerate(pdf.pages, 1):
        printed = _box(page, "/BleedBox") if "/BleedBox" in page else _media(page)
        for annotation in page.get("/Annots", []):
            kind = str(annotation.get("/Subtype"))
            left, bottom, right, top = map(float, annotation.Rect)
            apart = (
                right <= printed[0] or left >= printed[2]
                or top <= printed[1] or bottom >= printed[3]
            )  # fmt: skip
            if kind != "/TrapNet" and not apart:
                yield f"page {number} has a {kind[1:]} annotation inside its bleed box"


def _media(page: pikepdf.Page) -> Box:
    """The sheet, which a page may have from those above it (ISO 32000-1, 7.7.3.4)."""
    return _sides(page.mediabox)


def _box(page: Any, name: str) -> Box:
    return _sides(page[name])


def _sides(box: Any) -> Box:
    x0, y0, x1, y1 = map(float, box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _within(inner: Box, outer: Box) -> bool:
    return all(inner[side] >= outer[side] - _TOLERANCE for side in (0, 1)) and all(
        inner[side] <= outer[side] + _TOLERANCE for side in (2, 3)
    )
