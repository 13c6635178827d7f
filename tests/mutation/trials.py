"""One mutant and the tests that come by it, in a process of its own."""

from __future__ import annotations

import ast
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, ModuleType

import coverage
import hypothesis
import pytest

from tests.mutation.mutants import Mutant

# Without a database, what a mutant fails by is not tried again by those after it.
hypothesis.settings.register_profile(
    "mutation", deadline=None, max_examples=50, database=None, derandomize=True
)
_OPTIONS = (
    *("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=mutation"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # they are loaded before each fork
)
_NEVER_LOADED = 64


class Fate(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    SLOW = "too slow"
    NEVER_LOADED = "never loaded"

    @classmethod
    def of(cls, status: int | None) -> Fate:
        """By the exit status of its process."""
        if status == pytest.ExitCode.OK:
            return cls.SURVIVED
        return cls.NEVER_LOADED if status == _NEVER_LOADED else cls.KILLED


@dataclass
class Tests:
    """How long each test takes, and by which lines of which file it comes."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def coming_by(self, path: str, mutant: Mutant) -> list[str]:
        """The tests that could notice a mutant, those of its module and quick ones first."""
        concerned = _concerned(mutant)
        found = {
            name
            for line, names in self.lines.get(path, {}).items()
            if any(line in scope for scope in concerned)
            for name in names
        }
        stem = Path(path).stem.strip("_")
        return sorted(
            found or self.seconds, key=lambda name: (stem not in name, self.seconds[name], name)
        )


def _concerned(mutant: Mutant) -> list[range]:
    """The lines of the functions that a mutant is in, or whose private table it is; none for all.

    What is remembered between calls (a decorator) is run by one test and used by many, as is what
    stands in a module: then the tests are wanted that come by any of its functions.
    """
    tree = ast.parse(mutant.source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    plain = [node for node in functions if not node.decorator_list]
    around = [node for node in functions if mutant.line in _lines(node)]
    if around:
        return [_lines(node) for node in (around[-1:] if around[-1] in plain else functions)]
    names = _bound(node for node in tree.body if mutant.line in _lines(node))
    while more := _bound(node for node in tree.body if _names(node) & names) - names:
        names |= more
    private = all(name.startswith("_") for name in names)
    return [_lines(node) for node in functions] if names and private else []


def _bound(nodes: Iterable[ast.stmt]) -> set[str]:
    """The names that statements give to what they compute."""
    return {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _lines(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _names(node: ast.stmt) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


# -- which test comes by which line ----------------------------------------------------------------


def survey(folders: Sequence[str], *, slowest: float) -> Tests:
    """Run all tests once, unchanged; those that take longer than `slowest` are left out later."""
    context = get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_survey, args=(folders, theirs))
    process.start()
    theirs.close()
    try:
        tests: Tests = mine.recv()
    except EOFError:
        sys.exit("The tests must pass before anything is changed.")
    process.join()
    tests.seconds = {name: spent for name, spent in tests.seconds.items() if spent <= slowest}
    for lines in tests.lines.values():
        for line, names in lines.items():
            lines[line] = [name for name in names if name in tests.seconds]
    return tests


def _survey(folders, theirs) -> None:  # type: ignore[no-untyped-def]
    _be_quiet()
    tests = Tests()
    measured = coverage.Coverage(data_file=None, include=["exporter/*"], config_file=False)
    watcher = _Watcher(tests, measured)
    measured.start()
    status = pytest.main([*_OPTIONS, *folders], plugins=[watcher])
    measured.stop()
    data = measured.get_data()
    for path in data.measured_files():
        lines: dict[int, list[str]] = defaultdict(list)
        for line, names in data.contexts_by_lineno(path).items():
            lines[line] = [name for name in names if name]
        tests.lines[os.path.relpath(path)] = dict(lines)
    if status == pytest.ExitCode.OK:
        theirs.send(tests)
    os._exit(0)


class _Watcher:
    """Tells coverage which test is running, and keeps how long each took."""

    def __init__(self, tests: Tests, measured: coverage.Coverage) -> None:
        self._tests = tests
        self._measured = measured

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._measured.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        spent = self._tests.seconds
        spent[report.nodeid] = spent.get(report.nodeid, 0.0) + report.duration


# -- one trial -------------------------------------------------------------------------------------


def try_mutant(path: str, mutant: Mutant, tests: Tests) -> None:
    """Run what comes by a mutant, and end the process with what pytest says."""
    _be_quiet()
    name = ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")
    finder = _Finder(name, path, mutant.source)
    sys.meta_path.insert(0, finder)
    wanted = tests.coming_by(path, mutant)
    files = dict.fromkeys(one.partition("::")[0] for one in wanted)
    status = int(pytest.main([*_OPTIONS, *files], plugins=[_Choice(wanted)]))
    os._exit(status if status or finder.loaded else _NEVER_LOADED)


def _be_quiet() -> None:
    sys.dont_write_bytecode = True
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


class _Choice:
    """Of the tests that are collected only those that are wanted, in the order given."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self._order = {name: at for at, name in enumerate(wanted)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._order]
        items[:] = sorted(chosen, key=lambda item: self._order[item.nodeid])


class _Finder(MetaPathFinder):
    """Gives one module in its changed form, and knows whether anyone asked."""

    def __init__(self, name: str, path: str, source: str) -> None:
        self._name = name
        self._path = path
        self._source = source
        self.loaded = False

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        self.loaded = True
        loader = _Loader(fullname, str(Path(self._path).resolve()), self._source)
        return spec_from_file_location(fullname, loader.path, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, _name: str) -> CodeType:
        return compile(self._source, self.path, "exec")
