"""Header fields as every mail program reads them, folded by ourselves.

The standard library's own folding of addresses and parameters differs between its versions, and
some of them took a comma between two addresses into an encoded word (CVE-2025-1795).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from email.header import Header
from email.utils import quote
from urllib.parse import quote as percent_encoded

from exporter.mail.addresses import Mailbox
from exporter.mail.onelines import one_line

_LINE = 76  # RFC 2047, 2: a line with an encoded word
_FOLD = "\r\n "
# What programs take for quotation around a value, and for a path.
_QUOTED = str.maketrans({'"': "'", "\\": "_", "<": "(", ">": ")"})
_SECTION = 60  # of a parameter in sections (RFC 2231, 3), that its line is not too long


def words(text: str, field: str) -> str:
    """A text as the value of a field, in encoded words (RFC 2047) where it needs them."""
    text = one_line(text)
    charset = "us-ascii" if _is_plain(text) else "utf-8"
    header = Header(text, charset, maxlinelen=_LINE, header_name=field)
    return header.encode(linesep="\r\n")


def address_list(mailboxes: Iterable[Mailbox]) -> str:
    """Mailboxes as the value of a field, one a line."""
    return f",{_FOLD}".join(_mailbox(mailbox) for mailbox in mailboxes)


def file_name(name: str) -> str:
    """A name in one line, without the marks that programs differ about within quotation marks."""
    return one_line(name).translate(_QUOTED)


def named_type(media_type: str, name: str) -> str:
    """A media type with the file's name, for programs that know no RFC 2231.

    For them a name that is not ASCII stands in encoded words between quotation marks: against RFC
    2047, 5, and what the large programs write and read.
    """
    name = file_name(name)
    value = name if _is_plain(name) else words(name, " name=")
    return f'{media_type};{_FOLD}name="{value}"'


def attachment(name: str) -> str:
    """The disposition of an attached file, its name by RFC 2231 where it is not ASCII."""
    name = file_name(name)
    if _is_plain(name):
        return f'attachment;{_FOLD}filename="{name}"'
    sections = list(_sections(name))
    if len(sections) == 1:
        return f"attachment;{_FOLD}filename*=utf-8''{sections[0]}"
    first, *others = sections
    lines = [f"filename*0*=utf-8''{first}"]
    lines += [f"filename*{number}*={section}" for number, section in enumerate(others, 1)]
    return f"attachment;{_FOLD}" + f";{_FOLD}".join(lines)


def _sections(name: str) -> Iterator[str]:
    """The name's octets, percent-encoded, in pieces of whole characters that fit in a line."""
    section = ""
    for character in name:
        piece = percent_encoded(character, safe="")
        if len(section) + len(piece) > _SECTION:
            yield section
            section = ""
        section += piece
    yield section


def _mailbox(mailbox: Mailbox) -> str:
    name, address = one_line(mailbox.name), mailbox.address
    if not name:
        return address
    if not _is_plain(name):
        return f"{words(name, 'From')}{_FOLD}<{address}>"
    gap = " " if len(name) + len(address) < _SECTION else _FOLD
    return f'"{quote(name)}"{gap}<{address}>'


def _is_plain(text: str) -> bool:
    return text.isascii() and "=?" not in text
