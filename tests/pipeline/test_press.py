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


def test_a_bug_in_one_backend_costs_its_own_format_only(backends):
    backends.crash = {"pdf"}
    made = run()
    assert isinstance(made["pdf"], ZeroDivisionError)
    assert isinstance(made["epub"], Rendition)
    assert isinstance(made["docx"], Rendition)


def test_a_bug_is_raised_if_warnings_are_fatal(backends):
    backends.crash = {"docx"}
    with pytest.raises(ZeroDivisionError):
        run(strict=True)


def test_a_source_that_no_format_can_hold_is_told_of(backends):
    (without,) = run(("epub",), embed_source=True).values()
    made = run(("epub", "pdf"), embed_source=True)
    assert "X015" in [d.code for d in without.diagnostics]
    assert "X015" not in [d.code for each in made.values() for d in each.diagnostics]
