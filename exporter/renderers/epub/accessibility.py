"""What the package says about the book's accessibility (EPUB Accessibility 1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import UNDETERMINED
from exporter.renderers.epub.content import Story
from exporter.renderers.epub.language import Language
from exporter.values import Value

CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
_FEATURES = (
    "structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability",
    "unlocked",
)  # fmt: skip


class Property(Value):
    """One metadata property of the package and its value."""

    name: str
    value: str


def accessibility(story: Story, language: Language, generator: str) -> Iterator[Property]:
    """The properties, none claiming more than what is known of the story's pictures and language.

    A claim of conformance names who makes it: the program, for the way in which it builds books.
    """
    described = not story.undescribed
    yield Property("schema:accessMode", "textual")
    if story.pictures:
        yield Property("schema:accessMode", "visual")
        yield Property("schema:accessModeSufficient", "textual,visual")
    if described:
        yield Property("schema:accessModeSufficient", "textual")
        yield Property("schema:accessibilityFeature", "alternativeText")
    for feature in _FEATURES:
        yield Property("schema:accessibilityFeature", feature)
    if story.pages:
        yield Property("schema:accessibilityFeature", "pageBreakMarkers")
        yield Property("schema:accessibilityFeature", "pageNavigation")
    moving = any(picture.may_move for picture in story.pictures)
    yield Property("schema:accessibilityHazard", "unknown" if moving else "none")
    shortfalls = tuple(_shortfalls(story, language))
    yield Property("schema:accessibilitySummary", _summary(shortfalls))
    if not shortfalls:
        yield Property("dcterms:conformsTo", CONFORMS_TO)
        yield Property("a11y:certifiedBy", generator)


def _shortfalls(story: Story, language: Language) -> Iterator[str]:
    if story.undescribed:
        yield "some of its pictures came without a description"
    if any(picture.may_move for picture in story.pictures):
        yield "some of its pictures may move"
    if language.tag == UNDETERMINED:
        yield "its language is not known"


def _summary(shortfalls: tuple[str, ...]) -> str:
    text = (
        "The story is text with headings, lists and tables marked as such, in reading order, with "
        "a table of contents; it takes the reader's own type, size and colours."
    )
    if shortfalls:
        return f"{text} No conformance is claimed: {', and '.join(shortfalls)}."
    return f"{text} The claim of conformance rests on how the file was built, not on inspection."
