"""Where the outputs of a run go, settled before anything is written."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
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
    """Where the files of each claim go, and, by a claim's number, what bars it from being written.

    `suffixes` are those of the formats, `single` is the file that the only output goes to.
    """

    suffixes: Mapping[str, str]
    single: Path | None
    barred: Mapping[int, Sequence[Diagnostic]]

    def files(self, claim: Claim) -> dict[str, Path]:
        """The file of each format; made when it is asked for, since claims may be very many."""
        return _files(claim, self.suffixes, self.single)


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
    """Plan of all claims; UsageError when inputs named by the user get into each other's way."""
    barred: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    settled = Plan(suffixes, single, barred)
    _bar_collisions(claims, settled, barred)
    _bar_inputs(claims, settled, barred)
    return settled


def identity(path: Path) -> str:
    """What two spellings of one file have in common; a link is a file of its own."""
    return _identity(path, os.path.realpath)


def _identity(path: Path, real: Callable[[str], str]) -> str:
    folder, name = os.path.split(unicodedata.normalize("NFC", str(path)))
    return os.path.normcase(os.path.join(real(folder), name))  # noqa: PTH118


def _files(claim: Claim, suffixes: Mapping[str, str], single: Path | None) -> dict[str, Path]:
    if single is not None:
        return dict.fromkeys(suffixes, single)
    return {name: claim.folder / f"{claim.stem}{suffix}" for name, suffix in suffixes.items()}


def _bar_collisions(
    claims: Sequence[Claim], settled: Plan, barred: Mapping[int, list[Diagnostic]]
) -> None:
    for numbers in _sharing(claims, settled):
        rivals = [claims[number] for number in numbers]
        output = _first(settled.files(rivals[0]))
        if sum(rival.named for rival in rivals) > 1:
            names = " and ".join(rival.input for rival in rivals)
            raise UsageError(diagnose("U004", inputs=names, output=output))
        for number in numbers:
            other = next(each.input for each in rivals if each is not claims[number])
            barred[number].append(
                diagnose("X010", source=claims[number].input, other=other, output=output)
            )


def _sharing(claims: Iterable[Claim], settled: Plan) -> Iterable[list[int]]:
    """The numbers of those claims that share an output, group by group."""
    real = cache(os.path.realpath)  # most are in the folder of another
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        owners[_identity(_first(settled.files(claim)), real)].append(number)
    return (numbers for numbers in owners.values() if len(numbers) > 1)


def _bar_inputs(
    claims: Sequence[Claim], settled: Plan, barred: Mapping[int, list[Diagnostic]]
) -> None:
    inputs: defaultdict[str, list[Path]] = defaultdict(list)
    for claim in claims:
        if claim.path is not None:
            inputs[_name(claim.path)].append(claim.path)
    for number, claim in enumerate(claims):
        for file in settled.files(claim).values():
            rivals = () if file == STANDARD_OUTPUT else inputs.get(_name(file), ())
            if not any(identity(file) == identity(path) for path in rivals):
                continue
            if claim.named:
                raise UsageError(diagnose("U005", output=file))
            barred[number].append(diagnose("X011", source=claim.input, output=file))


def _name(path: Path) -> str:
    """A file's name, which is part of its identity."""
    return os.path.normcase(unicodedata.normalize("NFC", path.name))


def _first(files: Mapping[str, Path]) -> Path:
    return next(iter(files.values()))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
