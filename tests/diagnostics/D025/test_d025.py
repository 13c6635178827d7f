"""D025 says that a style that the exporter alone has is missing."""

from __future__ import annotations

from tests.renderers.docx.stories import RICH
from tests.renderers.docx.test_house import codes, dressed


def test_it_is_said():
    assert "D025 info" in codes(dressed(RICH))
