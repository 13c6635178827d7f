"""Every output passes every reference validator."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import exporter
from exporter.model import Document
from exporter.renderers import FORMATS
from tests import strategies
from tests.conftest import ROOT, SEED

pytestmark = pytest.mark.conformance

STORIES = (SEED, *sorted((ROOT / "tests" / "stories").glob("*.txt")))
VALIDATORS = {
    "pdf": ("veraPDF", "PDF/X-4 structure", "qpdf", "Ghostscript"),
    "epub": ("EPUBCheck", "Ace"),
    "docx": ("Open XML SDK", "docx-integrity"),
}
# How many generated documents there are, and how many files a program gets that takes seconds
# for each instead of judging many in one call.
_MANY, _FEW = 24, 3
_SLOW = ("Ace", "Open XML SDK")


def generated(count: int) -> list[Document]:
    """Rich documents, the same ones in every run."""
    found: list[Document] = []

    @settings(
        max_examples=4 * count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.documents)
    def collect(document: Document) -> None:
        found.append(document)

    collect()
    return sorted(found, key=lambda document: len(repr(document)), reverse=True)[:count]


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """Gives the files of a format: of the seed, the stories and the generated documents."""

    @cache
    def _outputs(name: str) -> tuple[Path, ...]:
        folder = tmp_path_factory.mktemp(name)
        sources = [(path.stem, path) for path in STORIES]
        documents = generated(_MANY)
        sources += [(f"generated-{number}", each) for number, each in enumerate(documents)]
        return tuple(_made(name, source, folder / stem) for stem, source in sources)

    return _outputs


def _few(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """The first stories and the richest generated documents."""
    return (*files[:_FEW], *files[len(STORIES) : len(STORIES) + _FEW])


def _made(name: str, source: Path | Document, place: Path) -> Path:
    file = Path(f"{place}{FORMATS[name].suffix}")
    file.write_bytes(exporter.export(source, format=name, allow_embargoed=True).content)
    return file


@pytest.mark.parametrize(
    ("name", "validator"), [(name, each) for name, found in VALIDATORS.items() for each in found]
)
def test_every_output_passes(verdicts, outputs, name, validator):
    files = _few(outputs(name)) if validator in _SLOW else outputs(name)
    judged = verdicts(validator, files)
    failures = [f"{each.file.name}: {finding}" for each in judged if not each.passed
                for finding in each.findings or ("failed",)]  # fmt: skip
    assert failures == []
    assert {each.file for each in judged} == set(files)


def test_every_pdf_is_judged_by_both_of_its_standards(verdicts, outputs):
    judged = {(each.file, each.validator) for each in verdicts("veraPDF", outputs("pdf"))}
    wanted = ("veraPDF PDF/A-3a", "veraPDF PDF/UA-1")
    assert judged == {(file, name) for file in outputs("pdf") for name in wanted}


FOUR_INKS = """
extends = "wire"
[press]
inks = "cmyk"
[colours]
signal = { print = "cmyk(0%, 95%, 85%, 5%)", screen = "#c8202f" }
[roles.label]
colour = "signal"
"""


def test_every_profile_and_press_passes(verdicts, tmp_path):
    """Marks, a screen's links and sRGB, and four inks, which no default asks for."""
    style = tmp_path / "four.toml"
    style.write_text(FOUR_INKS, encoding="utf-8")
    richest = generated(_MANY)[:_FEW]
    files = []
    for asked in (
        {"marks": True},
        {"profile": "screen"},
        {"style": style, "marks": True},
        {"style": style, "profile": "screen"},
    ):
        for number, source in enumerate((SEED, *richest)):
            file = tmp_path / f"{len(files)}-{number}.pdf"
            made = exporter.export(source, format="pdf", allow_embargoed=True, **asked)
            file.write_bytes(made.content)
            files.append(file)
    for validator in VALIDATORS["pdf"]:
        judged = verdicts(validator, tuple(files))
        assert [(each.file.name, each.findings) for each in judged if not each.passed] == []
