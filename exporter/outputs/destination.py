"""Where the outputs of a run go, settled before anything is written."""

from __future__ import annotations

import itertools
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.values import Value

STANDARD_OUTPUT = Path("-")


class Claim(Value):
    """One input's wish to be written below `folder` under `stem`.

    `input` is what messages call it, `path` its file, None for standard input. `named` tells
    whether the user named it or it was found in a folder.
    """

    input: str
    path: Path | None
    folder: Path
    stem: str
    named: bool


class Plan(Value):
    """For each claim the file of each format, or the diagnostics that bar it from being written."""

    outputs: tuple[Mapping[str, Path], ...]
    barred: tuple[tuple[Diagnostic, ...], ...]


def single_file(output: str, stories: int, suffixes: Sequence[str]) -> Path | None:
    """The one file that `output` names, None when it is a folder; UsageError for a wrong ``-``."""
    if output == "-":
        if stories != 1 or len(suffixes) != 1:
            formats = _count(len(suffixes), "format")
            raise UsageError(
                diagnose("U003", stories=_count(stories, "story", "stories"), formats=formats)
            )
        return STANDARD_OUTPUT
    only_one = stories == 1 and len(suffixes) == 1
    return Path(output) if only_one and output.lower().endswith(suffixes[0]) else None


def mistakable(output: str, formats: Mapping[str, str]) -> Diagnostic | None:
    """A warning that a folder will be made of what is called like a file of one of the formats.

    `formats` are the suffixes of all formats there are.
    """
    if Path(output).is_dir():
        return None
    meant = (name for name, suffix in formats.items() if output.lower().endswith(suffix))
    name = next(meant, None)
    return diagnose("U018", output=output, format=name) if name else None


def plan(claims: Sequence[Claim], suffixes: Mapping[str, str], single: Path | None = None) -> Plan:
    """Plan of all claims; UsageError when inputs named by the user get into each other's way.

    `suffixes` are those of the formats. `single` is the file that the only output goes to.
    """
    outputs = tuple(_files(claim, suffixes, single) for claim in claims)
    barred: list[list[Diagnostic]] = [[] for _ in claims]
    _bar_collisions(claims, outputs, barred)
    _bar_inputs(claims, outputs, barred)
    return Plan(outputs, tuple(tuple(found) for found in barred))


def refuse_over(
    record: Path, claims: Iterable[Claim], outputs: Iterable[Mapping[str, Path]]
) -> None:
    """UsageError when the record of a run would be written over one of its inputs or outputs."""
    inputs = (claim.path for claim in claims if claim.path is not None)
    files = (file for output in outputs for file in output.values())
    name = os.path.normcase(record.name)
    for path in itertools.chain(inputs, files):
        if os.path.normcase(path.name) == name and _identity(path) == _identity(record):
            raise UsageError(diagnose("U031", path=path))


def _files(claim: Claim, suffixes: Mapping[str, str], single: Path | None) -> Mapping[str, Path]:
    if single is not None:
        return dict.fromkeys(suffixes, single)
    return {name: claim.folder / f"{claim.stem}{suffix}" for name, suffix in suffixes.items()}


def _bar_collisions(
    claims: Sequence[Claim], outputs: Sequence[Mapping[str, Path]], barred: list[list[Diagnostic]]
) -> None:
    for numbers in _sharing(outputs):
        rivals = [claims[number] for number in numbers]
        output = _first(outputs[numbers[0]])
        if sum(rival.named for rival in rivals) > 1:
            names = " and ".join(rival.input for rival in rivals)
            raise UsageError(diagnose("U004", inputs=names, output=output))
        for number in numbers:
            other = next(each.input for each in rivals if each is not claims[number])
            barred[number].append(
                diagnose("X010", source=claims[number].input, other=other, output=output)
            )


def _sharing(outputs: Sequence[Mapping[str, Path]]) -> Iterable[list[int]]:
    """The numbers of those claims that share an output, group by group."""
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, files in enumerate(outputs):
        owners[_identity(_first(files))].append(number)
    return (numbers for numbers in owners.values() if len(numbers) > 1)


def _bar_inputs(
    claims: Sequence[Claim], outputs: Sequence[Mapping[str, Path]], barred: list[list[Diagnostic]]
) -> None:
    inputs = {_identity(claim.path) for claim in claims if claim.path is not None}
    for claim, files, found in zip(claims, outputs, barred, strict=True):
        for file in files.values():
            if file == STANDARD_OUTPUT or _identity(file) not in inputs:
                continue
            if claim.named:
                raise UsageError(diagnose("U005", output=file))
            found.append(diagnose("X011", source=claim.input, output=file))


def _first(files: Mapping[str, Path]) -> Path:
    return next(iter(files.values()))


def _identity(path: Path) -> str:
    """What two spellings of one file have in common; a link is a file of its own."""
    spelled = unicodedata.normalize("NFC", str(path))
    folder, name = os.path.split(spelled)
    return os.path.normcase(os.path.join(os.path.realpath(folder), name))  # noqa: PTH118


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
