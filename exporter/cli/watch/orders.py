"""From the options of an export to the watch that carries it out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exporter.cli.batch.desk import Desk
from exporter.cli.batch.names import suffixes_of
from exporter.cli.batch.outcome import Wanted
from exporter.cli.batch.report import Report
from exporter.cli.batch.workers import Workers
from exporter.cli.console import Narrator
from exporter.cli.inputs import is_story
from exporter.cli.watch.arrivals import Arrivals
from exporter.cli.watch.folder import Folder
from exporter.cli.watch.run import Clock, Watch, stamped
from exporter.diagnostics import UsageError, diagnose
from exporter.pipeline import Options
from exporter.stylesheet import load


def watch(
    inputs: Sequence[str],
    given: Mapping[str, Any],
    *,
    options: Options,
    wanted: Wanted,
    report: Report,
    clock: Clock,
    jobs: int,
) -> int:
    """Exit status of a watch over the folders named; UsageError for what cannot be watched."""
    if given["report"] is not None:
        raise UsageError(diagnose("U033", option="--report"))
    if wanted.output == "-":
        raise UsageError(diagnose("U033", option="--output -"))
    load(options.style)
    folders = [Folder(_folder(name, wanted), Path(wanted.output)) for name in inputs]
    narrator = Narrator(quiet=given["quiet"], verbose=given["verbose"], say=stamped(clock))
    return Watch(
        wanted,
        [Arrivals(folder, given["settle"]) for folder in folders],
        Workers(jobs, Desk(options, wanted), cache=not given["no_cache"]),
        report=report,
        narrator=narrator,
        clock=clock,
        settle=given["settle"],
    ).run()


def _folder(name: str, wanted: Wanted) -> Path:
    """A folder to watch, in which no output can be taken for a story."""
    folder = Path(name)
    if not folder.is_dir():
        raise UsageError(diagnose("U035", path=name))
    real, output = os.path.realpath(folder), os.path.realpath(wanted.output)
    if Path(real).is_relative_to(output):
        for form, suffix in suffixes_of(wanted.formats).items():
            if is_story(f"story{suffix}"):
                raise UsageError(diagnose("U036", format=form, output=wanted.output, path=name))
    return folder
