"""JPEG files less what cameras wrote into them, segment by segment (ITU-T T.81)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.pictures.jpeg import bare

START = b"\xff\xd8"
CAMERA = b"\xff\xe1\x00\x08Exif!!"
TABLE = b"\xff\xdb\x00\x04\x00\x01"
SCAN = b"\xff\xda\x00\x04\x01\x02rest of the picture\xff\xd9"


def frame(marker: int = 0xC0, bits: int = 8) -> bytes:
    return bytes([0xFF, marker, 0, 5, bits, 1, 2])


def test_what_a_camera_wrote_is_left_out_and_all_else_is_kept():
    assert bare(START + CAMERA + TABLE + frame() + SCAN) == START + TABLE + frame() + SCAN


FILM = b"\x00\x00\x00\x18ftypmp42, and where it was taken"


def test_what_follows_the_end_of_the_picture_is_left_out():
    told = START + TABLE + frame() + SCAN
    assert bare(told + FILM) == told
    assert bare(told + START + CAMERA + frame() + SCAN) == told


def test_a_picture_of_several_scans_is_whole_and_bare():
    scans = [b"\xff\xda\x00\x04\x01\x02one\xff\x00two\xff\xd0three", TABLE, SCAN]
    told = START + frame(0xC2) + b"".join(scans)
    assert bare(told) == told
    assert bare(START + frame(0xC2) + CAMERA.join(scans) + FILM) == told


@pytest.mark.parametrize("cut", range(1, 8))
def test_a_picture_that_is_cut_off_ends_where_it_does(cut):
    told = (START + frame() + SCAN)[:-cut]
    assert bare(told) == told


@given(st.binary(), st.booleans())
def test_no_bytes_are_too_strange(content, profiled):
    for told in (content, START + content, START + frame() + SCAN[:-2] + content):
        found = bare(told, profiled=profiled)
        assert found is None or len(found) <= len(told)


def test_fill_bytes_before_a_segment_are_passed_over():
    # B.1.1.2: any marker may be preceded by any number of fill bytes.
    assert bare(START + b"\xff\xff" + CAMERA + frame() + SCAN) == START + frame() + SCAN


@pytest.mark.parametrize("found", [frame(0xC3), frame(0xC9), frame(0xC1, 12)])
def test_a_coding_that_pdf_does_not_know_is_none(found):
    assert bare(START + found + SCAN) is None


@pytest.mark.parametrize("rest", [b"", b"x" * 9, TABLE, b"\xff\xdb\x90\x00ab", b"\xff\xff\xff"])
def test_a_file_without_a_scan_is_none(rest):
    assert bare(START + frame() + rest) is None
