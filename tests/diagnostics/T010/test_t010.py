"""T010: an input made of changes fills no memory with them."""

from __future__ import annotations

import pytest

from exporter.model import Paragraph
from exporter.stylesheet import Stylesheet
from exporter.typography import refine
from tests.typography.stories import story


@pytest.mark.parametrize("more", [1, 300])
def test_changes_beyond_the_listed_ones_are_counted(more: int, wire: Stylesheet) -> None:
    sent = Paragraph.of("it's " * (2000 + more))
    document, diagnostics = refine(story(body=(sent,)), wire.house)
    assert "'" not in document.body[0].text
    *listed, last = diagnostics
    assert {one.code for one in listed} == {"T002"}
    assert len(listed) == 2000
    assert str(last) == f"story.txt: info T010: changes by rule T002 that are not listed: {more}"


def test_marks_without_partner_beyond_the_listed_ones_are_counted(wire: Stylesheet) -> None:
    sent = [Paragraph.of("He said “one.") for _ in range(2003)]
    _, diagnostics = refine(story(body=tuple(sent)), wire.house)
    assert [one.code for one in diagnostics].count("T009") == 2000
    assert diagnostics[-1].message == "changes by rule T009 that are not listed: 3"
