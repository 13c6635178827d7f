"""Real lists: word/numbering.xml, its levels, and a count of its own for each numbered list."""

from __future__ import annotations

from docx.oxml.parser import parse_xml

from exporter.renderers.docx.markup import Element, part_root, serialise, w
from exporter.renderers.docx.names import style_id
from exporter.renderers.docx.roles import Specimen
from exporter.stylesheet import Role

LISTS = "word/numbering.xml"
# The levels that Word knows (ISO/IEC 29500-1, 17.9.6).
LEVELS = 9
# The two definitions, and the lists that the styles themselves belong to.
BULLETS = 1
NUMBERS = 2
_BULLET = "•"
# What "10." and the white behind it take, and that white alone, in ems of the list's type.
_NUMBER, _BEFORE_TEXT = 1.75, 0.35
_NAMES = {BULLETS: "List Bullet", NUMBERS: "List Number"}


def list_style(kind: int) -> str:
    """The name of the style of a kind of list."""
    return _NAMES[kind]


def place(level: int, number: int) -> Element:
    """The numbering of an item: its level, counted from 0, in the list of the number."""
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def definitions(specimen: Specimen) -> bytes:
    """word/numbering.xml of a story without numbered lists: what lists look like at each level."""
    kinds = (BULLETS, NUMBERS)
    return serialise(
        part_root(
            "numbering",
            *(_definition(specimen, kind) for kind in kinds),
            *(_list(kind, kind) for kind in kinds),
        )
    )


class Numbering:
    """The numbered lists of one document."""

    def __init__(self) -> None:
        self._lists: list[Element] = []

    def new_list(self) -> int:
        """The number of another list, which begins with 1 again."""
        number = NUMBERS + len(self._lists) + 1
        restarts = [
            w("lvlOverride", w("startOverride", val=1), ilvl=level) for level in range(LEVELS)
        ]
        self._lists.append(_list(number, NUMBERS, *restarts))
        return number

    def __bool__(self) -> bool:
        """Whether there is a numbered list."""
        return bool(self._lists)

    def part(self, definitions: bytes) -> bytes:
        """word/numbering.xml with these lists."""
        root = parse_xml(definitions)
        root.extend(self._lists)
        return serialise(root)


def _list(number: int, kind: int, *overrides: Element) -> Element:
    return w("num", w("abstractNumId", val=kind), *overrides, numId=number)


def _definition(specimen: Specimen, kind: int) -> Element:
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel"),
        *(_level(specimen, kind, level) for level in range(LEVELS)),
        abstractNumId=kind,
    )


def _level(specimen: Specimen, kind: int, level: int) -> Element:
    role = specimen.role("list")
    bullet = kind == BULLETS
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet" if bullet else "decimal"),
        w("pStyle", val=style_id(list_style(kind))) if level == 0 else None,
        w("lvlText", val=_BULLET if bullet else f"%{level + 1}."),
        w("lvlJc", val="left" if bullet else "right"),
        w("pPr", _indent(role, level) if bullet else _indent_of_number(role, level)),
        w("rPr", specimen.fonts(role.font)),
        ilvl=level,
    )


def _indent(role: Role, level: int) -> Element:
    """A step further in for each level, the marker hanging in the step."""
    step = max(role.left_indent.twips or role.size.twips, 0)
    hang = step - role.first_indent.twips
    opening = {"hanging": hang} if hang >= 0 else {"firstLine": -hang}
    return w("ind", left=step * (level + 1), right=role.right_indent.twips, **opening)


def _indent_of_number(role: Role, level: int) -> Element:
    """A step that two figures and their stop fit, the number ending a little before the text."""
    step = max(role.left_indent.twips, round(_NUMBER * role.size.twips))
    hang = round(_BEFORE_TEXT * role.size.twips)
    return w("ind", left=step * (level + 1), right=role.right_indent.twips, hanging=hang)
