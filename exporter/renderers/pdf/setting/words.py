"""Words: the boxes that lines are made of, and where a line may end between and inside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporter.expressions import expression
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text, plain_text
from exporter.renderers.pdf.fonts.capitals import capitals
from exporter.renderers.pdf.fonts.chain import Missing
from exporter.renderers.pdf.fonts.face import Face, Run
from exporter.renderers.pdf.setting.links import Hyperlink, address
from exporter.renderers.pdf.setting.style import TypeStyle, Wardrobe

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
_TIES = NO_BREAK_SPACE + NARROW_NO_BREAK_SPACE
# A narrow space is a sixth to a quarter of an em; a word space about a quarter.
_NARROW = 0.6
_TOKENS = expression(r"[^\S\u00a0\u202f]+|[\u00a0\u202f]|[^\s\u00a0\u202f]+")
# A line may end after these inside a word, where letters stand on both sides; after a slash
# or an em dash too. Not between digits: a score and a range stay whole.
_INNER_BREAK = expression(r"(?<=[^\W\d_]{2}[-‐–/])(?=[^\W\d_]{2})|(?<=\w—)(?=\w)")
# No word of a language is longer: what is, may break anywhere, and costs no more than its length.
_LONGEST_PIECE = 120
_ADDRESS = expression(r"://|@|^www\.", re.IGNORECASE)
_ADDRESS_BREAK = expression(r"(?<=[/?&=_.-])(?=\w)")


@dataclass(slots=True, eq=False)
class Part:
    """Characters of one word in one style and face; `width` in points, tracking included."""

    style: TypeStyle
    face: Face
    run: Run
    width: float

    @classmethod
    def of(cls, style: TypeStyle, face: Face, run: Run) -> Part:
        """Part of a run, measured."""
        return cls(style, face, run, run.width * style.size / 1000 + run.count * style.tracking)


@dataclass(slots=True)
class Word:
    """What stays together on a line unless it is hyphenated.

    `space` is the natural width of what follows it, 0 inside a compound; `tie` says that no
    line may end here, `forced` that one must, `whole` that no hyphen is added inside: in what
    has hyphens or breaks of its own.
    """

    parts: tuple[Part, ...]
    width: float
    space: float = 0.0
    tie: bool = False
    forced: bool = False
    whole: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(part.run.text for part in self.parts)


class Compositor:
    """Turns inlines into words; counts what no font has and what prints nothing.

    Links lead somewhere only where they are `live`; `unlinked` are those that do not.
    """

    def __init__(self, wardrobe: Wardrobe, *, live: bool = False) -> None:
        self.wardrobe = wardrobe
        self._live = live
        self.unlinked: dict[str, None] = {}
        self.missing = Missing()
        self._made: dict[tuple[str, TypeStyle], tuple[tuple[Part, ...], float]] = {}
        self.unprintable = 0

    def words(self, inlines: Iterable[Inline], role: str) -> list[Word]:
        """The words of the inlines set in a role."""
        words: list[Word] = []
        for text, style in self._styled(inlines, role, italic=False, bold=False):
            self.extend(words, text, style)
        return words

    def extend(self, words: list[Word], text: str, style: TypeStyle) -> None:
        """Append text to words: without a space between, it joins the last of them."""
        joins = bool(words) and words[-1].space == 0 and not words[-1].tie
        for token in _TOKENS.findall(self._printable(text)):
            if token in _TIES:
                _end(words, style, tie=True, narrow=token == NARROW_NO_BREAK_SPACE)
            elif token.isspace():
                _end(words, style, tie=False, forced="\n" in token)
            else:
                self._append(words, token, style, joins=joins and not words[-1].forced)
                joins = True
                continue
            joins = False

    def word(self, text: str, style: TypeStyle) -> Word:
        """One word of the text, whatever characters it has."""
        made = self._made.get((text, style))
        if made is None:
            parts = tuple(Part.of(style, face, run) for face, run in self._runs(text, style))
            made = parts, sum(part.width for part in parts)
            self._made[text, style] = made
        return Word(*made)

    def _append(self, words: list[Word], token: str, style: TypeStyle, *, joins: bool) -> None:
        pieces = _pieces(token)
        for index, piece in enumerate(pieces):
            word = self.word(piece, style)
            word.whole = len(pieces) > 1
            if index == 0 and joins:
                words[-1].parts += word.parts
                words[-1].width += word.width
            else:
                words.append(word)

    def _runs(self, text: str, style: TypeStyle) -> list[tuple[Face, Run]]:
        first = style.chain.first
        if style.capitals and first.covers(capitals(text, first.key.language)):
            return [(first, first.capitals(text))]
        return style.chain.runs(text, self.missing)

    def _printable(self, text: str) -> str:
        """Without characters that no printer shows: controls, and invisible format characters."""
        if text.isprintable():
            return text
        kept = [c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE]
        self.unprintable += len(text) - len(kept)
        return "".join(kept)

    def _styled(
        self, inlines: Iterable[Inline], role: str, *, italic: bool, bold: bool
    ) -> Iterator[tuple[str, TypeStyle]]:
        for inline in inlines:
            match inline:
                case Text(text):
                    yield (
                        text.replace("\n", " "),
                        self.wardrobe.style(role, italic=italic, bold=bold),
                    )
                case LineBreak():
                    yield "\n", self.wardrobe.style(role)
                case Emphasis(inner):
                    yield from self._styled(inner, role, italic=not italic, bold=bold)
                case Strong(inner):
                    yield from self._styled(inner, role, italic=italic, bold=True)
                case Link(href, inner):
                    link = self._hyperlink(href, inner)
                    for text, style in self._styled(inner, role, italic=italic, bold=bold):
                        yield text, replace(style, link=link) if link else style

    def _hyperlink(self, href: str, inner: tuple[Inline, ...]) -> Hyperlink | None:
        target = address(href) if self._live else None
        if target is None:
            self.unlinked[href] = None
            return None
        return Hyperlink(target, " ".join(plain_text(inner).split()))


def _pieces(token: str) -> list[str]:
    """The token, divided where a line may end inside it."""
    if token[:-1].isalpha() and len(token) <= _LONGEST_PIECE:
        return [token]
    pattern = _ADDRESS_BREAK if _ADDRESS.search(token) else _INNER_BREAK
    pieces = pattern.split(token)
    if len(token) > _LONGEST_PIECE:
        return [part for piece in pieces for part in _chunks(piece)]
    return pieces


def _chunks(text: str) -> list[str]:
    return [text[at : at + _LONGEST_PIECE] for at in range(0, len(text), _LONGEST_PIECE)]


# Categories that print nothing: control, format, lone surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def _end(
    words: list[Word], style: TypeStyle, *, tie: bool, narrow: bool = False, forced: bool = False
) -> None:
    """Close the last word with a space."""
    if not words:
        return
    last = words[-1]
    if last.space == 0:
        last.space = style.space * (_NARROW if narrow else 1)
        last.tie = tie
    elif not tie:
        last.tie = False
    last.forced = last.forced or forced
