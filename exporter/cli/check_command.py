"""`exporter check`: what the reference validators say of outputs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from exporter.cli import status
from exporter.cli.command import Command
from exporter.cli.console import Narrator, put_json, put_line, visible
from exporter.cli.parameters import completed
from exporter.diagnostics import ReadError, UsageError, diagnose, reason_of
from exporter.validators import VALIDATORS, Validator, Verdict, kind

_HELP = """\
Run every validator found on this machine over PDF, EPUB and Word files.

PDF: veraPDF, qpdf, Ghostscript, and our own checks of PDF/X-4, for which there is no free
validator. EPUB: EPUBCheck, Ace. Word: docx-integrity, Open XML SDK. They are looked for on PATH
and in the folder that VALIDATORS_HOME names, by default ~/.cache/validators. Says which are
missing. Exit status 1 when a file fails or has no validator at all.

\b
Examples:
  exporter check output/*
  exporter check output/story.pdf --json
"""


@click.command("check", cls=Command, help=_HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=completed)
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each verdict.")
def command(files: tuple[str, ...], as_json: bool) -> int:
    """Run every validator found on this machine over PDF, EPUB and Word files."""
    by_kind, unreadable = _sorted_out([Path(file) for file in files])
    answered: set[Path] = set()
    failed = bool(unreadable)
    for validator in VALIDATORS:
        for verdict in _verdicts(validator, by_kind[validator.kind], as_json):
            _put(verdict, as_json)
            answered.add(verdict.file)
            failed = failed or not verdict.passed
    unanswered = {file for known in by_kind.values() for file in known} - answered
    return status.FAILED if failed or unanswered else status.DONE


def _sorted_out(files: Sequence[Path]) -> tuple[defaultdict[str, list[Path]], list[Path]]:
    """The files by kind, and those that cannot be judged; UsageError if none is of a known kind."""
    by_kind: defaultdict[str, list[Path]] = defaultdict(list)
    unreadable, unknown = [], []
    for file in dict.fromkeys(files):
        try:
            known = _kind(file)
        except ReadError as error:
            Narrator().tell(error.diagnostics)
            unreadable.append(file)
            continue
        if known is None:
            unknown.append((file, diagnose("U014", path=file)))
        else:
            by_kind[known].append(file)
    if unknown and not by_kind:
        raise UsageError(*(each for _, each in unknown))
    Narrator().tell(each for _, each in unknown)
    return by_kind, [*unreadable, *(file for file, _ in unknown)]


def _kind(file: Path) -> str | None:
    """The kind of a file, None for an unknown one; ReadError for what holds nothing to judge."""
    try:
        if file.is_dir():
            raise ReadError(diagnose("X016", source=str(file), folder=str(file).rstrip("/")))
        with file.open("rb") as content:
            if not content.read(1):  # Ghostscript finds no fault with nothing
                raise ReadError(diagnose("X008", source=str(file), reason="it is empty"))
        return kind(file)
    except OSError as error:
        raise ReadError(diagnose("X008", source=str(file), reason=reason_of(error))) from error


def _verdicts(validator: Validator, files: Sequence[Path], as_json: bool) -> Iterator[Verdict]:
    judge = validator.find() if files else None
    if judge is not None:
        yield from judge(files)
        return
    for file in files:
        _put_missing(validator, file, as_json)


def _put(verdict: Verdict, as_json: bool) -> None:
    word = "pass" if verdict.passed else "fail"
    if as_json:
        _put_object(verdict.file, verdict.validator, word, verdict.findings)
        return
    put_line(f"{word}     {verdict.file}  {verdict.validator}")
    for finding in verdict.findings:
        put_line(f"         {visible(finding)}")


def _put_missing(validator: Validator, file: Path, as_json: bool) -> None:
    if as_json:
        _put_object(file, validator.name, "missing", (validator.remedy,))
    else:
        put_line(f"missing  {file}  {validator.name}: {validator.remedy}")


def _put_object(file: Path, validator: str, verdict: str, findings: Sequence[str]) -> None:
    put_json(
        {"file": str(file), "validator": validator, "verdict": verdict, "findings": list(findings)}
    )
