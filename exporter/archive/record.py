"""What is noted about each version: the small file `metadata.json`."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from exporter.values import Value

METADATA = "metadata.json"
STORY = "story.json"


class Flag(StrEnum):
    """What a version is to the ones before it."""

    FILED = "filed"
    UPDATED = "updated"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Stored(Value, kw_only=True):
    """A rendition: its logical path, and what it is. `made_by` is None where it was given."""

    path: str
    format: str
    media_type: str
    size: int
    sha256: str
    pages: int | None = None
    made_by: str | None = None


class Record(Value, kw_only=True):
    """What a version is about, by IPTC's names where there is one.

    `made_from` is a digest of all that the version was made from; `date` the story's day in ISO
    8601. `withheld` says why there are no renditions.
    """

    identifier: str
    version: int
    flag: Flag
    made_from: str
    title: str
    source: str
    source_name: str
    source_sha256: str
    media_type: str
    kind: str = "story"
    pub_status: str = "usable"
    language: str | None = None
    slug: str | None = None
    agency: str | None = None
    date: str | None = None
    places: tuple[str, ...] = ()
    byline: str | None = None
    names: tuple[str, ...] = ()
    renditions: tuple[Stored, ...] = ()
    withheld: str | None = None
    exporter: str = ""

    @property
    def pages(self) -> int | None:
        """How many pages the print copy has, where there is one."""
        return next((each.pages for each in self.renditions if each.pages), None)

    def to_json(self) -> dict[str, Any]:
        """The record as plain JSON values."""
        return {
            "id": self.identifier,
            "version": self.version,
            "flag": str(self.flag),
            "pub_status": self.pub_status,
            "kind": self.kind,
            "title": self.title,
            "slugline": self.slug,
            "agency": self.agency,
            "date": self.date,
            "places": list(self.places),
            "byline": self.byline,
            "names": list(self.names),
            "language": self.language,
            "source": {
                "path": self.source,
                "name": self.source_name,
                "media_type": self.media_type,
                "sha256": self.source_sha256,
            },
            "renditions": [
                {
                    "path": each.path,
                    "format": each.format,
                    "media_type": each.media_type,
                    "bytes": each.size,
                    "sha256": each.sha256,
                    "pages": each.pages,
                    "made_by": each.made_by,
                }
                for each in self.renditions
            ],
            "withheld": self.withheld,
            "made_from": self.made_from,
            "exporter": self.exporter,
        }

    def to_bytes(self) -> bytes:
        """The file."""
        text = json.dumps(self.to_json(), ensure_ascii=False, indent=1)
        return text.encode("utf-8", "backslashreplace")

    @classmethod
    def from_bytes(cls, content: bytes) -> Record:
        """The record in a file; ValueError when it is none."""
        data = json.loads(content)
        try:
            return cls._from_json(data)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"it is no record of a story: {error!r}") from error

    @classmethod
    def _from_json(cls, data: Any) -> Record:
        source = data["source"]
        return cls(
            identifier=str(data["id"]),
            version=int(data["version"]),
            flag=Flag(data["flag"]),
            made_from=str(data["made_from"]),
            title=str(data["title"]),
            source=str(source["path"]),
            source_name=str(source["name"]),
            source_sha256=str(source["sha256"]),
            media_type=str(source["media_type"]),
            kind=str(data["kind"]),
            pub_status=str(data["pub_status"]),
            language=data["language"],
            slug=data["slugline"],
            agency=data["agency"],
            date=data["date"],
            places=tuple(data["places"]),
            byline=data["byline"],
            names=tuple(data["names"]),
            renditions=tuple(
                Stored(
                    path=str(each["path"]),
                    format=str(each["format"]),
                    media_type=str(each["media_type"]),
                    size=int(each["bytes"]),
                    sha256=str(each["sha256"]),
                    pages=each["pages"],
                    made_by=each["made_by"],
                )
                for each in data["renditions"]
            ),
            withheld=data["withheld"],
            exporter=str(data["exporter"]),
        )
