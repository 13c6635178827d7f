"""PDFs set in a house's own fonts pass as well, whatever their outlines are."""

from __future__ import annotations

from pathlib import Path

import pytest

import exporter
from tests.fonts import house_font

pytestmark = pytest.mark.conformance

STORY = (
    "HARWICH (XX) - The ferry sails again, said שלום, 서울 and ἀρχή, e\u0301 and b\u0301 m\u0302.\n"
)


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> tuple[Path, ...]:
    made = []
    for outlines, usage in (("glyf", 0), ("glyf", 0x0100), ("CFF ", 0), ("CFF2", 0)):
        folder = tmp_path_factory.mktemp("house")
        axes = (("wght", 300, 400, 800),) if outlines == "CFF2" else ()
        house_font(folder / "house.otf", outlines, usage=usage, axes=axes)
        style = folder / "style.toml"
        style.write_text(
            'extends = "wire"\n[fonts.serif]\nfamily = "House"\nfiles = ["house.otf"]\n'
            '[roles.dateline]\nlike = "body"\nsmall_caps = true\ncapitals = true\n'
        )
        path = folder / "story.pdf"
        path.write_bytes(exporter.export(STORY.encode(), format="pdf", style=str(style)).content)
        made.append(path)
    return tuple(made)


@pytest.mark.parametrize("validator", ["veraPDF", "PDF/X-4 structure", "qpdf", "Ghostscript"])
def test_a_house_s_fonts_pass(verdicts, files, validator):
    judged = verdicts(validator, files)
    assert [each.findings for each in judged if not each.passed] == []
    assert {each.file for each in judged} == set(files)
