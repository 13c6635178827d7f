"""JPEG files less what cameras wrote into them, segment by segment (ITU-T T.81)."""

from __future__ import annotations

import pytest

from exporter.jpeg import bare

START = b"\xff\xd8"
CAMERA = b"\xff\xe1\x00\x08Exif!!"
TABLE = b"\xff\xdb\x00\x04\x00\x01"
SCAN = b"\xff\xda\x00\x04\x01\x02rest of the picture\xff\xd9"


def frame(marker: int = 0xC0, bits: int = 8) -> bytes:
    return bytes([0xFF, marker, 0, 5, bits, 1, 2])


def test_what_a_camera_wrote_is_left_out_and_all_else_is_kept():
    assert bare(START + CAMERA + TABLE + frame() + SCAN) == START + TABLE + frame() + SCAN


def test_fill_bytes_before_a_segment_are_passed_over():
    # B.1.1.2: any marker may be preceded by any number of fill bytes.
    assert bare(START + b"\xff\xff" + CAMERA + frame() + SCAN) == START + frame() + SCAN


@pytest.mark.parametrize("found", [frame(0xC3), frame(0xC9), frame(0xC1, 12)])
def test_a_coding_that_pdf_does_not_know_is_none(found):
    assert bare(START + found + SCAN) is None


@pytest.mark.parametrize("rest", [b"", b"x" * 9, TABLE, b"\xff\xdb\x90\x00ab", b"\xff\xff\xff"])
def test_a_file_without_a_scan_is_none(rest):
    assert bare(START + frame() + rest) is None
