"""What is stored of a story: its files by their logical paths."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from exporter.archive.paths import is_safe
from exporter.archive.record import METADATA, STORY, Flag, Record, Stored
from exporter.model import Document, to_json
from exporter.values import Value

SOURCE = "source"
RENDITIONS = "renditions"


class Copy(Value):
    """A rendition to be stored, under the name of a file. `made_by` is None where it was given."""

    name: str
    format: str
    media_type: str
    content: bytes
    pages: int | None = None
    made_by: str | None = None


class Deposit(Value, kw_only=True):
    """A story to be stored, with all that belongs to it.

    `name` is what its source is called as a file. `date` is its day in ISO 8601. `withheld` says
    why there are no copies.
    """

    identifier: str
    document: Document
    source: bytes
    name: str
    made_from: str
    date: str | None = None
    pictures: Mapping[str, bytes] = {}
    copies: tuple[Copy, ...] = ()
    withheld: str | None = None
    exporter: str = ""

    def record(self, version: int, flag: Flag) -> Record:
        """What is noted of it as a version."""
        document = self.document
        dateline, byline = document.dateline, document.byline
        return Record(
            identifier=self.identifier,
            version=version,
            flag=flag,
            made_from=self.made_from,
            title=document.title,
            source=f"{SOURCE}/{self.name}",
            source_name=document.source.name,
            source_sha256=document.source.sha256,
            media_type=document.source.media_type,
            kind=str(document.kind),
            pub_status=str(document.pub_status),
            language=document.language,
            slug=document.slugline.text if document.slugline else None,
            agency=dateline.agency if dateline else None,
            date=self.date,
            places=dateline.places if dateline else (),
            byline=byline.text if byline else None,
            names=byline.names if byline else (),
            renditions=tuple(map(_stored, self.copies)),
            withheld=self.withheld,
            exporter=self.exporter,
        )

    def files(self, record: Record) -> dict[str, bytes]:
        """All files by logical path: the source first, the renditions last."""
        story = json.dumps(to_json(self.document), ensure_ascii=False, indent=1)
        return {
            record.source: self.source,
            **self._pictures(),
            STORY: story.encode("utf-8", "backslashreplace"),
            METADATA: record.to_bytes(),
            **{f"{RENDITIONS}/{copy.name}": copy.content for copy in self.copies},
        }

    def _pictures(self) -> dict[str, bytes]:
        """Pictures as they lie beside the source, so that it can be exported again.

        One whose path no archive should have is called by its digest.
        """
        found: dict[str, bytes] = {}
        for name, content in self.pictures.items():
            spelt = unquote(name)
            path = PurePosixPath(name if spelt in self.pictures else spelt).as_posix()
            if not is_safe(path) or not path.isprintable() or path == self.name or "%" in path:
                path = hashlib.sha256(content).hexdigest()
            found[f"{SOURCE}/{path}"] = content
        return found


def _stored(copy: Copy) -> Stored:
    return Stored(
        path=f"{RENDITIONS}/{copy.name}",
        format=copy.format,
        media_type=copy.media_type,
        size=len(copy.content),
        sha256=hashlib.sha256(copy.content).hexdigest(),
        pages=copy.pages,
        made_by=copy.made_by,
    )
