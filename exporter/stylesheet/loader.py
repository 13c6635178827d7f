"""Styles by their names, each built once for as long as its files stay as they are."""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import Diagnostic
from exporter.stylesheet.builder import Builder
from exporter.stylesheet.source import Files, find, load_source, nested, state
from exporter.stylesheet.tokens import Stylesheet
from exporter.values import Value

# A house has a handful.
_MOST_KEPT = 32


def load(name: str) -> tuple[Stylesheet, tuple[Diagnostic, ...]]:
    """The style of a built-in name or a path, with warnings; StyleError when it cannot be used."""
    path = find(name)
    kept = _KEPT.get(path)
    if kept is None or any(state(file) != before for file, before in kept.files.items()):
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[path] = _loaded(path)
    return kept.style, kept.warnings


class _Loaded(Value):
    """A style with its warnings, and the state of each file that it is made of.

    One whose ancestor, logo or font has changed is read again: its digest is of them all.
    """

    style: Stylesheet
    warnings: tuple[Diagnostic, ...]
    files: Files


# The styles that were read before, by their paths.
_KEPT: dict[Path, _Loaded] = {}


def _loaded(path: Path) -> _Loaded:
    source = load_source(str(path))
    try:
        style, warnings = Builder(source).build()
    except RecursionError as error:
        raise nested(path) from error
    fonts = {Path(file): state(Path(file)) for font in style.fonts.values() for file in font.files}
    return _Loaded(style, warnings, {**source.files, **fonts})
