"""How the file is put together: small, and sound for readers that are not ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf

import exporter
from exporter.model import Document, Paragraph
from exporter.renderers import Rendition
from exporter.renderers.pdf.writer.file import file_of
from tests.conftest import SEED
from tests.renderers.pdf.conftest import SENTENCE, opened

Render = Callable[..., Rendition]


def test_the_seed_s_file_is_light_enough_for_any_mail() -> None:
    content = exporter.export(SEED, format="pdf").content
    assert len(content) <= 40_000
    assert content.startswith(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")


def test_small_objects_are_packed_and_every_one_of_them_is_found(
    rendered: Render, story: Document
) -> None:
    rendition = rendered(story)
    pdf = opened(rendition)
    assert pdf.check_pdf_syntax() == []
    packed = [stream for stream in _streams(pdf) if stream.get("/Type") == "/ObjStm"]
    assert len(packed) == 1
    # The streams, and no other object, stand in the file by themselves.
    assert rendition.content.count(b" 0 obj\n") == len(_streams(pdf))
    assert str(pdf.trailer["/ID"][0]) == str(pdf.trailer["/ID"][1]) != ""


def test_a_long_story_s_objects_are_packed_in_several_streams(
    rendered: Render, story: Document
) -> None:
    pdf = opened(rendered(replace(story, body=(Paragraph.of(SENTENCE),) * 600)))
    assert pdf.check_pdf_syntax() == []
    packed = [stream for stream in _streams(pdf) if stream.get("/Type") == "/ObjStm"]
    assert len(packed) > 1
    article = pdf.Root.StructTreeRoot.K.K[0]
    assert len([kid for kid in article.K if kid.get("/S") == "/P"]) > 600


def test_two_files_that_differ_have_two_identifiers() -> None:
    one, other = (
        pikepdf.open(io.BytesIO(file_of([(b"<< /Pages 2 0 R >>", False), (pages, False)], *_ENDS)))
        for pages in (b"<< /Count 0 /Kids [] >>", b"<< /Kids [] /Count 0 >>")
    )
    assert bytes(one.trailer["/ID"][0]) != bytes(other.trailer["/ID"][0])


_ENDS = ("1 0 R", "1 0 R")


def test_roles_that_share_an_instance_of_a_font_share_its_glyphs(
    rendered: Render, story: Document
) -> None:
    """Tracking and, in a family without optical sizes, the size are no reason for a second."""
    pdf = opened(rendered(story))
    names = [str(font.BaseFont)[8:] for font in pdf.pages[0].Resources.Font.values()]
    assert len(set(names)) == len(names)
    assert sum(name.startswith("SourceSans3") for name in names) <= 3


def _streams(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
