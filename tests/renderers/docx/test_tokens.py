"""Every token of a stylesheet changes the file or is declared as one that cannot, never both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.renderers.docx import UNSUPPORTED, render
from exporter.stylesheet import Stylesheet, load
from tests.renderers.docx.stories import DERIVED, EMBARGOED, KILLED, OPTIONS, RELEASED, RICH
from tests.tokens import check_declarations, check_tokens, sections

WIRE = load("wire")[0]


def files(style: Stylesheet, path: str) -> list[bytes]:
    """Files in which every role, status and word of the house has a place."""
    section, key, *_ = [*path.split("."), ""]
    stories = [RICH, RELEASED]
    if section == "terms":
        uncredited = replace(RICH.credits[0], text="eva")
        stories = [
            replace(story, language=key, credits=(uncredited,), slugline=RICH.headline)
            for story in (EMBARGOED, DERIVED, KILLED, RELEASED)
        ]
    if section == "agencies":
        assert RICH.dateline
        stories = [replace(RICH, dateline=replace(RICH.dateline, agency=key))]
    return [render(story, style, OPTIONS).content for story in stories]


@pytest.mark.parametrize("section", sections(WIRE))
def test_each_token_is_honoured_or_declared(section: str):
    check_tokens(WIRE, section, UNSUPPORTED, files)


def test_the_name_of_the_style_is_that_of_the_template():
    assert files(replace(WIRE, name="another"), "") != files(WIRE, "")


def test_every_declaration_is_of_a_token_and_has_a_reason():
    check_declarations(WIRE, UNSUPPORTED)
