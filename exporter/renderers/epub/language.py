"""The language of a document as EPUB states it, and which way it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.model import Document
from exporter.stylesheet import Stylesheet

# Language, script, region, variants, private use (BCP 47, 2.1). Extensions and tags that are
# private as a whole are left out: no reading system knows what to do with them.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
# BCP 47's word for a language that is not known.
UNDETERMINED = "und"
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_SCRIPT_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag that EPUB can carry, and whether its lines run from right to left."""

    tag: str
    right_to_left: bool

    @property
    def direction(self) -> str:
        """The base direction as HTML and the package name it."""
        return "rtl" if self.right_to_left else "ltr"

    @property
    def attributes(self) -> str:
        """The attributes that state the language on a document's root."""
        direction = ' dir="rtl"' if self.right_to_left else ""
        return f' lang="{self.tag}" xml:lang="{self.tag}"{direction}'


def language(tag: str | None) -> Language:
    """Language of a tag: undetermined where it is absent or not well-formed."""
    if tag is None or _TAG.fullmatch(tag) is None:
        return Language(UNDETERMINED, right_to_left=False)
    primary, *rest = tag.lower().split("-")
    scripts = [part for part in rest[:1] if len(part) == _SCRIPT_LETTERS and part.isalpha()]
    if scripts:
        return Language(tag, scripts[0] in _RIGHT_TO_LEFT_SCRIPTS)
    return Language(tag, primary in _RIGHT_TO_LEFT)


def house_attributes(document: Document, stylesheet: Stylesheet) -> str:
    """Attributes for the house's words: empty where they are in the document's own language.

    A part in another language says so (WCAG 3.1.2).
    """
    primary = language(document.language).tag.split("-")[0].lower()
    if primary in stylesheet.terms:
        return ""
    direction = ' dir="ltr"' if language(document.language).right_to_left else ""
    return f' lang="en" xml:lang="en"{direction}'
