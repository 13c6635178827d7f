"""The file's own structure: objects packed into streams, and the table that finds them.

PDF 1.5 and later keep objects that are no streams deflated together (ISO 32000-1, 7.5.7) and find
them by a cross-reference stream (7.5.8); PDF/A-3 (ISO 19005-3, 6.1.4), PDF/UA-1 and PDF/X-4
(ISO 15930-7, based on PDF 1.6) all allow both. A tagged file is half made of small objects.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator, Sequence

from exporter.renderers.pdf.writer.objects import stream_bytes
from exporter.values import Struct, field

# Four bytes above 127 tell transfer programs that the file is binary (ISO 19005-3, 6.1.2).
_HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
# A reader unpacks a whole object stream to get at one of its objects.
_PACKED_TOGETHER = 500
# One entry of the cross-reference stream: its type, an offset or an object, a generation or index.
_ENTRY = struct.Struct(">BIH")
_FREE, _PLAIN, _PACKED = 0, 1, 2
_LAST_GENERATION = 65535

Entry = tuple[int, int, int]


class _Body(Struct):
    """What stands between header and cross-references, and where each object of it is."""

    chunks: list[bytes] = field(default_factory=lambda: [_HEADER])
    position: int = len(_HEADER)
    entries: dict[int, Entry] = field(default_factory=dict)

    def put(self, number: int, content: bytes) -> None:
        """Write an object."""
        self.entries[number] = _PLAIN, self.position, 0
        chunk = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        self.chunks.append(chunk)
        self.position += len(chunk)

    def pack(self, number: int, packed: Sequence[tuple[int, bytes]]) -> None:
        """Write an object stream, number and content of each of its objects given."""
        index = 0
        offsets, contents = [], []
        for place, (own_number, content) in enumerate(packed):
            self.entries[own_number] = _PACKED, number, place
            offsets.append(b"%d %d" % (own_number, index))
            contents.append(content)
            index += len(content) + 1
        head = b" ".join(offsets) + b"\n"
        entries = f"/Type /ObjStm /N {len(packed)} /First {len(head)}"
        self.put(number, stream_bytes(head + b"\n".join(contents), entries))


def file_of(objects: Sequence[tuple[bytes, bool]], root: str, info: str) -> bytes:
    """The file of objects numbered from 1, each with whether it is a stream.

    `root` and `info` are references to the catalog and to the document information. The file's
    identifier is a digest of its content (ISO 32000-1, 14.4).
    """
    body = _Body()
    small: list[tuple[int, bytes]] = []
    for number, (content, is_stream) in enumerate(objects, 1):
        if is_stream:
            body.put(number, content)
        else:
            small.append((number, content))
    number = len(objects)
    for together in _portions(small):
        number += 1
        body.pack(number, together)
    digest = hashlib.sha256(b"".join(body.chunks)).hexdigest()[:32]
    trailer = f"/Root {root} /Info {info} /ID [<{digest}> <{digest}>]"
    start = body.position
    body.put(number + 1, _cross_references(body, number + 1, trailer))
    return b"".join(body.chunks) + b"startxref\n%d\n%%%%EOF\n" % start


def _portions(small: list[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    for start in range(0, len(small), _PACKED_TOGETHER):
        yield small[start : start + _PACKED_TOGETHER]


def _cross_references(body: _Body, own_number: int, trailer: str) -> bytes:
    """The cross-reference stream, which stands where the body ends and lists itself too."""
    entries: Iterable[Entry] = (
        (_FREE, 0, _LAST_GENERATION),
        *(body.entries[number] for number in range(1, own_number)),
        (_PLAIN, body.position, 0),
    )
    content = b"".join(_ENTRY.pack(*entry) for entry in entries)
    return stream_bytes(content, f"/Type /XRef /W [1 4 2] /Size {own_number + 1} {trailer}")
