"""The program run over an archive in an empty folder, with small backends."""

from __future__ import annotations

import pytest

from tests.archive.conftest import assert_valid
from tests.cli.conftest import backends, run, wire

__all__ = ["assert_valid", "backends", "run", "wire"]

SLUGGED = "BC-{slug}\n\nOSLO, Aug 29, 2014 (AP) - {text}\n\nThey will meet.\n"


@pytest.fixture
def slugged(tmp_path):
    """Writes a story with a slug."""

    def _slugged(name="story.txt", slug="Oslo-Talks", text="Two leaders spoke on Monday."):
        path = tmp_path / name
        path.write_text(SLUGGED.format(slug=slug, text=text), encoding="utf-8")
        return str(path)

    return _slugged


@pytest.fixture
def archive(run):
    """Runs a command of the archive."""

    def _archive(*arguments: str):
        return run("archive", *arguments)

    return _archive
