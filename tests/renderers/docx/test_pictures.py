"""Pictures by their first bytes."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.renderers.docx.pictures import picture
from tests.renderers.pictures import png

GIF = b"GIF89a" + struct.pack("<HH", 30, 20) + b"\0\0\0;"
_APP0 = b"\xff\xe0" + struct.pack(">H", 4) + b"JF"
_FRAME = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, 20, 30, 1) + b"\1\x11\0"
JPEG = b"\xff\xd8" + _APP0 + b"\xff" + _FRAME + b"\xff\xda"


@pytest.mark.parametrize(
    ("content", "suffix", "size"),
    [(png(90, 50), "png", (90, 50)), (GIF, "gif", (30, 20)), (JPEG, "jpg", (30, 20))],
)
def test_type_and_size_are_in_the_first_bytes(content, suffix, size):
    found = picture(content)
    assert found is not None
    assert (found.suffix, (found.width, found.height)) == (suffix, size)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"BM12345678", b"<svg/>", png()[:15], GIF[:7], JPEG[:8], b"\xff\xd8\xff\xda\0\2",
        b"GIF89a" + struct.pack("<HH", 0, 20), b"\xff\xd8" + _APP0 + b"nothing",
    ],
)  # fmt: skip
def test_what_is_cut_short_empty_or_of_another_kind_is_no_picture(content):
    assert picture(content) is None


@given(st.binary(), st.sampled_from([b"", b"\xff\xd8\xff", b"GIF87a", b"\x89PNG\r\n\x1a\n"]))
def test_no_bytes_raise(content, start):
    found = picture(start + content)
    assert found is None or min(found.width, found.height) > 0
