"""Lines joined to passages: undoing hard wraps, and only those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Inline, LineBreak, Text
from exporter.readers.text.lines import Line
from exporter.readers.wire.terminals import LONGEST_SIGN_OFF, is_end_mark, is_separator, is_sign_off
from exporter.values import Value

# Wire copy is wrapped for teleprinters and terminals: 63 to 80 columns, and never far beyond.
_WIDEST = 120
_SLACK = 2
# Two short lines are rather two lines than one that was wrapped.
_MANY, _NARROWEST, _NARROWEST_OF_FEW = 3, 30, 50
# As much of a line as its end mark and closing quotation marks can take.
_TAIL = 8
_LEAST_COLUMNS = 3
_LEAST_INDENT = 3
_FULL_STOP = expression(r"[.!?;,…][\"”’'»)\]]*$")
_LONGEST_HEADING = 120
_MOST_HEADINGS = 2
_SENTENCE_END = expression(r"(?:[.!?:;…][\"”’'»)\]]*|[。！？；：」』）】])$")
_BULLET = expression(r"(?:[*•·▪\-–]|--|[oO])\s+\S")
_BULLETS = "*•·▪-–"
_DASH_GOES_ON = expression(r"(?:-|–|--)\s+[a-z]")
_CROSSHEAD = expression(r"-[^\W\d_]")
_TABULAR = expression(r"\S(?:\t+| {3,})\S")
# Two spaces behind a full stop part sentences.
_GAP = expression(r"(?<![.!?:;,\"”’ ]) {2,}(?=\S)")
_RESULT = expression(
    r"[A-Z][\w./-]*(?: [a-z-]{2,12}){0,2} (?:a? ?(?:loss|profit) )?(?:of )?(?:\$ ?)?[\d.,]+"
    r"[^!?;]{0,30}? vs (?:a? ?(?:loss|profit) )?(?:\$ ?)?[\d.,]*\w[^!?;]{0,28}(?<!\.)"
)
_WIDE_SCRIPT = expression("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


class Passage(Value):
    """Lines that belong together; `broken` are those after which the sender meant a line end.

    One that `leads` stands directly on the passage below it, without a blank line.
    """

    lines: tuple[Line, ...]
    broken: frozenset[int] = frozenset()
    leads: bool = False

    @property
    def text(self) -> str:
        """Its words in one line."""
        return join(self.lines)

    @property
    def span(self) -> Lines:
        """Its source lines."""
        return Lines(self.lines[0].number, self.lines[-1].number)

    @property
    def said(self) -> str | None:
        """What marks of transmission said that it is."""
        return self.lines[0].said

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Its words, a line end kept where it was meant."""
        if not self.broken:
            return (Text(self.text),)
        found: list[Inline] = []
        run: list[Line] = []
        for line in self.lines:
            run.append(line)
            if line.number in self.broken:
                found += (Text(join(run)), LineBreak())
                run = []
        return (*found, Text(join(run)))


class Wrapping(Value):
    """How a story's lines are to be joined: `width` is None where a line is a paragraph.

    `indent` is that of a paragraph's first line, None where blank lines mark paragraphs.
    """

    width: int | None
    indent: int | None = None


def over(passages: Sequence[Passage]) -> Lines:
    """The source lines from the first to the last of the passages."""
    return Lines(passages[0].span.first, passages[-1].span.last)


def join(lines: Sequence[Line]) -> str:
    """The words of the lines, with a space between two unless their script has none."""
    if len(lines) == 1:
        return lines[0].text
    text = ""
    for line in lines:
        close = text and _WIDE_SCRIPT.match(text[-1]) and _WIDE_SCRIPT.match(line.text[:1])
        text += ("" if close or not text else " ") + line.text
    return text


def wrapping(lines: Sequence[Line]) -> Wrapping:
    """How the lines of a story are wrapped, told by where they end.

    In wrapped copy the first word of a line would not have fitted on the line before it, and most
    lines end within a sentence. Copy with a paragraph a line shows neither.
    """
    texts = [line.text for line in lines if line.text]
    if 2 * sum([len(text) > _WIDEST for text in texts]) >= len(texts):
        return _hanging(lines)  # as most lines are paragraphs
    loose = list(map(_is_loose, lines))
    pairs = [
        (line, lines[index])
        for index, line in enumerate(lines[:-1], 1)
        if loose[index - 1] and loose[index] and _may_join(line, lines[index])
    ]
    if len(pairs) <= sum(1 for line in lines if line.width > _WIDEST):
        return _hanging(lines)
    width = _usual_width([line.width for line, _ in pairs])
    full = sum(1 for pair in pairs if _is_full(*pair, width))
    open_ended = sum(1 for line, _ in pairs if not _SENTENCE_END.search(line.text[-_TAIL:]))
    least = _NARROWEST if len(pairs) >= _MANY else _NARROWEST_OF_FEW
    if width < _NARROWEST_OF_FEW and any(line.width * 3 > width * 4 for line in lines):
        return _hanging(lines)  # nobody wraps so narrow what stands between wider lines
    if not least <= width <= _WIDEST or full * 5 < len(pairs) * 3 or open_ended * 2 < len(pairs):
        return _hanging(lines)
    return Wrapping(width, _indent(lines))


def _hanging(lines: Sequence[Line]) -> Wrapping:
    """How short indented copy is wrapped, if any of it is: on to lines without the indent."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.indent >= _LEAST_INDENT and not (following.blank or following.indent)
    ]
    width = max((line.width for line, _ in pairs), default=0)
    if not _NARROWEST_OF_FEW <= width <= _WIDEST:
        return Wrapping(None)
    wrapped = [pair for pair in pairs if not stands_alone(pair[1].text)]
    if not wrapped or not all(_is_full(*pair, width) for pair in wrapped):
        return Wrapping(None)
    return Wrapping(width, min(line.indent for line, _ in wrapped))


def passages(lines: Sequence[Line], how: Wrapping) -> Iterator[Passage]:
    """The lines as passages; blank lines only separate."""
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or _begins(block[-1], line, how)):
            yield from _passages(block, how)
            block = []
        if not line.blank:
            block.append(line)
    if block:
        yield from _passages(block, how)


def _passages(block: Sequence[Line], how: Wrapping) -> Iterator[Passage]:
    """A block with the line ends that no wrap explains kept, its headings apart."""
    if len(block) == 1:
        yield Passage(tuple(block))
        return
    width = how.width or 0
    broken = [index for index, (a, b) in enumerate(pairwise(block)) if not _is_wrapped(a, b, width)]
    start = 0
    while broken and _is_heading(block[start : broken[0] + 1]) and _is_text(block, broken):
        yield Passage(tuple(block[start : broken[0] + 1]), leads=True)
        start = broken.pop(0) + 1
    kept = frozenset(block[index].number for index in broken)
    yield Passage(tuple(block[start:]), kept)


def _is_heading(lines: Sequence[Line]) -> bool:
    """Whether the first lines of a block, up to a line end that was meant, are a heading."""
    text = join(lines)
    return len(text) <= _LONGEST_HEADING and not _FULL_STOP.search(text[-_TAIL:])


def _is_text(block: Sequence[Line], broken: Sequence[int]) -> bool:
    """Whether the block goes on as running text below at most one further heading."""
    last = broken[-1] if len(broken) <= _MOST_HEADINGS else len(block)
    below = len(block) - 1 - last
    return below > 1 or (below == 1 and _SENTENCE_END.search(block[-1].text) is not None)


def _begins(line: Line, following: Line, how: Wrapping) -> bool:
    """Whether a passage begins on the second of two lines."""
    if how.width is None or line.said or following.said:
        return True
    if stands_alone(line.text) or stands_alone(following.text):
        return True
    if is_tabular(line) or is_tabular(following):
        return True
    if _BULLET.match(following.text):
        return not _is_dash(line, following, how.width)
    if following.indent > line.indent and not _BULLET.match(line.text):
        return True
    if how.indent is None:
        return False
    return following.indent >= how.indent or not _is_wrapped(line, following, how.width)


def _is_dash(line: Line, following: Line, width: int) -> bool:
    """Whether what looks like a bullet is the dash of a sentence that goes on."""
    dashed = _DASH_GOES_ON.match(following.text) is not None
    return dashed and _is_full(line, following, width) and not _SENTENCE_END.search(line.text)


def stands_alone(text: str) -> bool:
    """Whether a line is never part of a paragraph around it."""
    if len(text) > LONGEST_SIGN_OFF and text[0].isalnum():
        return False
    return (
        is_separator(text)
        or is_end_mark(text)
        or is_sign_off(text)
        or text.startswith("*Writing")
        or _CROSSHEAD.match(text) is not None
    )


def is_tabular(line: Line) -> bool:
    """Whether a line has columns."""
    if "  " not in line.columns and "\t" not in line.columns:  # as in most lines
        return _is_figures(line)
    gap = "\t" in line.columns or "   " in line.columns
    # The gap behind a bullet parts no columns.
    columns = line.columns.lstrip().lstrip(_BULLETS).lstrip() if gap else ""
    return (gap and _TABULAR.search(columns) is not None) or _is_figures(line)


def _is_figures(line: Line) -> bool:
    """Whether a line has columns that something else than wide gaps parts."""
    text = line.text
    if " vs " in text and is_result(text):
        return True
    if "  " in line.columns and text[0].isdigit() and len(_GAP.findall(line.columns.strip())) > 1:
        return True
    return ";" in text and is_delimited(line)


def is_result(text: str) -> bool:
    """Whether a line sets a company's figure beside that of a year ago: Shr 41 cts vs 37 cts."""
    return _RESULT.fullmatch(text) is not None


def is_delimited(line: Line) -> bool:
    """Whether semicolons stand between its columns, as in AP's tables."""
    text = line.text
    return text.count(";") >= _LEAST_COLUMNS and "; " not in text and "&" not in text


def _is_loose(line: Line) -> bool:
    """Whether a line may be part of a paragraph that has further lines."""
    return not (line.blank or stands_alone(line.text) or is_tabular(line))


def _may_join(line: Line, following: Line) -> bool:
    """Whether nothing but a wrap need stand between two loose lines."""
    return following.indent <= line.indent and not _BULLET.match(following.text)


def _usual_width(widths: list[int]) -> int:
    """The widest line, one in twenty of them being allowed to run over."""
    return sorted(widths)[-1 - len(widths) // 20]


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    word = following.text.partition(" ")[0]
    return line.width + 1 + len(word) > width - _SLACK


def _is_wrapped(line: Line, following: Line, width: int) -> bool:
    """Whether the line end is only a wrap: the line was full, or its sentence goes on."""
    return _is_full(line, following, width) or following.text[:1].islower()


def _indent(lines: Sequence[Line]) -> int | None:
    """The indent that begins a paragraph, None where blank lines do."""
    steps = [
        following.indent
        for line, following in pairwise(lines)
        if not line.blank
        and not following.blank
        and following.indent > line.indent
        and not _BULLET.match(line.text)
    ]
    blanks = sum(1 for line, following in pairwise(lines) if line.blank and not following.blank)
    return Counter(steps).most_common(1)[0][0] if len(steps) > blanks else None
