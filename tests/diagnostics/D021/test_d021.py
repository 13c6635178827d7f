"""D021 needs a Word file with macros."""

from __future__ import annotations

from tests.renderers.docx.templates import changed, content, courier
from tests.renderers.docx.test_house import refusal


def test_a_macro_is_an_error():
    def macros(name: str, data: bytes) -> bytes:
        known = b"</Types>"
        macro = b'<Override PartName="/word/vbaProject.bin" ContentType="vbaProject"/>'
        return data.replace(known, macro + known) if name == "[Content_Types].xml" else data

    assert refusal(changed(content(courier()), macros)).startswith("D021: ")
