"""D020 needs a file that is no Word file."""

from __future__ import annotations

from tests.renderers.docx.test_house import refusal


def test_what_is_no_word_file_is_an_error():
    assert refusal(b"%PDF-1.7").startswith("D020: ")
