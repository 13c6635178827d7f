"""PDF/X-4 structural checks (ISO 15930-7:2010), our own: no validator of it is to be had freely.

They see what a reader of the file's objects can see, each rule with its clause. The numbers are
those of the standard's table of contents; a rule whose number that does not show names the
clause of ISO 32000-1 that describes its subject. What they cannot see is how a page looks.
pikepdf reads the objects: where it is not installed, the checks are one of the missing validators.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.validators.verdict import Judge, Verdict

if TYPE_CHECKING:
    import pikepdf

    from exporter.validators.pdfx.rules import Rule

NAME = "PDF/X-4 structure"
# What pikepdf raises where a name stands in place of a dictionary, or nothing of anything.
_UNEXPECTED = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def judge() -> Judge | None:
    """The judge of files, None where pikepdf is missing."""
    try:
        import pikepdf  # noqa: F401 - only whether it is there
    except ImportError:
        return None
    return _verdicts


def violations(pdf: pikepdf.Pdf) -> list[str]:
    """What the file has against PDF/X-4, each with its clause."""
    from exporter.validators.pdfx.rules import RULES

    return [f"{rule.clause}: {said}" for rule in RULES for said in _said(rule, pdf)]


def _said(rule: Rule, pdf: pikepdf.Pdf) -> list[str]:
    """What a rule says of a file, which may be anybody's and hold anything anywhere."""
    try:
        return list(rule.check(pdf))
    except _UNEXPECTED as error:
        return [f"an object is not what it should be ({error})"]


def _verdicts(files: Sequence[Path]) -> Iterator[Verdict]:
    """Verdicts of the files that claim to be PDF/X-4: a screen's file does not."""
    import pikepdf

    from exporter.validators.pdfx.identity import claims

    for file in files:
        try:
            with pikepdf.open(file) as pdf:
                if claims(pdf):
                    found = tuple(violations(pdf))
                    yield Verdict(file, NAME, passed=not found, findings=found)
        except pikepdf.PdfError as error:
            yield Verdict(file, NAME, passed=False, findings=(str(error),))
