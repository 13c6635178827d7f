"""A print copy tells at its foot where in an archive it belongs."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from exporter.model import Document
from exporter.renderers import RenderOptions, Rendition, Trace
from exporter.renderers.pdf import render
from exporter.stylesheet import load

Render = Callable[..., Rendition]
OSLO = Trace("urn:exporter:ap:bc-oslo-talks:2014-08-29", 3)
LONG = Trace(f"urn:exporter:{'0123456789abcdef' * 8}", 12)
DIGEST = "SHA-256 abab abab abab abab"


def set_in(style: str, document: Document, trace: Trace | None) -> Rendition:
    options = RenderOptions(date=datetime(2024, 3, 3, tzinfo=UTC), trace=trace)
    return render(document, load(style)[0], options)


def pages(rendition: Rendition, folder: Path) -> list[str]:
    """The text of each page, as pdftotext has it."""
    path = folder / "copy.pdf"
    path.write_bytes(rendition.content)
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def test_every_page_tells_identifier_version_and_digest(story: Document, tmp_path: Path) -> None:
    found = pages(set_in("large-print", story, Trace("urn:x:1", 3)), tmp_path)
    assert len(found) > 1
    assert all(f"urn:x:1 · v3 · {DIGEST}" in page for page in found)


@pytest.mark.parametrize("style", ["wire", "bulletin", "letter"])
def test_an_identifier_stands_whole_where_there_is_room(
    style: str, story: Document, tmp_path: Path
) -> None:
    first, *_ = pages(set_in(style, story, OSLO), tmp_path)
    assert f"{OSLO.identifier} · v3 · {DIGEST}" in first


@pytest.mark.parametrize("style", ["wire", "letter"])
def test_of_a_long_identifier_the_end_is_cut(style: str, story: Document, tmp_path: Path) -> None:
    first, *_ = pages(set_in(style, story, LONG), tmp_path)
    match = re.search(rf"(urn:exporter:[0-9a-f]+)… · v12 · {DIGEST}", first)
    assert match is not None
    assert LONG.identifier.startswith(match[1])
    assert len(match[1]) > 40


def test_where_there_is_no_room_at_all_version_and_digest_stay(
    story: Document, tmp_path: Path
) -> None:
    first, *_ = pages(set_in("large-print", story, LONG), tmp_path)
    assert f"v12 · {DIGEST}" in first


def test_it_is_no_part_of_the_story(story: Document, rendered: Render) -> None:
    def structure(rendition: Rendition) -> int:
        pdf = pikepdf.open(io.BytesIO(rendition.content))
        return sum(
            1 for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each
        )

    assert structure(rendered(story, trace=OSLO)) == structure(rendered(story))


def test_the_same_trace_gives_the_same_bytes(story: Document, rendered: Render) -> None:
    assert rendered(story, trace=OSLO).content == rendered(story, trace=OSLO).content
    assert rendered(story, trace=OSLO).content != rendered(story, trace=LONG).content
