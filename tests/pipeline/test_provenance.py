"""The fingerprint tells one output from any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

import exporter
from exporter.model import PubStatus
from exporter.pipeline import Manuscript, Options, edit, fingerprint, render
from exporter.renderers import HouseTemplate, Trace
from tests.pipeline.stories import story

ALL = ("pdf", "epub", "docx")
MANUSCRIPT = Manuscript(story(), b"source")


def made(manuscript=MANUSCRIPT, name="pdf", formats=("pdf",), **options):
    return fingerprint(edit(manuscript, Options(**options)), name, formats)


def test_a_word_template_counts_by_its_content_and_for_word_alone():
    one, renamed, other = (
        HouseTemplate(name, content)
        for name, content in (("a.dotx", b"1"), ("b.dotx", b"1"), ("a.dotx", b"2"))
    )
    digests = [made(name="docx", docx_template=each) for each in (None, one, renamed, other)]
    assert digests[1] == digests[2]
    assert len(set(digests)) == 3
    assert made(docx_template=one) == made(docx_template=other) == made()


def test_it_is_the_digest_of_the_same_things_each_time():
    assert made() == made()
    assert len(bytes.fromhex(made())) == 32


@pytest.mark.parametrize(
    "options",
    [
        {"headline": "Another"},
        {"language": "de"},
        {"date": datetime(2021, 8, 25, tzinfo=UTC)},
        {"fallback_date": datetime(2021, 8, 25, tzinfo=UTC)},
        {"verbatim": True},
        {"embed_source": True},
        {"no_ed_note": True},
        {"resources": {"a.jpg": b"picture"}},
    ],
)
def test_an_option_that_changes_the_output_changes_it(options):
    assert made(**options) != made()


def test_an_option_that_does_not_change_the_output_does_not_change_it():
    assert made(strict=True) == made(allow_embargoed=True) == made()
    assert made(now=datetime(2021, 8, 25, tzinfo=UTC)) == made()


def test_source_name_style_and_version_change_it(monkeypatch, tmp_path):
    house = tmp_path / "house.toml"
    house.write_text('extends = "wire"\n[page]\nbleed = "5mm"\n', encoding="utf-8")
    source = replace(MANUSCRIPT.document.source, name="other.txt")
    seen = {
        made(),
        made(Manuscript(story(), b"other")),
        made(Manuscript(story(), None)),
        made(Manuscript(story(source=source), b"source")),
        made(style=str(house)),
        made(name="docx", formats=("docx",)),
    }
    monkeypatch.setattr("exporter.pipeline.provenance.__version__", "99")
    seen.add(made())
    assert len(seen) == 7


def test_the_end_of_an_embargo_changes_it():
    until = "2030-01-01T00:00:00+00:00"
    document = story(pub_status=PubStatus.EMBARGOED, embargoed_until=until)
    manuscript = Manuscript(document, b"source")
    before = made(manuscript, allow_embargoed=True, now=datetime(2029, 1, 1, tzinfo=UTC))
    after = made(manuscript, allow_embargoed=True, now=datetime(2031, 1, 1, tzinfo=UTC))
    assert before != after


def test_only_the_epub_depends_on_the_formats_beside_it():
    for name, same in (("pdf", True), ("docx", True), ("epub", False)):
        assert (made(name=name, formats=ALL) == made(name=name, formats=(name,))) is same


def test_each_backend_is_given_its_own(backends):
    edition = edit(MANUSCRIPT, Options())
    render(edition, ALL)
    for call in backends.calls:
        assert call.options.fingerprint == fingerprint(edition, call.format, ALL)


def test_a_document_is_told_from_another_by_what_it_says(backends):
    for title in ("One", "Two"):
        exporter.export(story(title=title), format="pdf")
    one, two = (call.options.fingerprint for call in backends.calls)
    assert one != two


def test_a_place_in_an_archive_counts_for_a_pdf_alone():
    first, second = Trace("urn:x:1", 1), Trace("urn:x:1", 2)
    assert len({made(), made(trace=first), made(trace=second)}) == 3
    assert made(name="epub", trace=first) == made(name="epub")
