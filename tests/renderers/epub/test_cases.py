"""Every node and field of the model as XHTML: a folder of `tests/cases` holds a story with one.

`story.json` is the model's own JSON, with the pictures that it names beside it; `story.xhtml` is
the article that comes of it in the style `wire`, and what was said. `--accept` rewrites it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from exporter.model import Block, Document, Inline, to_json
from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import read_source
from exporter.pipeline.options import Options
from exporter.pipeline.press import render as print_all
from tests.conftest import ROOT
from tests.renderers.epub.conftest import Book

CASES = sorted((ROOT / "tests" / "cases").glob("*/story.json"))
STORIES = {path.parent.name: exporter.read(path) for path in CASES}


def article(path: Path) -> str:
    """What comes of a case: the article, and a line for each diagnostic, in a comment."""
    edition = edit(read_source(path), Options(allow_embargoed=True))
    rendition = print_all(edition, ("epub",))["epub"]
    page = Book(rendition).read("story.xhtml").decode()
    begin, end = page.index("<article>"), page.index("</article>")
    said = [
        f"<!-- {found.severity} {found.code} -->\n"
        for found in rendition.diagnostics
        if found.code[0] == "E"
    ]
    return f"{''.join(said)}{page[begin:end]}</article>\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_a_node_is_written_as_its_case_says(path, request):
    golden = path.with_suffix(".xhtml")
    came = article(path)
    if request.config.getoption("--accept") and (
        not golden.exists() or golden.read_text(encoding="utf-8") != came
    ):
        golden.write_text(came, encoding="utf-8")
        pytest.fail(f"{golden.parent.name} is rewritten: read it, then run without --accept")
    assert came == golden.read_text(encoding="utf-8")


def test_every_node_has_a_case():
    kinds = {kind for document in STORIES.values() for kind in nodes(document.body)}
    assert kinds == {kind.__name__ for kind in (*Block.__args__, *Inline.__args__)}


def test_every_field_that_is_shown_has_a_case():
    given = {
        name for document in STORIES.values() for name, value in to_json(document).items() if value
    }
    shown = {
        "headline", "subheadline", "abstract", "title_derived", "byline", "dateline", "credits",
        "slugline", "urgency", "ed_note", "embargo", "boilerplate", "end_mark", "copyright",
    }  # fmt: skip
    assert shown <= given
    assert shown <= set(Document.__struct_fields__)


def nodes(parts):
    """The names of the classes of nodes, and of those inside them."""
    for part in parts:
        yield type(part).__name__
        for name in ("inlines", "blocks", "caption", "items"):
            yield from (n for n in nodes(getattr(part, name, ())) if n != "ListItem")
