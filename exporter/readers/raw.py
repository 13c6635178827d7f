"""What a reader is handed: the bytes of one input, decoded once, and the name they came under."""

from __future__ import annotations

import hashlib
from functools import cached_property

from exporter.expressions import expression
from exporter.model import Source
from exporter.readers.house import NO_HOUSE, House
from exporter.readers.text.encoding import Decoded, decode
from exporter.values import Value

# A remark's or an instruction's beginning, or a start tag.
_ROOT = expression(
    r"<(?:(?P<remark>!--|\?)|(?:[A-Za-z_][\w.-]{0,40}:)?(?P<name>[A-Za-z_][\w.-]{0,80})(?=[\s/>]))"
)
_ENDS = {"!--": "-->", "?": "?>"}
# As far as a root element can be from the top of a file, comments and document type before it.
_PROLOG = 1 << 16


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

    @cached_property
    def root(self) -> str | None:
        """The name of XML's root element, without its prefix; None where the input opens otherwise.

        What stands behind a beginning that nothing ends is looked at, too: it is no remark.
        """
        if not self.opening.startswith("<"):
            return None
        text = self.decoded.text[:_PROLOG]
        position = 0
        endless: set[str] = set()
        while (match := _ROOT.search(text, position)) is not None and match["remark"]:
            position, end = match.end(), _ENDS[match["remark"]]
            found = -1 if end in endless else text.find(end, position)
            if found < 0:
                endless.add(end)
            else:
                position = found + len(end)
        return match["name"] if match else None

    def source(self, media_type: str) -> Source:
        """What the document says of the file it was read from."""
        digest = hashlib.sha256(self.data).hexdigest()
        return Source(self.name, media_type, digest, self.decoded.encoding)
