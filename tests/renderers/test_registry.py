"""Formats that other packages add."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from textwrap import dedent

import pytest

import exporter
from exporter.diagnostics import UsageError
from exporter.renderers import renderer
from tests.conftest import SEED


@pytest.fixture
def plain_text(tmp_path, monkeypatch) -> Iterator[str]:
    """The name of a format that a package adds, as pip would have installed it."""
    (tmp_path / "wordsonly.py").write_text(
        dedent("""
            from exporter.renderers import Rendition


            def render(document, stylesheet, options):
                title = document.title.encode()
                return Rendition(
                    format="words", content=title, media_type="text/plain", suffix=".words"
                )
        """)
    )
    installed = tmp_path / "wordsonly-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: wordsonly\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[exporter.renderers]\nwords = wordsonly:render\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "words"
    renderer.cache_clear()
    sys.modules.pop("wordsonly", None)


def test_an_installed_package_may_add_a_format(plain_text):
    rendition = exporter.export(SEED, format=plain_text)
    assert rendition.content.decode() == exporter.read(SEED).title
    assert rendition.suffix == ".words"


def test_a_format_that_no_package_adds_is_told_with_those_that_there_are():
    with pytest.raises(UsageError) as caught:
        exporter.export(SEED, format="words")
    (told,) = caught.value.diagnostics
    assert told.code == "U001"
    assert "'words'" in told.message
