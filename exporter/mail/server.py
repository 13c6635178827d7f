"""The server that a message is handed to, by its address."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from exporter.addresses import host_name
from exporter.diagnostics import UsageError, diagnose
from exporter.values import Value

# RFC 8314, 3.3 and 7.3, and RFC 6409, 3.1: submission, over TLS and with STARTTLS.
_PORTS = {"smtps": 465, "smtp": 587}


class Server(Value):
    """A server of submission. `tls_first` is TLS from the first byte, else STARTTLS follows."""

    host: str
    port: int
    tls_first: bool

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def is_here(self) -> bool:
        """Whether what it is told stays on this machine."""
        address = _address(self.host)
        return self.host == "localhost" if address is None else address.is_loopback


def server_of(url: str) -> Server:
    """The server of an address such as ``smtp://mail.example.org:587``; UsageError."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _wrong(url, "is not an address") from error
    if parts.scheme not in _PORTS:
        raise _wrong(url, "begins with neither smtp:// nor smtps://")
    if "@" in parts.netloc:
        # What stands before the @ is not repeated: it would be in a log.
        raise UsageError(diagnose("U042", server=parts.netloc.rpartition("@")[2]))
    if parts.path not in ("", "/") or parts.query or parts.fragment or port == 0:
        raise _wrong(url, "has more than a host and a port")
    return Server(_host(parts, url), port or _PORTS[parts.scheme], parts.scheme == "smtps")


def _host(parts: SplitResult, url: str) -> str:
    host = parts.hostname or ""
    if _address(host) is not None:
        return host
    try:
        return host_name(host)
    except ValueError as error:
        raise _wrong(url, "names no host") from error


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _wrong(url: str, reason: str) -> UsageError:
    return UsageError(diagnose("U041", url=url, reason=reason))
