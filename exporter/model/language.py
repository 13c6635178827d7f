"""Language tags: their form, and which way their lines run."""

from __future__ import annotations

import re

from exporter.expressions import expression

# Language, script, region, variants, private use (BCP 47, 2.1). Extensions and tags that are
# private as a whole are left out: no reading system knows what to do with them.
_TAG = expression(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
# The longest that a registered tag can be with private use left out (BCP 47, 4.4.1).
_LONGEST = 84
# BCP 47's word for a language that is not known.
UNDETERMINED = "und"
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_SCRIPT_LETTERS = 4


def is_language_tag(text: str) -> bool:
    """Whether the text has the form of a language tag that documents can carry."""
    return len(text) <= _LONGEST and _TAG.fullmatch(text) is not None


def is_right_to_left(tag: str) -> bool:
    """Whether lines in the language, or in the script that the tag names, run to the left."""
    primary, *rest = tag.lower().split("-")
    scripts = [part for part in rest[:1] if len(part) == _SCRIPT_LETTERS and part.isalpha()]
    return scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else primary in _RIGHT_TO_LEFT
