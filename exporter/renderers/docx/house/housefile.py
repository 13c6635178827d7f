"""What a template gives: styles, lists, theme, settings, its page, heads and feet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from exporter.renderers.contract import HouseTemplate
from exporter.renderers.docx.house.carrying import Carried, carried, carried_markup
from exporter.renderers.docx.house.opening import TemplateError, main_part_of, parsed
from exporter.renderers.docx.markup import Element, R, W, part_root, serialise
from exporter.values import Value

# A house has a few templates.
_MOST_KEPT = 4
# ISO/IEC 29500-1, 17.3.2.38, and 17.18.42: 10 pt, and no more than 1638.
_WORDS_OWN_SIZE, _LARGEST_SIZE = 20, 3276
_BESIDE = (RT.THEME, RT.FONT_TABLE)
# What holds for how pages look; anything else in the settings is about the template's own text,
# its protection, or where it came from (ISO/IEC 29500-1, 17.15.1).
_KEPT_SETTINGS = (
    "zoom", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
    "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting",
    "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "characterSpacingControl",
    "noLineBreaksAfter", "noLineBreaksBefore", "compat", "themeFontLang", "clrSchemeMapping",
    "decimalSymbol", "listSeparator",
)  # fmt: skip
_KEPT_SECTION = (
    "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgBorders", "lnNumType",
    "pgNumType", "cols", "vAlign", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
)  # fmt: skip


class Furnishing(Value):
    """A head or a foot, and the pages that it is for: default, first or even."""

    kind: str
    pages: str
    carried: Carried


class HouseFile(Value):
    """A template, opened. Its trees are not to be changed; `body_size` is in half-points."""

    styles: Element
    body_size: int
    numbering: Element | None
    numbering_part: Carried | None
    settings: bytes
    even_and_odd: bool
    beside: tuple[tuple[str, Carried], ...]
    section: Element | None
    furnishings: tuple[Furnishing, ...]
    has_text: bool


_kept: dict[str, HouseFile] = {}


def house_file(template: HouseTemplate) -> HouseFile:
    """The template, opened once; RenderError when it cannot be used."""
    digest = hashlib.sha256(template.content).hexdigest()
    if digest not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        try:
            _kept[digest] = _opened(main_part_of(template.content))
        except TemplateError as error:
            raise error.told(template.name) from error
    return _kept[digest]


def _opened(main: Part) -> HouseFile:
    styles = _related(main, RT.STYLES)
    if styles is None:
        raise TemplateError("D020", reason="it has no styles")
    numbering, settings = _related(main, RT.NUMBERING), _related(main, RT.SETTINGS)
    root = parsed(main)
    body = root.find(f"{W}body")
    section = body.find(f"{W}sectPr") if body is not None else None
    kept_settings, style_tree = _settings(settings), parsed(styles)
    return HouseFile(
        styles=style_tree,
        body_size=_body_size(style_tree),
        numbering=parsed(numbering) if numbering is not None else None,
        numbering_part=carried(numbering) if numbering is not None else None,
        settings=serialise(kept_settings),
        even_and_odd=_is_on(kept_settings, "evenAndOddHeaders"),
        beside=tuple(_beside(main)),
        section=_only(section, _KEPT_SECTION) if section is not None else None,
        furnishings=tuple(_furnishings(main, section)) if section is not None else (),
        has_text=body is not None and any((t.text or "").strip() for t in body.iter(f"{W}t")),
    )


def _related(main: Part, kind: str) -> Part | None:
    for relation in main.rels.values():
        if relation.reltype == kind and not relation.is_external:
            part: Part = relation.target_part
            return part
    return None


def _beside(main: Part) -> Iterator[tuple[str, Carried]]:
    for kind in _BESIDE:
        part = _related(main, kind)
        if part is not None:
            yield kind, carried(part)


def _body_size(styles: Element) -> int:
    """The size of the style that paragraphs have by default, or of all text."""
    normal = f"{W}style[@{W}type='paragraph'][@{W}default='1']/{W}rPr/{W}sz"
    defaults = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"
    sizes = (styles.find(path) for path in (normal, defaults))
    given = (size.get(f"{W}val", "") for size in sizes if size is not None)
    found = next((int(size) for size in given if size.isdecimal()), _WORDS_OWN_SIZE)
    return min(max(found, 2), _LARGEST_SIZE)


def _settings(part: Part | None) -> Element:
    return _only(parsed(part) if part is not None else part_root("settings"), _KEPT_SETTINGS)


def _only(root: Element, tags: tuple[str, ...]) -> Element:
    """The element with only the children of these names."""
    known = {f"{W}{tag}" for tag in tags}
    for child in list(root):
        if child.tag not in known:
            root.remove(child)
    return root


def _is_on(root: Element, tag: str) -> bool:
    element = root.find(f"{W}{tag}")
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _furnishings(main: Part, section: Element) -> Iterator[Furnishing]:
    for reference in section.iter(f"{W}headerReference", f"{W}footerReference"):
        relation = main.rels.get(reference.get(f"{R}id", ""))
        if relation is None or relation.is_external:
            raise TemplateError("D020", reason="a head or foot is missing")
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        part = carried_markup(relation.target_part)
        yield Furnishing(kind, reference.get(f"{W}type", "default"), part)
