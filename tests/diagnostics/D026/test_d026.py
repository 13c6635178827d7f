"""D026 says that a template has no head or no foot."""

from __future__ import annotations

import docx

from exporter.renderers import HouseTemplate
from tests.renderers.docx.stories import PLAIN
from tests.renderers.docx.templates import content
from tests.renderers.docx.test_house import codes, dressed


def test_it_is_said():
    bare = HouseTemplate("bare.docx", content(docx.Document()))
    assert "D026 info" in codes(dressed(PLAIN, bare))
