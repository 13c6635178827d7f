"""Who stores a version."""

from __future__ import annotations

from urllib.parse import quote

from exporter.archive.inventory import Agent


def agent(text: str | None) -> Agent:
    """Name and address in a text such as ``Ann Lee <ann@example.org>``, else the login name.

    The address is a URI (OCFL 1.1, W009): where there is no mail address, a name of ours.
    """
    from email.utils import parseaddr

    name, address = parseaddr(text or "")
    if "@" in address:
        return Agent(name or address, "mailto:" + quote(address, safe="@.+-_"))
    words = " ".join((text or "").split()) or _login()
    return Agent(words, "urn:exporter:user:" + quote(words, safe=""))


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process of a user that the system does not know
        return "unknown"
