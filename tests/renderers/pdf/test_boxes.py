"""The sheet: trimmed page, bleed, slug, and the printer's marks in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from exporter.model import Document
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.stylesheet import Inks, Stylesheet
from tests.renderers.pdf.conftest import opened

Render = Callable[..., Rendition]
A4 = (595.276, 841.89)
MM = 72 / 25.4
MARKED = RenderOptions(marks=True)


@pytest.fixture
def four(wire: Stylesheet) -> Stylesheet:
    return replace(wire, press=replace(wire.press, inks=Inks.CMYK))


def box(page: pikepdf.Page, name: str) -> tuple[float, ...]:
    return tuple(map(float, page[name]))


def production(page: pikepdf.Page) -> list[tuple[str, list[float]]]:
    """The operators inside artifacts of the page's production, with their numbers."""
    found: list[tuple[str, list[float]]] = []
    inside = False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            properties = operands[1]
            inside = operands[0] == "/Artifact" and properties.get("/Type") == "/Page"
        elif name == "EMC":
            inside = False
        elif inside:
            found.append((name, [float(o) for o in operands if isinstance(o, int | float)
                                 or type(o).__name__ == "Decimal"]))  # fmt: skip
    return found


def test_without_marks_the_sheet_is_the_trimmed_page(rendered: Render, story: Document) -> None:
    """So an office printer prints it at its size, and a press finds the trim where it looks."""
    pdf = opened(rendered(story))
    for page in pdf.pages:
        for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
            assert box(page, name) == pytest.approx((0, 0, *A4), abs=0.01)
        assert not {"/CropBox", "/ArtBox"} & set(page.keys())
        assert production(page) == []


def test_marks_put_bleed_and_slug_around_the_trim(story: Document, wire: Stylesheet) -> None:
    pdf = opened(render(story, wire, MARKED))
    for page in pdf.pages:
        left, bottom, right, top = box(page, "/TrimBox")
        assert (right - left, top - bottom) == pytest.approx(A4, abs=0.01)
        bleed = (left - 3 * MM, bottom - 3 * MM, right + 3 * MM, top + 3 * MM)
        assert box(page, "/BleedBox") == pytest.approx(bleed, abs=0.01)
        slug = (bleed[0] - 10 * MM, bleed[1] - 10 * MM, bleed[2] + 10 * MM, bleed[3] + 10 * MM)
        assert box(page, "/MediaBox") == pytest.approx(slug, abs=0.01)
        assert slug[:2] == pytest.approx((0, 0), abs=0.01)


def test_no_mark_touches_the_bleed_or_leaves_the_sheet(story: Document, wire: Stylesheet) -> None:
    pdf = opened(render(story, wire, MARKED))
    for page in pdf.pages:
        media, bleed = box(page, "/MediaBox"), box(page, "/BleedBox")
        points = [
            (numbers[at], numbers[at + 1])
            for name, numbers in production(page)
            for at in range(0, len(numbers), 2)
            if name in ("m", "l", "c", "Td")
        ]
        assert len(points) > 40
        for x, y in points:
            assert media[0] < x < media[2]
            assert media[1] < y < media[3]
            assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])


def test_each_corner_is_cut_in_line_with_the_trim(story: Document, wire: Stylesheet) -> None:
    pdf = opened(render(story, wire, MARKED))
    page = pdf.pages[0]
    trim = box(page, "/TrimBox")
    upright = level = 0
    start: list[float] = []
    for name, numbers in production(page):
        if name == "l" and start:
            upright += start[0] == numbers[0] in (pytest.approx(trim[0], abs=0.01),
                                                  pytest.approx(trim[2], abs=0.01))  # fmt: skip
            level += start[1] == numbers[1] in (pytest.approx(trim[1], abs=0.01),
                                                pytest.approx(trim[3], abs=0.01))  # fmt: skip
        start = numbers if name == "m" else []
    assert (upright, level) == (4, 4)


def test_marks_of_one_ink_are_black(story: Document, wire: Stylesheet) -> None:
    pdf = opened(render(story, wire, MARKED))
    assert ("G", [0.0]) in production(pdf.pages[0])
    assert "/ColorSpace" not in pdf.pages[0].Resources


def test_marks_of_four_inks_are_on_every_plate(story: Document, four: Stylesheet) -> None:
    pdf = opened(render(story, four, MARKED))
    space = pdf.pages[0].Resources.ColorSpace.Registration
    assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    assert [float(part) for part in space[3].C1] == [1, 1, 1, 1]
    used = [name for name, _ in production(pdf.pages[0])]
    assert used.index("CS") < used.index("SCN") < used.index("m")
    plain = opened(render(story, four, RenderOptions()))
    assert "/ColorSpace" not in plain.pages[0].Resources


def test_the_slug_says_which_page_it_is_and_no_reader_reads_it_out(
    story: Document, wire: Stylesheet
) -> None:
    pdf = opened(render(story, wire, MARKED))
    for page in pdf.pages:
        assert any(name == "TJ" for name, _ in production(page))
    plain = opened(render(story, wire, RenderOptions()))
    trees = [len(list(_elements(each.Root.StructTreeRoot))) for each in (pdf, plain)]
    assert trees[0] == trees[1] > 10


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    found = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [*found, *(each for kid in found for each in _elements(kid))]
