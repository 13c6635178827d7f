"""`exporter archive get`: a story's files, as they were stored."""

from __future__ import annotations

from pathlib import Path

import click

from exporter.archive.objects import Object
from exporter.archive.record import METADATA, STORY, Flag, Record
from exporter.cli import status
from exporter.cli.archiving import common, holdings
from exporter.cli.checks import listed
from exporter.cli.console import Narrator, put_bytes, put_json, put_line
from exporter.cli.parameters import option
from exporter.diagnostics import UsageError, diagnose
from exporter.outputs import safe, write

_HELP = """\
Take a story's files out of the archive: the source as it came, the renditions, and what is known.

Their bytes are checked on the way. A story that is withdrawn, or corrected since, is given out with
a warning. ID is an identifier, its beginning, or the digits at the foot of a print copy.

\b
Examples:
  exporter archive get afp:oslo-talks:2014-08-29
  exporter archive get "e92f 6257 d716 d6f4" --version 1 --output copies/
  exporter archive get afp:oslo-talks:2014-08-29 -f pdf -o - | lpr
"""
_PARTS = {"story": STORY, "metadata": METADATA}


@common.subcommand("get", _HELP)
@click.argument("story", metavar="ID")
@common.version
@click.option("--format", "-f", "parts", multiple=True, metavar="LIST",
              help="Only source, story, metadata, or a format such as pdf.")  # fmt: skip
@option("--output", "-o", metavar="DIR", check="place",
        help="A folder, or - for one file.  [default: output/ID]")  # fmt: skip
@common.folder
@common.as_json
@common.quiet
def command(
    story: str,
    version: int | None,
    parts: tuple[str, ...],
    output: str | None,
    archive: str,
    json: bool,
    quiet: bool,
) -> int:
    """Take a story's files out of the archive."""
    kept = holdings.found(holdings.opened(archive), story)
    number = version or kept.head
    chosen = _chosen(kept, number, listed(parts))
    _warn(kept, number, Narrator(quiet=quiet))
    if output == "-":
        if len(chosen) != 1 or json:
            raise UsageError(diagnose("A020", count=len(chosen)))
        put_bytes(kept.content(number, chosen[0]))
        return status.DONE
    folder = Path(output) if output else Path("output") / _name(kept.identifier)
    for path in chosen:
        write(folder / path, kept.content(number, path))
        if not json:
            put_line(str(folder / path))
    if json:
        put_json({**kept.record(number).to_json(), "files": [str(folder / p) for p in chosen]})
    return status.DONE


def _chosen(kept: Object, number: int, parts: list[str]) -> list[str]:
    """The files that are asked for; UsageError for a part that the version does not have."""
    files = list(kept.files(number))
    if not parts:
        return files
    record = kept.record(number)
    held: dict[str, list[str]] = {}
    for copy in record.renditions:
        held.setdefault(copy.format, []).append(copy.path)
    held["source"] = [path for path in files if path.startswith("source/")]
    held |= {name: [path] for name, path in _PARTS.items()}
    for part in parts:
        if part not in held:
            known = ", ".join(held)
            raise UsageError(diagnose("A021", part=part, version=number, known=known))
    return list(dict.fromkeys(path for part in parts for path in held[part]))


def _warn(kept: Object, number: int, narrator: Narrator) -> None:
    """Say what has become of the story since the version."""
    later = [kept.record(each) for each in range(number, kept.head + 1)]
    if later[-1].flag is Flag.WITHDRAWN:
        first = _first_withdrawn(kept, later[-1])
        created = kept.inventory.versions[first - 1].created
        narrator.tell([diagnose("A009", id=kept.identifier, version=first, created=created)])
        return
    correction = next((each for each in later[1:] if each.flag is Flag.CORRECTED), None)
    if correction is not None:
        facts = diagnose("A015", id=kept.identifier, version=correction.version, shown=number)
        narrator.tell([facts])


def _first_withdrawn(kept: Object, newest: Record) -> int:
    number = newest.version
    while number > 1 and kept.record(number - 1).flag is Flag.WITHDRAWN:
        number -= 1
    return number


def _name(identifier: str) -> str:
    return safe(identifier.removeprefix("urn:exporter:")) or "story"
