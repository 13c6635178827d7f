"""The running head: as much of agency and title as there is room for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from exporter.model import Dateline, Document, SourceText
from exporter.renderers import RenderOptions
from exporter.renderers.pdf import render
from exporter.stylesheet import load
from exporter.values import replace
from tests.growth import is_in_proportion
from tests.renderers.pdf.stories import one_paragraph

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")

FOURTEEN_WORDS = "How an isle in a gale lost its only way to the pier at"


def running_head(document: Document, style: str, folder: Path) -> str:
    """The first line of the first page."""
    file = folder / "head.pdf"
    file.write_bytes(render(document, load(style)[0], RenderOptions()).content)
    command = ["pdftotext", "-layout", "-l", "1", file, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]


def titled(title: str, agency: str = "XX") -> Document:
    dateline = Dateline(f"PORT ELLEN ({agency}) —", ("PORT ELLEN",), None, None, agency)
    return replace(one_paragraph(), title=title, headline=SourceText(title), dateline=dateline)


def test_a_title_of_many_short_words_is_whole_where_there_is_room(tmp_path: Path) -> None:
    head = running_head(titled(FOURTEEN_WORDS), "wire", tmp_path)
    assert FOURTEEN_WORDS in " ".join(head.split())


def test_a_longer_title_has_no_more_words_than_the_style_allows(tmp_path: Path) -> None:
    head = running_head(titled(f"{FOURTEEN_WORDS} {FOURTEEN_WORDS}"), "wire", tmp_path)
    assert " ".join(FOURTEEN_WORDS.split()[:12]) + "…" in " ".join(head.split())


def test_a_long_name_of_an_agency_is_not_cut_but_moves_the_title(tmp_path: Path) -> None:
    head = running_head(titled("Motor: results", "AAP"), "wire", tmp_path)
    assert "australian associated press" in " ".join(head.split()).lower()
    assert "Motor: results" in " ".join(head.split())


@pytest.mark.parametrize("unit", ["x", "isle ", "\u0301", "x "])
def test_a_title_of_thousands_of_characters_takes_time_in_proportion_to_them(unit: str) -> None:
    style = load("wire")[0]
    story = one_paragraph()

    def work(count: int) -> None:
        render(replace(story, title=f"A {unit * count}"), style, RenderOptions())
        title = f"A{unit * count}"
        render(replace(story, title=title, headline=SourceText(title)), style, RenderOptions())

    assert is_in_proportion(work, 2000)
