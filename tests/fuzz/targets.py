"""What is thrown at the exporter, and what must hold of whatever comes back."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import exporter
from exporter import ExportError
from exporter.model import Document, Figure, from_json, to_json
from exporter.values import replace
from tests.conftest import SEED
from tests.fuzz.beginnings import house_template, packed, small_fonts
from tests.fuzz.inertness import assert_inert

FORMATS = ("pdf", "epub", "docx")

# A target takes any bytes; an exception is a find.
Target = Callable[[bytes], None]


def story(data: bytes) -> None:
    """Any bytes are a story or a diagnostic; a story is the same through JSON, and makes files."""
    try:
        document = exporter.read(data, name="story.txt")
    except ExportError:
        return
    assert document.title.strip()
    assert from_json(to_json(document)) == document
    _made(document, _one_of(data))


def style(data: bytes) -> None:
    """Any bytes are a style or a diagnostic."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.toml"
        path.write_bytes(data)
        _made(_SEED, _one_of(data), style=str(path))


def picture(data: bytes) -> None:
    """Any bytes are a picture, or none."""
    for name in ("picture.jpg", "picture.svg"):
        document = replace(_SEED, body=(Figure(name, alt="A harbour"), *_SEED.body[:2]))
        for format_name in FORMATS:
            _made(document, format_name, resources={name: data})


def template(data: bytes) -> None:
    """Any bytes are a house's Word template, or none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.docx"
        path.write_bytes(data)
        _made(_SEED, "docx", docx_template=str(path))


def part(data: bytes) -> None:
    """A line that names a part of a Word template, and any bytes that stand in its place.

    What is compressed cannot be mutated to any purpose; what it holds can.
    """
    name, _, content = data.partition(b"\n")
    shown = name.decode("utf-8", "replace").partition("\0")[0]  # as zip files have names
    template(packed({**_PARTS, shown or "nameless": content}))


def font(data: bytes) -> None:
    """Any bytes are a house's font, or none."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "house.ttf").write_bytes(data)
        path = Path(folder) / "house.toml"
        path.write_text('extends = "wire"\n[fonts.serif]\nfiles = ["house.ttf"]\n', "utf-8")
        _made(_SEED, "pdf", style=str(path))


_PARTS = house_template()
_SEED = exporter.read(SEED)
_SEED = replace(_SEED, body=_SEED.body[:4])
TARGETS: dict[str, Target] = {
    "story": story, "style": style, "picture": picture, "template": template, "part": part,
    "font": font,
}  # fmt: skip
# What to begin with, where no folder of the project holds any.
BEGINNINGS: dict[str, Callable[[], list[bytes]]] = {
    "template": lambda: [packed(_PARTS)],
    "part": lambda: [b"%s\n%s" % (name.encode(), content) for name, content in _PARTS.items()],
    "font": small_fonts,
}


def _one_of(data: bytes) -> str:
    """A format, the same for the same bytes: one of them a case leaves time for more cases."""
    return FORMATS[zlib.crc32(data) % len(FORMATS)]


def _made(document: Document, format_name: str, **options: object) -> None:
    export = partial(exporter.export, document, format=format_name, allow_embargoed=True)
    try:
        rendition = export(**options)  # type: ignore[arg-type]
    except ExportError:
        return
    assert_inert(rendition)
