"""The README shows what is there."""

from __future__ import annotations

import re

from PIL import Image

from exporter.cli.guide.pages import topics
from exporter.typography.dictionaries import tags
from tests.conftest import ROOT
from tests.guide import pictures

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_pictures_are_there_and_small_and_described():
    shown = re.findall(r"!\[([^]]+)\]\((docs/pictures/[^)]+)\)", README)
    assert {ROOT / path for _, path in shown} == set(pictures.FOLDER.glob("*.png"))
    assert len(shown) == 3
    for _, path in shown:
        assert (ROOT / path).stat().st_size <= pictures.LARGEST
        with Image.open(ROOT / path) as picture:
            assert picture.format == "PNG"


def test_it_leads_to_every_page_of_the_guide_and_to_nothing_that_is_not_there():
    links = re.findall(r"\]\(([^):]+)\)", README)
    assert all((ROOT / link).exists() for link in links)
    assert {f"docs/guide/{topic.file.name}" for topic in topics()} <= set(links)


def test_it_counts_languages_as_they_are():
    folder = ROOT / "exporter" / "typography" / "languages"
    tables = [path for path in folder.glob("*.py") if path.stem != "__init__"]
    assert f"| {len(tables)} languages by tables of their own" in README
    assert (
        f"| {len({tag.partition('_')[0] for tag in tags()})} languages, by LibreOffice's" in README
    )
