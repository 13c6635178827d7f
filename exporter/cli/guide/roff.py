"""Markdown as man(7) has it: the blocks that the guide uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from exporter.expressions import expression

# What roff would take for its own at the beginning of a line.
_CONTROL = expression(r"(?m)^(?=\.)")
# What it would print as another character, one that cannot be typed again.
_AS_TYPED = str.maketrans(
    {"\\": r"\e", "-": r"\-", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", "'": r"\(aq"}
)


def escaped(text: str) -> str:
    """Text that roff prints as it stands: hyphens and quotes that can be copied and typed."""
    return _CONTROL.sub(r"\\&", text.translate(_AS_TYPED))


def paragraphs(lines: Sequence[str], *, filled: bool) -> Iterator[str]:
    """A paragraph of plain text; one that is not filled keeps its lines, as examples do."""
    if filled:
        yield ".PP"
        yield from map(escaped, lines)
    else:
        yield from (".PP", ".nf", *map(escaped, lines), ".fi")


def roff(text: str) -> Iterator[str]:
    """The lines of a page: its title is a section, what it has below are subsections."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    for node in tree.children:
        yield from _block(node)


def _block(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type == "heading":
        words = node.children[0].content.replace("`", "")
        title = node.tag == "h1"
        yield f'.SH "{escaped(words.upper())}"' if title else f'.SS "{escaped(words)}"'
    elif node.type == "paragraph":
        yield from (".PP", _inline(node))
    elif node.type == "fence":
        yield from (".PP", ".RS 4", ".nf", escaped(node.content.rstrip("\n")), ".fi", ".RE")
    elif node.type == "table":
        yield from _table(node)
    else:  # a list
        for number, item in enumerate(node.children, 1):
            mark = f"{number}." if node.type == "ordered_list" else r"\(bu"
            yield from (f".IP {mark} 4", *map(_inline, item.children))


def _table(node: SyntaxTreeNode) -> Iterator[str]:
    """A table as terms and what is said of them; the heads of columns go without saying."""
    for row in node.children[1].children:
        term, *rest = map(_inline, row.children)
        yield from (".TP", rf"\fB{term}\fR", "; ".join(filter(None, rest)) or r"\&")


def _inline(node: SyntaxTreeNode) -> str:
    tokens = node.children[0].children if node.children else []
    return "".join(map(_words, tokens))


def _words(node: SyntaxTreeNode) -> str:
    if node.type == "softbreak":
        return "\n"
    if node.type == "code_inline":
        return rf"\fB{escaped(node.content)}\fR"
    if node.children:
        return rf"\fI{''.join(map(_words, node.children))}\fR"
    return escaped(node.content)
