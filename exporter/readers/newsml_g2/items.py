"""The item in a file of NewsML-G2 that is a text."""

from __future__ import annotations

from lxml import etree

from exporter.diagnostics import ReadError, diagnose
from exporter.readers.choice import in_language
from exporter.readers.raw import RawStory
from exporter.readers.xml import XML_LANGUAGE, child, children, local, text_of

# What the items are that hold no story, by the names of their elements.
_OTHERS = {
    "packageItem": "a package of items",
    "groupSet": "a part of a package",
    "planningItem": "a planning item",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "catalogItem": "a catalogue of code lists",
}
HINT = "give the item that holds the text"


def items_in(root: etree._Element) -> list[etree._Element]:
    """The items of a file, which is one or a message of them."""
    if local(root) != "newsMessage":
        return [root]
    return [item for each in children(root, "itemSet") for item in children(each)]


def story_in(root: etree._Element, raw: RawStory) -> etree._Element:
    """The one item that is a text; ReadError when there is none, and when there are several."""
    items = items_in(root)
    stories = [item for item in items if _is_text(item)]
    stories = in_language(stories, language_of, raw.language)
    if len(stories) == 1:
        return stories[0]
    if stories:
        which = ", ".join(filter(None, map(language_of, stories))) or "of unknown languages"
        raise ReadError(diagnose("R043", source=raw.name, count=len(stories), which=which))
    what = _what(items[0]) if items else "a message without items"
    raise ReadError(diagnose("R042", source=raw.name, what=what, hint=HINT))


def _is_text(item: etree._Element) -> bool:
    """Whether an item is a text that is in the file, or may be."""
    if local(item) != "newsItem" or _class_of(item) != "text":
        return False
    return any(child(item, name) is not None for name in ("itemMeta", "contentSet"))


def _what(item: etree._Element) -> str:
    name = local(item)
    if name != "newsItem":
        return _OTHERS.get(name, f"a {name[:40]}")
    return f"a {_class_of(item)[:40]} item"


def _class_of(item: etree._Element) -> str:
    """What an item is; one that does not say is text (NewsML-G2, itemClass is mandatory)."""
    return code(child(item, "itemMeta", "itemClass")) or "text"


def name_of(item: etree._Element) -> str:
    """What an item is, and its headline."""
    words = text_of(child(item, "contentMeta", "headline")) or text_of(
        child(item, "itemMeta", "title")
    )
    return f"{_what(item)} {' '.join(words.split())}"


def code(element: etree._Element | None) -> str:
    """The last part of a code: ``text`` of ``ninat:text`` and of a URI that ends so."""
    if element is None:
        return ""
    value = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return value.strip().rpartition(":")[2].rpartition("/")[2]


def language_of(item: etree._Element) -> str:
    """The language of the content, else of the item."""
    tag = child(item, "contentMeta", "language")
    return (tag.get("tag") if tag is not None else None) or item.get(XML_LANGUAGE) or ""
