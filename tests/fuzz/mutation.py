"""Mutations of markup that leave it well-formed: those of bytes hardly get past the parser."""

from __future__ import annotations

import random  # noqa: TID251 - what it gives is told by the fuzzer's seed
from collections.abc import Callable

from lxml import etree

Element = etree._Element

# Of numbers, measures, colours, names and targets, what nobody means.
_ODD = ("", "0", "-1", "1.5", "99999999999999999999", "NaN", "x", "a b", "é\u202e", "../../x", "%")
_MOST = 8  # changes at once


def mutated_part(data: bytes, most: int, seed: int) -> bytes | None:
    """A named part with some elements and attributes changed; None where it is no markup."""
    name, _, content = data.partition(b"\n")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None
    chance = random.Random(seed)
    for _ in range(chance.randint(1, _MOST)):
        chance.choice(_CHANGES)(root, chance)
    made = name + b"\n" + etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made if len(made) <= most else None


def _any(root: Element, chance: random.Random) -> Element:
    return chance.choice([each for each in root.iter() if isinstance(each.tag, str)])


def _drop(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repeat(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    parent = element.getparent()
    if parent is not None:
        parent.insert(chance.randint(0, len(parent)), _copied(element))


def _nest(root: Element, chance: random.Random) -> None:
    _any(root, chance).append(_copied(_any(root, chance)))


def _rename(root: Element, chance: random.Random) -> None:
    _any(root, chance).tag = _any(root, chance).tag


def _say_otherwise(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    if element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(_ODD))


def _say_as_another(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    for name, value in _any(root, chance).attrib.items():
        element.set(name, value)


def _say_nothing(root: Element, chance: random.Random) -> None:
    element = _any(root, chance)
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def _copied(element: Element) -> Element:
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    assert isinstance(copy, Element)
    return copy


_CHANGES: tuple[Callable[[Element, random.Random], None], ...] = (
    _drop, _repeat, _nest, _rename, _say_otherwise, _say_as_another, _say_nothing,
)  # fmt: skip
