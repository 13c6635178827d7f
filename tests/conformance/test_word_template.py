"""Word files in a house's own template pass as well, whatever the template has and lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from exporter.renderers import HouseTemplate
from exporter.renderers.docx import render
from tests.renderers.docx.stories import ARABIC, DERIVED, EMBARGOED, OPTIONS, RICH
from tests.renderers.docx.templates import content, courier, template

pytestmark = pytest.mark.conformance

TEMPLATES = {
    "courier": template(courier()),
    "plain": HouseTemplate("plain.docx", content(docx.Document())),
}
STORIES = {"rich": RICH, "arabic": ARABIC, "held": EMBARGOED, "derived": DERIVED}


@pytest.fixture(scope="module")
def files(tmp_path_factory, wire) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("templates")
    made = []
    for name, given in TEMPLATES.items():
        for story, document in STORIES.items():
            path = folder / f"{name}-{story}.docx"
            options = replace(OPTIONS, docx_template=given)
            path.write_bytes(render(document, wire, options).content)
            made.append(path)
    return tuple(made)


@pytest.mark.parametrize("validator", ["Open XML SDK", "docx-integrity"])
def test_a_story_in_a_template_passes(verdicts, files, validator):
    judged = verdicts(validator, files)
    assert [each.findings for each in judged if not each.passed] == []
    assert {each.file for each in judged} == set(files)
