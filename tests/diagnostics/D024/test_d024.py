"""D024 says that a style of Word's that a house's look is made of is missing."""

from __future__ import annotations

from tests.renderers.docx.stories import RICH
from tests.renderers.docx.test_house import codes, dressed


def test_it_is_said():
    assert "D024 warning" in codes(dressed(RICH))
