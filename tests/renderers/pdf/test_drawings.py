"""Drawings in SVG: what is drawn of them, in which colours, and what is refused by name."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from exporter.model import Document, Figure, Paragraph
from exporter.pictures.errors import PictureError
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.renderers.pdf.pictures.drawing import Drawing
from exporter.renderers.pdf.pictures.shapes import path_data, transform
from exporter.renderers.pdf.pictures.spaces import GRAY, RGB
from exporter.stylesheet import Inks, Stylesheet
from exporter.stylesheet.tokens import Logo
from tests.conftest import ROOT
from tests.renderers.pdf.conftest import SENTENCE, opened
from tests.renderers.pdf.structure import found, types

Render = Callable[..., Rendition]
LOGO = (ROOT / "styles" / "house-example.svg").read_bytes()
needs_poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is missing")


def svg(inside: str, attributes: str = 'viewBox="0 0 100 50"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def operators(inside: str, space: object = RGB) -> list[str]:
    return Drawing(svg(inside)).coded(space, 100).operators.splitlines()  # type: ignore[arg-type]


def reason(content: bytes) -> str:
    with pytest.raises(PictureError) as raised:
        Drawing(content).coded(RGB, 100)
    return str(raised.value)


# -- what is drawn --------------------------------------------------------------------------------


def test_a_shape_is_filled_with_black_unless_it_says_otherwise() -> None:
    assert operators('<rect width="100" height="50"/>') == [
        "0 g", "0 500 m", "1000 500 l", "1000 0 l", "0 0 l", "0 500 l", "h", "f",
    ]  # fmt: skip


def test_fills_strokes_and_rules_of_a_path() -> None:
    drawn = operators(
        '<g fill="none" stroke="white"><path d="M0 0H10" style="stroke-width:2; '
        'stroke-linecap: round"/></g><path fill-rule="evenodd" stroke="#000" d="M0 0h9v9z"/>'
    )
    assert drawn[:2] == ["1 G", "20 w 1 J 0 j 4 M"]
    assert drawn[4] == "S"
    assert drawn[-1] == "B*"


def test_groups_hand_down_their_colours_and_their_place() -> None:
    drawn = operators(
        '<g transform="translate(10 0) scale(2)" fill="#f00"><g transform="rotate(90)">'
        '<line stroke="black" x2="5" y2="0"/></g></g>'
    )
    assert "100 500 m" in drawn
    assert "100 400 l" in drawn
    assert "/RGB cs 1 0 0 sc" in drawn


def test_a_colour_may_be_that_of_the_group() -> None:
    red = operators('<g color="#f00"><path fill="currentColor" d="M0 0h9v9z"/></g>')
    assert red == operators('<path fill="red" d="M0 0h9v9z"/>')
    black = operators('<path fill="currentColor" d="M0 0h9v9z"/>')
    assert black == operators('<path d="M0 0h9v9z"/>')


def test_classes_of_the_drawing_s_own_style_sheet_are_known() -> None:
    assert "/RGB cs 0 0 1 sc" in operators(
        "<style>/* blue */ .a, .b { fill: blue }</style><rect class='b' width='9' height='9'/>"
    )


def test_a_one_colour_job_has_greys_by_luminance() -> None:
    inside = '<rect width="9" height="9" fill="#c8281e"/>'
    (colour, *_) = operators(inside, GRAY)
    assert colour.startswith("/Gray cs 0.41")
    assert operators('<rect width="9" height="9" fill="#777"/>')[0] == "/Gray cs 0.467 sc"


def test_curves_and_arcs_are_cubic() -> None:
    drawn = operators('<path d="M0 0 Q30 30 60 0"/><circle cx="50" cy="25" r="20"/>')
    assert "200 300 400 300 600 500 c" in drawn
    assert sum(line.endswith(" c") for line in drawn) == 5


def test_what_is_hidden_or_says_only_words_is_not_drawn() -> None:
    hidden = (
        '<title>A</title><defs><rect width="9" height="9"/></defs>'
        '<g display="none"><text>T</text></g><rect visibility="hidden" width="9" height="9"/>'
        '<rect fill="none" width="9" height="9"/><path/><polygon/><circle r="0"/>'
        '<x xmlns="urn:other" width="9"/>'
    )
    assert operators(hidden) == []


@pytest.mark.parametrize(
    ("kind", "attributes", "data"),
    [
        ("rect", {"width": "4", "height": "2", "rx": "9"}, "a2.0,1.0 0 0 1"),
        ("ellipse", {"rx": "2", "ry": "1"}, "M-2.0,0.0 a2.0,1.0 0 1 1 4.0,0"),
        ("polygon", {"points": "0,0 1,1 2,0"}, "M0,0 1,1 2,0z"),
        ("polyline", {"points": "0,0 1,1"}, "M0,0 1,1"),
    ],
)
def test_shapes_are_paths(kind: str, attributes: dict[str, str], data: str) -> None:
    assert data in path_data(kind, attributes)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("translate(3)", (4, 1)),
        ("scale(2 3)", (2, 3)),
        ("rotate(90, 1, 0)", (0, 0)),
        ("skewX(45)", (2, 1)),
        ("skewY(45)", (1, 2)),
        ("matrix(1,0,0,1,5,6)", (6, 7)),
        ("translate(1 1), scale(2)", (3, 3)),
    ],
)
def test_transforms(text: str, point: tuple[float, float]) -> None:
    assert transform(text).transformPoint((1, 1)) == pytest.approx(point)


@pytest.mark.parametrize("text", ["turn(4)", "scale()", "scale(1", "rotate(1 2)"])
def test_a_transform_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        transform(text)


# -- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<text>A</text>", "<text>"),
        ('<image href="a.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ("<svg/>", "<svg>"),
        ('<rect width="9" height="9" opacity="0.5"/>', "transparency"),
        ('<rect width="9" height="9" fill-opacity="50%"/>', "transparency"),
        ('<rect width="9" height="9" fill="#ff000080"/>', "transparency"),
        ('<rect width="9" height="9" fill="url(#a)"/>', "gradients"),
        ('<g clip-path="url(#a)"/>', "clip-path"),
        ("<style>rect { fill: red }</style>", "style sheet"),
        ('<rect width="9" height="9" fill="reddish"/>', "damaged"),
        ('<path d="M0 0 L"/>', "damaged"),
        ('<path d="M0 0 L1e9 0"/>', "damaged"),
        ('<rect width="nan" height="9"/>', "damaged"),
    ],
)
def test_what_would_print_otherwise_is_refused(inside: str, said: str) -> None:
    assert said in reason(svg(inside))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (svg("", ""), "how large"),
        (svg("", 'viewBox="0 0 0 9"'), "how large"),
        (svg("", 'viewBox="0 0 9"'), "how large"),
        (svg("", 'width="100%" height="9"'), "how large"),
        (b"<svg", "not well-formed"),
        (b"<svg/>", "not a drawing"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "entities"),
        (svg("<g/>" * 600_000), "too large"),
    ],
)
def test_a_file_that_is_no_drawing(content: bytes, said: str) -> None:
    assert said in reason(content)


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("M0 0h9v9z")
    content = f'<!DOCTYPE svg SYSTEM "file://{secret}">'.encode() + svg(
        '<rect width="9" height="9"/>'
    )
    assert len(Drawing(content).coded(RGB, 9).operators.splitlines()) == 8


@given(st.data())
@settings(suppress_health_check=list(HealthCheck), max_examples=150)
def test_a_damaged_drawing_is_drawn_or_told_of(data: st.DataObject) -> None:
    content = bytearray(LOGO)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(32, 126))
    try:
        form = Drawing(bytes(content)).coded(RGB, 100)
    except PictureError:
        return
    assert form.operators.isascii()
    assert "inf" not in form.operators
    assert "nan" not in form.operators


@pytest.mark.parametrize(
    "inside",
    [
        f"<style>{'a' * 900_000}</style>",
        f"<style>{'/*' * 450_000}</style>",
        f"<style>{'.a,' * 100_000}.a{{{'k:1;' * 100_000}}}</style>",
        f"<style>.a{{{'k:1;' * 100_000}}}</style><g class='{'a ' * 100_000}'/>",
    ],
    ids=["no rules", "comments", "selectors", "classes"],
)
def test_a_style_sheet_without_end_takes_no_time(inside: str) -> None:
    assert operators(f'{inside}<rect width="1" height="1"/>')


def test_comments_of_a_style_sheet_say_nothing() -> None:
    sheet = "<style>/* .a{fill:red} */.a{fill:white}/* .a{fill:red}</style>"
    assert operators(f'{sheet}<rect class="a" width="1" height="1"/>')[0] == "1 g"


def test_groups_nested_without_end_are_refused() -> None:
    assert "well-formed" in reason(svg("<g>" * 5000 + "</g>" * 5000)) or "damaged" in reason(
        svg("<g>" * 5000 + "</g>" * 5000)
    )


# -- on the page ----------------------------------------------------------------------------------


def seen(rendition: Rendition, folder: Path) -> Image.Image:
    path = folder / "story.pdf"
    path.write_bytes(rendition.content)
    run = subprocess.run(
        ["pdftoppm", "-r", "144", "-f", "1", "-l", "1", "-png", str(path)],
        capture_output=True, check=True,
    )  # fmt: skip
    return Image.open(io.BytesIO(run.stdout)).convert("RGB")


@needs_poppler
def test_a_figure_may_be_a_drawing(wire: Stylesheet, story: Document, tmp_path: Path) -> None:
    chart = svg('<rect width="100" height="50" fill="#f00"/><rect y="25" width="50" height="25"/>')
    style = replace(wire, press=replace(wire.press, inks=Inks.CMYK))
    body = (Paragraph.of("One."), Figure("chart.svg", "A chart"))
    rendition = render(
        replace(story, body=body), style, RenderOptions(resources={"chart.svg": chart})
    )
    pdf = opened(rendition)
    left, foot, right, top = map(float, found(pdf, "Figure")[0].A.BBox)
    assert (right - left) / (top - foot) == pytest.approx(2, abs=0.001)
    assert right - left == pytest.approx(354.33, abs=0.01)
    page = seen(rendition, tmp_path)
    height = float(pdf.pages[0].MediaBox[3])
    upper_left = (int(left * 2) + 20, int((height - top) * 2) + 20)
    lower_left = (int(left * 2) + 20, int((height - foot) * 2) - 20)
    assert page.getpixel(upper_left) == (255, 0, 0)
    assert page.getpixel(lower_left) == (0, 0, 0)


@pytest.fixture
def branded(wire: Stylesheet) -> Stylesheet:
    return replace(wire, house=replace(wire.house, logo=Logo("logo.svg", LOGO)))


def test_the_logo_stands_in_every_running_head_and_in_the_file_once(
    branded: Stylesheet, story: Document
) -> None:
    long = replace(story, body=(Paragraph.of(SENTENCE * 90),))
    pdf = opened(render(long, branded, RenderOptions()))
    assert len(pdf.pages) > 2
    forms = {page.Resources.XObject.P1.objgen for page in pdf.pages}
    assert len(forms) == 1
    for page in pdf.pages:
        marked: list[str] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                marked.append(str(operands[1].get("/Subtype", "")))
            if str(operator) == "Do":
                assert marked[-1] == "/Header"
                break
        else:
            pytest.fail("no logo on this page")
    assert "Figure" not in types(pdf)


def test_the_logo_is_as_high_as_the_style_says_and_takes_the_agency_s_place(
    branded: Stylesheet, story: Document
) -> None:
    pdf = opened(render(story, branded, RenderOptions()))
    content = pdf.pages[0].Contents.read_bytes()
    width, _, _, height, *_ = content[: content.index(b" cm /P1 Do")].split()[-6:]
    assert float(height) == pytest.approx(branded.house.logo_height.pt, abs=0.01)
    assert float(width) / float(height) == pytest.approx(148 / 48, abs=0.01)


def test_a_logo_of_pixels_goes_the_way_of_pictures(wire: Stylesheet, story: Document) -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(out, "PNG")
    style = replace(wire, house=replace(wire.house, logo=Logo("logo.png", out.getvalue())))
    pdf = opened(render(story, style, RenderOptions()))
    assert pdf.pages[0].Resources.XObject.P1.Subtype == "/Image"


def test_a_logo_that_cannot_be_drawn_is_told_of_and_the_agency_keeps_its_place(
    wire: Stylesheet, story: Document
) -> None:
    style = replace(wire, house=replace(wire.house, logo=Logo("logo.svg", b"<svg")))
    rendition = render(story, style, RenderOptions())
    (said,) = [each for each in rendition.diagnostics if each.code == "P053"]
    assert "logo.svg" in said.message
    with_fault, plain = opened(rendition), opened(render(story, wire, RenderOptions()))
    contents = [pdf.pages[0].Contents.read_bytes() for pdf in (with_fault, plain)]
    assert contents[0] == contents[1]
