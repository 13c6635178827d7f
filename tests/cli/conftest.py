"""The program run in this process, in an empty folder, over small backends."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any

import pytest

from exporter.cli import main
from tests.backends import backends

__all__ = ["backends"]

WIRE = "OSLO, Aug 29, 2014 (AFP) - Two leaders spoke by phone on {day}.\n\nThey will meet.\n"


@dataclass(frozen=True)
class Ran:
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


def forget_settings(monkeypatch, home) -> None:
    """Hide the settings of whoever runs the tests."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    for name in [name for name in os.environ if name.startswith("EXPORTER_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("NETRC", os.devnull)


@pytest.fixture
def run(capfd, tmp_path, monkeypatch, backends):
    """Runs the program with arguments in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    forget_settings(monkeypatch, tmp_path)

    def _run(*arguments: str) -> Ran:
        capfd.readouterr()
        status = main(arguments)
        out, err = capfd.readouterr()
        return Ran(status, out, err)

    return _run


@pytest.fixture
def wire(tmp_path):
    """Writes a story to a path."""

    def _wire(name: str = "story.txt", day: str = "Monday", text: str = WIRE):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(day=day), encoding="utf-8")
        return path

    return _wire
