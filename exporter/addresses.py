"""Names of hosts, and the addresses to which a copy may lead: the same ones in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporter.expressions import expression

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# RFC 1123, 2.1, and RFC 1035, 2.3.4: letters, digits and hyphens, in labels of 63.
_HOST = expression(
    r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*"
)
# Word opens no longer address, and the three copies lead to the same places.
_LONGEST = 2048
_CONTROL = expression(r"[\x00-\x1f\x7f]")
_LOCAL = expression(r"[^\s@<>\"(),:;\\]+")
_LONE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
# What may stand unescaped in a path, and in a query or a fragment (RFC 3986, 3.3 to 3.5), with
# the percent sign of what is encoded already.
_PATH = "/%:@!$&'()*+,;=~-._"
_QUERY = _PATH + "?"


def host_name(text: str) -> str:
    """A host's or a domain's name in ASCII letters (IDNA 2008); ValueError when it is none."""
    name = text.lower()
    if not name.isascii():
        import idna

        try:
            name = idna.encode(text, uts46=True, std3_rules=True).decode("ascii")
        except idna.IDNAError as error:
            raise ValueError(str(error)) from error
    if not _HOST.fullmatch(name):
        raise ValueError("no name of a host")
    return name


def usable(href: str) -> str | None:
    """The http, https or mailto address as a URI in ASCII; None when nobody should be led there.

    A URI is what PDF asks for (ISO 32000-1, 12.6.4.7), what a book may hold (URL Standard, 4.3,
    which also wants the name of a host as `host_name` has it), and a relationship of Word's too.
    """
    from urllib.parse import urlsplit  # no print file asks for it

    href = href.strip()
    if len(href) > _LONGEST or _CONTROL.search(href):
        return None
    try:
        parts = urlsplit(href)
        uri = _WRITERS[parts.scheme](parts)
    except (KeyError, ValueError):
        return None
    return uri if uri is None or len(uri) <= _LONGEST else None


def _mail(parts: SplitResult) -> str | None:
    """RFC 6068, 2: one mailbox, whose local part may be encoded UTF-8, and fields of a message."""
    local, _, domain = parts.path.rpartition("@")
    if _LOCAL.fullmatch(local) is None:
        return None
    query = f"?{_escaped(parts.query, _QUERY)}" if parts.query else ""
    return f"mailto:{_escaped(local, _PATH)}@{host_name(domain)}{query}"


def _web(parts: SplitResult) -> str | None:
    """No user or password: a link that carries one is not what it seems."""
    if parts.hostname is None or "@" in parts.netloc:
        return None
    host = host_name(parts.hostname)
    place = host if parts.port is None else f"{host}:{parts.port}"
    return parts._replace(
        netloc=place,
        path=_escaped(parts.path, _PATH),
        query=_escaped(parts.query, _QUERY),
        fragment=_escaped(parts.fragment, _QUERY),
    ).geturl()


def _escaped(part: str, safe: str) -> str:
    from urllib.parse import quote

    return quote(_LONE_PERCENT.sub("%25", part), safe=safe)


_WRITERS = {"http": _web, "https": _web, "mailto": _mail}
