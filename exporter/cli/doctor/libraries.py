"""The libraries that the exporter needs, by what its own wheel says, and their versions."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from exporter import __version__
from exporter.cli.doctor.finding import Finding, State
from exporter.expressions import expression

_PROGRAM, _LIBRARIES = "program", "libraries"
# A requirement of ours: a name, and perhaps an exact version (PEP 508 has more than we use).
_REQUIREMENT = expression(r"([A-Za-z0-9._-]+?)(?:==([^;,\s]+)|[><~!=;\s].*)?$")
_EXTRA = "extra =="


def program() -> Iterator[Finding]:
    """The exporter itself and the interpreter that runs it."""
    yield Finding(_PROGRAM, "exporter", State.OK, __version__)
    yield Finding(
        _PROGRAM, "Python", State.OK,
        f"{platform.python_version()} on {platform.system()}, {sys.executable}",
    )  # fmt: skip


def libraries() -> Iterator[Finding]:
    """Each library that an export may need."""
    try:
        needed = requires("exporter") or []
    except PackageNotFoundError:
        said = "what is needed stands in pyproject.toml"
        yield Finding(_LIBRARIES, "exporter is not installed", State.ABSENT, said)
        return
    ours = ((_REQUIREMENT.match(each), each) for each in needed if _EXTRA not in each)
    yield from sorted(
        (_library(parts[1], parts[2], requirement) for parts, requirement in ours if parts),
        key=lambda finding: finding.name,
    )


def _library(name: str, exact: str | None, requirement: str) -> Finding:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Finding(_LIBRARIES, name, State.MISSING, "", f"pip install '{requirement}'")
    if exact and _numbers(found) != _numbers(exact):
        said = f"{found}; outputs were looked at with {exact}, and their bytes depend on it"
        return Finding(_LIBRARIES, name, State.OTHER, said, f"pip install '{requirement}'")
    return Finding(_LIBRARIES, name, State.OK, found)


def _numbers(version: str) -> list[str]:
    """A version in a form in which equals are alike: 4.004 is 4.4, and 4.4.0 is too (PEP 440)."""
    return [number.lstrip("0") for number in version.split(".") if number.strip("0")]
