"""Copyright notices."""

from __future__ import annotations

from exporter.expressions import expression

_NOTICE = expression(
    r"(?:©|\([cC]\)|c\.|[Cc]opyright|COPYRIGHT)\s*(?:©\s*|\([cC]\)\s*)?\d{4}\b.{0,300}"
    r"|©\s*[^\W\d].{0,160}"
    r"|(?:[Cc]opyright|COPYRIGHT|\([cC]\))\s*(?:©|\([cC]\)|by)\s*[^\W\d].{0,60}?\d{4}\b.{0,160}"
)


def is_copyright(text: str) -> bool:
    """Whether a line is a notice and nothing else: ``c.1998 N.Y. Times News Service``."""
    return _NOTICE.fullmatch(text) is not None
