"""By what a format is known: its first bytes or its shape, never a file's suffix."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.raw import RawStory
from exporter.readers.text.encoding import Evidence
from exporter.readers.text.lines import unified

# First bytes of what is no text, and what people call it.
_BINARY = (
    (b"PK\x03\x04", "a zip container, such as a Word, EPUB or OpenDocument file"),
    (b"PK\x05\x06", "an empty zip container"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a RIFF media file"),
    (b"\x1f\x8b\x08", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 8192
# Characters to a control character, below which there is no text. Wire framing is a few a line;
# compressed or encrypted data have one in four in whatever encoding they are taken for.
_OF_TEXT = 3
_OF_GUESSED = 10
_CONTROL = expression("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_XML = expression(r"<\?xml\b|<!DOCTYPE\b|<!--|<(?P<root>[A-Za-z_][\w.:-]{0,80})(?=[\s/>])", re.I)
# An ATX or a setext heading (CommonMark 0.31, 4.2 and 4.3); dpa's notebook is headed so too.
_HEADED = expression(
    r"#{1,2}[ \t]+(?!(?:dpa[ \t])?(?i:notebook))\S[^\n]*\n"
    r"|[^\n]{1,200}\r?\n={3,}[ \t]*(?:\r?\n|$)"
)
_MATTER = expression(r"---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*(?P<first>[^\n]+)\n")
_CLOSED = expression(r"\n(?:---|\.\.\.)[ \t]*(?:\n|$)")
# As far down as the first key of front matter is looked for.
_PROLOG = 1 << 16
_KEY = expression(r"[\"']?[A-Za-z_][\w -]{0,40}[\"']?[ \t]*:(?:\s|$)")

_G2_ROOTS = frozenset(
    """newsItem newsMessage packageItem conceptItem knowledgeItem planningItem catalogItem
    groupSet""".split()  # noqa: SIM905 - a list of names
)
_IDENTIFIED = expression(r'"(?:uri|guid)"\s{0,9}:')
_NEWS = expression(
    r'"(?:headlines?|bod(?:y_\w{1,20}|ies)|versioncreated|pubstatus|urgency|eventdetails)"\s{0,9}:',
    re.IGNORECASE,
)


def binary(raw: RawStory) -> str | None:
    """What sort of binary data the input is; None when it is text."""
    for first, what in _BINARY:
        if raw.data.startswith(first):
            return what
    sample = raw.decoded.text[:_SAMPLE]
    if all(map(str.isprintable, sample.split("\n"))):
        return None
    guessed = raw.decoded.evidence is Evidence.STATISTICAL
    controls = len(_CONTROL.findall(sample)) * (_OF_GUESSED if guessed else _OF_TEXT)
    return "binary data" if controls > len(sample) else None


def is_rtf(raw: RawStory) -> bool:
    """Rich Text Format."""
    return raw.opening.startswith("{\\rtf")


def is_xml(raw: RawStory) -> bool:
    """XML or HTML: a declaration, or a root element that ends where the input ends.

    A company's ticker in angle brackets, as Reuters sends it, opens a line but closes nothing.
    """
    match = _XML.match(raw.opening)
    if match is None:
        return False
    ending = raw.decoded.text[-200:].rstrip()
    return match["root"] is None or ending.endswith((f"</{match['root']}>", "/>"))


def is_html(raw: RawStory) -> bool:
    """A page of the web; a piece of one may be the text of a story in another format."""
    return is_xml(raw) and (raw.root or "").lower() == "html"


def is_nitf(raw: RawStory) -> bool:
    """NITF, also where it is cut off."""
    return raw.root == "nitf"


def is_newsml_g2(raw: RawStory) -> bool:
    """An item of NewsML-G2, or a message of items."""
    return raw.root in _G2_ROOTS


def is_newsml_1(raw: RawStory) -> bool:
    """NewsML 1.x."""
    return raw.root == "NewsML"


def is_ninjs(raw: RawStory) -> bool:
    """A news object: an identifier and a field that only news has. A schema of it is none."""
    text = raw.decoded.text
    if not is_json(raw) or '"$schema"' in raw.opening[:400]:
        return False
    return _IDENTIFIED.search(text) is not None and _NEWS.search(text) is not None


def is_markdown(raw: RawStory) -> bool:
    """Markdown: front matter, or a heading on the first line. Lists and rules wire copy has too."""
    if _HEADED.match(raw.opening):
        return True
    opening = unified(raw.decoded.text[:_PROLOG]).lstrip("\ufeff \t\n")
    matter = _MATTER.match(opening)
    if matter is None or _KEY.match(matter["first"]) is None:
        return False
    # However long it is: what is too long is refused then, where copy would print all its notes.
    text = unified(raw.decoded.text).lstrip("\ufeff \t\n")
    return _CLOSED.search(text, matter.end("first")) is not None


def is_json(raw: RawStory) -> bool:
    """A JSON object, or an array of objects."""
    return re.match(r'\{\s*["}]|\[\s*\{\s*"', raw.opening) is not None


def is_model(raw: RawStory) -> bool:
    """The model's own JSON: an object that opens as `inspect` prints one, or has all its marks."""
    if not raw.opening.startswith("{"):
        return False
    return all(f'"{key}"' in raw.decoded.text for key in ("title_derived", "pub_status", "body"))


def is_text(_raw: RawStory) -> bool:
    """Whatever is left."""
    return True
