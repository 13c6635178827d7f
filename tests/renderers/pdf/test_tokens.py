"""Every token of a stylesheet is read for the PDF, or declared as one that is not."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from exporter.model import Document, PubStatus, SourceText
from exporter.renderers import Profile, RenderOptions
from exporter.renderers.pdf import UNSUPPORTED, render
from exporter.stylesheet import Stylesheet, load
from tests.renderers.pdf.conftest import every_part
from tests.tokens import Recorder, is_declared, paths

WIRE = load("wire")[0]


def stories() -> list[Document]:
    """What needs every token between them: all parts, all statuses, all agencies."""
    story = every_part()
    assert story.dateline
    return [
        replace(story, title_derived=True, end_mark=None, embargo=SourceText("FOR RELEASE")),
        *(replace(story, pub_status=status) for status in PubStatus),
        *(replace(story, dateline=replace(story.dateline, agency=tag)) for tag in WIRE.agencies),
    ]


@pytest.fixture(scope="module")
def read() -> set[str]:
    seen: set[str] = set()
    columns = (
        WIRE.data_column,
        replace(WIRE.data_column, show=False),
        replace(WIRE.data_column, fields=("place",)),
    )
    for column in columns:
        style = Recorder(replace(WIRE, data_column=column), seen)
        for story in stories():
            render(story, cast("Stylesheet", style), RenderOptions())
    for options in (RenderOptions(profile=Profile.SCREEN), RenderOptions(marks=True)):
        render(every_part(), cast("Stylesheet", Recorder(WIRE, seen)), options)
    return seen


@pytest.mark.parametrize("path", paths(WIRE))
def test_a_token_is_read_or_declared(path: str, read: set[str]) -> None:
    assert (path in read) is not is_declared(path, UNSUPPORTED)
