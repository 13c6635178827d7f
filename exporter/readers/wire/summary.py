"""Summaries: paragraphs above a lead that say what it says."""

from __future__ import annotations

from exporter.expressions import expression

# The beginnings of long words, which their endings do not change.
_STEM = expression(r"\b[^\W\d_]{5}")
_LEAST_SHARED = 5
# Of the stems of the shorter of the two, the share that the other repeats.
_LEAST_SHARE = 0.4


def is_summary(text: str, lead: str) -> bool:
    """Whether a text repeats so much of the lead that only a summary of it would."""
    words, others = (set(_STEM.findall(each.lower())) for each in (text, lead))
    shared = len(words & others)
    return shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * min(len(words), len(others))
