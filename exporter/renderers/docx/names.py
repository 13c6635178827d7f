"""Names of styles and what paragraphs and runs refer to them by."""

from __future__ import annotations

from functools import cache


@cache
def style_id(name: str) -> str:
    """The identifier of the style that Word shows under the name: "Body Text" is BodyText."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())
