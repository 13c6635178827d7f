"""D023 needs a Word file that declares entities or the like."""

from __future__ import annotations

from tests.renderers.docx.templates import with_header_of
from tests.renderers.docx.test_house import refusal


def test_an_embedded_object_is_an_error():
    assert refusal(with_header_of("<w:r><w:object/></w:r>")).startswith("D023: ")
