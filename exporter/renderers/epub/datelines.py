"""Datelines, with what they name set apart: the places to the eye, the date to a machine."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Dateline, Document
from exporter.renderers.contract import RenderOptions
from exporter.renderers.epub.markup import Markup
from exporter.renderers.epub.pagebreaks import PageBreak, stretch


class Dates:
    """Writes a story's dateline, and its date wherever it stands."""

    def __init__(self, document: Document, options: RenderOptions, markup: Markup) -> None:
        dateline = document.dateline
        self._written = dateline.date if dateline and options.dateline_date else None
        self._day = options.dateline_date.date().isoformat() if options.dateline_date else ""
        self._markup = markup

    def dated(self, text: str) -> str:
        """A passage that is the date of the dateline, as a time that a machine can read."""
        words = self._markup.passage(text)
        return self._time(words) if text == self._written else words

    def dateline(self, dateline: Dateline, breaks: tuple[PageBreak, ...]) -> str:
        """The dateline, its places and region in the dateline's role; `breaks` are its pages'."""
        parts = []
        for begin, end, kind in self._parts(dateline):
            words = stretch(dateline.text[begin:end], begin, breaks, self._markup.text)
            if kind == "places":
                words = f'<span class="dateline">{words}</span>'
            parts.append(self._time(words) if kind == "date" else words)
        return "".join(parts)

    def _parts(self, dateline: Dateline) -> Iterator[tuple[int, int, str]]:
        """The dateline's characters in order: first and last of each part, and what it is."""
        found = [(*dateline.named, "places")] if dateline.named[1] else []
        if (date := self._date_in(dateline)) is not None:
            found.append((*date, "date"))
        at = 0
        for begin, end, kind in sorted(found):
            yield at, begin, ""
            yield begin, end, kind
            at = end
        yield at, len(dateline.text), ""

    def _date_in(self, dateline: Dateline) -> tuple[int, int] | None:
        """Where the date stands, outside of what the dateline names."""
        if not self._written:
            return None
        first, last = dateline.named
        begin = dateline.text.find(self._written, last)
        if begin < 0:
            begin = dateline.text.rfind(self._written, 0, first)
        return None if begin < 0 else (begin, begin + len(self._written))

    def _time(self, words: str) -> str:
        return f'<time datetime="{self._day}">{words}</time>'
