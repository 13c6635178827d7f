"""Rules of CSS, written out."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.expressions import expression


def rule(selector: str, declarations: Iterable[str]) -> str:
    """A rule; nothing where there is nothing to declare."""
    inside = "".join(f"  {declaration};\n" for declaration in declarations)
    return f"{selector} {{\n{inside}}}\n" if inside else ""


def em(length: float, size: float) -> str:
    """A length in shares of a size in the same unit."""
    share = number(length / size)
    return "0" if share == "0" else f"{share}em"


_TRAILING = expression(r"\.?0+$")


def number(value: float) -> str:
    """A number to four places, without what says nothing."""
    text = _TRAILING.sub("", f"{value:.4f}")
    return "0" if text in ("", "-0", "-") else text
