"""Which addresses a book may link to."""

from __future__ import annotations

import re

from exporter.addresses import usable
from exporter.expressions import expression

_FRAGMENT = expression(r"#([A-Za-z][\w.-]*)", re.ASCII)


def address(href: str, targets: frozenset[str] = frozenset()) -> str | None:
    """The address as a valid URL; None when it may not be a link.

    Links are those of every format, and `targets`, the identifiers of the document itself.
    """
    inside = _FRAGMENT.fullmatch(href.strip())
    if inside is not None:
        return href.strip() if inside[1] in targets else None
    return usable(href)
