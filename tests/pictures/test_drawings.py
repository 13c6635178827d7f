"""Drawings are read without their document type, and never with entities."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.pictures.drawings import is_drawing, parsed, without_type
from exporter.pictures.errors import PictureError

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
PUBLIC = (
    b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n'
    b'  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)


@pytest.mark.parametrize(
    "kind",
    [
        PUBLIC,
        b"<!DOCTYPE svg>",
        b"<!DOCTYPE svg:svg SYSTEM 'svg11.dtd' >",
        PUBLIC[:-1] + b" [ ]>",
        b"",
    ],
)
@pytest.mark.parametrize(
    "before",
    [b"", DECLARATION, b"\xef\xbb\xbf" + DECLARATION, DECLARATION + b"<!-- by > hand -->\n"],
)
def test_an_ordinary_document_type_is_taken_out_and_all_else_stays(before, kind):
    assert without_type(before + kind + DRAWING) == before + DRAWING
    assert parsed(before + kind + DRAWING).get("viewBox") == "0 0 9 9"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n  ", DECLARATION, PUBLIC * 99])
def test_a_drawing_is_known_by_how_it_begins(before):
    assert is_drawing(before + DRAWING)


@pytest.mark.parametrize("sent", [b"", b"<p>", b"\x89PNG\r\n\x1a\n<svg", b"svg"])
def test_what_only_names_svg_is_no_drawing(sent):
    assert not is_drawing(sent)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING, "entities"),
        (PUBLIC[:-1] + b' [<!ENTITY a "b">]>' + DRAWING, "entities"),
        (b"<!DOCTYPE svg [%a;]>" + DRAWING, "entities"),
        (b"<!DOCTYPE svg " + DRAWING, "entities"),
        (b"<!DOCTYPE svg>" + PUBLIC + DRAWING, "entities"),
        (('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg [<!ENTITY a "b">]>'
          + DRAWING.decode()).encode("utf-16"), "entities"),
        (PUBLIC + DRAWING.replace(b"<path", b"&nbsp;<path"), "not well-formed"),
        (b"<!-- <svg", "not well-formed"),
        (b"", "not well-formed"),
        (b"<svg/>", "not a drawing"),
        (DRAWING + b" " * 2_000_000, "too large"),
    ],
)  # fmt: skip
def test_what_is_no_plain_drawing_is_refused_with_the_reason(sent, reason):
    with pytest.raises(PictureError, match=reason):
        parsed(sent)


@given(
    st.binary(), st.sampled_from([b"", b"<!DOCTYPE svg ", b"<!--", b"<?xml ", b"<svg ", DRAWING])
)
def test_no_bytes_raise_anything_else(content, begin):
    with suppress(PictureError):
        assert parsed(begin + content).tag.endswith("svg")
