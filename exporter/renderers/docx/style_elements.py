"""One named style as an element of word/styles.xml."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.renderers.docx.markup import Element, W, in_order, w
from exporter.renderers.docx.names import style_id
from exporter.values import Value

NORMAL = "Normal"
# Where a style stands in Word's lists: the lower, the earlier.
_PARAGRAPH_PRIORITY = 9
_CHARACTER_PRIORITY = 20
_TABLE_PRIORITY = 59
_FURNITURE_PRIORITY = 98


class NamedStyle(Value):
    """A style by the name that Word shows, and the role that it is made from.

    `built_in` makes Word's own style of that name ours. `based_on`, `next` and `link` are
    identifiers; `contextual` leaves no space between two paragraphs of the style; `outline` is
    the level in the navigation pane, from 0. `furniture` is for the page and not for writers: it
    stays out of Word's gallery.
    """

    name: str
    role: str
    built_in: bool = False
    based_on: str = NORMAL
    next: str | None = None
    link: str | None = None
    contextual: bool = False
    outline: int | None = None
    furniture: bool = False

    @property
    def id(self) -> str:
        """What paragraphs and runs refer to it by."""
        return style_id(self.name)


def paragraph_style(
    named: NamedStyle, paragraph: Iterable[Element | None], run: Iterable[Element] = ()
) -> Element:
    """Paragraph style with the given properties."""
    heading = [] if named.outline is None else [w("keepLines"), w("outlineLvl", val=named.outline)]
    close = [w("contextualSpacing")] if named.contextual else []
    return _style(
        named, "paragraph",
        w("basedOn", val=named.based_on),
        w("next", val=named.next) if named.next else None,
        w("link", val=named.link) if named.link else None,
        *_place(named, _PARAGRAPH_PRIORITY),
        _properties("pPr", [*paragraph, *heading, *close]),
        _properties("rPr", run),
    )  # fmt: skip


def character_style(named: NamedStyle, run: Iterable[Element]) -> Element:
    """Character style with the given properties."""
    return _style(
        named, "character",
        w("basedOn", val="DefaultParagraphFont"),
        w("link", val=named.link) if named.link else None,
        *_place(named, _CHARACTER_PRIORITY),
        _properties("rPr", run),
    )  # fmt: skip


def table_style(named: NamedStyle, *properties: Element) -> Element:
    """Table style with the given properties."""
    return _style(
        named, "table",
        w("basedOn", val=named.based_on),
        w("uiPriority", val=_TABLE_PRIORITY),
        *properties,
    )  # fmt: skip


def _place(named: NamedStyle, priority: int) -> tuple[Element, ...]:
    if named.furniture:
        return (w("uiPriority", val=_FURNITURE_PRIORITY),)
    return (w("uiPriority", val=priority), w("qFormat"))


def _properties(tag: str, given: Iterable[Element | None]) -> Element | None:
    element = in_order(tag, given)
    return element if len(element) else None


def _style(named: NamedStyle, kind: str, *children: Element | None) -> Element:
    element = w("style", w("name", val=named.name), *children, type=kind, styleId=named.id)
    if not named.built_in:
        element.set(f"{W}customStyle", "1")
    return element
