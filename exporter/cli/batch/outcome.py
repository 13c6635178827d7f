"""What became of a story, as it is told, printed and counted, whichever process made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from exporter.cli.inputs import Input
from exporter.diagnostics import Diagnostic
from exporter.values import Value, field

# The file of each format.
Files = Mapping[str, Path]


class Wanted(Value):
    """What is to be written, and where. `template` is None for names after the input's stem.

    `digests` asks for the SHA-256 of each output, `infos` for diagnostics of all severities.
    """

    formats: tuple[str, ...]
    output: str
    template: str | None = None
    update: bool = False
    digests: bool = False
    infos: bool = False


class Job(Value):
    """A story and the files that it is to go to, or what bars it from them.

    `now` is what a dated embargo is compared with, where it is not the same for all stories.
    """

    story: Input
    files: Files = field(default_factory=dict)
    barred: tuple[Diagnostic, ...] = ()
    now: datetime | None = None


class State(StrEnum):
    """How a story ended: a format that failed makes it a failure."""

    WRITTEN = "written"
    CURRENT = "current"
    FAILED = "failed"


class Output(Value):
    """What became of a story in one format; `path` is None where there is no file of it.

    `sha256` is None unless digests are wanted, `pages` where they are not known.
    """

    format: str
    path: str | None = None
    current: bool = False
    bytes: int | None = None
    sha256: str | None = None
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class Outcome(Value):
    """What became of a story. `told` is for people, `bugs` are the tracebacks of ours."""

    story: str
    outputs: tuple[Output, ...]
    told: tuple[Diagnostic, ...] = ()
    bugs: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """How the story ended."""
        if any(output.path is None for output in self.outputs):
            return State.FAILED
        return State.CURRENT if all(each.current for each in self.outputs) else State.WRITTEN
