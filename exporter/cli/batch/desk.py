"""Where one story is made: read, edited, rendered and written, its failure kept to itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exporter.cli import console
from exporter.cli.batch.outcome import Files, Job, Outcome, Output, Wanted
from exporter.cli.bugs import reasons
from exporter.cli.stopping import heed
from exporter.diagnostics import Diagnostic, ExportError, Severity, diagnose
from exporter.outputs import STANDARD_OUTPUT, carries, filled, name_fields, write
from exporter.pipeline import Edition, Options, Renditions, edit, fingerprint, render, rendition_of
from exporter.renderers import Rendition
from exporter.values import Value, replace


class Desk(Value):
    """Makes stories one by one, and says what became of each; a process has one."""

    options: Options
    wanted: Wanted

    def name(self, job: Job) -> str | Outcome:
        """What a story's outputs are called by the template; its failure if it cannot be read."""
        try:
            edition = self._edit(job)
            fields = name_fields(job.story.stem, edition.document, edition.date)
            return filled(self.wanted.template or "", fields)
        except Exception as error:
            return self._failure(job.story.shown, error)

    def make(self, job: Job) -> Outcome:
        """Write a story's files, and say what became of each."""
        try:
            return self._made(job)
        except console.StandardOutputError:
            raise
        except Exception as error:
            return self._failure(job.story.shown, error)

    def lost(self, job: Job, reason: str) -> Outcome:
        """What became of a story whose process ended over it."""
        shown = job.story.shown
        return self._failure(shown, ExportError(diagnose("X020", source=shown, reason=reason)))

    def _edit(self, job: Job) -> Edition:
        options = self.options if job.now is None else replace(self.options, now=job.now)
        return edit(job.story.read(options.language, options.house), options)

    def _made(self, job: Job) -> Outcome:
        if job.barred:
            raise ExportError(*job.barred)
        edition = self._edit(job)
        if not self._is_current(edition, job.files):
            return self._written(job, render(edition, self.wanted.formats))
        if self.options.strict:  # a warning counts that came with an earlier run, too
            render(edition, self.wanted.formats)
        return self._kept(job)

    def _is_current(self, edition: Edition, files: Files) -> bool:
        formats = self.wanted.formats
        return self.wanted.update and all(
            carries(file, fingerprint(edition, name, formats)) for name, file in files.items()
        )

    def _kept(self, job: Job) -> Outcome:
        """All files as they were; how many pages they have is not looked up."""
        outputs = tuple(self._current(name, file) for name, file in job.files.items())
        told = tuple(
            diagnose("X013", source=job.story.shown, path=file) for file in job.files.values()
        )
        return Outcome(job.story.shown, outputs, self._heard(told))

    def _current(self, name: str, file: Path) -> Output:
        content = file.read_bytes() if self.wanted.digests else None
        return Output(
            format=name,
            path=str(file),
            current=True,
            bytes=file.stat().st_size if content is None else len(content),
            sha256=self._digest(content),
            diagnostics=self._heard((diagnose("X013", path=file),)),
        )

    def _written(self, job: Job, made: Renditions) -> Outcome:
        """Write what has been made; what could not be made or written fails for itself."""
        outputs: list[Output] = []
        bugs: list[str] = []
        for name, result in made.items():
            try:
                outputs.append(self._put(job.files[name], result))
            except console.StandardOutputError:
                raise
            except Exception as error:
                said = result.diagnostics if isinstance(result, Rendition) else ()
                found, bug = reasons(error, job.story.shown)
                outputs.append(Output(name, diagnostics=self._heard((*said, *found))))
                bugs.extend(filter(None, (bug,)))
        told = dict.fromkeys(each for output in outputs for each in output.diagnostics)
        return Outcome(job.story.shown, tuple(outputs), tuple(told), tuple(bugs))

    def _put(self, file: Path, result: Rendition | Exception) -> Output:
        heed()  # the rendition of whoever was interrupted may be damaged
        rendition = rendition_of(result)
        if file == STANDARD_OUTPUT:
            console.put_bytes(rendition.content)
        else:
            write(file, rendition.content)
        return Output(
            format=rendition.format,
            path=str(file),
            bytes=len(rendition.content),
            sha256=self._digest(rendition.content),
            pages=rendition.pages,
            diagnostics=self._heard(rendition.diagnostics),
        )

    def _failure(self, shown: str, error: Exception) -> Outcome:
        """All formats of a story failed, even if through a bug of ours."""
        found, bug = reasons(error, shown)
        heard = self._heard(found)
        outputs = tuple(Output(name, diagnostics=heard) for name in self.wanted.formats)
        return Outcome(shown, outputs, heard, (bug,) if bug else ())

    def _heard(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics that anybody wants: most are infos, and cost their way to others."""
        if self.wanted.infos:
            return tuple(diagnostics)
        return tuple(each for each in diagnostics if each.severity is not Severity.INFO)

    def _digest(self, content: bytes | None) -> str | None:
        if content is None or not self.wanted.digests:
            return None
        import hashlib

        return hashlib.sha256(content).hexdigest()
