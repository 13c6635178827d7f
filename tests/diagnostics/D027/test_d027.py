"""D027 says that a template has words of its own."""

from __future__ import annotations

from tests.renderers.docx.stories import RICH
from tests.renderers.docx.test_house import codes, dressed


def test_it_is_said():
    assert "D027 info" in codes(dressed(RICH))
