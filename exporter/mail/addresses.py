"""Mail addresses, taken strictly: what could be read in two ways is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from exporter.addresses import host_name
from exporter.diagnostics import UsageError, diagnose
from exporter.expressions import expression
from exporter.mail.onelines import one_line
from exporter.values import Value

# RFC 5321, 4.5.3.1: octets of a local part and of a path, less its angle brackets.
_LONGEST_LOCAL = 64
_LONGEST = 254
# A name and an address in angle brackets, or an address alone, up to a comma or the end.
_ENTRY = expression(
    r"""(?:(?P<name>"(?:[^"\\]|\\.)*"|[^"<>,;@]*?) ?< ?(?P<angle>[^<>,; ]+) ?>"""
    r"""|(?P<bare>[^<>,;" ]+)) ?(?:, ?|\Z)"""
)
# RFC 5322, 3.2.3, dot-atom of ASCII; RFC 6531 adds every printed character beyond it.
_LOCAL = expression(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+)*",
    re.IGNORECASE,
)


class Mailbox(Value):
    """A person's or a desk's address. `domain` is in ASCII, as the network has it."""

    name: str
    local: str
    domain: str

    @property
    def address(self) -> str:
        """The address as servers take it."""
        return f"{self.local}@{self.domain}"

    @property
    def is_international(self) -> bool:
        """Whether only servers with SMTPUTF8 can take the address."""
        return not self.local.isascii()


def mailboxes(lists: Iterable[str]) -> tuple[Mailbox, ...]:
    """The mailboxes of lists parted by commas, each address once; UsageError for what is none."""
    found: dict[str, Mailbox] = {}
    for text in lists:
        for mailbox in _entries(text):
            found.setdefault(mailbox.address, mailbox)
    return tuple(found.values())


def mailbox(text: str) -> Mailbox:
    """The only mailbox of a text; UsageError when it is none, or several."""
    found = mailboxes([text])
    if len(found) != 1:
        raise _wrong(text, "holds more than one")
    return found[0]


def _entries(text: str) -> Iterator[Mailbox]:
    if not text.strip():
        raise _wrong(text, "is blank")
    line = " ".join(text.split())
    position = 0
    while position < len(line):
        entry = _ENTRY.match(line, position)
        if entry is None:
            raise _wrong(text, "is not a list of addresses")
        yield _mailbox(_name(entry["name"] or ""), entry["angle"] or entry["bare"])
        position = entry.end()


def _name(text: str) -> str:
    if text.startswith('"'):
        text = re.sub(r"\\(.)", r"\1", text[1:-1])
    return one_line(text)


def _mailbox(name: str, address: str) -> Mailbox:
    local, at, domain = address.rpartition("@")
    local = unicodedata.normalize("NFC", local)
    if not at:
        raise _wrong(address, "has no @")
    if not _LOCAL.fullmatch(local) or not local.isprintable():
        raise _wrong(address, "has characters before its @ that cannot stand there")
    try:
        mailbox = Mailbox(name, local, host_name(domain))
    except ValueError as error:
        raise _wrong(address, "has no domain after its @") from error
    if len(local.encode()) > _LONGEST_LOCAL or len(mailbox.address.encode()) > _LONGEST:
        raise _wrong(address, "is too long")
    return mailbox


def _wrong(text: str, reason: str) -> UsageError:
    return UsageError(diagnose("U040", text=text, reason=reason))
