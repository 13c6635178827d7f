"""The story as it came in: its bytes, its name, and the document read from them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from exporter import readers
from exporter.diagnostics import ReadError, diagnose, reason_of
from exporter.expressions import expression
from exporter.model import Document, to_json
from exporter.values import Value

Source = bytes | str | os.PathLike[str] | Document

_NAMELESS = "story"
# Control characters, lone surrogates and marks that reorder text: a name is printed on pages.
_UNPRINTABLE = expression(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)


class Manuscript(Value):
    """A story that has been read.

    `data` is None when only its document was given, `folder` when it came from no file.
    """

    document: Document
    data: bytes | None
    folder: Path | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the source's bytes, or of the document's JSON where there are none."""
        data = self.data
        if data is None:
            form = json.dumps(to_json(self.document), sort_keys=True)
            data = form.encode()
        return hashlib.sha256(data).hexdigest()


def read_source(
    source: Source,
    *,
    name: str | None = None,
    language: str | None = None,
    house: readers.House = readers.NO_HOUSE,
) -> Manuscript:
    """Manuscript of bytes, of the file at a path, or of a document; ReadError when it is none.

    `name` stands for the file's name, by default the path's last part; `house` are the forms of
    copy that the newsroom adds.
    """
    if isinstance(source, Document):
        return Manuscript(source, None)
    if isinstance(source, bytes):
        document = readers.read(source, name or _NAMELESS, language=language, house=house)
        return Manuscript(document, source)
    path = Path(source)
    data = _read_file(path)
    document = readers.read(data, name or path.name, language=language, house=house)
    return Manuscript(document, data, path.parent)


def _read_file(path: Path) -> bytes:
    """The bytes of a file, of an endless one no more than the readers need to refuse it."""
    try:
        with path.open("rb") as file:
            return file.read(readers.LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise ReadError(diagnose("X008", source=printable(path.name), reason=reason)) from error


def printable(name: str) -> str:
    """A file's name with a replacement for what cannot be printed."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name)
