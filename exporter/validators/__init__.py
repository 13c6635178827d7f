"""Reference validators, where this machine has them."""

from exporter.validators.docx import VALIDATORS as _DOCX
from exporter.validators.epub import VALIDATORS as _EPUB
from exporter.validators.kinds import kind
from exporter.validators.pdf import VALIDATORS as _PDF
from exporter.validators.verdict import Judge, Validator, Verdict

VALIDATORS: tuple[Validator, ...] = (*_PDF, *_EPUB, *_DOCX)

__all__ = ["VALIDATORS", "Judge", "Validator", "Verdict", "kind"]
