"""Every node and field of the model as a PDF is tagged: a folder of `tests/cases` holds a story.

`story.tree` is the structure tree that comes of it in the style `wire`, and what was said.
`--accept` rewrites it.
"""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import read_source
from exporter.pipeline.options import Options
from exporter.pipeline.press import render
from tests.conftest import ROOT
from tests.renderers.pdf import structure

CASES = sorted((ROOT / "tests" / "cases").glob("*/story.json"))


def tree(path: Path) -> str:
    """What comes of a case: the elements, and a line for each diagnostic."""
    edition = edit(read_source(path), Options(allow_embargoed=True))
    rendition = render(edition, ("pdf",))["pdf"]
    said = [f"{d.severity} {d.code}\n" for d in rendition.diagnostics if d.code[0] == "P"]
    with pikepdf.open(io.BytesIO(rendition.content)) as pdf:
        return f"{''.join(said)}{structure.outline(structure.root(pdf))}\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_a_node_is_tagged_as_its_case_says(path, request):
    golden = path.with_suffix(".tree")
    came = tree(path)
    if request.config.getoption("--accept") and (
        not golden.exists() or golden.read_text(encoding="utf-8") != came
    ):
        golden.write_text(came, encoding="utf-8")
        pytest.fail(f"{golden.parent.name} is rewritten: read it, then run without --accept")
    assert came == golden.read_text(encoding="utf-8")
