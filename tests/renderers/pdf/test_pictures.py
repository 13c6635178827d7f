"""Pictures: what is drawn of them, how, and what is said of those that are not."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from exporter.model import Document, Figure, Paragraph, Quotation, Text
from exporter.pictures.errors import PictureError
from exporter.pictures.jpeg import bare
from exporter.renderers import Profile, RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.renderers.pdf.conformance.profile import srgb_profile
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.pictures.raster import Raster
from exporter.renderers.pdf.pictures.spaces import GRAY, RGB, Space, gray_of_srgb
from exporter.renderers.pdf.writer.objects import Raw
from exporter.stylesheet import Inks, Stylesheet
from tests.conftest import ROOT
from tests.renderers.pdf.conftest import SENTENCE, opened
from tests.renderers.pdf.structure import found, outline

Render = Callable[..., Rendition]
COLUMN = 354.33


def scene(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Red above, blue below, with a black corner at the upper left."""
    image = Image.new("RGB", (width, height), (200, 40, 30))
    image.paste((20, 40, 200), (0, height // 2, width, height))
    image.paste((0, 0, 0), (0, 0, width // 4, height // 4))
    return image.convert(mode)


def file_of(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def drawn(
    rendered: Render, story: Document, content: bytes, **figure: Any
) -> tuple[Rendition, pikepdf.Pdf]:
    """A story with one picture, and the PDF made of it."""
    figure.setdefault("alt", "A ramp")
    body = (Paragraph.of(SENTENCE), Figure("ramp", **figure), Paragraph.of(SENTENCE))
    rendition = rendered(replace(story, body=body), resources={"ramp": content})
    return rendition, opened(rendition)


def image_of(pdf: pikepdf.Pdf, name: str = "/P1") -> pikepdf.Stream:
    image: pikepdf.Stream = pdf.pages[0].Resources.XObject[name]
    return image


def pixels(image: pikepdf.Stream) -> Image.Image:
    return pikepdf.PdfImage(image).as_pil_image()


def codes(rendition: Rendition) -> list[str]:
    return [each.code for each in rendition.diagnostics if each.code.startswith("P0")]


# -- what is drawn --------------------------------------------------------------------------------


def test_a_picture_without_loss_stays_without_loss_and_is_grey_in_a_one_colour_job(
    rendered: Render, story: Document
) -> None:
    _, pdf = drawn(rendered, story, file_of(scene()))
    image = image_of(pdf)
    assert image.Filter == "/FlateDecode"
    assert image.ColorSpace[0] == "/ICCBased"
    assert image.ColorSpace[1].N == 1
    shown = pixels(image)
    assert (shown.size, shown.mode) == ((400, 200), "L")
    # The luminance of sRGB's red and blue, adapted to D50, in sRGB's tone curve.
    assert shown.getpixel((0, 0)) == 0
    assert shown.getpixel((300, 20)) == pytest.approx(106, abs=2)
    assert shown.getpixel((300, 150)) == pytest.approx(64, abs=2)


def test_white_stays_paper_and_black_full_ink(rendered: Render, story: Document) -> None:
    chart = Image.new("RGB", (400, 100), "white")
    chart.paste("black", (0, 0, 200, 100))
    _, pdf = drawn(rendered, story, file_of(chart))
    assert pixels(image_of(pdf)).getextrema() == (0, 255)


def test_what_can_be_seen_through_lies_on_white(rendered: Render, story: Document) -> None:
    image = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    image.paste((0, 0, 0, 128), (0, 0, 150, 100))
    _, pdf = drawn(rendered, story, file_of(image))
    stream = image_of(pdf)
    assert "/SMask" not in stream
    assert pixels(stream).getpixel((200, 50)) == 255
    assert pixels(stream).getpixel((50, 50)) == pytest.approx(127, abs=1)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "RGBA"])
def test_every_kind_of_png_is_drawn(rendered: Render, story: Document, mode: str) -> None:
    ramp = Image.linear_gradient("L").resize((300, 256))
    if mode == "I;16":
        ramp = ramp.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        ramp = ramp.convert(mode)
    rendition, pdf = drawn(rendered, story, file_of(ramp))
    assert "P005" not in codes(rendition)
    shown = pixels(image_of(pdf)).convert("L")
    top, middle, bottom = (shown.crop((0, y, 300, y + 8)) for y in (0, 124, 248))
    means = [sum(part.tobytes()) / 2400 for part in (top, middle, bottom)]
    assert means[0] < 20
    assert means[1] == pytest.approx(128, abs=14)
    assert means[2] > 235


@pytest.mark.parametrize(("kind", "mode"), [("GIF", "P"), ("WEBP", "RGB"), ("JPEG", "CMYK")])
def test_other_formats_are_drawn_with_their_darks_dark(
    rendered: Render, story: Document, kind: str, mode: str
) -> None:
    _, pdf = drawn(rendered, story, file_of(scene(mode=mode), kind))
    shown = pixels(image_of(pdf)).convert("L")
    assert shown.getpixel((20, 20)) < 40 < shown.getpixel((300, 20)) < 140


def test_a_picture_lies_as_its_camera_says(rendered: Render, story: Document) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # its right side is the top
    _, pdf = drawn(rendered, story, file_of(scene(), "JPEG", exif=exif))
    shown = pixels(image_of(pdf))
    assert shown.size == (200, 400)
    # The black corner of the upper left has come to the upper right.
    assert shown.getpixel((190, 20)) < 10


def test_a_grey_jpeg_is_taken_over_without_its_metadata(rendered: Render, story: Document) -> None:
    exif = Image.Exif()
    exif[0x010E] = "at the minister's home"
    for progressive in (False, True):
        content = file_of(scene(mode="L"), "JPEG", exif=exif, progressive=progressive, comment=b"x")
        content += b"a film of the minister"
        _, pdf = drawn(rendered, story, content)
        raw = image_of(pdf).read_raw_bytes()
        assert image_of(pdf).Filter == "/DCTDecode"
        assert raw == bare(content)
        assert b"minister" in content
        assert b"minister" not in raw
        assert Image.open(io.BytesIO(raw)).tobytes() == Image.open(io.BytesIO(content)).tobytes()


def test_a_colour_jpeg_is_taken_over_where_the_job_has_colours() -> None:
    content = file_of(scene(), "JPEG")
    gallery = Gallery({"a": content}, RGB)
    gallery.hang("a", COLUMN, 400)
    table = Objects()
    assert gallery.write(table) == "/P1 2 0 R"
    assert table.written[1].endswith(bare(content) + b"\nendstream")  # type: ignore[operator]
    assert b"/ColorSpace [/ICCBased 1 0 R]" in table.written[1]


@pytest.mark.parametrize(
    ("inks", "profile", "components"),
    [
        (Inks.BLACK, Profile.PRINT, 1),
        (Inks.CMYK, Profile.PRINT, 3),
        (Inks.BLACK, Profile.SCREEN, 3),
    ],
)
def test_pictures_have_the_colours_of_the_job(
    wire: Stylesheet, story: Document, inks: Inks, profile: Profile, components: int
) -> None:
    style = replace(wire, press=replace(wire.press, inks=inks))
    options = RenderOptions(resources={"ramp": file_of(scene())}, profile=profile)
    pdf = opened(render(replace(story, body=(Figure("ramp", "A ramp"),)), style, options))
    assert components == image_of(pdf).ColorSpace[1].N


def test_colours_of_a_wider_space_come_into_srgb() -> None:
    # Red and green exchanged: a profile by which the scene's red is a green.
    swapped = srgb_profile().replace(b"rXYZ", b"-XYZ").replace(b"gXYZ", b"rXYZ")
    swapped = swapped.replace(b"-XYZ", b"gXYZ").replace(
        b"desc\0\0\0\0\0\0\0\5sRGB", b"desc\0\0\0\0\0\0\0\5wide"
    )
    content = file_of(scene(), "PNG", icc_profile=swapped)
    gallery = Gallery({"a": content}, RGB)
    gallery.hang("a", COLUMN, 400)
    table = Objects()
    gallery.write(table)
    red, green, blue = zlib.decompress(table.written[1].split(b"stream\n")[1])[1200 * 10 + 900 :][
        :3
    ]
    assert green > 150 > 60 > red
    assert blue < 60


def test_a_jpeg_whose_segments_do_not_add_up_is_coded_anew(
    rendered: Render, story: Document
) -> None:
    """What its metadata are cannot be told, but decoders pass over what stands between them."""
    exif = Image.Exif()
    exif[0x010E] = "at the minister's home"
    content = file_of(scene(mode="L"), "JPEG", exif=exif)
    odd = content[:2] + b"\xff\x00" + content[2:]
    assert bare(odd) is None
    rendition, pdf = drawn(rendered, story, odd)
    raw = image_of(pdf).read_raw_bytes()
    assert "P005" not in codes(rendition)
    assert b"minister" not in rendition.content + raw
    sent, shown = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(raw))
    assert abs(sent.getpixel((300, 20)) - shown.getpixel((300, 20))) < 4


def _named(profile: bytes) -> bytes:
    """A profile that does not call itself sRGB."""
    return profile.replace(b"sRGB", b"wide")


@pytest.mark.parametrize("space", [GRAY, RGB], ids=["grey", "colours"])
@pytest.mark.parametrize(
    ("mode", "profile"),
    [
        ("L", _named(srgb_profile())),
        ("RGB", _named(gray_of_srgb())),
        ("CMYK", _named(gray_of_srgb())),
        ("L", b"no profile"),
        ("RGB", b"no profile"),
    ],
)
def test_a_profile_that_is_none_or_not_the_picture_s_is_passed_over(
    mode: str, profile: bytes, space: Space
) -> None:
    ramp = Image.linear_gradient("L").convert("RGB").convert(mode)
    shown = [
        Image.open(io.BytesIO(Raster(file_of(ramp, "JPEG", **more)).coded(space, 100).content))
        for more in ({"icc_profile": profile}, {})
    ]
    assert shown[0].mode == shown[1].mode == ("L" if mode == "L" else space.mode)
    for one, other in zip(*(each.convert("L").tobytes()[::997] for each in shown), strict=True):
        assert abs(one - other) < 4


class Objects:
    """An object table that keeps what is put into it."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def add(self, item: Raw) -> str:
        self.written.append(item.format(self))
        return f"{len(self.written)} 0 R"


def test_a_fine_picture_is_brought_to_300_pixels_to_the_inch(
    rendered: Render, story: Document
) -> None:
    _, pdf = drawn(rendered, story, file_of(scene(3000, 1500, "L"), "JPEG"))
    assert pixels(image_of(pdf)).width == round(COLUMN / 72 * 300)
    _, pdf = drawn(rendered, story, file_of(scene(1700, 900, "L"), "JPEG"))
    assert pixels(image_of(pdf)).width == 1700


def test_a_small_picture_is_not_blown_up(rendered: Render, story: Document) -> None:
    rendition, pdf = drawn(rendered, story, file_of(scene(100, 50)))
    left, foot, right, top = map(float, found(pdf, "Figure")[0].A.BBox)
    assert right - left == pytest.approx(72)
    assert top - foot == pytest.approx(36)
    assert "P052" in codes(rendition)


def test_a_tall_picture_takes_half_a_page_at_most(rendered: Render, story: Document) -> None:
    rendition, pdf = drawn(rendered, story, file_of(scene(600, 2400)))
    _, foot, _, top = map(float, found(pdf, "Figure")[0].A.BBox)
    # 28 lines of 12.25 points, from the capitals of the first to the baseline of the last.
    assert top - foot == pytest.approx(27.5 * 12.25, abs=0.01)
    assert 28 * 12.25 < (297 - 32 - 22) / 2 / 25.4 * 72 < 29 * 12.25
    assert codes(rendition) == []


def test_the_same_picture_is_embedded_once(rendered: Render, story: Document) -> None:
    figures = (Figure("ramp", "One"), Figure("ramp", "Two"), Figure("copy", "Three"))
    content = file_of(scene())
    rendition = rendered(replace(story, body=figures), resources={"ramp": content, "copy": content})
    pdf = opened(rendition)
    assert list(pdf.pages[0].Resources.XObject.keys()) == ["/P1"]
    assert len(found(pdf, "Figure")) == 3


def test_a_photograph_that_came_without_loss_is_coded_as_one(
    rendered: Render, story: Document
) -> None:
    grain = Image.effect_noise((800, 500), 12).convert("L")
    light = Image.radial_gradient("L").resize((800, 500))
    _, pdf = drawn(rendered, story, file_of(Image.blend(light, grain, 0.3)))
    assert image_of(pdf).Filter == "/DCTDecode"


# -- where it stands, and what a listener hears ---------------------------------------------------


def test_picture_caption_and_credit_belong_together(rendered: Render, story: Document) -> None:
    _, pdf = drawn(
        rendered, story, file_of(scene()), caption=(Text("The ramp on Monday"),), credit="Photo: X"
    )
    (group,) = found(pdf, "Div")
    assert outline(group) == ("Div\n  Figure /Block Alt=A ramp\n  Caption\n    P\n    P")


def test_a_picture_stands_on_the_grid_with_its_caption_on_the_same_page(
    rendered: Render, story: Document
) -> None:
    content = file_of(scene(800, 600))
    for lead in range(1, 9):
        body = (
            Paragraph.of(SENTENCE * lead * 3),
            Figure("ramp", "A ramp", (Text("The ramp"),), "Photo: X"),
            Paragraph.of(SENTENCE),
        )
        pdf = opened(rendered(replace(story, body=body), resources={"ramp": content}))
        (figure,), (caption,) = found(pdf, "Figure"), found(pdf, "Caption")
        assert {figure.Pg.objgen} == {kid.Pg.objgen for kid in caption.K}
        foot = float(figure.A.BBox[1])
        height = float(pdf.pages[0].TrimBox[3])
        from_top = height - foot - 32 / 25.4 * 72
        assert from_top / 12.25 % 1 == pytest.approx(0.75, abs=0.01)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")
def test_below_a_picture_without_a_caption_the_text_is_not_taken_for_one(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    body = (Figure("ramp", "A ramp"), Paragraph.of("Below stands text."))
    rendition = rendered(replace(story, body=body), resources={"ramp": file_of(scene(800, 400))})
    pdf = opened(rendition)
    foot = float(pdf.pages[0].TrimBox[3]) - float(found(pdf, "Figure")[0].A.BBox[1])
    (tmp_path / "story.pdf").write_bytes(rendition.content)
    command = ["pdftotext", "-bbox", str(tmp_path / "story.pdf"), "-"]
    shown = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    word = next(line for line in shown.splitlines() if ">Below<" in line)
    top = float(word.split('yMin="')[1].split('"')[0])
    assert top - foot > 12.25  # a line's height


def test_without_a_description_the_caption_is_read_out_and_without_both_nothing(
    rendered: Render, story: Document
) -> None:
    content = file_of(scene())
    rendition, pdf = drawn(rendered, story, content, alt=None, caption=(Text("The ramp"),))
    assert "P050" in codes(rendition)
    assert found(pdf, "Figure")[0].Alt == "The ramp"
    rendition, pdf = drawn(rendered, story, content, alt=" ", credit="Photo: X")
    assert "P051" in codes(rendition)
    assert not found(pdf, "Figure")
    assert len(found(pdf, "Caption")) == 1


def test_a_picture_in_a_quotation_is_set_in_with_it(rendered: Render, story: Document) -> None:
    body = (Quotation((Figure("ramp", "A ramp"),)),)
    pdf = opened(rendered(replace(story, body=body), resources={"ramp": file_of(scene())}))
    assert outline(found(pdf, "BlockQuote")[0]).splitlines()[1:] == [
        "  Div",
        "    Figure /Block Alt=A ramp",
    ]


def test_alternative_text_is_not_printed_beside_the_picture(
    rendered: Render, story: Document
) -> None:
    with_picture = drawn(rendered, story, file_of(scene()))[1]
    without = drawn(rendered, story, b"no picture")[1]
    assert len(found(without, "P")) == len(found(with_picture, "P")) + 1


# -- what cannot be drawn -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "neither"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "how large"),
        (file_of(scene(), "JPEG")[:900], "damaged"),
        (file_of(scene())[:200], "damaged"),
        (file_of(scene(), "TIFF"), "neither"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_the_reason(
    rendered: Render, story: Document, content: bytes, reason: str
) -> None:
    rendition, _ = drawn(rendered, story, content)
    (said,) = [each.message for each in rendition.diagnostics if each.code == "P005"]
    assert reason in said


def test_a_decompression_bomb_is_not_opened(rendered: Render, story: Document) -> None:
    bomb = bytearray(file_of(Image.new("1", (8, 8))))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    rendition, _ = drawn(rendered, story, bytes(bomb))
    (said,) = [each.message for each in rendition.diagnostics if each.code == "P005"]
    assert "more pixels" in said


@given(st.data())
@settings(suppress_health_check=list(HealthCheck), max_examples=150)
def test_a_damaged_picture_is_drawn_or_told_of(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]))
    content = bytearray(file_of(scene(40, 30), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(len(content) // 2, len(content)))]
    gallery = Gallery({"a": bytes(content)}, data.draw(st.sampled_from([GRAY, RGB])))
    try:
        picture = gallery.hang("a", 100, 100)
    except PictureError:
        return
    assert picture.width <= 100
    assert picture.height <= 100
    gallery.write(Objects())


def test_a_story_without_pictures_does_not_load_pillow_s_decoders() -> None:
    code = (
        "import sys, exporter; exporter.export('seeds/000_dba3573e3b48f2a6.txt', format='pdf');"
        "print([name for name in sys.modules if name in ('PIL.ImageCms', 'PIL.PngImagePlugin')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"


def test_the_greys_have_the_tone_curve_of_srgb() -> None:
    opened_profile = ImageCms.ImageCmsProfile(io.BytesIO(gray_of_srgb()))
    chart = Image.new("L", (1, 1), 128)
    lab = ImageCms.profileToProfile(
        chart, opened_profile, ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    # L* of sRGB's 128 is 53.6.
    lightness = lab.getpixel((0, 0))
    assert isinstance(lightness, tuple)
    assert lightness[0] / 255 * 100 == pytest.approx(53.6, abs=0.5)
    assert len(gray_of_srgb()) < 1024
