"""The model's own JSON, as `inspect` prints it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from exporter.diagnostics import ReadError, diagnose
from exporter.expressions import expression
from exporter.model import Document, from_json
from exporter.readers.filename import safe_name
from exporter.readers.located import told_once
from exporter.readers.raw import RawStory
from exporter.values import replace

_LONE_SURROGATE = expression("[\ud800-\udfff]")
_URGENCIES = range(1, 10)


def read(raw: RawStory) -> Document:
    """The document that was printed, equal in every field; ReadError when it is not valid."""
    try:
        value = json.loads(raw.decoded.text.removeprefix("\ufeff"), object_pairs_hook=told_once)
        document = from_json(_without_surrogates(value))
        _check(document)
    except RecursionError as error:
        raise _invalid(raw, "it is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise _invalid(raw, _reason(error)) from error
    except ValueError as error:
        raise _invalid(raw, str(error)) from error
    return _with_given(document, raw)


def _invalid(raw: RawStory, reason: str) -> ReadError:
    return ReadError(diagnose("R005", source=raw.name, reason=reason))


def _reason(error: json.JSONDecodeError) -> str:
    if error.msg == "Extra data":
        return "more follows after the first document; give one object a file"
    return f"{error.msg} in line {error.lineno}"


def _check(document: Document) -> None:
    """ValueError for a value of the right type that no reader could have given."""
    if document.embargoed_until is not None:
        when = datetime.fromisoformat(document.embargoed_until)
        if when.tzinfo is None:
            raise ValueError("embargoed_until has no time zone")
    if document.urgency is not None and document.urgency not in _URGENCIES:
        raise ValueError("urgency is not from 1 to 9")


def _with_given(document: Document, raw: RawStory) -> Document:
    """The document with a file name made safe and the language that the caller knows."""
    source = replace(document.source, name=safe_name(document.source.name))
    return replace(document, source=source, language=raw.language or document.language)


def _without_surrogates(value: Any) -> Any:
    """The value with U+FFFD for halves of characters, which no file can hold (RFC 8259, 8.2)."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    return value
