"""T011: an input made of quotation marks costs no time."""

from __future__ import annotations

import pytest

from exporter.model import Paragraph
from exporter.stylesheet import Stylesheet
from exporter.typography import refine
from tests.typography.stories import story


@pytest.mark.parametrize("body", [('"' * 1_000_000,), ('"a" ' * 20,) * 2000], ids=["one", "many"])
def test_more_marks_than_any_story_has_stay_as_sent(
    wire: Stylesheet, body: tuple[str, ...]
) -> None:
    document = story(body=tuple(map(Paragraph.of, (*body, "to 5 km -- and on"))))
    refined, diagnostics = refine(document, wire.house)
    assert refined.body[:-1] == document.body[:-1]
    assert refined.body[-1] == Paragraph.of("to 5\u00a0km\u00a0\u2013 and on")
    assert [one.code for one in diagnostics if one.severity == "warning"] == ["T011"]
    assert refine(refined, wire.house)[0] == refined
