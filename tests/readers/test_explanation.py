"""For every line it can be said what it was taken for, and why."""

from __future__ import annotations

import pytest
from hypothesis import given

from exporter.diagnostics import ReadError
from exporter.model import to_json
from exporter.readers import explain, read
from tests.conftest import SEED
from tests.readers.conftest import STORIES
from tests.readers.test_nothing_is_lost import wire_text


def explained(data: bytes) -> set[int]:
    return {
        number
        for each in explain(data, "story.txt")
        for number in range(each.lines.first, each.lines.last + 1)
    }


@pytest.mark.parametrize("path", [SEED, *sorted(STORIES.glob("*.txt"))], ids=lambda path: path.stem)
def test_every_line_of_a_story_is_explained(path):
    text = path.read_bytes().decode("utf-8", "replace")
    markers = set(" *_-\t\x01\x02\x03\x04")
    lines = text.replace("\r\n", "\n").split("\n")
    full = {number for number, line in enumerate(lines, 1) if set(line.strip()) - markers}
    assert full <= explained(path.read_bytes())


def test_each_explanation_has_its_reason():
    data = SEED.read_bytes()
    found = {each.part: each.why for each in explain(data, SEED.name)}
    assert {"ed_note", "byline", "dateline", "paragraph", "crosshead", "credits"} == set(found)
    assert found["byline"] == "says By"
    assert all(found.values())


@given(text=wire_text)
def test_what_is_explained_is_what_is_read(text):
    data = text.encode()
    try:
        document = read(data, "story.txt")
    except ReadError:
        with pytest.raises(ReadError):
            explain(data, "story.txt")
        return
    numbers = explained(data)
    parts = (*document.body, *document.ed_note, *document.credits, *document.boilerplate)
    assert {part.lines.first for part in parts if part.lines} <= numbers


def test_a_format_that_says_itself_what_its_parts_are_is_its_own_reason():
    import json

    data = json.dumps(to_json(read(SEED.read_bytes(), SEED.name))).encode()
    found = explain(data, "story.json")
    assert {each.part for each in found} >= {"byline", "paragraph", "ed_note"}
    assert {each.why for each in found} == {"the exporter's own JSON says so"}


def test_of_several_stories_the_one_that_is_read_is_explained():
    import json

    items = [
        {"uri": "urn:a", "language": tag, "headline": "Ice", "body_text": body}
        for tag, body in (("en", "It closed."), ("sv", ">>> bilder\n\nDen stängde."))
    ]
    data = json.dumps(items, indent=1).encode()
    with pytest.raises(ReadError, match="R043"):
        explain(data, "story.json")
    found = explain(data, "story.json", language="sv")
    document = read(data, "story.json", language="sv")
    assert {each.lines for each in found if each.part == "paragraph"} == {
        block.lines for block in document.body
    }
