"""Pictures are decoded before they are taken over: what Word could not show costs a diagnostic."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from exporter.model import Figure, Paragraph, Text
from exporter.pictures.errors import PictureError
from exporter.renderers.docx import render
from exporter.renderers.docx.pictures import Picture, picture
from tests.renderers.docx.reading import find, members, part, styled
from tests.renderers.docx.stories import OPTIONS, PLAIN
from tests.renderers.pictures import film, photograph, png, tagged

ORIENTATION = 0x0112


def coded(form: str, mode: str = "RGB", size: tuple[int, int] = (30, 20), **options) -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size).save(out, form, **options)
    return out.getvalue()


def lying(turn: int) -> bytes:
    """A JPEG whose camera was held so."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    return coded("JPEG", exif=exif)


@pytest.mark.parametrize(
    ("content", "suffix", "size"),
    [
        (png(90, 50), "png", (90, 50)),
        (coded("GIF", "P"), "gif", (30, 20)),
        (coded("JPEG"), "jpg", (30, 20)),
        (coded("JPEG", "L"), "jpg", (30, 20)),
        (coded("JPEG", "CMYK"), "jpg", (30, 20)),
    ],
)
def test_what_word_can_show_is_taken_over_as_it_is(content, suffix, size):
    found = picture(content)
    assert found == Picture(suffix, found.media_type, *size, content)


def test_what_a_camera_wrote_into_its_file_is_not_taken_over():
    assert b"minister" not in picture(photograph(turn=6)).content
    home = photograph()
    assert b"minister" in home
    found = picture(home)
    assert b"minister" not in found.content
    shown, sent = (Image.open(io.BytesIO(each)) for each in (found.content, home))
    assert shown.tobytes() == sent.tobytes()
    assert shown.info["icc_profile"] == sent.info["icc_profile"]


def test_nor_is_what_a_program_wrote_into_a_gif_which_goes_on_moving():
    found = picture(film())
    assert (found.media_type, b"minister" in found.content) == ("image/gif", False)
    assert Image.open(io.BytesIO(found.content)).n_frames == 3


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize("turn", [1, 6])
def test_nor_is_what_a_program_wrote_into_a_png_or_webp(kind, mode, turn):
    sent = tagged(kind, turn, mode=mode)
    assert b"minister" in sent
    found = picture(sent)
    assert b"minister" not in found.content
    shown = Image.open(io.BytesIO(found.content))
    assert shown.info["icc_profile"] == Image.open(io.BytesIO(sent)).info["icc_profile"]
    assert not shown.getexif()


@pytest.mark.parametrize("turn", range(2, 9))
def test_a_picture_that_lies_is_set_upright(turn):
    found = picture(lying(turn))
    assert (found.width, found.height) == ((20, 30) if turn >= 5 else (30, 20))
    assert Image.open(io.BytesIO(found.content)).getexif().get(ORIENTATION, 1) == 1


def test_a_picture_whose_file_lacks_its_end_is_coded_anew():
    """What could be metadata in what is left cannot be told, but every pixel is there."""
    whole = png()
    found = picture(whole[:-12])
    assert found.suffix == "jpg"
    shown, sent = (Image.open(io.BytesIO(each)) for each in (found.content, whole))
    assert (shown.size, shown.mode) == (sent.size, sent.mode)
    assert shown.getextrema() == sent.getextrema()


@pytest.mark.parametrize(("mode", "suffix"), [("RGB", "jpg"), ("RGBA", "png")])
def test_what_word_does_not_know_is_coded_anew(mode, suffix):
    found = picture(coded("WEBP", mode))
    assert (found.suffix, found.width, found.height) == (suffix, 30, 20)
    assert picture(coded("WEBP", mode)) == found, "the same bytes each time"


def _claiming(pixels: int) -> bytes:
    """A PNG that says it is so high and wide."""
    head = b"IHDR" + pixels.to_bytes(4, "big") * 2 + png()[24:29]
    return png()[:12] + head + zlib.crc32(head).to_bytes(4, "big") + png()[33:]


DAMAGED = [
    (png()[:60], "it is damaged"),
    (coded("JPEG", size=(600, 400))[:700], "it is damaged"),
    (b"", "damaged"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither"),
    (b"BM12345678", "neither"),
    (png()[:16] + b"\0\1\0\0\0\1\0\0" + png()[24:], "damaged"),
    (_claiming(60_000), "more pixels than any page"),
]


@pytest.mark.parametrize(("content", "reason"), DAMAGED)
def test_what_cannot_be_decoded_is_no_picture(content, reason):
    with pytest.raises(PictureError, match=reason):
        picture(content)


@pytest.mark.parametrize("content", [content for content, _ in DAMAGED])
def test_the_words_of_a_damaged_picture_stay(wire, content):
    story = replace(
        PLAIN, body=(Figure("wall.png", "A low wall.", (Text("The wall."),), "J. Doe"),)
    )
    rendition = render(story, wire, replace(OPTIONS, resources={"wall.png": content}))
    assert [f"{each.code} {each.severity}" for each in rendition.diagnostics] == ["D003 warning"]
    assert styled(rendition, "PictureDescription") == ["A low wall."]
    assert styled(rendition, "Caption") == ["The wall.\nJ. Doe\u00a0■"]
    assert not find(part(rendition), "//w:drawing")
    assert not [name for name in members(rendition) if "media" in name]


@given(st.binary(), st.sampled_from([b"", png(), coded("JPEG")[:200], b"GIF87a", b"RIFF"]))
def test_no_bytes_raise_anything_else(content, start):
    try:
        found = picture(start + content)
    except PictureError:
        return
    assert min(found.width, found.height) > 0


@pytest.mark.parametrize(("words", "style"), [("The wall.", "Figure"), ("", "FigureAlone")])
def test_below_a_picture_without_a_caption_there_is_a_line_of_space(wire, words, style):
    caption = (Text(words),) if words else ()
    story = replace(PLAIN, body=(Figure("wall.png", "A low wall.", caption), Paragraph.of("On.")))
    rendition = render(story, wire, replace(OPTIONS, resources={"wall.png": png()}))
    (shown,) = find(part(rendition), "//w:p[.//w:drawing]/w:pPr/w:pStyle/@w:val")
    assert shown == style
    (after,) = find(
        part(rendition, "word/styles.xml"),
        f"//w:style[@w:styleId='{style}']/w:pPr/w:spacing/@w:after",
    )
    assert (int(after) >= wire.page.grid.twips) == (not words)
