"""The login for a mail server, from the environment or from netrc; never from a command line."""

from __future__ import annotations

import netrc
from collections.abc import Mapping

from exporter.diagnostics import UsageError, diagnose, reason_of
from exporter.mail.server import Server
from exporter.mail.session import Login

USER, PASSWORD = "EXPORTER_SMTP_USER", "EXPORTER_SMTP_PASSWORD"
_NETRC = "NETRC"


def login_for(server: Server, environment: Mapping[str, str]) -> Login | None:
    """The login, None where there is none; UsageError for half of one, or a broken netrc."""
    user, password = environment.get(USER), environment.get(PASSWORD)
    if user and password:
        return Login(user, password)
    if user or password:
        missing = PASSWORD if user else USER
        raise _wrong(server, "the environment", f"{missing} is not set")
    return _from_netrc(server, environment.get(_NETRC) or None)


def _from_netrc(server: Server, path: str | None) -> Login | None:
    """The entry of the host; one for all other hosts is for strangers, and not taken."""
    place = path or "~/.netrc"
    try:
        hosts = netrc.netrc(path).hosts
    except FileNotFoundError:
        return None
    except netrc.NetrcParseError as error:
        raise _wrong(server, place, error.msg) from error
    except (OSError, ValueError) as error:
        raise _wrong(server, place, reason_of(error)) from error
    entry = None if server.host == "default" else hosts.get(server.host)
    if entry is None:
        return None
    user, account, password = entry
    if not ((user or account) and password):
        raise _wrong(server, place, "its entry has no login or no password")
    return Login(user or account or "", password)


def _wrong(server: Server, place: str, reason: str) -> UsageError:
    return UsageError(diagnose("U046", server=server.host, place=place, reason=reason))
