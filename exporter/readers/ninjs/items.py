"""The news object in a JSON value that is a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exporter.diagnostics import ReadError, diagnose
from exporter.readers.choice import in_language
from exporter.readers.ninjs.forms import Item, bodies, string
from exporter.readers.raw import RawStory

# What is no text (ninjs 3.0, newsObjectType).
_OTHERS = {
    "audio": "a recording",
    "video": "a film",
    "picture": "a picture",
    "graphic": "a graphic",
    "composite": "a package of items",
    "component": "a component",
    "event": "an event",
    "planning": "a planning item",
}
_HINT = "give the item that holds the text"


def story_in(value: Any, raw: RawStory) -> Item:
    """The one item that is a text; ReadError when there is none, and when there are several."""
    items = [lowered(item) for item in _unwrapped(value)]
    texts = [item for item in items if kind_of(item) == "text"]
    texts = in_language(texts, lambda item: string(item.get("language")), raw.language)
    if len(texts) == 1:
        return texts[0]
    if texts:
        which = ", ".join(str(item.get("language") or "?")[:20] for item in texts[:9])
        raise ReadError(diagnose("R043", source=raw.name, count=len(texts), which=which))
    kinds = [_OTHERS.get(kind_of(item), repr(kind_of(item)[:40])) for item in items]
    what = kinds[0] if len(kinds) == 1 else f"a list of {len(items)} items, none of them text"
    raise ReadError(diagnose("R042", source=raw.name, what=what, hint=_HINT))


def _unwrapped(value: Any) -> Iterator[dict[str, Any]]:
    """The news objects in what an interface answers: a list, or an object around them."""
    if isinstance(value, list):
        for each in value:
            yield from _unwrapped(each)
    elif isinstance(value, dict):
        inner = next((value[key] for key in ("data", "items", "item") if key in value), None)
        if isinstance(inner, dict | list):
            yield from _unwrapped(inner)
        else:
            yield value


def lowered(item: Item) -> Item:
    """The fields by names in small letters: 2.x writes pubstatus where 3.x has pubStatus."""
    return {str(key).lower(): value for key, value in item.items()}


def kind_of(item: Item) -> str:
    """The type of an item; one that names none, or one of its own, is what it holds."""
    kind = str(item.get("type") or "text").lower()
    if kind in _OTHERS or "eventdetails" in item:
        return kind if kind in _OTHERS else "event"
    return "text" if kind == "text" or any(True for _ in bodies(item)) else kind
