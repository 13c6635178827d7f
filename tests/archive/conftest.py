"""An archive in an empty folder, and the independent validator's word on it."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.archive.accession import Accession, Accessions, accessions
from exporter.archive.inventory import Agent
from exporter.archive.layout import Layout
from exporter.archive.objects import Object
from exporter.archive.record import METADATA, Flag, Record

VALIDATOR = Path(sys.executable).with_name("ocfl-validate.py")
ANN = Agent("Ann Lee", "mailto:ann@example.org")


def record(identifier: str = "urn:x:1", version: int = 1, **facts) -> Record:
    told = {"flag": Flag.FILED, "made_from": "0", "title": "Harbor", "source": "source/a.txt"}
    told |= {"source_name": "a.txt", "source_sha256": "f" * 64, "media_type": "text/plain"}
    return Record(identifier=identifier, version=version, **(told | facts))


def version(identifier: str, number: int, files: dict[str, bytes] | None = None) -> Accession:
    """A version with the files, by default a source of its own and a record."""
    if files is None:
        files = {
            "source/a.txt": f"{identifier} {number}".encode(),
            METADATA: record(identifier, number).to_bytes(),
        }
    return Accession(identifier, number, files, "2026-11-29T00:00:00Z", "A test", ANN)


def neighbour(identifier: str) -> str:
    """An identifier whose object stands in the same folder of the archive."""
    branch = Layout().place(identifier).split("/")[0]
    others = (f"{identifier}:{number}" for number in itertools.count())
    return next(each for each in others if Layout().place(each).startswith(f"{branch}/"))


def assert_valid(folder: Path) -> None:
    """Assert that ocfl-py finds no fault with an archive, and warns of nothing."""
    done = subprocess.run(
        [sys.executable, str(VALIDATOR), str(folder)], capture_output=True, text=True, check=False
    )
    said = (done.stdout + done.stderr).splitlines()
    faults = [line for line in said if not line.startswith("INFO:")]
    assert (done.returncode, faults) == (0, [])


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def add(folder):
    """Adds a version of a story to the archive."""

    def _add(identifier: str = "urn:x:1", number: int = 1, files=None) -> Object:
        with accessions(folder) as adding:
            return adding.add(version(identifier, number, files))

    return _add


__all__ = ["Accessions", "assert_valid", "neighbour", "record", "version"]
