"""What a story is called in the archive, so that its updates become versions of it.

All identifiers are URIs (OCFL 1.1, W005): what is none yet stands below `urn:exporter:`.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

from exporter.diagnostics import ArchiveError, diagnose
from exporter.expressions import expression
from exporter.model import Document
from exporter.model.slug import slug_parts
from exporter.values import Value

OWN = "urn:exporter:"
# Three times the longest in the wild; what is longer is a mistake or an attack.
LONGEST = 500
# RFC 3986, 3.1, with two letters at least: C:\ is no scheme.
_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]+:.", re.DOTALL)
# RFC 3986, 2.2 and 2.3, and the sign of what has been encoded already.
_URI_MARKS = ":/?#[]@!$&'()*+,;=-._~%"
_DIGEST = expression(r"urn:exporter:[0-9a-f]{64}")


class Identity(Value):
    """An identifier, and why no update will be found by it; blank where one will."""

    identifier: str
    alone: str = ""


def identify(
    document: Document, *, given: str | None, guid: str | None, date: str | None
) -> Identity:
    """The identity of a story: what the user says, else its format, else its slug, else its bytes.

    `date` is its day in ISO 8601, where known: a slug names a story for a day. ArchiveError when
    what the user says cannot be an identifier.
    """
    if given is not None:
        return Identity(checked(given))
    if guid is not None and _is_usable(guid) and not _DIGEST.fullmatch(guid):
        return Identity(checked(guid))
    by_slug, why = _by_slug(document, date)
    if by_slug is not None:
        return Identity(by_slug)
    if guid is not None and _DIGEST.fullmatch(guid):  # what the exporter itself writes
        return Identity(guid)
    return Identity(f"{OWN}{document.source.sha256}", why)


def checked(text: str) -> str:
    """Text as an identifier; ArchiveError when it is blank, endless or has control characters."""
    words = unicodedata.normalize("NFC", text.strip())
    reason = _fault(words)
    if reason:
        raise ArchiveError(diagnose("A006", id=words[:80], reason=reason, most=LONGEST))
    return _uri(words)


def candidates(text: str) -> tuple[str, ...]:
    """The identifiers that somebody may mean by a text: as it stands, or ours with less typed."""
    words = unicodedata.normalize("NFC", text.strip())
    if _fault(words):
        return ()
    whole = _uri(words)
    return (whole,) if whole.startswith(OWN) else (whole, OWN + quote(words, safe=_URI_MARKS))


def _is_usable(text: str) -> bool:
    return not _fault(unicodedata.normalize("NFC", text.strip()))


def _fault(words: str) -> str:
    if not words:
        return "it is blank"
    if len(words) > LONGEST:
        return "it is too long"
    if any(unicodedata.category(each) in ("Cc", "Cs", "Cn", "Zl", "Zp") for each in words):
        return "it has control characters"
    return ""


def _uri(words: str) -> str:
    encoded = quote(words, safe=_URI_MARKS)
    return encoded if _SCHEME.match(words) else OWN + encoded


def _by_slug(document: Document, date: str | None) -> tuple[str | None, str]:
    """The identifier that agency, slug and day make, or why they do not."""
    slug = slug_parts(document.slugline.text) if document.slugline else None
    if slug is None:
        return None, "it has no slug that names it"
    if date is None:
        return None, "its date is not known"
    agency = document.dateline.agency if document.dateline else None
    parts = [_plain(part) for part in (agency or "", slug.name)]
    return OWN + ":".join((*filter(None, parts), date)), ""


def _plain(text: str) -> str:
    """Words in small letters, joined by hyphens, in the characters of a URN (RFC 8141, 2)."""
    words = "-".join(unicodedata.normalize("NFC", text).casefold().split())
    return quote(words[:LONGEST].strip("/"), safe="-._~/")
