"""The table of input formats: a further one is a module and a row."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

from exporter.diagnostics import ReadError, diagnose
from exporter.model import Document
from exporter.readers import signatures
from exporter.readers.explanation import Explanation, explained
from exporter.readers.filename import safe_name
from exporter.readers.house import NO_HOUSE, House
from exporter.readers.raw import RawStory
from exporter.values import Value

# Bytes beyond which an input is refused: hundreds of times the longest story, and what a process
# can still set in half a minute and 300 MB.
LARGEST = 5_000_000


class Format(Value):
    """A format: its name, how its content is known, and where its reader stands.

    A reader takes a `RawStory` and gives a `Document`; it is imported when first needed. A format
    without one is known only so that it can be refused by its name. What `explains` takes the same
    and gives explanations; a format without one says itself what its parts are.
    """

    name: str
    recognise: Callable[[RawStory], bool]
    target: str | None = None
    explains: str | None = None


# The first row that recognises an input reads it.
FORMATS: tuple[Format, ...] = (
    Format("the exporter's own JSON", signatures.is_model, "exporter.readers.model_json:read"),
    Format("RTF", signatures.is_rtf),
    Format("NITF", signatures.is_nitf, "exporter.readers.nitf:read"),
    Format("NewsML-G2", signatures.is_newsml_g2, "exporter.readers.newsml_g2:read"),
    Format("NewsML 1.x", signatures.is_newsml_1, "exporter.readers.newsml_1:read"),
    Format("HTML", signatures.is_html),
    Format("XML", signatures.is_xml),
    Format("ninjs", signatures.is_ninjs, "exporter.readers.ninjs:read"),
    Format("JSON", signatures.is_json),
    Format("Markdown", signatures.is_markdown, "exporter.readers.markdown:read"),
    Format(
        "wire copy",
        signatures.is_text,
        "exporter.readers.wire:read",
        "exporter.readers.wire:explain",
    ),
)


def read(
    data: bytes, name: str, *, language: str | None = None, house: House = NO_HOUSE
) -> Document:
    """The story in the bytes of a file called `name`; `language` is its BCP 47 tag.

    `house` are the forms of copy that the caller's newsroom adds.

    ReadError when there is nothing to read: an empty or binary input, one over `LARGEST` bytes, a
    machine format that has no reader or is not valid, or one that holds no text story.
    """
    raw = RawStory(data, safe_name(name), language, house)
    reader: Callable[[RawStory], Document] = _named(_format(raw).target)
    return reader(raw)


def explain(
    data: bytes, name: str, *, language: str | None = None, house: House = NO_HOUSE
) -> Sequence[Explanation]:
    """What the lines of an input were taken for, and why; all else as for `read`."""
    raw = RawStory(data, safe_name(name), language, house)
    row = _format(raw)
    if row.explains is None:
        return explained(read(data, name, language=language, house=house), row.name)
    explainer: Callable[[RawStory], Sequence[Explanation]] = _named(row.explains)
    return explainer(raw)


def _format(raw: RawStory) -> Format:
    """The format of an input that can be read; ReadError."""
    _refuse_hopeless(raw)
    row = next(row for row in FORMATS if row.recognise(raw))
    if row.target is None:
        raise ReadError(diagnose("R004", source=raw.name, format=row.name))
    return row


def _refuse_hopeless(raw: RawStory) -> None:
    if len(raw.data) > LARGEST:
        size = f"{len(raw.data):,}"
        raise ReadError(diagnose("R002", source=raw.name, size=size, largest=f"{LARGEST:,}"))
    if not raw.data.strip():
        raise ReadError(diagnose("R001", source=raw.name))
    what = signatures.binary(raw)
    if what is not None:
        raise ReadError(diagnose("R003", source=raw.name, what=what))


def _named(target: str | None) -> Any:
    module, _, attribute = (target or "").partition(":")
    return getattr(importlib.import_module(module), attribute)
