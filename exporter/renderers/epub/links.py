"""Which addresses a book may link to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from exporter.expressions import expression

# What may stand unescaped in a path, a query or a fragment (RFC 3986, 3.3 to 3.5).
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?"
_HOST = expression(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_MAILBOX = expression(r"[^\s@<>\"(),:;\\]+@[a-z0-9.-]+", re.IGNORECASE | re.ASCII)
_BARE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
_FRAGMENT = expression(r"#([A-Za-z][\w.-]*)", re.ASCII)


def address(href: str, targets: frozenset[str] = frozenset()) -> str | None:
    """The address as a valid URL; None when it may not be a link.

    Links are http, https and mailto, and `targets`, the identifiers of the document itself.
    """
    inside = _FRAGMENT.fullmatch(href.strip())
    if inside is not None:
        return href.strip() if inside[1] in targets else None
    try:
        return _absolute(href.strip())
    except (ValueError, UnicodeError):
        return None


def _absolute(href: str) -> str | None:
    parts = urlsplit(href)
    if parts.scheme == "mailto":
        return _mail(parts.path, parts.query)
    if parts.scheme not in ("http", "https") or parts.hostname is None or "@" in parts.netloc:
        return None
    host = parts.hostname.encode("idna").decode("ascii")
    if _HOST.fullmatch(host) is None:
        return None
    place = host if parts.port is None else f"{host}:{parts.port}"
    path, query, fragment = (
        _escape(parts.path, _PATH), _escape(parts.query, _QUERY), _escape(parts.fragment, _QUERY),
    )  # fmt: skip
    return urlunsplit((parts.scheme, place, path, query, fragment))


def _mail(mailbox: str, query: str) -> str | None:
    if _MAILBOX.fullmatch(mailbox) is None:
        return None
    suffix = f"?{_escape(query, _QUERY)}" if query else ""
    return f"mailto:{_escape(mailbox, _PATH)}{suffix}"


def _escape(part: str, safe: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", part), safe=safe)
