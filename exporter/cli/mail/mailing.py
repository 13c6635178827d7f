"""One message with the files of all stories, made whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from exporter import stylesheet
from exporter.cli import console, look_for_garbage, status
from exporter.cli.bugs import told_reasons
from exporter.cli.console import Narrator
from exporter.cli.inputs import Barren, Input
from exporter.cli.mail.letters import Terms, letter_of, undated
from exporter.cli.mail.report import MailReport
from exporter.cli.mail.stories import Attached, Story, attached, prepare
from exporter.cli.mail.ways import Arrival, Way
from exporter.cli.progress import progress
from exporter.cli.stopping import heed
from exporter.diagnostics import Diagnostic, ExportError, diagnose
from exporter.mail import sizes
from exporter.mail.message import Letter, compose
from exporter.mail.outcome import Fate
from exporter.pipeline import Options


class Mailing:
    """One run: the stories are made ready, the message composed, and taken where it goes."""

    def __init__(
        self, options: Options, terms: Terms, way: Way, report: MailReport, narrator: Narrator
    ) -> None:
        self._options = options
        self._terms = terms
        self._way = way
        self._report = report
        self._narrator = narrator
        self._found: list[Diagnostic] = []
        self._failed = 0
        self._bug = False

    def run(self, stories: Sequence[Input], barren: Sequence[Barren]) -> int:
        """Exit status; UsageError or StyleError before anything is made."""
        stylesheet.load(self._options.style)
        for nothing in barren:
            self._fail(nothing.shown, (nothing.diagnostic,))
        ready = self._ready(stories)
        if self._failed:
            return self._stop(len(stories) + len(barren))
        files = attached(ready)
        self._tell(undated(ready, self._terms))
        letter = letter_of(ready, files, self._terms, is_draft=self._way.is_draft)
        content = compose(letter)
        excess = self._weigh(files, len(content))
        if excess is not None:
            self._tell((excess,))
            self._report.failed(self._found)
            return status.FAILED
        return self._take(letter, content, files)

    def _take(self, letter: Letter, content: bytes, files: Sequence[Attached]) -> int:
        try:
            arrival = self._way.take(letter, content)
        except ExportError as error:
            self._tell(error.diagnostics)
            self._report.failed(self._found)
            return status.FAILED
        self._narrator.tell(arrival.diagnostics)
        self._say_where(arrival)
        self._report.arrived(letter, content, files, arrival, self._found)
        return status.DONE if arrival.is_complete else status.FAILED

    def _say_where(self, arrival: Arrival) -> None:
        """Tell people how many have it, also where standard output goes to a program."""
        if arrival.server and not self._narrator.quiet:
            fates = [each.fate for each in arrival.recipients]
            taken = f"{fates.count(Fate.ACCEPTED)} of {len(fates)}"
            console.say(f"exporter: {arrival.server} has taken the message for {taken} recipients")

    def _ready(self, stories: Sequence[Input]) -> list[Story]:
        """The stories whose files could be made; what is to be said of all has been said."""
        ready = []
        with progress(len(stories), wanted=not self._narrator.quiet) as advance:
            for story in stories:
                try:
                    made = prepare(story, self._options, self._terms.formats, self._terms.template)
                except Exception as error:  # the user hears of all that fail, not of the first
                    self._fail_by(error, story.shown)
                else:
                    heed()  # the files of whoever was interrupted may be damaged
                    self._tell(made.diagnostics, story.shown)
                    ready.append(made)
                advance()
                if story is not stories[-1]:
                    look_for_garbage()
        return ready

    def _fail_by(self, error: Exception, shown: str) -> None:
        found, is_bug = told_reasons(error, shown)
        self._bug = self._bug or is_bug
        self._fail(shown, found)

    def _fail(self, shown: str, diagnostics: Sequence[Diagnostic]) -> None:
        self._failed += 1
        self._tell(diagnostics, shown)

    def _tell(self, diagnostics: Sequence[Diagnostic], shown: str | None = None) -> None:
        self._found.extend(diagnostics)
        self._narrator.tell(diagnostics, shown)

    def _stop(self, total: int) -> int:
        if total > 1:
            done, failed = self._way.done, self._failed
            self._tell((diagnose("M001", done=done, failed=failed, stories=total),))
        self._report.failed(self._found)
        return status.BUG if self._bug else status.FAILED

    def _weigh(self, files: Sequence[Attached], octets: int) -> Diagnostic | None:
        """Tell how large the message is; why it is too large, None if it is not."""
        by_format: dict[str, list[int]] = {}
        for file in files:
            by_format.setdefault(file.rendition.format, []).append(len(file.rendition.content))
        raw = sum(map(sum, by_format.values()))
        if not self._narrator.quiet:
            number = f"{len(files)} attachment{'' if len(files) == 1 else 's'}"
            encoded = f"the message, encoded, has {sizes.shown(octets)}"
            console.say(f"exporter: {number} of {sizes.shown(raw)}; {encoded}")
        return sizes.too_large(octets, raw, self._terms.most, by_format)
