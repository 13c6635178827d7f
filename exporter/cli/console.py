"""What goes to standard output and to standard error, in UTF-8 whatever the locale."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from exporter.diagnostics import Diagnostic, Severity, reason_of
from exporter.expressions import expression
from exporter.values import replace

# What a terminal obeys or reorders by instead of showing it.
_UNSHOWN = expression("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_QUIET = (Severity.ERROR,)
_NORMAL = (Severity.ERROR, Severity.WARNING)
_VERBOSE = tuple(Severity)
_MOST_ABOUT_STYLE = 1000


def prepare_streams() -> None:
    """Make both streams able to take any text, also where the caller has closed them."""
    sys.stdout = _utf8(sys.stdout, "surrogateescape")
    sys.stderr = _utf8(sys.stderr, "backslashreplace")


def _utf8(stream: TextIO | None, errors: str) -> TextIO:
    if stream is None:
        return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors=errors)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)
    return stream


class StandardOutputError(Exception):
    """Standard output takes no more; `reader_left` tells a closed pipe from a fault."""

    def __init__(self, error: OSError) -> None:
        super().__init__(reason_of(error))
        self.reader_left = isinstance(error, BrokenPipeError)


def put_line(text: str) -> None:
    """Print a line to standard output at once; names keep the bytes that are not UTF-8."""
    with standard_output() as stream:
        stream.write(text + "\n")


def put_json(value: object) -> None:
    """Print a value as one line of JSON, a lone surrogate as its escape."""
    import json

    text = json.dumps(value, ensure_ascii=False)
    put_line(text.encode("utf-8", "backslashreplace").decode())


def put_bytes(content: bytes) -> None:
    """Write a file's content to standard output."""
    with standard_output() as stream:
        stream.buffer.write(content)


def flush() -> None:
    """Make sure that all has been printed; StandardOutputError."""
    with standard_output():
        pass


@contextlib.contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output to write to, flushed at the end; StandardOutputError."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        raise StandardOutputError(error) from error


def say(text: str) -> None:
    """Print a line for people to standard error."""
    sys.stderr.write(visible(text) + "\n")
    sys.stderr.flush()


def visible(text: str) -> str:
    """Text with an escape for each character that a terminal would obey or reorder by."""
    return _UNSHOWN.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


class Narrator:
    """Tells people about diagnostics: as many as they want to hear, and a style's only once."""

    def __init__(
        self, *, quiet: bool = False, verbose: bool = False, say: Callable[[str], None] = say
    ) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.say = say
        self._heard = _QUIET if quiet else _VERBOSE if verbose else _NORMAL
        self._about_style: set[Diagnostic] = set()

    def tell(self, diagnostics: Iterable[Diagnostic], source: str | None = None) -> None:
        """Print the diagnostics, those of a story under the name that the user knows it by."""
        for diagnostic in dict.fromkeys(diagnostics):
            if diagnostic.severity in self._heard and not self._told(diagnostic):
                named = replace(diagnostic, source=source) if diagnostic.source else diagnostic
                self.say(str(named if source else diagnostic))
                if diagnostic.hint:
                    self.say(f"  hint: {diagnostic.hint}")

    def _told(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic that is about no story has been told before."""
        if diagnostic.source is not None:
            return False
        if len(self._about_style) == _MOST_ABOUT_STYLE:  # a watch goes on for days
            self._about_style.clear()
        told = diagnostic in self._about_style
        self._about_style.add(diagnostic)
        return told
