"""Small backends and a small typography in place of the real ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from exporter import typography
from exporter.diagnostics import Diagnostic, RenderError, Severity, diagnose
from exporter.model import Document, to_json
from exporter.renderers import FORMATS, RenderOptions, Rendition
from exporter.stylesheet import Stylesheet


@dataclass
class Call:
    """What a backend was given."""

    format: str
    document: Document
    style: Stylesheet
    options: RenderOptions


@dataclass
class Backends:
    """Backends that write down what they are given; `warn` and `fail` name formats."""

    calls: list[Call] = field(default_factory=list)
    warn: set[str] = field(default_factory=set)
    fail: set[str] = field(default_factory=set)
    crash: set[str] = field(default_factory=set)

    def renderer(self, name: str):
        def render(document, style, options) -> Rendition:
            self.calls.append(Call(name, document, style, options))
            if name in self.crash:
                raise ZeroDivisionError(name)
            if name in self.fail:
                raise RenderError(diagnose("S001", name=name, known=""))
            severity = Severity.WARNING if name in self.warn else Severity.INFO
            return Rendition(
                format=name,
                content=f"{name} {options.fingerprint} {to_json(document)}".encode(),
                media_type=FORMATS[name].media_type,
                suffix=FORMATS[name].suffix,
                pages=2 if name == "pdf" else None,
                page_map=(0, 7) if name == "pdf" else None,
                diagnostics=(Diagnostic("B001", severity, f"said by {name}"),),
            )

        return render

    def options(self, name: str) -> RenderOptions:
        return next(call.options for call in self.calls if call.format == name)


@pytest.fixture
def backends(monkeypatch) -> Backends:
    """The backends that this test's exports reach."""
    found = Backends()
    monkeypatch.setattr("exporter.pipeline.press.renderer", found.renderer)
    monkeypatch.setattr(typography, "refine", _refine, raising=False)
    monkeypatch.setattr(typography, "hyphenator", lambda language: _hyphens, raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return found


def _refine(document, house):
    changed = Diagnostic("T000", Severity.INFO, "a hyphen was set as a dash")
    abstract = tuple(replace(part, text=part.text.replace("--", "–")) for part in document.abstract)
    return replace(document, abstract=abstract), (changed,)


def _hyphens(word: str) -> tuple[int, ...]:
    return ()
