"""File names that every file system takes, in the letters of the story's own language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime

from exporter.diagnostics import UsageError, diagnose
from exporter.expressions import expression
from exporter.model import Document

FIELDS = ("stem", "title", "slug", "date", "agency")

# Most file systems take 255 bytes, some encrypting ones 143; a suffix still has to follow.
_MOST_BYTES = 130
_MOST_STEM_BYTES = 240
# What Windows refuses in a name, the separators of every system among it.
_FORBIDDEN = expression(r'[/\\:*?"<>|]+')
# Control characters, marks that reorder text, lone surrogates, noncharacters, byte order marks.
_HIDDEN = expression(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_CONTROL = expression("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# Device names of Windows, reserved with any suffix too.
_RESERVED = expression(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)", re.I)
_EDGES = " .-_–—"
_NAMELESS = "story"


def safe(text: str) -> str:
    """Text as a file name without suffix: NFC, no separators, reserved names or hidden marks."""
    text = unicodedata.normalize("NFC", _FORBIDDEN.sub("-", " ".join(text.split())))
    text = _at_a_word(_HIDDEN.sub("", text).strip(_EDGES), _MOST_BYTES).rstrip(_EDGES)
    return _RESERVED.sub(r"\1_", text, count=1) if _RESERVED.match(text) else text


def safe_stem(stem: str) -> str:
    """An input's stem as it is, but for control characters and what is too long with a suffix."""
    return _shortened(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", stem), _MOST_STEM_BYTES)


def check_template(template: str) -> str:
    """The template as it is; UsageError when it is malformed or names an unknown field."""
    import string  # only who names outputs needs it

    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise _malformed(template, f"is malformed: {error}") from error
    for _, field, form, conversion in parts:
        if field is not None and field not in FIELDS:
            raise _malformed(template, f"has no field {field!r}" if field else "has a blank field")
        if form or conversion:
            raise _malformed(template, f"formats the field {field!r}, which is text")
    if all(field is None for _, field, _, _ in parts):
        raise _malformed(template, "has no field")
    return template


def filled(template: str, fields: Mapping[str, str]) -> str:
    """The template with its fields' values, as a safe name; the stem when nothing is left."""
    return safe(template.format_map(fields)) or safe(fields["stem"]) or _NAMELESS


def name_fields(stem: str, document: Document, date: datetime | None) -> dict[str, str]:
    """What a name template may say of a story; blank where the story does not say it."""
    dateline, slugline = document.dateline, document.slugline
    return {
        "stem": stem,
        "title": document.title,
        "slug": slugline.text if slugline else "",
        "date": f"{date:%Y-%m-%d}" if date else "",
        "agency": (dateline.agency if dateline else None) or "",
    }


def _malformed(template: str, reason: str) -> UsageError:
    known = " ".join(f"{{{field}}}" for field in FIELDS)
    return UsageError(diagnose("U009", template=template, reason=reason, fields=known))


def _at_a_word(text: str, most: int) -> str:
    """The beginning of the text that fits in so many bytes, cut at a space if one is not far."""
    cut = _shortened(text, most)
    if cut == text or text[len(cut)] == " ":
        return cut
    words = cut.rpartition(" ")[0]
    return words if len(words) > len(cut) // 2 else cut


def _shortened(text: str, most: int) -> str:
    """The beginning of the text that fits in so many bytes, no letter torn from its accents."""
    if len(text.encode("utf-8", "surrogateescape")) <= most:
        return text
    cut = len(text.encode("utf-8", "surrogateescape")[:most].decode("utf-8", "ignore"))
    while cut and unicodedata.category(text[cut]).startswith("M"):
        cut -= 1
    return text[:cut]
