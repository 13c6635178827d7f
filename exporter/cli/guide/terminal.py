"""A page of the guide as a terminal shows it: plain, in lines that fit."""

from __future__ import annotations

import io
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.text import Text
from rich.theme import Theme

from exporter.expressions import expression

# What is longer is hard to read.
_WIDEST = 100
# Of another page, a terminal shows how to ask for it.
_OTHER_PAGE = expression(r"\[([^]]+)\]\(([a-z-]+)\.md\)")
_BLANK_LINES = expression(r"\n{3,}")
_THEME = Theme(
    {
        "markdown.h1": "bold underline",
        "markdown.h2": "bold",
        "markdown.code": "bold",
        "markdown.code_block": "none",
        "markdown.item.bullet": "none",
        "markdown.item.number": "none",
        "markdown.table.border": "none",
        "markdown.table.header": "bold",
    }
)


class _Heading(Heading):
    """A heading at the margin; where nothing is bold, ruled below."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text
        if not console.is_terminal:
            yield Text(("=" if self.tag == "h1" else "-") * self.text.cell_len)


class _Code(CodeBlock):
    """Code as it is typed, in line with nothing else."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = str(self.text).rstrip().splitlines()
        yield Text("\n".join("    " + line for line in lines), no_wrap=True, overflow="ignore")


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Code,
        "code_block": _Code,
    }


def shown(text: str, width: int, *, styled: bool) -> str:
    """A page in lines of at most the width in columns; `styled` with a terminal's bold."""
    console = Console(
        file=io.StringIO(),
        width=min(width, _WIDEST),
        force_terminal=styled,
        no_color=True,
        legacy_windows=False,
        theme=_THEME,
    )
    with console.capture() as capture:
        page = _Page(for_one_page(text), hyperlinks=False)
        console.print(page, crop=False)
    lines = (line.rstrip() for line in capture.get().splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def for_one_page(text: str) -> str:
    """A page whose links to others say how a reader without links asks for them."""
    return _OTHER_PAGE.sub(r"`exporter help \2`", text)
