"""From stories that are made ready to the letter that tells of them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from exporter.cli.mail.stories import Attached, Story, summaries
from exporter.diagnostics import Diagnostic, diagnose
from exporter.mail.addresses import Mailbox
from exporter.mail.htmlbody import html_of, html_of_letter
from exporter.mail.message import Letter
from exporter.mail.summary import Summary, status_of, subject, subject_of
from exporter.mail.textbody import text_of, text_of_letter
from exporter.renderers.contract import UNDATED
from exporter.values import Value


class Terms(Value, kw_only=True):
    """What the user wants of a message.

    `letter` is a text of theirs, `most` the octets of the largest message. `now` is its time,
    None where it is to be the same tomorrow.
    """

    sender: Mailbox | None
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    subject: str | None
    letter: str | None
    formats: tuple[str, ...]
    template: str
    most: int
    now: datetime | None


def letter_of(
    ready: Sequence[Story], files: Sequence[Attached], terms: Terms, *, is_draft: bool
) -> Letter:
    """The letter with the files of the stories."""
    title = _subject(ready, terms)
    text, html = _bodies(terms.letter, summaries(ready, files), title)
    return Letter(
        sender=terms.sender,
        to=terms.to,
        cc=terms.cc,
        bcc=terms.bcc,
        subject=title,
        text=text,
        html=html,
        attachments=tuple(file.attachment for file in files),
        date=terms.now or max(_dates(ready), default=UNDATED),
        key=secrets.token_hex(16) if terms.now else None,
        is_draft=is_draft,
    )


def undated(ready: Sequence[Story], terms: Terms) -> tuple[Diagnostic, ...]:
    """What is to be said where a message needs a date and its stories have none."""
    if terms.now or _dates(ready):
        return ()
    return (diagnose("M013", date=f"{UNDATED:%Y-%m-%d}"),)


def _dates(ready: Sequence[Story]) -> list[datetime]:
    return [story.date for story in ready if story.date]


def _subject(ready: Sequence[Story], terms: Terms) -> str:
    warnings = (status_of(story.document, story.style) for story in ready)
    warning = next(filter(None, warnings), None)
    if terms.subject and terms.subject.strip():
        return subject(terms.subject, 0, warning)
    return subject(subject_of(ready[0].document), len(ready) - 1, warning)


def _bodies(letter: str | None, told: Sequence[Summary], title: str) -> tuple[str, str]:
    """The text and the HTML: of the stories, or the user's own with what must be said."""
    if letter is None:
        return text_of(told), html_of(told, title)
    notices = {each.notice: each.house_language for each in told if each.notice}
    return text_of_letter(letter, notices), html_of_letter(letter, notices, title)
