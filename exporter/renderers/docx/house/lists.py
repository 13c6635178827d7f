"""A story's lists in a template: its own bullets and numbers where its styles have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from docx.oxml.parser import parse_xml
from lxml import etree

from exporter.renderers.docx.house.stylemap import StyleMap
from exporter.renderers.docx.markup import Element, W, part_root, w
from exporter.renderers.docx.names import style_id
from exporter.renderers.docx.numbering import BULLETS, LEVELS, NUMBERS, list_style, place
from exporter.values import Value

_BULLET_ID, _NUMBER_ID = style_id(list_style(BULLETS)), style_id(list_style(NUMBERS))
# A style that is based on another, and so on: no house needs more, and a circle ends.
_LONGEST_LINE = 20


class _Place(Value):
    """A definition of lists (ISO/IEC 29500-1, 17.9.1) and a level of it."""

    definition: str
    number: str
    level: int


class HouseLists:
    """Numbers the lists of one document with a template's definitions, ours where it has none."""

    def __init__(self, theirs: Element | None, ours: bytes, styles: StyleMap) -> None:
        self.root = deepcopy(theirs) if theirs is not None else part_root("numbering")
        self._ours = parse_xml(ours)
        self._styles = styles
        self._adopted: dict[int, tuple[str, str]] = {}
        self._running: dict[str, dict[int, str]] = {}

    def settle(self, paragraphs: Iterable[Element]) -> None:
        """Give each item its style in the template, and its place in a list."""
        for element in paragraphs:
            name = element.find(f"{W}pPr/{W}pStyle")
            kind = {_BULLET_ID: BULLETS, _NUMBER_ID: NUMBERS}.get(
                name.get(f"{W}val", "") if name is not None else ""
            )
            if kind is not None and name is not None:
                self._settle(element[0], name, kind)
            else:
                self._running.clear()

    def settle_styles(self) -> None:
        """Lead our styles that were added to the template to definitions that are there."""
        for ours, kind in ((_BULLET_ID, BULLETS), (_NUMBER_ID, NUMBERS)):
            style = self._styles.added(ours)
            if style is not None:
                for number in style.iter(f"{W}numId"):
                    number.set(f"{W}val", self._ours_as(kind).number)

    def _settle(self, properties: Element, name: Element, kind: int) -> None:
        given = properties.find(f"{W}numPr")
        level = int(_value(given, "ilvl") or 0) if given is not None else 0
        list_number = _value(given, "numId") if given is not None else ""
        if given is not None:
            properties.remove(given)
        own = self._styles.own(f"{list_style(kind)} {level + 1}") if level else None
        base = self._styles.identifier(_BULLET_ID if kind == BULLETS else _NUMBER_ID)
        name.set(f"{W}val", own or base)
        found = self._place_of(own) if own else self._place_at(base, level)
        found = found or self._ours_as(kind, level)
        if kind == NUMBERS:
            properties.insert(1, place(found.level, int(self._count(list_number, level, found))))
        elif self._place_of(own or base) != found:
            properties.insert(1, place(found.level, int(found.number)))

    def _count(self, list_number: str, level: int, found: _Place) -> str:
        """The number of a list that begins with 1, anew for each nested run of items."""
        running = self._running.setdefault(list_number, {})
        for deeper in [each for each in running if each > level]:
            del running[deeper]
        if level not in running:
            restart = w("lvlOverride", w("startOverride", val=1), ilvl=found.level)
            running[level] = self._new_number(found.definition, restart)
        return running[level]

    # -- the template's definitions ------------------------------------------------------------

    def _place_of(self, style: str | None) -> _Place | None:
        """The list that a style puts its paragraphs into; None when it puts them into none."""
        for _ in range(_LONGEST_LINE):
            element = self._style(style)
            if element is None:
                return None
            given = element.find(f"{W}pPr/{W}numPr")
            if given is not None and _value(given, "numId"):
                return self._resolved(_value(given, "numId"), _value(given, "ilvl"), style)
            base = element.find(f"{W}basedOn")
            style = base.get(f"{W}val") if base is not None else None
        return None

    def _resolved(self, number: str, level: str, style: str | None) -> _Place | None:
        defined = {each.get(f"{W}abstractNumId") for each in self.root.iter(f"{W}abstractNum")}
        for each in self.root.iter(f"{W}num"):
            definition = _value(each, "abstractNumId")
            if each.get(f"{W}numId") == number and number != "0" and definition in defined:
                linked = self._linked_level(definition, style)
                found = int(level) if level.isdecimal() else linked
                return _Place(definition, number, min(found, LEVELS - 1))
        return None

    def _linked_level(self, definition: str, style: str | None) -> int:
        for level in self._levels(definition):
            if _value(level, "pStyle") == style:
                return int(level.get(f"{W}ilvl", "0"))
        return 0

    def _place_at(self, style: str, level: int) -> _Place | None:
        """A level of the style's definition, if it has so many."""
        base = self._place_of(style)
        if base is None or level == 0:
            return base
        known = {each.get(f"{W}ilvl") for each in self._levels(base.definition)}
        wanted = base.level + level
        return _Place(base.definition, base.number, wanted) if str(wanted) in known else None

    def _levels(self, definition: str) -> Iterator[Element]:
        for each in self.root.iter(f"{W}abstractNum"):
            if each.get(f"{W}abstractNumId") == definition:
                yield from each.iter(f"{W}lvl")

    def _style(self, identifier: str | None) -> Element | None:
        styles = self._styles.root.iter(f"{W}style")
        return next((each for each in styles if each.get(f"{W}styleId") == identifier), None)

    # -- our definitions -----------------------------------------------------------------------

    def _ours_as(self, kind: int, level: int = 0) -> _Place:
        """A level of our definition, added to the template's when it is first needed."""
        if kind not in self._adopted:
            definition = self._adopt(kind)
            self._adopted[kind] = (definition, self._new_number(definition))
        return _Place(*self._adopted[kind], level=level)

    def _adopt(self, kind: int) -> str:
        (ours,) = (
            each
            for each in self._ours.iter(f"{W}abstractNum")
            if each.get(f"{W}abstractNumId") == str(kind)
        )
        added = deepcopy(ours)
        identifier = _next(self.root, "abstractNum", "abstractNumId")
        added.set(f"{W}abstractNumId", identifier)
        if self._styles.own(list_style(kind)) is not None:
            etree.strip_elements(added, f"{W}pStyle")
        for linked in added.iter(f"{W}pStyle"):
            linked.set(f"{W}val", self._styles.identifier(linked.get(f"{W}val", "")))
        # Definitions come before the lists that use them (17.9.16), pictures before both.
        self.root.insert(_before(self.root, "num", "numIdMacAtCleanup"), added)
        return identifier

    def _new_number(self, definition: str, *overrides: Element) -> str:
        number = _next(self.root, "num", "numId")
        element = w("num", w("abstractNumId", val=definition), *overrides, numId=number)
        self.root.insert(_before(self.root, "numIdMacAtCleanup"), element)
        return number


def _value(parent: Element, tag: str) -> str:
    element = parent.find(f"{W}{tag}")
    return element.get(f"{W}val", "") if element is not None else ""


def _before(root: Element, *tags: str) -> int:
    """The position of what the schema has before these."""
    following = {f"{W}{tag}" for tag in tags}
    return next((at for at, child in enumerate(root) if child.tag in following), len(root))


def _next(root: Element, tag: str, attribute: str) -> str:
    numbers = [each.get(f"{W}{attribute}", "") for each in root.iter(f"{W}{tag}")]
    return str(max((int(each) for each in numbers if each.isdecimal()), default=0) + 1)
