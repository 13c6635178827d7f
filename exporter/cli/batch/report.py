"""What a script reads on standard output: a line for each output."""

from __future__ import annotations

from typing import Any, Protocol

from exporter.cli.batch.outcome import Outcome, Output
from exporter.cli.console import put_json, put_line
from exporter.model import diagnostic_json


class Report(Protocol):
    """Is told what became of each story."""

    def take(self, outcome: Outcome) -> None: ...


class SilentReport:
    """Says nothing: standard output holds the output itself."""

    def take(self, outcome: Outcome) -> None:
        """Nothing."""


class PathReport:
    """Prints the path of each file that has been written."""

    def take(self, outcome: Outcome) -> None:
        """The paths."""
        for output in outcome.outputs:
            if output.path is not None and not output.current:
                put_line(output.path)


class JsonReport:
    """Prints an object for each output, also for one that failed or was up to date."""

    def take(self, outcome: Outcome) -> None:
        """All about each output."""
        for output in outcome.outputs:
            said = [diagnostic_json(each) for each in output.diagnostics]
            put_json({"input": outcome.story, **output_json(output), "diagnostics": said})


def output_json(output: Output) -> dict[str, Any]:
    """The JSON of an output, less what was said of it."""
    return {
        "output": output.path,
        "format": output.format,
        "bytes": output.bytes,
        "sha256": output.sha256,
        "pages": output.pages,
    }
