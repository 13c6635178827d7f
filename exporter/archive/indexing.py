"""What the index holds of a story: the words of the document as it was read."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporter.archive.objects import Object
from exporter.archive.record import STORY, Record
from exporter.model import Document, from_json
from exporter.model.words import words_of
from exporter.values import Value


class Entry(Value):
    """One version of a story, to be found by the words of its parts."""

    number: int
    created: str
    record: Record
    title: str
    text: str
    agency: str
    place: str
    byline: str


def entries(kept: Object) -> Iterator[Entry]:
    """Entry of each version of an object; ArchiveError where one is damaged.

    Also what a sender barred from publication is found: the archive is the newsroom's own.
    """
    for number, version in enumerate(kept.inventory.versions, 1):
        record = kept.record(number)
        document = _document(kept, number)
        title, text = (record.title, "") if document is None else _words(document)
        yield Entry(
            number,
            version.created,
            record,
            f"{title} {record.slug or ''}",
            text,
            record.agency or "",
            " ".join(record.places),
            " ".join(filter(None, (record.byline, *record.names))),
        )


def _document(kept: Object, number: int) -> Document | None:
    if STORY not in kept.files(number):
        return None
    try:
        return from_json(json.loads(kept.content(number, STORY)))
    except (ValueError, RecursionError):  # of an edition that knows more
        return None


def _words(document: Document) -> tuple[str, str]:
    heads = [document.title, *(part.text for part in document.subheadline)]
    heads += [document.headline.text] if document.headline else []
    dateline, mark = document.dateline, document.copyright
    rest = [
        *(part.text for part in document.abstract),
        dateline.text if dateline else "",
        *(words_of(block) for block in document.body),
        *(part.text for part in document.ed_note),
        *(part.text for part in document.credits),
        *(part.text for part in document.boilerplate),
        mark.text if mark else "",
    ]
    return " ".join(dict.fromkeys(heads)), "\n".join(filter(None, rest))
