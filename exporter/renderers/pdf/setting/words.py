"""Words: the boxes that lines are made of, and where a line may end between and inside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporter.addresses import usable
from exporter.expressions import expression
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text, plain_text
from exporter.model.capitals import capitals
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.fonts.chain import Missing
from exporter.renderers.pdf.fonts.face import Face
from exporter.renderers.pdf.fonts.runs import Run
from exporter.renderers.pdf.setting import hanging
from exporter.renderers.pdf.setting.links import Hyperlink
from exporter.renderers.pdf.setting.small_capitals import small_capitals
from exporter.renderers.pdf.setting.style import TypeStyle, Wardrobe
from exporter.values import Struct

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"
# A narrow space is a sixth to a quarter of an em; a word space about a quarter.
_NARROW = 0.6
# A word and the white space after it.
_PAIRS = expression(r"(\S+)(\s*)")
_LEADING = expression(r"\s+")
# A line may end after these inside a word, where letters stand on both sides; after a slash
# or an em dash too. Not between digits: a score and a range stay whole.
_INNER_BREAK = expression(r"(?<=[^\W\d_]{2}[-‐–/])(?=[^\W\d_]{2})|(?<=\w—)(?=\w)")
# No word of a language is longer: what is, may break anywhere, and costs no more than its length.
_LONGEST_PIECE = 120
_ADDRESS = expression(r"://|@|^www\.", re.IGNORECASE)
_ADDRESS_BREAK = expression(r"(?<=[/?&=_.-])(?=\w)")


class Part(Struct, eq=False):
    """Characters of one word in one style and face; `width` in points, tracking included."""

    style: TypeStyle
    face: Face
    run: Run
    width: float

    @classmethod
    def of(cls, style: TypeStyle, face: Face, run: Run) -> Part:
        """Part of a run, measured."""
        return cls(style, face, run, run.width * style.size / 1000 + run.count * style.tracking)


class Word(Struct, eq=False):
    """What stays together on a line unless it is divided; stories share it, so none changes it.

    `space` is the natural width of what follows it, 0 inside a compound; `tie` says that no
    line may end here, `forced` that one must, `whole` that no hyphen is added inside: in what
    has hyphens or breaks of its own. `left` and `right` are how far its first and last marks
    hang where they stand at a margin. `plain` is its run if it has one, in the first face of its
    style, that is shown glyph by glyph; `divisions` are remembered with the hyphenator that they
    came from.
    """

    parts: tuple[Part, ...]
    width: float
    left: float = 0.0
    right: float = 0.0
    space: float = 0.0
    tie: bool = False
    forced: bool = False
    whole: bool = False
    plain: Run | None = None
    divisions: tuple[Hyphenator, list[Halves]] | None = None

    @classmethod
    def of(cls, parts: tuple[Part, ...]) -> Word:
        """Word of parts, measured, with no space after it."""
        width = sum([part.width for part in parts])
        left, right = hanging.left(parts[0]), hanging.right(parts[-1])
        return cls(parts, width, left, right, plain=_plain_run(parts))

    def ended(self, space: float, *, tie: bool, forced: bool, whole: bool = False) -> Word:
        """The word with another end."""
        whole = whole or self.whole
        return Word(
            self.parts, self.width, self.left, self.right, space, tie, forced, whole, self.plain
        )

    def ended_like(self, other: Word) -> Word:
        """The word with the end of the other."""
        return self.ended(other.space, tie=other.tie, forced=other.forced)

    def continued(self) -> Word:
        """The word at the end of a line that divides what has no space after it."""
        *others, last = self.parts
        run = last.run.continued()
        return Word.of((*others, Part(last.style, last.face, run, last.width))).ended_like(self)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join([part.run.text for part in self.parts])

    def joined(self, other: Word) -> Word:
        """The two as one word, which ends as the other does."""
        return Word.of(self.parts + other.parts).ended_like(other)


def width_of(words: list[Word]) -> float:
    """The width of the words on one line, in points, without the space after the last."""
    return sum(word.width + word.space for word in words[:-1]) + sum(w.width for w in words[-1:])


class Halves(NamedTuple):
    """A word divided: `head` ends a line, `tail` begins the next."""

    head: Word
    tail: Word


class Compositor:
    """Turns inlines into words; counts what no font has and what prints nothing.

    Links lead somewhere only where they are `live`; `unlinked` are those that do not.
    """

    def __init__(self, wardrobe: Wardrobe, *, live: bool = False) -> None:
        self.wardrobe = wardrobe
        self._live = live
        self.unlinked: dict[str, None] = {}
        self.missing = Missing()
        self.unprintable = 0
        # Words that need a fallback are the document's own: it must report them.
        self._own: dict[tuple[tuple[str, str], TypeStyle], tuple[Word, ...]] = {}

    def words(self, inlines: Iterable[Inline], role: str) -> list[Word]:
        """The words of the inlines set in a role."""
        words: list[Word] = []
        for text, style in self._styled(inlines, role, italic=False, bold=False):
            self.extend(words, text, style)
        return words

    def extend(self, words: list[Word], text: str, style: TypeStyle) -> None:
        """Append text to words: without a space between, it joins the last of them."""
        text = self._printable(text)
        leading = _LEADING.match(text)
        if leading and words:
            words[-1] = _closed(words[-1], leading[0], style)
        open_before = len(words) if words and _is_open(words[-1]) else 0
        remembered = style.words
        for pair in _PAIRS.findall(text):
            words += remembered.get(pair) or self._pair(pair, style)
        if 0 < open_before < len(words):
            words[open_before - 1 : open_before + 1] = [
                words[open_before - 1].joined(words[open_before])
            ]

    def word(self, text: str, style: TypeStyle) -> Word:
        """One word of the text, whatever characters it has, without a space."""
        words = style.words.get((text, None))
        if words is None:
            words = (self._made(text, style),)
            if style.is_plain(text):
                style.remember((text, None), words)
        return words[0]

    def _pair(self, pair: tuple[str, str], style: TypeStyle) -> tuple[Word, ...]:
        """A token and its white space as words, remembered by the style or by the document."""
        own = self._own.get((pair, style))
        if own is not None:
            return own
        words = self._divided(*pair, style)
        if style.is_plain(pair[0]):
            style.remember(pair, words)
        else:
            self._own[pair, style] = words
        return words

    def _divided(self, token: str, space: str, style: TypeStyle) -> tuple[Word, ...]:
        pieces = _pieces(token)
        made = [self._made(piece, style) for piece in pieces]
        if len(made) > 1:
            made = [word.ended(0.0, tie=False, forced=False, whole=True) for word in made]
        if space:
            made[-1] = _closed(made[-1], space, style)
        return tuple(made)

    def _made(self, text: str, style: TypeStyle) -> Word:
        return Word.of(tuple([Part.of(*set_in) for set_in in self._runs(text, style)]))

    def _runs(self, text: str, style: TypeStyle) -> list[tuple[TypeStyle, Face, Run]]:
        first = style.chain.first
        if style.reduced is not None:
            return self._small(text, style)
        if style.capitals and first.covers(capitals(text, first.key.language)):
            return [(style, first, first.capitals(text))]
        return [(style, face, run) for face, run in style.chain.runs(text, self.missing)]

    def _small(self, text: str, style: TypeStyle) -> list[tuple[TypeStyle, Face, Run]]:
        pieces = small_capitals(text, style)
        if any(own is not style for _, own in pieces):
            self.missing.unreduced.add(style.chain.first.name)
        return [
            run
            for piece, own in pieces
            for run in (
                self._runs(piece, own)
                if own is not style
                else [(own, face, run) for face, run in own.chain.runs(piece, self.missing)]
            )
        ]

    def _printable(self, text: str) -> str:
        """Without characters that no printer shows: controls, and invisible format characters."""
        # `str.isprintable` knows no space but the plain one.
        plain = text.replace(NO_BREAK_SPACE, " ").replace(NARROW_NO_BREAK_SPACE, " ")
        if plain.isprintable():
            return text
        kept = [
            c
            for c in text
            if c.isspace() or c in _JOINERS or unicodedata.category(c) not in _INVISIBLE
        ]
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
                        yield text, style.linked(link) if link else style

    def _hyperlink(self, href: str, inner: tuple[Inline, ...]) -> Hyperlink | None:
        target = usable(href) if self._live else None
        if target is None:
            self.unlinked[href] = None
            return None
        return Hyperlink(target, " ".join(plain_text(inner).split()))


# Categories that print nothing: control, format, lone surrogates.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# These print nothing either, but tell letters whether they join.
_JOINERS = "\u200c\u200d"


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


def _plain_run(parts: tuple[Part, ...]) -> Run | None:
    if len(parts) != 1:
        return None
    part = parts[0]
    run, style = part.run, part.style
    is_plain = run.exact and not run.raised and part.face is style.chain.first
    return run if is_plain and not (style.artifact or style.link) else None


def _is_open(word: Word) -> bool:
    """Whether what follows without a space belongs to the word."""
    return word.space == 0 and not word.tie and not word.forced


def _closed(word: Word, white: str, style: TypeStyle) -> Word:
    """The word with the white space after it: the first character tells its width.

    A line may end there unless the white space is of no-break spaces only, and must where it
    holds a line feed.
    """
    ties = not white.strip(NO_BREAK_SPACE + NARROW_NO_BREAK_SPACE)
    narrow = white[0] == NARROW_NO_BREAK_SPACE
    forced = word.forced or "\n" in white
    if word.space:
        return word.ended(word.space, tie=word.tie and ties, forced=forced)
    space = style.space * (_NARROW if narrow else 1)
    return word.ended(space, tie=ties, forced=forced)
