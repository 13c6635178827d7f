"""PNG files less what cameras and programs wrote into them, chunk by chunk."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.pictures.png import bare
from tests.renderers.pictures import png

START = png()[:8]


def chunk(name: bytes, data: bytes = b"home") -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HEADER, PIXELS, END = chunk(b"IHDR", bytes(13)), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")


@pytest.mark.parametrize("name", [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"caBX", b"prVt"])
def test_what_says_where_and_by_whom_a_picture_was_made_is_left_out(name):
    told = START + HEADER + chunk(name) + PIXELS + chunk(name) + END
    assert bare(told) == START + HEADER + PIXELS + END


@pytest.mark.parametrize(
    "name", [b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"pHYs", b"tRNS", b"PLTE", b"acTL", b"fdAT"]
)
def test_what_says_how_a_picture_looks_is_kept(name):
    told = START + HEADER + chunk(name) + PIXELS + END
    assert bare(told) == told


def test_what_follows_the_end_is_left_out():
    assert bare(png() + b"an earlier, larger picture") == png()


def test_a_picture_without_metadata_is_the_same():
    assert bare(png()) == png()


@pytest.mark.parametrize("length", range(len(png())))
def test_a_file_that_is_cut_off_is_none(length):
    assert bare(png()[:length]) is None


@given(st.binary())
def test_no_bytes_are_too_strange(content):
    for told in (content, START + content, START + HEADER + content):
        found = bare(told)
        assert found is None or len(found) <= len(told)
