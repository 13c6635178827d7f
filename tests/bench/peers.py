"""The same story made by others, each in the way it is at its best in one process.

They are handed its parts, so that only we pay for reading it. All of them print what our page
has but the column of facts, on one page: note, byline, headline, crosshead, justified paragraphs.
The story's words stand in a column of our measure, with margins in which they fit.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from tests.bench.stories import Parts, parts

Make = Callable[[str], bytes]

FAMILIES = ("Source Serif 4", "Source Sans 3")
STANDARDS = ("a-3a", "ua-1")
_TYPST_HEAD = """\
#set page("a4", margin: (top: 26mm, bottom: 18mm, left: 61mm, right: 24mm))
#set text(font: "Source Serif 4", size: 9.35pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1.2em, leading: 0.6em, spacing: 0.6em)
#show heading.where(level: 1): set text(size: 17pt, weight: 600, hyphenate: false)
#show heading.where(level: 1): set par(justify: false, leading: 0.3em)
#show heading.where(level: 2): set text(font: "Source Sans 3", size: 9pt, weight: 600)
#let sans(words) = text(font: "Source Sans 3", size: 8pt, words)
"""
_CSS = """\
@page { size: a4; margin: 20mm }
body { font: 9.35pt/12.25pt serif; text-align: justify; hyphens: auto }
h1 { font-size: 17pt; line-height: 19pt; text-align: left; hyphens: manual }
h2, .sans { font: 600 9pt/12.25pt sans-serif }
p { margin: 0; text-indent: 1.2em }
"""


def font_folders() -> list[str]:
    """Where the wheels keep the families that we set stories in."""
    import fontpkg

    return [str(Path(fontpkg.path(name, nearest=True)).parent) for name in FAMILIES]


def typst() -> Make:
    """A tagged PDF/A-3a and PDF/UA-1, the fonts loaded once."""
    from typst import Compiler

    compiler = Compiler(font_paths=font_folders(), ignore_system_fonts=True)

    def make(story: str) -> bytes:
        made = compiler.compile(
            typst_source(story).encode(), format="pdf", pdf_standards=list(STANDARDS)
        )
        assert isinstance(made, bytes)
        return made

    return make


def typst_source(story: str) -> str:
    """The story in typst's markup."""
    found = parts(story)
    body = "\n\n".join(
        f"== {_escaped(text)}" if crosshead else _escaped(text) for crosshead, text in found.body
    )
    return (
        f'#set document(title: "{found.title}")\n{_TYPST_HEAD}'
        f"= {_escaped(found.title)}\n\n#sans[{_escaped(found.byline)}]\n\n"
        f"#sans[{_escaped(found.note)}]\n\n{body}\n"
    )


def _escaped(line: str) -> str:
    return "".join(f"\\{c}" if c in "\\#$*_<>@`~=-+/[]" else c for c in line)


def weasyprint() -> Make:
    """A PDF/A-3a, tagged; its stylesheet is read once.

    In the system's fonts: those of ours are variable, which it takes more than twice the time for.
    """
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(string=_CSS, font_config=fonts)

    def make(story: str) -> bytes:
        page = HTML(string=_page(parts(story)))
        made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/a-3a")
        return made

    return make


def _page(found: Parts) -> str:
    tags = {True: "h2", False: "p"}
    body = "".join(
        f"<{tags[crosshead]}>{html.escape(text)}</{tags[crosshead]}>"
        for crosshead, text in found.body
    )
    title, byline, note = (html.escape(t) for t in (found.title, found.byline, found.note))
    return (
        f'<html lang="en"><title>{title}</title><h1>{title}</h1>'
        f'<p class="sans">{byline}<p class="sans">{note}{body}'
    )


def platypus() -> Make:
    """ReportLab as it comes: no tags, no standard, no hyphens, Type 1 fonts not embedded."""
    import io

    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: TID251

    sheet = getSampleStyleSheet()
    text = ParagraphStyle(
        "text", fontName="Times-Roman", fontSize=9.35, leading=12.25, alignment=TA_JUSTIFY,
        firstLineIndent=11,
    )  # fmt: skip
    styles = {True: sheet["Heading2"], False: text}

    def make(story: str) -> bytes:
        buffer = io.BytesIO()
        found = parts(story)
        head = [(sheet["Heading1"], found.title), (text, found.byline), (text, found.note)]
        body = ((styles[crosshead], words) for crosshead, words in found.body)
        flowables = [Paragraph(html.escape(words), style) for style, words in (*head, *body)]
        template = SimpleDocTemplate(
            buffer, title=found.title, leftMargin=61 * mm, rightMargin=24 * mm, topMargin=18 * mm,
            bottomMargin=14 * mm,
        )  # fmt: skip
        template.build(flowables)
        return buffer.getvalue()

    return make


def pandoc(target: str) -> Make:
    """An EPUB or DOCX; a process of its own each time, as pandoc has no other way."""
    import subprocess
    import tempfile

    import pypandoc

    program = pypandoc.get_pandoc_path()

    def make(story: str) -> bytes:
        found = parts(story)
        body = (f"## {text}" if crosshead else text for crosshead, text in found.body)
        source = "\n\n".join((f"# {found.title}", found.byline, found.note, *body))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"story.{target}"
            command = [
                program, "-f", "markdown", "-t", target, "-M", f"title={found.title}", "-o", path
            ]  # fmt: skip
            subprocess.run(command, input=source.encode(), check=True, capture_output=True)
            return path.read_bytes()

    return make
