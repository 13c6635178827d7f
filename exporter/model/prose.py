"""Running text in its plainest form: white space that says nothing, markup without words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from exporter.expressions import expression
from exporter.model.inlines import Emphasis, Inline, LineBreak, Link, Strong, Text
from exporter.values import Value

# Control characters, soft hyphens, byte order marks, noncharacters and halves of characters.
_UNSEEN = expression("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ufeff\ufffe\uffff\ud800-\udfff]")
# White space as markup has it: a no-break space of any width is none.
_SPACE = expression("[^\\S\u00a0\u2007\u202f]+")

Wrapper = Emphasis | Strong | Link


class _Run(Value):
    """Characters under the wrappers of a path, each with a number of its own; None for a break."""

    path: tuple[tuple[int, Wrapper], ...]
    text: str | None


def letters(text: str) -> str:
    """Letters and digits alone, whatever their size: two texts with the same say the same."""
    return "".join(filter(str.isalnum, text)).casefold()


def collapsed(text: str) -> str:
    """The text without what prints nothing, each run of white space as one space."""
    if text.isprintable() and "  " not in text:
        return text
    return _SPACE.sub(" ", _UNSEEN.sub("", text))


def tidy_text(text: str) -> str:
    """A text in one line, with no white space at its ends."""
    return collapsed(text).strip()


def tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines as one passage of text.

    White space is collapsed as markup collapses it, also from one inline to the next; none is
    left at the ends and beside line breaks. Texts are joined, markup without words is dropped, and
    so is a line break that parts nothing.
    """
    return tuple(_built(_trimmed(_runs(inlines, ()))))


def _runs(inlines: Iterable[Inline], path: tuple[tuple[int, Wrapper], ...]) -> Iterator[_Run]:
    for number, inline in enumerate(inlines):
        match inline:
            case Text(text):
                yield _Run(path, collapsed(text))
            case LineBreak():
                yield _Run(path, None)
            case Emphasis() | Strong() | Link():
                yield from _runs(inline.inlines, (*path, (number, inline)))


def _trimmed(runs: Iterable[_Run]) -> list[_Run]:
    kept: list[_Run] = []
    for run in runs:
        if run.text is None:
            _strip_end(kept)
            if kept:
                kept.append(run)
            continue
        text = run.text.lstrip() if not kept else run.text
        if kept and (before := kept[-1].text) is not None and before.endswith(" "):
            text = text.removeprefix(" ")
        elif kept and kept[-1].text is None:
            text = text.lstrip()
        if text:
            kept.append(_Run(run.path, text))
    _strip_end(kept)
    return kept


def _strip_end(runs: list[_Run]) -> None:
    """Takes white space and line breaks from the end."""
    while runs:
        last = runs.pop()
        text = (last.text or "").rstrip()
        if text:
            runs.append(_Run(last.path, text))
            return


def _built(runs: Iterable[_Run], depth: int = 0) -> Iterator[Inline]:
    for key, group in groupby(runs, lambda run: _key(run, depth)):
        if key is None:
            yield from _plain(group)
        else:
            inside = list(group)
            yield _like(inside[0].path[depth][1], tuple(_built(inside, depth + 1)))


def _key(run: _Run, depth: int) -> int | None:
    return run.path[depth][0] if len(run.path) > depth else None


def _plain(runs: Iterable[_Run]) -> Iterator[Inline]:
    for is_break, group in groupby(runs, lambda run: run.text is None):
        if is_break:
            yield LineBreak()
        else:
            yield Text("".join(run.text or "" for run in group))


def _like(wrapper: Wrapper, inlines: tuple[Inline, ...]) -> Inline:
    match wrapper:
        case Link(href):
            return Link(href, inlines)
        case Strong():
            return Strong(inlines)
        case Emphasis():
            return Emphasis(inlines)
