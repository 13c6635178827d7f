"""D022 needs a Word file that reaches outside itself."""

from __future__ import annotations

from tests.renderers.docx.templates import with_link
from tests.renderers.docx.test_house import refusal


def test_a_link_to_a_file_is_an_error():
    assert refusal(with_link("file://server/share")).startswith("D022: ")
