"""The same story made by others, each in the way it is at its best in one process."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

Make = Callable[[str], bytes]


def typst() -> Make:
    """A tagged PDF/A-3a and PDF/UA-1, the fonts loaded once."""
    import fontpkg
    from typst import Compiler

    families = ("Source Serif 4", "Source Sans 3")
    folders = [str(Path(fontpkg.path(name, nearest=True)).parent) for name in families]
    compiler = Compiler(font_paths=folders, ignore_system_fonts=True)
    head = (
        '#set document(title: "A story")\n#set text(font: "Source Serif 4", size: 9.35pt, '
        'lang: "en")\n#set par(justify: true, first-line-indent: 1.2em)\n#set page("a4")\n'
        "= A story\n"
    )

    def make(story: str) -> bytes:
        paragraphs = "\n\n".join(_escaped(line) for line in story.splitlines())
        made = compiler.compile(
            (head + paragraphs).encode(), format="pdf", pdf_standards=["a-3a", "ua-1"]
        )
        assert isinstance(made, bytes)
        return made

    return make


def _escaped(line: str) -> str:
    return "".join(f"\\{c}" if c in "\\#$*_<>@`~=-+/[]" else c for c in line)


def weasyprint() -> Make:
    """A PDF/A-3a, tagged."""
    from weasyprint import HTML

    def make(story: str) -> bytes:
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in story.splitlines())
        page = f'<html lang="en"><title>A story</title><h1>A story</h1>{paragraphs}'
        made: bytes = HTML(string=page).write_pdf(pdf_variant="pdf/a-3a")
        return made

    return make


def platypus() -> Make:
    """ReportLab as it comes: no tags, no standard, Type 1 fonts not embedded."""
    import io

    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: TID251

    style = getSampleStyleSheet()["BodyText"]

    def make(story: str) -> bytes:
        buffer = io.BytesIO()
        flowables = [Paragraph(html.escape(line), style) for line in story.splitlines()]
        SimpleDocTemplate(buffer).build(flowables)
        return buffer.getvalue()

    return make


def pandoc(target: str) -> Make:
    """An EPUB or DOCX; a process of its own each time, as pandoc has no other way."""
    import subprocess
    import tempfile

    import pypandoc

    program = pypandoc.get_pandoc_path()

    def make(story: str) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"story.{target}"
            command = [program, "-f", "markdown", "-t", target, "-M", "title=A story", "-o", path]
            subprocess.run(command, input=story.encode(), check=True, capture_output=True)
            return path.read_bytes()

    return make
