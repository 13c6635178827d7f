"""What a reader is handed: the bytes of one input, decoded once, and the name they came under."""

from __future__ import annotations

import hashlib
from functools import cached_property

from exporter.model import Source
from exporter.readers.house import NO_HOUSE, House
from exporter.readers.text.encoding import Decoded, decode
from exporter.values import Value


class RawStory(Value, dict=True):
    """One input as sent.

    `name` is its bare file name, `language` what the caller knows of it, `house` the forms that the
    caller's newsroom adds.
    """

    data: bytes
    name: str
    language: str | None = None
    house: House = NO_HOUSE

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text, by the evidence of the bytes themselves."""
        return decode(self.data)

    @cached_property
    def opening(self) -> str:
        """Its first 4,096 characters, white space before them left out: enough to know a format."""
        return self.decoded.text[: 1 << 16].lstrip("\ufeff \t\r\n")[:4096]

    def source(self, media_type: str) -> Source:
        """What the document says of the file it was read from."""
        digest = hashlib.sha256(self.data).hexdigest()
        return Source(self.name, media_type, digest, self.decoded.encoding)
