"""Which pictures a book carries."""

from __future__ import annotations

import pytest

from exporter.renderers.epub.pictures import Pictures
from tests.renderers.pictures import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
CARRIED = {
    "png": (png(), "image/png"),
    "jpg": (b"\xff\xd8\xff\xe0" + bytes(9), "image/jpeg"),
    "gif": (b"GIF87a" + bytes(9), "image/gif"),
    "webp": (b"RIFF1234WEBPVP8 ", "image/webp"),
    "svg": (SVG.format('<path id="a" d="M0 0"/><use xlink:href="#a"/>').encode(), "image/svg+xml"),
}
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


def test_what_is_no_picture_is_refused():
    assert Pictures({"a": b"%PDF-1.7"}).take("a")[0] is None
    assert Pictures({}).take("a")[0] is None
