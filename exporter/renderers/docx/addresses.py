"""Addresses that Word can follow, in the characters that a relationship may hold."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from exporter.expressions import expression

# Word opens no longer address.
_LONGEST = 2048
# RFC 3986, 2.2 and 2.3, with the percent sign of what is encoded already.
_KEPT = "!$&'()*+,/:;=?@~%-._"
_CONTROL = expression(r"[\x00-\x1f\x7f]")
_LONE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
_HOST = expression(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
_MAILBOX = expression(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_HIGHEST_PORT = 65535


def usable_address(href: str) -> str | None:
    """The http, https or mailto address, percent-encoded; None when it is anything else."""
    address = href.strip()
    if len(address) > _LONGEST or _CONTROL.search(address):
        return None
    try:
        parts = urlsplit(address)
        if parts.scheme == "mailto":
            return _mail(address)
        if parts.scheme in ("http", "https"):
            return _web(parts.scheme, parts.netloc, address)
    except (ValueError, UnicodeError):
        pass
    return None


def _mail(address: str) -> str | None:
    mailbox, question, query = address.partition(":")[2].partition("?")
    if _MAILBOX.fullmatch(mailbox) is None:
        return None
    return f"mailto:{mailbox}{question}{_encoded(query)}"


def _web(scheme: str, authority: str, address: str) -> str | None:
    """No user or password: a link that carries one is not what it seems."""
    host, colon, port = authority.partition(":")
    ascii_host = host.encode("idna").decode() + colon + port
    if _HOST.fullmatch(ascii_host) is None or (port and int(port) > _HIGHEST_PORT):
        return None
    rest = address.split("//", 1)[1][len(authority) :]
    return f"{scheme}://{ascii_host}{_encoded(rest)}"


def _encoded(text: str) -> str:
    """RFC 3987, 3.1; brackets and a second number sign are not for paths and queries."""
    path, mark, fragment = _LONE_PERCENT.sub("%25", text).partition("#")
    return quote(path, safe=_KEPT) + mark + quote(fragment, safe=_KEPT)
