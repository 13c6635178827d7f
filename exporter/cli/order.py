"""From the options of an export to the batch that carries it out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

import click

from exporter.cli.batch.outcome import Wanted
from exporter.cli.batch.report import JsonReport, PathReport, Report, SilentReport
from exporter.cli.batch.run import Batch, Conduct
from exporter.cli.clock import now
from exporter.cli.console import Narrator
from exporter.cli.inputs import DEFAULT_FOLDER, find
from exporter.cli.shelf import keeping_compiled
from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.pipeline import Options, source_date_epoch
from exporter.readers import NO_HOUSE
from exporter.values import replace

# Stories that are worth a process more, where the user does not say how many.
_WORTH_A_PROCESS = 25


def carry_out(
    inputs: Sequence[str], given: Mapping[str, Any], warnings: Sequence[Diagnostic]
) -> int:
    """Exit status of an export with the options given; `warnings` are about the settings."""
    narrator = narrating(given, warnings)
    if given["watch"]:
        return _watch(inputs, given)
    stories, barren = find(inputs, given["output"])
    conduct = Conduct(
        jobs=given["jobs"] or _jobs_for(len(stories)),
        cache=not given["no_cache"],
        record=given["report"],
    )
    batch = Batch(editing_options(given), _wanted(given), conduct, _report(given), narrator)
    with keeping_compiled(os.environ, wanted=conduct.cache):
        return batch.run(stories, barren)


def narrating(given: Mapping[str, Any], warnings: Sequence[Diagnostic]) -> Narrator:
    """Who tells of a run, having told what is odd about its settings; UsageError if strict."""
    narrator = Narrator(quiet=given["quiet"], verbose=given["verbose"])
    narrator.tell(warnings)
    if given["strict"] and warnings:
        raise UsageError(diagnose("X005"))
    return narrator


def _watch(inputs: Sequence[str], given: Mapping[str, Any]) -> int:
    """Exit status of a watch over folders."""
    from exporter.cli.watch.orders import watch

    return watch(
        inputs or (DEFAULT_FOLDER,),
        given,
        options=editing_options(given),
        wanted=replace(_wanted(given), update=True),
        report=_report(given),
        clock=now,
        jobs=given["jobs"] or processors(),
    )


def _jobs_for(stories: int) -> int:
    """How many processes so many stories are worth: one for each processor, if all have work."""
    return max(1, min(processors(), stories // _WORTH_A_PROCESS))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def editing_options(given: Mapping[str, Any]) -> Options:
    """How stories are edited and set, by the options of a command that makes outputs."""
    return Options(
        style=given["style"],
        headline=given["headline"],
        language=given["language"],
        date=given["date"],
        fallback_date=source_date_epoch(os.environ),
        now=now(),
        profile=given["profile"],
        marks=given["marks"],
        cover=given["cover"],
        docx_template=given["docx_template"],
        house=given["conventions"] or NO_HOUSE,
        verbatim=given["verbatim"],
        embed_source=given["embed_source"],
        no_ed_note=given["no_ed_note"],
        allow_embargoed=given["allow_embargoed"],
        strict=given["strict"],
    )


def _wanted(given: Mapping[str, Any]) -> Wanted:
    return Wanted(
        formats=given["format"],
        output=given["output"],
        template=given["name"],
        update=given["update"],
        digests=given["json"] or given["report"] is not None,
        infos=given["json"] or given["verbose"],
    )


def _report(given: Mapping[str, Any]) -> Report:
    if given["json"] and given["output"] == "-":
        raise click.UsageError("--json and --output - both want standard output")
    if given["output"] == "-":
        return SilentReport()
    return JsonReport() if given["json"] else PathReport()
