"""What a script reads on standard output: a line for each output."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from exporter.cli.console import put_json, put_line
from exporter.diagnostics import Diagnostic, diagnose
from exporter.model import diagnostic_json
from exporter.renderers import Rendition


class Report(Protocol):
    """Is told what became of each story in each format."""

    def written(self, story: str, output: Path, rendition: Rendition) -> None: ...

    def current(self, story: str, output: Path, format_name: str) -> None: ...

    def failed(self, story: str, format_name: str, diagnostics: Sequence[Diagnostic]) -> None: ...


class SilentReport:
    """Says nothing: standard output holds the output itself."""

    def written(self, story: str, output: Path, rendition: Rendition) -> None:
        """Nothing."""

    def current(self, story: str, output: Path, format_name: str) -> None:
        """Nothing."""

    def failed(self, story: str, format_name: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Nothing."""


class PathReport(SilentReport):
    """Prints the path of each file that has been written."""

    def written(self, story: str, output: Path, rendition: Rendition) -> None:
        """The path."""
        put_line(str(output))


class JsonReport:
    """Prints an object for each output, also for one that failed or was up to date."""

    def written(self, story: str, output: Path, rendition: Rendition) -> None:
        """All about a new file."""
        _put(
            story,
            str(output),
            rendition.format,
            rendition.diagnostics,
            content=rendition.content,
            pages=rendition.pages,
        )

    def current(self, story: str, output: Path, format_name: str) -> None:
        """All about a file that stays; how many pages it has is not looked up."""
        found = (diagnose("X013", path=output),)
        _put(story, str(output), format_name, found, content=output.read_bytes())

    def failed(self, story: str, format_name: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Why there is no file."""
        _put(story, None, format_name, diagnostics)


def _put(
    story: str,
    output: str | None,
    format_name: str,
    diagnostics: Sequence[Diagnostic],
    *,
    content: bytes | None = None,
    pages: int | None = None,
) -> None:
    put_json(
        {
            "input": story,
            "output": output,
            "format": format_name,
            "bytes": None if content is None else len(content),
            "sha256": None if content is None else hashlib.sha256(content).hexdigest(),
            "pages": pages,
            "diagnostics": [diagnostic_json(each) for each in diagnostics],
        }
    )
