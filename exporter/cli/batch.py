"""Many stories, one after the other, none stopped by another's failure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from exporter import stylesheet
from exporter.cli import console, look_for_garbage, status
from exporter.cli.bugs import report_bug
from exporter.cli.console import Narrator
from exporter.cli.inputs import Barren, Input
from exporter.cli.progress import progress
from exporter.cli.report import Report
from exporter.diagnostics import Diagnostic, ExportError, UsageError, diagnose
from exporter.outputs import (
    STANDARD_OUTPUT,
    Claim,
    carries,
    filled,
    mistakable,
    name_fields,
    plan,
    safe_stem,
    single_file,
    write,
)
from exporter.pipeline import Edition, Options, Renditions, edit, fingerprint, render
from exporter.renderers import FORMATS
from exporter.values import Value

# The file of each format.
Files = Mapping[str, Path]


class Wanted(Value):
    """What is to be written, and where. `template` is None for names after the input's stem."""

    formats: tuple[str, ...]
    output: str
    template: str | None
    update: bool
    progress: bool

    @property
    def suffixes(self) -> dict[str, str]:
        """The suffix of each format; one that a package adds is called by its name."""
        return {
            name: FORMATS[name].suffix if name in FORMATS else f".{name}" for name in self.formats
        }


class Batch:
    """One run over all inputs."""

    def __init__(
        self, options: Options, wanted: Wanted, report: Report, narrator: Narrator
    ) -> None:
        self._options = options
        self._wanted = wanted
        self._report = report
        self._narrator = narrator
        self._failed: set[str] = set()
        self._bug = False

    def run(self, stories: Sequence[Input], barren: Sequence[Barren]) -> int:
        """Exit status after all stories; UsageError or StyleError before anything is written."""
        stylesheet.load(self._options.style)
        suffixes = self._wanted.suffixes
        single = single_file(self._wanted.output, len(stories), tuple(suffixes.values()))
        self._doubt(single)
        named = list(self._named(stories))
        settled = plan([claim for _, claim in named], suffixes, single)
        for nothing in barren:
            self._fail(nothing.shown, (nothing.diagnostic,))
        with progress(len(named), wanted=self._wanted.progress) as advance:
            for (story, _), files, bars in zip(named, settled.outputs, settled.barred, strict=True):
                self._export(story, files, bars)
                advance()
                if story is not stories[-1]:
                    look_for_garbage()
        self._sum_up(len(stories) + len(barren))
        return status.BUG if self._bug else status.FAILED if self._failed else status.DONE

    def _doubt(self, single: Path | None) -> None:
        """Warn of an output that is not what its name says; UsageError if warnings are fatal."""
        formats = {name: row.suffix for name, row in FORMATS.items()}
        doubt = mistakable(self._wanted.output, formats) if single is None else None
        if doubt and self._options.strict:
            raise UsageError(doubt, diagnose("X005"))
        self._narrator.tell((doubt,) if doubt else ())

    def _named(self, stories: Sequence[Input]) -> Iterator[tuple[Input, Claim]]:
        """The stories that can be given a name, each with its claim to it.

        A template asks for what the story says: such stories are read twice, not kept in memory.
        """
        for story in stories:
            stem = safe_stem(story.stem)
            if self._wanted.template is not None:
                stem = self._from_template(self._wanted.template, story)
            if stem:
                folder = Path(self._wanted.output) / story.below
                yield story, Claim(story.shown, story.path, folder, stem, story.named)

    def _from_template(self, template: str, story: Input) -> str:
        with self._answering_for(story):
            edition = self._edit(story)
            return filled(template, name_fields(story.stem, edition.document, edition.date))
        return ""

    def _edit(self, story: Input) -> Edition:
        options = self._options
        return edit(story.read(options.language, options.house), options)

    def _export(self, story: Input, files: Files, bars: Sequence[Diagnostic]) -> None:
        with self._answering_for(story):
            if bars:
                raise ExportError(*bars)
            edition = self._edit(story)
            if not self._is_current(edition, files):
                self._write(story, files, render(edition, self._wanted.formats))
                return
            if self._options.strict:  # a warning counts that came with an earlier run, too
                render(edition, self._wanted.formats)
            self._keep(story, files)

    def _is_current(self, edition: Edition, files: Files) -> bool:
        formats = self._wanted.formats
        return self._wanted.update and all(
            carries(file, fingerprint(edition, name, formats)) for name, file in files.items()
        )

    def _keep(self, story: Input, files: Files) -> None:
        for name, file in files.items():
            self._report.current(story.shown, file, name)
        kept = (diagnose("X013", source=story.shown, path=file) for file in files.values())
        self._narrator.tell(kept, story.shown)

    def _write(self, story: Input, files: Files, made: Renditions) -> None:
        """Write what has been made; what could not be made or written fails for itself."""
        told: list[Diagnostic] = []
        for name, result in made.items():
            found: tuple[Diagnostic, ...] = ()
            try:
                if isinstance(result, Exception):
                    raise result
                found = result.diagnostics
                _put(files[name], result.content)
            except console.StandardOutputError:
                raise
            except Exception as error:
                found = (*found, *self._reasons(error, story.shown))
                self._failed.add(story.shown)
                self._report.failed(story.shown, name, found)
            else:
                self._report.written(story.shown, files[name], result)
            told.extend(found)
        self._narrator.tell(told, story.shown)

    @contextlib.contextmanager
    def _answering_for(self, story: Input) -> Iterator[None]:
        """Let a story's failure, even one through a bug of ours, not stop the others."""
        try:
            yield
        except console.StandardOutputError:
            raise
        except Exception as error:
            self._fail(story.shown, self._reasons(error, story.shown))

    def _reasons(self, error: Exception, shown: str) -> tuple[Diagnostic, ...]:
        """What an error says; one that is a bug of ours is reported, and the batch goes on."""
        if isinstance(error, ExportError):
            return error.diagnostics
        report_bug(error)
        self._bug = True
        return (diagnose("X014", source=shown, error=repr(error)),)

    def _fail(self, shown: str, diagnostics: Sequence[Diagnostic]) -> None:
        self._failed.add(shown)
        self._narrator.tell(diagnostics, shown)
        for name in self._wanted.formats:
            self._report.failed(shown, name, diagnostics)

    def _sum_up(self, total: int) -> None:
        if self._failed and total > 1 and not self._narrator.quiet:
            console.say(f"exporter: {len(self._failed)} of {total} stories failed")


def _put(file: Path, content: bytes) -> None:
    if file == STANDARD_OUTPUT:
        console.put_bytes(content)
    else:
        write(file, content)
