"""The backend as a whole: its words, its bytes, its totality, its tokens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exporter.model import Document, Paragraph, PubStatus, SourceText, Table
from exporter.renderers import RenderOptions, Rendition
from exporter.renderers.pdf import render
from exporter.stylesheet import Stylesheet, load
from tests.renderers.pdf.conftest import SENTENCE, every_part, opened
from tests.strategies import documents

Render = Callable[..., Rendition]
WIRE = load("wire")[0]
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")


def words(text: str) -> list[str]:
    return text.replace("\u00ad\n", "").replace("\u00ad", "").split()


def extracted(rendition: Rendition, folder: Path, *options: str) -> str:
    path = folder / "story.pdf"
    path.write_bytes(rendition.content)
    run = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return run.stdout.decode()


@given(documents)
@settings(suppress_health_check=list(HealthCheck), max_examples=60)
def test_every_document_becomes_a_pdf(document: Document) -> None:
    rendition = render(document, WIRE, RenderOptions())
    assert rendition.content.startswith(b"%PDF-1.6")
    assert rendition.pages == len(opened(rendition).pages)


@needs_poppler
def test_the_words_come_back_in_order(rendered: Render, story: Document, tmp_path: Path) -> None:
    body = [SENTENCE.split()[0]]
    text = words(extracted(rendered(story), tmp_path, "-raw"))
    for block in story.body:
        if isinstance(block, Paragraph):
            body += block.text.split()
    flat = " ".join(text)
    for block in story.body:
        if isinstance(block, Paragraph):
            assert " ".join(block.text.split()) in flat


@needs_poppler
def test_labels_print_as_capitals_and_extract_as_written(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    text = extracted(rendered(story), tmp_path)
    assert "Note to editors" in text
    assert "NOTE TO EDITORS" not in text


@needs_poppler
def test_a_character_that_no_font_has_is_a_box_with_its_text_and_a_warning(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    rendition = rendered(replace(story, body=(Paragraph.of("Seoul is 서울 in Korean."),)))
    assert "서울" in extracted(rendition, tmp_path)
    (warning,) = [d for d in rendition.diagnostics if d.code == "P002"]
    assert "Hang" in warning.message
    assert "U+C11C" in warning.message


@needs_poppler
def test_greek_russian_turkish_and_vietnamese_need_no_box(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    text = "Η Ελλάδα και η Россия ve İstanbul'da ığüşöç và Việt Nam ế ự ỹ"
    rendition = rendered(replace(story, body=(Paragraph.of(text),)))
    assert not [d for d in rendition.diagnostics if d.code == "P002"]
    assert text in " ".join(extracted(rendition, tmp_path, "-raw").split())


def test_a_withheld_story_says_so_on_every_page(rendered: Render, story: Document) -> None:
    long = replace(story, body=(Paragraph.of(SENTENCE * 90),), pub_status=PubStatus.WITHHELD)
    rendition = rendered(long)
    assert rendition.pages
    assert rendition.pages > 1
    usable = rendered(replace(long, pub_status=PubStatus.USABLE))
    for held, free in zip(opened(rendition).pages, opened(usable).pages, strict=True):
        assert len(held.Contents.read_bytes()) > len(free.Contents.read_bytes())


@needs_poppler
def test_the_notice_of_an_embargo_carries_the_sender_s_line(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    held = replace(
        story, pub_status=PubStatus.EMBARGOED, embargo=SourceText("EMBARGOED UNTIL 0900 GMT")
    )
    assert "EMBARGOED UNTIL 0900 GMT" in extracted(rendered(held), tmp_path)


def test_the_end_mark_says_nothing_to_a_listener(rendered: Render, story: Document) -> None:
    pdf = opened(rendered(replace(story, end_mark=None)))
    content = pdf.pages[-1].Contents.read_bytes()
    assert b"/Artifact <</Type /Layout>> BDC\nBT" in content


def test_the_same_input_gives_the_same_bytes_in_another_process(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    code = (
        "import sys; from tests.renderers.pdf.conftest import every_part;"
        "from datetime import datetime, UTC;"
        "from exporter.renderers import RenderOptions; from exporter.renderers.pdf import render;"
        "from exporter.stylesheet import load;"
        "o = RenderOptions(date=datetime(2024, 3, 3, tzinfo=UTC), fingerprint='0' * 64);"
        "sys.stdout.buffer.write(render(every_part(), load('wire')[0], o).content)"
    )
    # What was exported before, and with it what the caches hold, must not matter either.
    rendered(replace(story, body=(Paragraph.of("fi ffi official É é"),)))
    here = rendered(story).content
    root = str(Path(__file__).parents[3])
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "PYTHONPATH": root}
    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment, cwd=tmp_path
    )
    assert there.stdout == here


def test_pictures_and_logos_have_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys, io; from dataclasses import replace; from PIL import Image;"
        "from exporter.model import Figure; from exporter.renderers import RenderOptions;"
        "from exporter.renderers.pdf import render; from exporter.stylesheet import load;"
        "from exporter.stylesheet.tokens import Logo; from tests.conftest import ROOT;"
        "from tests.renderers.pdf.conftest import every_part;"
        "noise = Image.linear_gradient('L').resize((1900, 900)).convert('RGB');"
        "files = {kind: io.BytesIO() for kind in ('JPEG', 'PNG', 'WEBP')};"
        "[noise.save(file, kind) for kind, file in files.items()];"
        "wire = load('wire')[0];"
        "svg = (ROOT / 'styles' / 'house-example.svg').read_bytes();"
        "style = replace(wire, house=replace(wire.house, logo=Logo('logo.svg', svg)));"
        "story = replace(every_part(), body=tuple(Figure(kind, kind) for kind in files));"
        "pictures = {kind: file.getvalue() for kind, file in files.items()};"
        "made = render(story, style, RenderOptions(resources=pictures)).content;"
        "sys.stdout.buffer.write(made)"
    )
    root = str(Path(__file__).parents[3])
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": root},
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }
    assert len(made) == 1
    assert b"/DCTDecode" in made.pop()


def test_a_composed_and_a_decomposed_letter_keep_their_own_text(
    rendered: Render, story: Document
) -> None:
    rendition = rendered(replace(story, body=(Paragraph.of("caf\u00e9 cafe\u0301"),)))
    pdf = opened(rendition)
    fonts = pdf.pages[0].Resources.Font.values()
    maps = b"".join(font.ToUnicode.read_bytes() for font in fonts)
    assert re.search(rb"<00E9>", maps)
    assert re.search(rb"<00650301>|<0301>", maps)


def test_a_word_wider_than_the_column_is_divided_and_reported(
    rendered: Render, story: Document
) -> None:
    rendition = rendered(replace(story, body=(Paragraph.of("x" * 500),)))
    assert [d for d in rendition.diagnostics if d.code == "P004"]


def test_a_table_too_crowded_is_told_once_and_not_word_by_word(
    rendered: Render, story: Document
) -> None:
    table = Table(
        rows=tuple(tuple(f"unpronounceable{n}{at}" for at in range(12)) for n in range(9))
    )
    rendition = rendered(replace(story, body=(table,)))
    codes = [each.code for each in rendition.diagnostics]
    assert codes.count("P040") == 1
    assert "P004" not in codes


def test_a_long_story_flows_over_pages_and_counts_them(rendered: Render, story: Document) -> None:
    rendition = rendered(replace(story, body=tuple(Paragraph.of(SENTENCE * 3) for _ in range(40))))
    assert rendition.pages == len(opened(rendition).pages) > 2


@needs_poppler
def test_a_style_that_shows_no_facts_loses_neither_byline_nor_credits(
    wire: Stylesheet, story: Document, tmp_path: Path
) -> None:
    style = replace(wire, data_column=replace(wire.data_column, fields=()))
    text = extracted(render(story, style, RenderOptions()), tmp_path)
    assert "By Ada Quay and Ben Stern" in text
    assert "*Editing by Dee Locke" in text


@needs_poppler
def test_a_headline_that_differs_from_the_title_stands_below_it(
    rendered: Render, story: Document, tmp_path: Path
) -> None:
    text = extracted(rendered(replace(story, title="Another title")), tmp_path, "-raw")
    assert text.index("Another title") < text.index("Ferry to sail again")


def test_a_style_without_a_data_column_sets_the_facts_in_the_text(
    wire: Stylesheet, story: Document
) -> None:
    style = replace(wire, data_column=replace(wire.data_column, show=False))
    rendition = render(story, style, RenderOptions())
    assert rendition.content != render(every_part(), wire, RenderOptions()).content
    assert rendition.pages
