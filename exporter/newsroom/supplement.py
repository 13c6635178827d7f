"""What newsroom formats have no field for, as JSON that stands among a file's metadata.

It says only what fields and text do not: which paragraphs at the end of the text are credits, whose
names a byline gives, the parts of a dateline. Where somebody changed the file in between, what
no longer fits it is passed over.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from exporter.model import Document, Kind, PubStatus
from exporter.values import Struct, Value, field

# Under which it stands: a `meta` of NITF, the role of a description in ninjs.
NAME = "exporter-supplement"


class Tail(Value):
    """A paragraph after the body: `part` is credits, boilerplate or end_mark, `words` its mark."""

    part: str
    words: str
    role: str = ""
    names: tuple[str, ...] = ()


class Supplement(Struct, omit_defaults=True):
    """All that a file says beside its fields; `dateline` has text, places, region, date, agency."""

    kind: str = str(Kind.STORY)
    status: str = str(PubStatus.USABLE)
    until: str | None = None
    embargo: str | None = None
    derived: bool = False
    headed: bool = True
    byline: tuple[str, ...] = ()
    dateline: dict[str, Any] = field(default_factory=dict)
    tail: tuple[Tail, ...] = ()

    def as_json(self) -> str:
        """The supplement in one line."""
        from msgspec import to_builtins

        return json.dumps(to_builtins(self), ensure_ascii=False, separators=(",", ":"))


def supplement(document: Document) -> Supplement:
    """The supplement of a document in the form that is carried."""
    dateline = document.dateline
    parts = ("text", "places", "region", "date", "agency")
    return Supplement(
        kind=str(document.kind),
        status=str(document.pub_status),
        until=document.embargoed_until,
        embargo=document.embargo.text if document.embargo else None,
        derived=document.title_derived,
        headed=document.headline is not None,
        byline=document.byline.names if document.byline else (),
        dateline={name: getattr(dateline, name) for name in parts} if dateline else {},
        tail=(
            *(
                Tail("credits", words_mark(credit.text), credit.role, credit.names)
                for credit in document.credits
            ),
            *(Tail("boilerplate", words_mark(part.text)) for part in document.boilerplate),
            *(Tail("end_mark", words_mark(part.text)) for part in [document.end_mark] if part),
        ),
    )


def words_mark(text: str) -> str:
    """What tells words from others, whatever white space is between them."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def read_supplement(text: str) -> Supplement | None:
    """The supplement of its JSON; None for anything else."""
    from msgspec import DecodeError, ValidationError
    from msgspec.json import decode

    try:
        return decode(text.encode("utf-8", "replace"), type=Supplement)
    except (DecodeError, ValidationError, RecursionError):
        return None
