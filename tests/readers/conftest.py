"""Stories to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.model import Document
from exporter.readers import read

STORIES = Path(__file__).parent.parent / "stories"


def story(name: str) -> Document:
    """One of the stories that the tests share."""
    path = STORIES / f"{name}.txt"
    return read(path.read_bytes(), path.name)


def of(text: str, name: str = "story.txt") -> Document:
    """The document of a text."""
    return read(text.encode("utf-8"), name)


def codes(document: Document) -> list[str]:
    """The codes of its diagnostics."""
    return [diagnostic.code for diagnostic in document.diagnostics]


@pytest.fixture(params=sorted(path.stem for path in STORIES.glob("*.txt")))
def any_story(request: pytest.FixtureRequest) -> Document:
    """Each of the shared stories."""
    return story(request.param)
