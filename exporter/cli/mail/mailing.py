"""One message with the files of all stories, made whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from exporter import stylesheet
from exporter.cli import console, look_for_garbage, status
from exporter.cli.batch.progress import progress
from exporter.cli.bugs import report_bug
from exporter.cli.console import Narrator
from exporter.cli.inputs import Barren, Input
from exporter.cli.mail.report import MailReport
from exporter.cli.mail.stories import Attached, Story, attached, prepare, summaries
from exporter.cli.mail.ways import Way
from exporter.diagnostics import Diagnostic, ExportError, diagnose
from exporter.mail import sizes
from exporter.mail.addresses import Mailbox
from exporter.mail.htmlbody import html_of, html_of_letter
from exporter.mail.message import Letter, compose
from exporter.mail.summary import Summary, status_of, subject, subject_of
from exporter.mail.textbody import text_of, text_of_letter
from exporter.pipeline import Options
from exporter.renderers.contract import UNDATED
from exporter.values import Value


class Terms(Value, kw_only=True):
    """What the user wants of a message. `letter` is a text of theirs, `most` its octets."""

    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    subject: str | None
    letter: str | None
    formats: tuple[str, ...]
    template: str
    most: int
    reproducible: bool


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
        letter = self._letter(ready, files)
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
        self._report.arrived(letter, content, files, arrival, self._found)
        return status.DONE if arrival.is_complete else status.FAILED

    def _ready(self, stories: Sequence[Input]) -> list[Story]:
        """The stories whose files could be made; what is to be said of all has been said."""
        ready = []
        with progress(len(stories), wanted=not self._narrator.quiet) as advance:
            for story in stories:
                try:
                    made = prepare(story, self._options, self._terms.formats, self._terms.template)
                except Exception as error:  # the user hears of all that fail, not of the first
                    self._fail(story.shown, self._reasons(error, story.shown))
                else:
                    self._tell(made.diagnostics, story.shown)
                    ready.append(made)
                advance()
                if story is not stories[-1]:
                    look_for_garbage()
        return ready

    def _reasons(self, error: Exception, shown: str) -> tuple[Diagnostic, ...]:
        if isinstance(error, ExportError):
            return error.diagnostics
        report_bug(error)
        self._bug = True
        return (diagnose("X014", source=shown, error=repr(error)),)

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

    def _letter(self, ready: Sequence[Story], files: Sequence[Attached]) -> Letter:
        terms = self._terms
        told = summaries(ready, files)
        title = self._subject(ready)
        text, html = _bodies(terms.letter, told, title)
        return Letter(
            sender=terms.sender,
            to=terms.to,
            cc=terms.cc,
            bcc=terms.bcc,
            subject=title,
            text=text,
            html=html,
            attachments=tuple(file.attachment for file in files),
            date=self._date(ready),
            key=None if terms.reproducible else secrets.token_hex(16),
            is_draft=self._way.is_draft,
        )

    def _subject(self, ready: Sequence[Story]) -> str:
        warnings = (status_of(story.document, story.style) for story in ready)
        warning = next(filter(None, warnings), None)
        own = self._terms.subject
        if own and own.strip():
            return subject(own, 0, warning)
        return subject(subject_of(ready[0].document), len(ready) - 1, warning)

    def _date(self, ready: Sequence[Story]) -> datetime:
        """Now; or, to be the same tomorrow, the day of the latest story."""
        if not self._terms.reproducible and self._options.now is not None:
            return self._options.now.astimezone()
        dates = [story.date for story in ready if story.date]
        if not dates:
            self._tell((diagnose("M013", date=f"{UNDATED:%Y-%m-%d}"),))
        return max(dates, default=UNDATED)

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


def _bodies(letter: str | None, told: Sequence[Summary], title: str) -> tuple[str, str]:
    """The text and the HTML: of the stories, or the user's own with what must be said."""
    if letter is None:
        return text_of(told), html_of(told, title)
    notices = list(dict.fromkeys(each.notice for each in told if each.notice))
    return text_of_letter(letter, notices), html_of_letter(letter, notices, title)
