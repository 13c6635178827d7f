"""Every token of a stylesheet changes the book or is declared unsupported, and never both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.model import PubStatus, SourceText
from exporter.renderers import RenderOptions
from exporter.renderers.epub import UNSUPPORTED, render
from exporter.stylesheet import Stylesheet, load
from tests.renderers.epub.stories import DERIVED, EMBARGOED, RICH
from tests.tokens import check_declarations, check_tokens, sections

WIRE = load("wire")[0]


def books(style: Stylesheet, path: str) -> list[bytes]:
    """Books in which every role, status and term has a place."""
    section, key, *_ = [*path.split("."), ""]
    documents = [EMBARGOED, DERIVED]
    if section == "terms":
        killed = replace(RICH, pub_status=PubStatus.CANCELED)
        credit = replace(RICH.credits[0], text="cyd")
        released = replace(RICH, embargo=SourceText("FOR IMMEDIATE RELEASE"))
        documents += [killed, released]
        documents = [replace(d, language=key, credits=(credit,)) for d in documents]
    if section == "agencies":
        documents = [replace(RICH, dateline=replace(RICH.dateline, agency=key))]
    return [render(document, style, RenderOptions()).content for document in documents]


@pytest.mark.parametrize("section", sections(WIRE))
def test_each_token_is_honoured_or_declared(section):
    check_tokens(WIRE, section, UNSUPPORTED, books)


def test_every_declaration_is_of_a_token_and_has_a_reason():
    check_declarations(WIRE, UNSUPPORTED)


def test_a_style_without_a_data_column_has_the_facts_in_a_strip():
    style = replace(WIRE, data_column=replace(WIRE.data_column, show=False))
    assert books(style, "") != books(WIRE, "")
