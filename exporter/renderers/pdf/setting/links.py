"""Links: where words may lead, and which do."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.values import Value

# A web address or a mailbox: nothing that runs, opens a file or carries a password.
_SCHEMES = ("http", "https", "mailto")
_LONGEST = 2048
_CONTROL = expression(r"[\x00-\x20\x7f]")
_MAILBOX = expression(r"[^\s@<>\"(),:;\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_HOST = expression(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?", re.IGNORECASE)
_BARE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
# RFC 3986, 2.2 and 2.3, with the percent sign of what is encoded already.
_KEPT = "!#$&'()*+,/:;=?@~%-._"


class Hyperlink(Value, eq=False):
    """One link of a story: its address, in ASCII as PDF wants it, and its words."""

    address: str
    words: str


def address(href: str) -> str | None:
    """The address as a URI (ISO 32000-1, 12.6.4.7); None when no reader should be led there."""
    from urllib.parse import urlsplit  # no print file asks for it

    href = href.strip()
    if len(href) > _LONGEST or _CONTROL.search(href):
        return None
    try:
        parts = urlsplit(href)
        if parts.scheme not in _SCHEMES:
            return None
        return _mail(href) if parts.scheme == "mailto" else _web(href)
    except (ValueError, UnicodeError):
        return None


def _mail(href: str) -> str | None:
    mailbox = href.partition(":")[2].partition("?")[0]
    return _encoded(href) if _MAILBOX.fullmatch(mailbox) else None


def _web(href: str) -> str | None:
    """No user or password: a link that carries one is not what it seems."""
    from urllib.parse import urlsplit

    parts = urlsplit(href)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if "@" in parts.netloc or _HOST.fullmatch(host) is None:
        return None
    place = host if parts.port is None else f"{host}:{parts.port}"
    return _encoded(parts._replace(netloc=place).geturl())


def _encoded(text: str) -> str:
    from urllib.parse import quote

    return quote(_BARE_PERCENT.sub("%25", text), safe=_KEPT)
