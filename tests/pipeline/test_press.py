"""Several formats in one run."""

from __future__ import annotations

import pytest

from exporter.diagnostics import ExportError, RenderError
from exporter.pipeline import Manuscript, Options, edit, render
from exporter.renderers import Rendition
from tests.pipeline.stories import story

ALL = ("docx", "epub", "pdf")


def run(formats=ALL, **options):
    return render(edit(Manuscript(story(), b"source"), Options(**options)), formats)


def test_the_pdf_is_made_first_and_the_others_know_its_pages(backends):
    made = run()
    assert list(made) == list(ALL)
    assert backends.calls[0].format == "pdf"
    assert backends.options("epub").page_map == (0, 7)


def test_without_a_pdf_there_are_no_pages(backends):
    run(("epub",))
    assert backends.options("epub").page_map is None


def test_one_formats_failure_leaves_the_others(backends):
    backends.fail = {"pdf"}
    made = run()
    assert isinstance(made["pdf"], RenderError)
    assert isinstance(made["epub"], Rendition)
    assert backends.options("epub").page_map is None


def test_one_formats_warning_stops_all_if_warnings_are_fatal(backends):
    backends.warn = {"docx"}
    with pytest.raises(ExportError):
        run(strict=True)
