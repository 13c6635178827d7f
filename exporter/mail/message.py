"""A message as bytes: bodies, attachments and header fields, the same for the same letter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime

from exporter.expressions import expression
from exporter.mail import headers
from exporter.mail.addresses import Mailbox
from exporter.values import Value

# Seven bits, so that every server can take it; fields stand as `headers` folds them.
_POLICY = SMTP.clone(cte_type="7bit", refold_source="none")
_INTERNATIONAL = _POLICY.clone(utf8=True)  # RFC 6532
# RFC 6838, 4.2
_MEDIA_TYPE = expression(r"[A-Za-z0-9][\w!#$&^.+-]{0,126}/[A-Za-z0-9][\w!#$&^.+-]{0,126}", re.ASCII)
_ANY_MEDIA_TYPE = "application/octet-stream"
# RFC 2606, 2: no host is ever called so.
_NOWHERE = "exporter.invalid"


class Attachment(Value):
    """A file that goes with a message."""

    name: str
    media_type: str
    content: bytes

    def __repr__(self) -> str:
        return f"Attachment({self.name!r}, {self.media_type!r}, {len(self.content)} bytes)"


class Letter(Value, kw_only=True):
    """All that a message says. `key` makes its identifier, by default what the letter says does.

    A draft is not sent yet: a mail program opens it to be sent, with its blind copies.
    """

    sender: Mailbox | None
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    subject: str
    text: str
    html: str
    attachments: tuple[Attachment, ...]
    date: datetime
    key: str | None = None
    is_draft: bool = False

    @property
    def digest(self) -> str:
        """Of all that it says, as hexadecimal digits."""
        digest = hashlib.sha256()
        shown = (self.sender, self.to, self.cc, self.bcc, self.subject, self.text, self.html)
        digest.update(repr((*shown, self.date.isoformat(), self.is_draft)).encode())
        for each in self.attachments:
            digest.update(repr((each.name, each.media_type)).encode())
            digest.update(hashlib.sha256(each.content).digest())
        return digest.hexdigest()

    @property
    def message_id(self) -> str:
        """Its identifier, in angle brackets."""
        domain = self.sender.domain if self.sender else _NOWHERE
        return f"<{self.key or self.digest[:32]}@{domain}>"

    @property
    def recipients(self) -> tuple[Mailbox, ...]:
        """Whoever is to have it, each once."""
        everyone = {each.address: each for each in (*self.to, *self.cc, *self.bcc)}
        return tuple(everyone.values())

    @property
    def is_international(self) -> bool:
        """Whether only servers with SMTPUTF8 can take it."""
        everyone = (*((self.sender,) if self.sender else ()), *self.recipients)
        return any(each.is_international for each in everyone)


def compose(letter: Letter) -> bytes:
    """The message of a letter, in lines that end with CR and LF."""
    seed = letter.digest
    message = EmailMessage(policy=_INTERNATIONAL if letter.is_international else _POLICY)
    for name, value in _fields(letter):
        message.set_raw(name, value)
    message["MIME-Version"] = "1.0"
    bodies = [_body(letter.text, "plain"), _body(letter.html, "html")]
    alternative = _multipart(MIMEPart(policy=_POLICY), "alternative", seed, bodies)
    attached = [_attached(attachment) for attachment in letter.attachments]
    _multipart(message, "mixed", seed, [alternative, *attached])
    return message.as_bytes()


def _fields(letter: Letter) -> Iterable[tuple[str, str]]:
    if letter.is_draft:
        yield "X-Unsent", "1"  # Outlook opens the file to be sent, not to be read
    if letter.sender:
        yield "From", headers.address_list([letter.sender])
    if letter.to:
        yield "To", headers.address_list(letter.to)
    if letter.cc:
        yield "Cc", headers.address_list(letter.cc)
    if letter.bcc and letter.is_draft:
        yield "Bcc", headers.address_list(letter.bcc)
    if letter.bcc and not (letter.is_draft or letter.to or letter.cc):
        yield "To", "undisclosed-recipients:;"
    yield "Subject", headers.words(letter.subject, "Subject")
    yield "Date", format_datetime(letter.date)
    yield "Message-ID", letter.message_id


def _body(text: str, subtype: str) -> MIMEPart:
    part = MIMEPart(policy=_POLICY)
    part.set_content(text, subtype=subtype, charset="utf-8")
    return part


def _attached(attachment: Attachment) -> MIMEPart:
    known = _MEDIA_TYPE.fullmatch(attachment.media_type)
    part = MIMEPart(policy=_POLICY)
    part.set_content(attachment.content, maintype="application", subtype="octet-stream")
    for field in ("Content-Type", "Content-Disposition"):
        del part[field]
    media_type = attachment.media_type if known else _ANY_MEDIA_TYPE
    part.set_raw("Content-Type", headers.named_type(media_type, attachment.name))
    part.set_raw("Content-Disposition", headers.attachment(attachment.name))
    return part


def _multipart(part: MIMEPart, subtype: str, seed: str, inside: Iterable[MIMEPart]) -> MIMEPart:
    """The part made of those inside; no line of base64 or of quoted printable is its boundary."""
    mark = hashlib.sha256(f"{subtype} {seed}".encode()).hexdigest()[:24]
    part["Content-Type"] = f'multipart/{subtype}; boundary="=_{mark}"'
    for each in inside:
        part.attach(each)
    return part
