"""Every node and field of the model in Word: a folder of `tests/cases` holds a story with one.

`story.json` is the model's own JSON, with the pictures that it names beside it; `document.xml` is
what comes of it in the style `wire`: the body, the lists that count for themselves, and what was
said. `--accept` rewrites it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import read_source
from exporter.pipeline.options import Options
from exporter.pipeline.press import render
from exporter.renderers import Rendition
from tests.conftest import ROOT
from tests.renderers.docx.reading import find, part

CASES = sorted((ROOT / "tests" / "cases").glob("*/story.json"))
# The two lists that each file has: those of the styles.
_STYLES_OWN = 2


def written(path: Path) -> str:
    """What comes of a case, indented, and a line for each diagnostic, in a comment."""
    edition = edit(read_source(path), Options(allow_embargoed=True))
    rendition = render(edition, ("docx",))["docx"]
    assert isinstance(rendition, Rendition)
    (body,) = find(part(rendition), "//w:body")
    lists = find(part(rendition, "word/numbering.xml"), "//w:num")[_STYLES_OWN:]
    said = (
        f"<!-- {found.severity} {found.code} -->\n"
        for found in rendition.diagnostics
        if found.code[0] == "D"
    )
    return "".join([*said, *map(_indented, [body, *lists])])


def _indented(element: etree._Element) -> str:
    for each in element.iter():
        if not (each.text or "").strip() and not each.tag.endswith("}t"):
            each.text = None
    etree.indent(element)
    element.tail = None
    text = etree.tostring(element, encoding="unicode")
    # Where the names of elements come from is the same everywhere.
    for prefix, uri in element.nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "", 1)
    return f"{text}\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_a_node_is_written_as_its_case_says(path, request):
    golden = path.with_name("document.xml")
    came = written(path)
    known = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if came != known and request.config.getoption("--accept"):
        golden.write_text(came, encoding="utf-8")
        pytest.fail(f"{golden.parent.name} is rewritten: read it, then run without --accept")
    assert came == known


def test_there_are_cases():
    assert CASES
