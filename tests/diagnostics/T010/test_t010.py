"""T010: an input made of changes fills no memory with them."""

from __future__ import annotations

from exporter.model import Paragraph
from exporter.stylesheet import Stylesheet
from exporter.typography import refine
from tests.typography.stories import story


def test_changes_beyond_the_listed_ones_are_counted(wire: Stylesheet) -> None:
    document, diagnostics = refine(story(body=(Paragraph.of("it's " * 2300),)), wire.house)
    assert "'" not in document.body[0].text
    *listed, last = diagnostics
    assert {one.code for one in listed} == {"T002"}
    assert len(listed) == 2000
    assert str(last) == "story.txt: info T010: 300 more changes by rule T002, not listed"
