"""The language of a document as EPUB states it, and which way it runs."""

from __future__ import annotations

from exporter.model import UNDETERMINED, Document, is_language_tag, is_right_to_left
from exporter.model.characters import first_direction
from exporter.stylesheet import Stylesheet
from exporter.values import Value


class Language(Value):
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
    if tag is None or not is_language_tag(tag):
        return Language(UNDETERMINED, right_to_left=False)
    return Language(tag, is_right_to_left(tag))


def spoken(document: Document) -> Language:
    """The document's language; where it is not known, the direction is that of its title."""
    found = language(document.language)
    if found.tag != UNDETERMINED:
        return found
    return Language(UNDETERMINED, first_direction(document.title) != "L")


def house_attributes(document: Document, stylesheet: Stylesheet) -> str:
    """Attributes for the house's words: empty where they are in the document's own language.

    A part in another language says so (WCAG 3.1.2).
    """
    found = spoken(document)
    primary = found.tag.split("-")[0].lower()
    if primary in stylesheet.terms:
        return ""
    direction = ' dir="ltr"' if found.right_to_left else ""
    return f' lang="en" xml:lang="en"{direction}'
