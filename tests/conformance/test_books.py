"""Books with what no default asks for pass as well: pages of a PDF, a raster cover, fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.pipeline.edition import edit
from exporter.pipeline.manuscript import Manuscript, read_source
from exporter.pipeline.options import Options
from exporter.pipeline.press import render
from tests.conftest import SEED
from tests.fonts import house_font
from tests.renderers.epub.stories import ARABIC, EMBARGOED, RICH
from tests.renderers.pictures import png

pytestmark = pytest.mark.conformance

STYLE = """
extends = "{style}"
[fonts.serif]
embed = true
[fonts.sans]
family = "House"
files = ["house.otf"]
embed = true
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("books")
    house_font(folder / "house.otf", "CFF ", usage=0x0100)
    manuscripts = [Manuscript(story, None) for story in (RICH, EMBARGOED, ARABIC)]
    made = []
    for style in ("wire", "large-print"):
        path = folder / f"{style}-house.toml"
        path.write_text(STYLE.format(style=style), encoding="utf-8")
        options = Options(
            style=str(path), cover="raster", allow_embargoed=True, resources={"ramp.png": png()}
        )
        for manuscript in (read_source(SEED), *manuscripts):
            book = render(edit(manuscript, options), ("pdf", "epub"))["epub"]
            file = folder / f"{style}-{len(made)}.epub"
            file.write_bytes(book.content)
            made.append(file)
    return tuple(made)


@pytest.mark.parametrize("validator", ["EPUBCheck", "Ace"])
def test_a_book_with_everything_passes(verdicts, files, validator):
    judged = verdicts(validator, files)
    assert [(each.file.name, each.findings) for each in judged if not each.passed] == []
    assert {each.file for each in judged} == set(files)
