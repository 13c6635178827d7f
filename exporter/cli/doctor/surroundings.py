"""What the user has set up: settings, variables, the cache, validators."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from exporter.cli import settings
from exporter.cli.command import ConfiguredCommand, command_of
from exporter.cli.doctor.finding import Finding, State
from exporter.cli.mail.credentials import PASSWORD, USER
from exporter.cli.shelf import users_shelf
from exporter.diagnostics import Diagnostic, ExportError
from exporter.validators import VALIDATORS, Validator

_SETTINGS, _CACHE, _VALIDATORS = "settings", "cache", "validators"
_PREFIX = "EXPORTER_"
_SECRET = ("PASSWORD", "USER")


def settings_in_force() -> tuple[list[Finding], str | None]:
    """What is found of `exporter.toml` and of variables; the style that they choose."""
    folder, home = Path.cwd(), Path(click.get_app_dir("exporter"))
    files = settings.files(folder, home)
    commands = _configured()
    try:
        loaded, *of_tables = (
            settings.load(each.params, folder, home, each.table) for each in commands
        )
    except ExportError as error:
        said = "; ".join(each.message for each in error.diagnostics)
        found = [Finding(_SETTINGS, str(path), State.WRONG, said) for path in files]
        return [*found, *_variables(commands)], os.environ.get("EXPORTER_STYLE")
    warnings = dict.fromkeys(each for one in (loaded, *of_tables) for each in one.warnings)
    found = [_file(path, loaded, warnings) for path in files]
    if not files:
        said = f"none here or above, none in {home}"
        found.append(Finding(_SETTINGS, settings.FILE, State.ABSENT, said))
    style = os.environ.get("EXPORTER_STYLE") or loaded.values.get("style")
    return [*found, *_variables(commands)], style


def _configured() -> list[ConfiguredCommand]:
    """The commands that take settings, an export first, whose own are for all."""
    commands = map(command_of, ("export", "mail", "archiving.add"))
    return [each for each in commands if isinstance(each, ConfiguredCommand)]


def _file(path: Path, loaded: settings.Settings, warnings: Iterable[Diagnostic]) -> Finding:
    """A file of settings, with what it settles and what in it is not known."""
    settled = [name for name, origin in loaded.origins.items() if origin == path]
    unknown = [each for each in warnings if str(path) in each.message]
    said = "; ".join([f"settles {', '.join(settled) or 'nothing'}", *(e.message for e in unknown)])
    return Finding(_SETTINGS, str(path), State.OTHER if unknown else State.OK, said)


def _variables(commands: Iterable[ConfiguredCommand]) -> Iterator[Finding]:
    # Some options only those commands of the archive have that find stories.
    searching = (*commands, command_of("archiving.search"))
    known = {str(each.envvar) for command in searching for each in command.params}
    known |= {USER, PASSWORD}
    for name in sorted(os.environ):
        if not name.startswith(_PREFIX):
            continue
        if name in known:
            secret = name.endswith(_SECRET)
            yield Finding(_SETTINGS, name, State.OK, "is set" if secret else os.environ[name])
        else:
            near = get_close_matches(name, known, 1)
            remedy = f"did you mean {near[0]}?" if near else "see --help"
            yield Finding(_SETTINGS, name, State.OTHER, "no option has this variable", remedy)


def cache() -> Iterator[Finding]:
    """The folder in which what was compiled is kept; without it, each run compiles anew."""
    shelf = users_shelf(os.environ)
    if shelf is None:
        yield Finding(_CACHE, "folder", State.ABSENT, "there is no home to keep it in")
        return
    files = [each for each in shelf.folder.glob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files)
    if shelf.takes:
        said = f"{len(files)} files, {size / 1000:.0f} KB"
        yield Finding(_CACHE, str(shelf.folder), State.OK, said)
    else:
        said = "cannot be written, or others can write there: nothing is kept"
        remedy = "make it your own and no one else's to write, or remove it"
        yield Finding(_CACHE, str(shelf.folder), State.OTHER, said, remedy)


def validators() -> Iterator[Finding]:
    """The validators that `exporter check` runs; an export needs none."""
    return map(_validator, VALIDATORS)


def _validator(validator: Validator) -> Finding:
    if validator.find() is None:
        return Finding(_VALIDATORS, validator.name, State.ABSENT, "", validator.remedy)
    said = " ".join(filter(None, (validator.version(), f"for {validator.kind}")))
    return Finding(_VALIDATORS, validator.name, State.OK, said)
