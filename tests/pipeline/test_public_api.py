"""What `import exporter` gives, and what it costs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import exporter

HEAVY = ("reportlab", "uharfbuzz", "ebooklib", "docx", "lxml", "pyphen", "click", "rich")
STAGES = tuple(
    f"exporter.{name}" for name in ("model", "readers", "stylesheet", "typography", "renderers")
)


def test_the_public_names_are_these():
    assert exporter.__all__ == [
        "Block", "Break", "Byline", "Credit", "Crosshead", "Dateline", "Diagnostic", "Document",
        "Emphasis", "ExportError", "Figure", "Inline", "ItemList", "Kind", "LineBreak", "Link",
        "ListItem", "Paragraph", "PubStatus", "Quotation", "Rendition", "Source", "SourceText",
        "Strong", "Table", "Text", "__version__", "export", "read",
    ]  # fmt: skip


@pytest.mark.parametrize("name", exporter.__all__)
def test_every_public_name_is_there(name):
    assert getattr(exporter, name) is not None
    assert name in dir(exporter)


def test_another_name_is_not():
    with pytest.raises(AttributeError):
        exporter.nonesuch  # noqa: B018


def loaded_by(program: str) -> set[str]:
    """Those heavy packages that a program has loaded when it ends."""
    names = (*HEAVY, *STAGES)
    report = f"\nimport json, sys; print(json.dumps([n for n in {names} if n in sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", program + report], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


STORY = "b'OSLO (AFP) - Two leaders spoke by phone on Monday.'"


@pytest.mark.parametrize(
    ("program", "spared"),
    [
        ("import exporter", set(HEAVY)),
        (f"import exporter; exporter.read({STORY})", set(HEAVY) - {"lxml"}),
        (
            f"import exporter; exporter.export({STORY}, format='epub')",
            {"reportlab", "uharfbuzz", "docx", "click", "rich"},
        ),
        (
            f"import exporter; exporter.export({STORY}, format='docx')",
            {"reportlab", "uharfbuzz", "ebooklib", "click", "rich"},
        ),
        (
            f"import exporter; exporter.export({STORY}, format='pdf')",
            {"ebooklib", "docx", "click", "rich"},
        ),
        (
            "import exporter.cli; exporter.cli.main(['--help'])",
            {
                "reportlab",
                "uharfbuzz",
                "ebooklib",
                "docx",
                "lxml",
                "pyphen",
                "rich",
                "exporter.model",
                "exporter.readers",
                "exporter.stylesheet",
                "exporter.typography",
            },
        ),
        (
            "import exporter.cli; exporter.cli.main(['inspect', 'seeds'])",
            {
                "reportlab",
                "uharfbuzz",
                "ebooklib",
                "docx",
                "rich",
                "pyphen",
                "exporter.stylesheet",
                "exporter.typography",
                "exporter.renderers",
            },
        ),
    ],
)
def test_nothing_is_loaded_that_is_not_needed(program, spared):
    assert not loaded_by(program) & spared
