"""The blocks of a story as XHTML flow content."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Lines
from exporter.model import Block, Break, Crosshead, Figure, ItemList, Paragraph, Quotation, Table
from exporter.model.characters import shows_nothing
from exporter.renderers.epub.figures import Figures
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.inlines import Phrases, flat_text
from exporter.renderers.epub.lists import item_list
from exporter.renderers.epub.markup import Markup, is_blank
from exporter.renderers.epub.pagebreaks import PageBreaks
from exporter.renderers.epub.tables import table
from exporter.values import Value

# Deeper than any story; beyond it what is inside is set at this depth.
MAX_DEPTH = 24


class Heading(Value):
    """A crosshead in the table of contents."""

    identifier: str
    text: str


class Blocks:
    """Writes the blocks of one story and knows its headings afterwards."""

    def __init__(
        self,
        markup: Markup,
        findings: Findings,
        phrases: Phrases,
        figures: Figures,
        pages: PageBreaks,
    ) -> None:
        self._pages = pages
        self._markup = markup
        self._findings = findings
        self._phrases = phrases
        self._figures = figures
        self._sections = 0
        self.headings: list[Heading] = []

    def story(self, blocks: tuple[Block, ...], opening: str, closing: str) -> str:
        """The body: `opening` is run in with its first words, `closing` with the last ones.

        A table and a picture have none to be run in with: there it stands below them.

        Each crosshead opens a section of its own.
        """
        first, last = _first_paragraph(blocks), _last_shown(blocks)
        parts = [_standing("lead", opening)] if opening and first is None else []
        for index, block in enumerate(blocks):
            after = closing if index == last else ""
            match block:
                case Crosshead():
                    parts.append(self._section(block))
                case Paragraph():
                    role = "lead" if index == first else "body"
                    before = opening if index == first else ""
                    parts.append(self._paragraph(block, f' class="{role}"', before, after))
                case _:
                    parts.append(self._block(block, 0, after))
        if closing and not any(closing in part for part in parts):
            parts.append(_standing("lead", closing))
        if self._sections:
            parts.append("</section>\n")
        return "".join(parts)

    def _section(self, crosshead: Crosshead) -> str:
        """The end of the section before, if any, and the beginning of the crosshead's own."""
        end = "</section>\n" if self._sections else ""
        self._sections += 1
        identifier = section_identifier(self._sections)
        words, pages = self._phrases.heading(crosshead.inlines, crosshead.lines)
        begin = f'{end}<section id="{identifier}">\n{pages}'
        if self._is_empty(words, "crosshead", crosshead.lines):
            return begin
        heading = Heading(identifier, flat_text(crosshead.inlines))
        if not shows_nothing(heading.text):
            self.headings.append(heading)
        return f'{begin}<h2 class="crosshead">{words}</h2>\n'

    def _paragraph(
        self, paragraph: Paragraph, role: str = "", before: str = "", after: str = ""
    ) -> str:
        words = self._phrases.write(paragraph.inlines, paragraph.lines)
        if self._is_empty(words, "paragraph", paragraph.lines) and not before + after:
            return ""
        return f"<p{role}>{before}{words}{after}</p>\n"

    def _is_empty(self, markup: str, what: str, lines: Lines | None) -> bool:
        if is_blank(markup):
            self._findings.say("E005", lines, what=what)
            return True
        return False

    def _block(self, block: Block, depth: int, closing: str = "") -> str:
        match block:
            case Paragraph():
                return self._paragraph(block, after=closing)
            case Crosshead():
                return self._quoted_crosshead(block)
            case ItemList():
                return item_list(block, self._phrases, self._findings, closing)
            case Table():
                return table(block, self._markup, self._findings, self._phrases, self._pages)
            case Figure():
                return self._figures.write(block)
            case Quotation():
                return self._quotation(block, depth, closing)
            case Break():
                return '<hr class="break"/>\n'

    def _quoted_crosshead(self, crosshead: Crosshead) -> str:
        """A heading of the text quoted is none of the story's outline."""
        words = self._phrases.write(crosshead.inlines, crosshead.lines)
        if self._is_empty(words, "crosshead", crosshead.lines):
            return ""
        return f'<p class="crosshead">{words}</p>\n'

    def _quotation(self, quotation: Quotation, depth: int, closing: str) -> str:
        if depth >= MAX_DEPTH:
            self._findings.say("E006", quotation.lines, what="quotations", limit=MAX_DEPTH)
            return self._quoted(tuple(_flat(quotation)), depth, closing)
        inside = self._quoted(quotation.blocks, depth + 1, closing)
        if self._is_empty(inside, "quotation", quotation.lines):
            return ""
        return f'<blockquote class="quotation">\n{inside}</blockquote>\n'

    def _quoted(self, blocks: tuple[Block, ...], depth: int, closing: str) -> str:
        last = _last_shown(blocks)
        return "".join(
            self._block(block, depth, closing if index == last else "")
            for index, block in enumerate(blocks)
        )


def section_identifier(number: int) -> str:
    """The identifier of the section that the crosshead of this number opens, counted from 1."""
    return f"crosshead-{number}"


def _first_paragraph(blocks: tuple[Block, ...]) -> int | None:
    """Where the first block with something to show stands, if it is a paragraph."""
    shown = _shown(blocks)
    return shown[0] if shown and isinstance(blocks[shown[0]], Paragraph) else None


def _last_shown(blocks: tuple[Block, ...]) -> int | None:
    """Where the last block with something to show stands."""
    shown = _shown(blocks)
    return shown[-1] if shown else None


def _shown(blocks: tuple[Block, ...]) -> list[int]:
    return [index for index, block in enumerate(blocks) if not _is_blank_paragraph(block)]


def _is_blank_paragraph(block: Block) -> bool:
    return isinstance(block, Paragraph) and not flat_text(block.inlines).strip()


def _standing(role: str, words: str) -> str:
    """A paragraph for what has no paragraph to be run in with."""
    return f'<p class="{role}">{words.strip()}</p>\n'


def _flat(quotation: Quotation) -> Iterator[Block]:
    """The blocks inside a quotation, none of them a quotation."""
    waiting: list[Block] = list(reversed(quotation.blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Quotation):
            waiting.extend(reversed(block.blocks))
        else:
            yield block
