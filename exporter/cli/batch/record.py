"""The report of a run in a file: JSON, an entry a line, written as the stories come in.

    {"exporter": "…", "stories": [
    {"input": "…", "state": "written", "outputs": [{…}, …], "diagnostics": […]},
    …
    ], "summary": {"stories": 3, "written": 2, "current": 0, "failed": 1, "warnings": {"P002": 1},
    "jobs": 2, "seconds": 0.41}}

Whoever reads it whole reads JSON; whoever has a decade of it reads line by line.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

from exporter import __version__
from exporter.cli.batch.outcome import Outcome
from exporter.cli.batch.report import output_json
from exporter.cli.batch.tally import Tally
from exporter.model import diagnostic_json
from exporter.outputs import WholeFile


class Record:
    """Takes down what became of each story, one entry a line."""

    def __init__(self, file: WholeFile) -> None:
        self._file = file
        self._begun = time.monotonic()
        self._separator = b"\n"
        self._write(f'{{"exporter": {json.dumps(__version__)}, "stories": [')

    def take(self, outcome: Outcome) -> None:
        """The entry of a story."""
        entry = {
            "input": outcome.story,
            "state": outcome.state,
            "outputs": [output_json(output) for output in outcome.outputs],
            "diagnostics": [diagnostic_json(each) for each in outcome.told],
        }
        self._file.write(self._separator)
        self._write(json.dumps(entry, ensure_ascii=False))
        self._separator = b",\n"

    def close(self, tally: Tally, jobs: int) -> None:
        """The summary."""
        seconds = round(time.monotonic() - self._begun, 3)
        summary = {**tally.json(), "jobs": jobs, "seconds": seconds}
        self._write(f'\n], "summary": {json.dumps(summary)}}}\n')

    def _write(self, text: str) -> None:
        self._file.write(text.encode("utf-8", "backslashreplace"))


@contextlib.contextmanager
def recording(path: Path) -> Iterator[Record]:
    """A record that is in the file in the end, whole, or not at all.

    ExportError when the file cannot be written.
    """
    with WholeFile(path) as file:
        yield Record(file)
