"""Which pictures a book carries."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import pytest
from PIL import Image, ImageOps

from exporter.model import Figure, Text
from exporter.renderers.epub.pictures import Pictures
from tests.renderers.epub.conftest import XHTML
from tests.renderers.epub.stories import PLAIN
from tests.renderers.pictures import film, photograph, png, tagged

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def picture(kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 50).save(out, kind)
    return out.getvalue()


CARRIED = {
    "png": (png(), "image/png"),
    "jpg": (picture("JPEG"), "image/jpeg"),
    "gif": (picture("GIF"), "image/gif"),
    "webp": (picture("WEBP"), "image/webp"),
    "svg": (
        SVG.format('<!-- a ramp --><path id="a" d="M0 0"/><use xlink:href="#a"/>').encode(),
        "image/svg+xml",
    ),
}
DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)
REFUSED = {
    "script": SVG.format("<script>alert(1)</script>"),
    "handler": SVG.format('<path onclick="alert(1)"/>'),
    "reference": SVG.format('<image xlink:href="https://example.org/a.png"/>'),
    "data": SVG.format('<image href="data:image/png;base64,AA=="/>'),
    "style": SVG.format("<style>@import 'https://example.org/a.css';</style>"),
    "url": SVG.format('<path fill="url(https://example.org/a)"/>'),
    "attribute style": SVG.format("<path style=\"fill:url( '//example.org/a' )\"/>"),
    "foreign": SVG.format("<foreignObject/>"),
    "entities": '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
    "instruction": '<?xml-stylesheet href="a.css"?><!-- --> ' + SVG.format(""),
    "broken": "<svg",
    "other": '<html><svg xmlns="http://www.w3.org/2000/svg"/></html>',
}


@pytest.mark.parametrize("turn", range(1, 9))
def test_what_a_camera_wrote_into_its_file_is_not_carried(turn):
    sent = photograph(turn)
    assert b"minister" in sent
    found, _ = Pictures({"a": sent}).take("a")
    assert found is not None
    assert b"minister" not in found.content
    shown, upright = (Image.open(io.BytesIO(each)) for each in (found.content, sent))
    assert shown.size == ImageOps.exif_transpose(upright).size
    assert shown.info["icc_profile"] == upright.info["icc_profile"]
    assert not shown.getexif()


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
@pytest.mark.parametrize("turn", [1, 3, 6])
def test_nor_is_what_a_program_wrote_into_a_png_or_webp(kind, turn):
    sent = tagged(kind, turn)
    assert b"minister" in sent
    found, _ = Pictures({"a": sent}).take("a")
    assert found is not None
    assert b"minister" not in found.content
    shown, upright = (Image.open(io.BytesIO(each)) for each in (found.content, sent))
    assert shown.format == kind
    assert shown.size == ImageOps.exif_transpose(upright).size
    assert shown.info["icc_profile"] == upright.info["icc_profile"]
    assert not shown.getexif()
    if turn == 1:
        assert shown.tobytes() == upright.tobytes()


def test_a_picture_that_moves_goes_on_moving_without_its_metadata():
    exif = Image.Exif()
    exif[0x010E] = "at the minister's home"
    exif[0x0112] = 6
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], exif=exif)
    found, _ = Pictures({"a": out.getvalue()}).take("a")
    assert found is not None
    assert b"minister" not in found.content
    assert Image.open(io.BytesIO(found.content)).n_frames == 3


@pytest.mark.parametrize("turn", [1, 6])
def test_nor_are_the_pictures_behind_the_one_that_is_shown(turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    shown, behind = (Image.effect_noise((60, 40), 50) for _ in range(2))
    out = io.BytesIO()
    shown.save(out, "MPO", save_all=True, append_images=[behind], exif=exif)
    found, _ = Pictures({"a": out.getvalue()}).take("a")
    assert found is not None
    assert found.name.endswith(".jpg")
    taken = Image.open(io.BytesIO(found.content))
    assert (taken.format, getattr(taken, "n_frames", 1)) == ("JPEG", 1)
    assert taken.size == ((60, 40) if turn == 1 else (40, 60))


def test_nor_is_what_a_program_wrote_into_a_gif_which_goes_on_moving():
    assert b"minister" in film()
    found, _ = Pictures({"a": film()}).take("a")
    assert found is not None
    assert b"minister" not in found.content
    assert Image.open(io.BytesIO(found.content)).n_frames == 3


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_with_damaged_metadata_costs_no_traceback(kind):
    sent = tagged(kind).replace(b"MM\0*", b"MM\0\xff").replace(b"II*\0", b"II\xff\0")
    found, reason = Pictures({"a": sent}).take("a")
    assert (found is None) == bool(reason)
    assert found is None or b"minister" not in found.content


@pytest.mark.parametrize("suffix", CARRIED)
def test_a_picture_is_known_by_its_first_bytes(suffix):
    content, media_type = CARRIED[suffix]
    pictures = Pictures({"anything.txt": content})
    picture, _ = pictures.take("anything.txt")
    assert picture is not None
    assert (picture.name, picture.media_type) == (f"images/picture-1.{suffix}", media_type)
    assert pictures.all() == (picture,)


@pytest.mark.parametrize("fault", REFUSED)
def test_a_drawing_that_runs_or_reaches_out_is_refused(fault):
    picture, reason = Pictures({"a": REFUSED[fault].encode()}).take("a")
    assert picture is None
    assert reason.startswith("it is")


def test_a_drawing_of_the_standard_s_document_type_is_carried_without_it():
    drawing = SVG.format('<path d="M0 0h9"/>')
    found, reason = Pictures({"a": (DOCTYPE + drawing).encode()}).take("a")
    assert not reason
    assert found is not None
    assert found.content == ('<?xml version="1.0"?>' + drawing).encode()


def test_what_is_no_picture_is_refused():
    assert Pictures({"a": b"%PDF-1.7"}).take("a")[0] is None
    assert Pictures({}).take("a")[0] is None


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "webp"])
def test_a_damaged_picture_is_refused_and_its_words_are_kept(suffix, bind):
    content, _ = CARRIED[suffix]
    damaged = content[: len(content) // 2]
    assert Pictures({"a": damaged}).take("a") == (None, "it is damaged")
    figure = Figure("a", "A ramp", (Text("The ramp at low tide."),))
    book = bind(replace(PLAIN, body=(figure,)), resources={"a": damaged})
    assert "E003" in book.codes()
    assert book.story.find(f".//{XHTML}figcaption").text == "The ramp at low tide."


def test_a_picture_of_more_pixels_than_can_be_shown_is_refused():
    content = bytearray(png())
    # IHDR's width and height, and its checksum.
    content[16:24] = struct.pack(">II", 60_000, 60_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    _, reason = Pictures({"a": bytes(content)}).take("a")
    assert "more pixels" in reason
