"""WebP files less what cameras and programs wrote into them, chunk by chunk."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.pictures.webp import bare


def chunk(name: bytes, data: bytes = b"home") -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def file(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def extended(flags: int) -> bytes:
    return chunk(b"VP8X", bytes([flags]) + bytes(9))


PIXELS = chunk(b"VP8 ", b"odd")
ALPHA, PROFILE, EXIF, XMP = 0x10, 0x20, 0x08, 0x04


def test_what_says_where_and_by_whom_a_picture_was_made_is_left_out():
    told = file(extended(ALPHA | EXIF | XMP), PIXELS, chunk(b"EXIF"), chunk(b"XMP ", b"a"))
    assert bare(told) == file(extended(ALPHA), PIXELS)


def test_a_chunk_that_nobody_knows_is_left_out():
    assert bare(file(extended(0), chunk(b"C2PA"), PIXELS)) == file(extended(0), PIXELS)


@pytest.mark.parametrize("name", [b"ICCP", b"ALPH", b"ANIM", b"ANMF", b"VP8L"])
def test_what_says_how_a_picture_looks_is_kept(name):
    told = file(extended(PROFILE), chunk(name, b"odd"), PIXELS)
    assert bare(told) == told


def test_what_follows_the_end_is_left_out():
    assert bare(file(PIXELS) + b"home") == file(PIXELS)


def test_a_file_without_a_picture_is_none():
    assert bare(file(extended(0), chunk(b"EXIF"))) is None


@pytest.mark.parametrize("length", range(len(file(PIXELS))))
def test_a_file_that_is_cut_off_is_none(length):
    assert bare(file(PIXELS)[:length]) is None


def test_a_chunk_longer_than_its_file_is_none():
    assert bare(file(PIXELS, b"VP8 \xff\xff\xff\xff")) is None


@given(st.binary())
def test_no_bytes_are_too_strange(content):
    for told in (content, file(content), file(PIXELS, content)):
        found = bare(told)
        assert found is None or len(found) <= len(told)
