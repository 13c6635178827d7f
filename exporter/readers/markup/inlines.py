"""What stands within a passage: emphasis, links, line breaks; what has no counterpart is words."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree

from exporter.diagnostics import Lines
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text
from exporter.readers.markup import elements
from exporter.readers.markup.figures import source_of
from exporter.readers.remarks import Remarks
from exporter.readers.xml import descendants, line_of, local, text_of

_LONGEST = 200


class Inlines:
    """The inlines of elements, white space as sent."""

    def __init__(self, remarks: Remarks, place: Lines | None = None) -> None:
        self._remarks = remarks
        self._place = place
        self._without: Container[etree._Element] = ()

    def of(
        self, element: etree._Element, without: Container[etree._Element] | None = None
    ) -> list[Inline]:
        """The inlines in an element; those of the elements in `without` are passed over."""
        if without is not None:
            self._without = without
        found: list[Inline] = [Text(element.text or "")]
        for each in element:
            found += self.one(each)
            # Two fields side by side are set apart by a style sheet.
            apart = _is_field(each) and not each.tail and _is_field(each.getnext())
            found.append(Text(" " if apart else each.tail or ""))
        return found

    def one(self, element: etree._Element) -> Iterator[Inline]:
        """The inlines that an element is, its tail left out."""
        name = local(element).lower()
        if self._without and element in self._without:
            return
        if name in elements.UNREAD:
            self._report(element, name)
        elif name in elements.LINE_BREAKS:
            yield from (LineBreak(), *self.of(element))
        elif name == "q":
            # HTML supplies the marks; typography makes them the language's own.
            yield from (Text('"'), *self.of(element), Text('"'))
        elif name in elements.FIGURES:
            self._report_picture(element, name)
            yield from (Text(" "), *self.of(element), Text(" "))
        elif name in elements.BLOCKS:
            # Where the model has running text only: blocks are words with white space around.
            yield from (Text(" "), *self.of(element), Text(" "))
        else:
            if not text_of(element).strip():
                self.report_link(element)
            yield from around(element, tuple(self.of(element)))

    def report_link(self, element: etree._Element) -> None:
        """Tell where an element leads, if it does, that has no words to lead there."""
        href = _address(element)
        if href:
            self._remarks.add("R047", self._lines(element), element="a", what=href[:_LONGEST])

    def _report(self, element: etree._Element, name: str) -> None:
        """What is for programs, not for readers."""
        words = " ".join(text_of(element).split()) or element.get("src") or element.get("href")
        if words:
            self._remarks.add("R047", self._lines(element), element=name, what=words[:_LONGEST])

    def _report_picture(self, element: etree._Element, name: str) -> None:
        """A picture where the model has running text only, such as a cell; its words stay."""
        if name == "figure":  # the picture is within it
            return
        image = next(descendants(element, "media-reference"), element)
        what = " ".join(filter(None, reversed(source_of(image))))
        if what:
            self._remarks.add("R047", self._lines(element), element=name, what=what[:_LONGEST])

    def _lines(self, element: etree._Element) -> Lines:
        first = line_of(element)
        return self._place or Lines(first, first)


def around(element: etree._Element, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines with the stress, or the link, of the element that they stand in."""
    name = local(element).lower()
    if name in elements.EMPHASIS:
        # NITF has one element for stress, which a class may make stronger.
        strong = (element.get("class") or "") in ("strong", "bold")
        return ((Strong if strong else Emphasis)(inlines),)
    if name in elements.STRONG:
        return (Strong(inlines),)
    href = _address(element)
    return (Link(href, inlines),) if href else inlines


def _address(element: etree._Element) -> str:
    """Where a link leads; empty for any other element."""
    is_link = local(element).lower() in elements.LINKS
    return " ".join((element.get("href") or "").split()) if is_link else ""


def _is_field(element: etree._Element | None) -> bool:
    if element is None:
        return False
    name = local(element).lower()
    return name in elements.FIELDS or (name == "span" and bool(element.get("class")))
