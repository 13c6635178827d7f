"""GIF files less what programs wrote into them, block by block."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from exporter.pictures.gif import bare


def blocks(*contents: bytes) -> bytes:
    return b"".join(bytes([len(each)]) + each for each in contents) + b"\0"


def extension(label: int, *contents: bytes) -> bytes:
    return bytes([0x21, label]) + blocks(*contents)


COLOURS = bytes(6)
START = b"GIF89a" + bytes([2, 0, 2, 0, 0x80, 0, 0]) + COLOURS
PICTURE = b"\x2c" + bytes(8) + b"\x80" + COLOURS + b"\x02" + blocks(b"odd", b"home")
END = b";"
LOOP = extension(0xFF, b"NETSCAPE2.0", b"\1\0\0")


@pytest.mark.parametrize(
    "said",
    [
        extension(0xFE, b"the minister", b"at home"),
        extension(0xFF, b"XMP DataXMP", b"<x>the minister</x>"),
        extension(0xFF, b"C2PA_GIF\1\0\0", b"by a machine"),
        extension(0xCE, b"nobody knows"),
    ],
)
def test_what_says_where_and_by_whom_a_picture_was_made_is_left_out(said):
    assert bare(START + said + PICTURE + said + END) == START + PICTURE + END


@pytest.mark.parametrize(
    "kept",
    [
        LOOP,
        extension(0xFF, b"ICCRGBG1012", b"a profile"),
        extension(0xF9, b"\4\0\0\0"),
        extension(0x01, bytes(12), b"drawn words"),
        PICTURE,
    ],
)
def test_what_says_how_a_picture_looks_and_moves_is_kept(kept):
    told = START + kept + PICTURE + END
    assert bare(told) == told


def test_what_follows_the_end_is_left_out():
    assert bare(START + PICTURE + END + b"an earlier picture") == START + PICTURE + END


def test_an_end_that_is_missing_is_put_there():
    assert bare(START + PICTURE) == START + PICTURE + END


@pytest.mark.parametrize("length", range(1, len(PICTURE)))
def test_a_file_that_is_cut_off_is_none(length):
    assert bare(START + PICTURE + PICTURE[:length]) is None


def test_a_block_that_is_none_is_none():
    assert bare(START + b"?" + PICTURE + END) is None


def test_a_film_of_pillow_s_goes_on_moving():
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], comment=b"the minister", loop=0
    )
    found = bare(out.getvalue())
    assert found is not None
    assert b"minister" not in found
    shown = Image.open(io.BytesIO(found))
    assert (shown.n_frames, shown.info["loop"]) == (3, 0)


@given(st.binary())
def test_no_bytes_are_too_strange(content):
    for told in (content, START + content, START + PICTURE + content):
        found = bare(told)
        assert found is None or len(found) <= len(told) + 1
