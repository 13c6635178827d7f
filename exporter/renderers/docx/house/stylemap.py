"""Our named styles as a template has them, by name; what it lacks is taken from the stylesheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree

from exporter.renderers.docx.markup import Element, W

# What else a template may call it: the first that it has stands in. A house sets its text in
# Normal as often as in Body Text.
_STAND_INS: Mapping[str, tuple[str, ...]] = {
    "Title": ("heading 1",),
    "Derived Title": ("Title", "heading 1"),
    "Body Text": ("Normal",),
    "Body Text First Indent": ("Body Text", "Normal"),
    "Quote": ("Block Text",),
    "Quote 2": ("Quote", "Block Text"),
    "Note to Editors Label": ("Label",),
    "Picture Description": ("caption",),
    "Figure": (),
    "Figure Alone": ("Figure",),
}  # fmt: skip
# Word's own styles that a house's look is made of: that one is missing is worth a warning.
_EXPECTED = (
    "Title", "Subtitle", "heading 2", "List Bullet", "List Number", "Quote", "caption"
)  # fmt: skip
# The references of a style to others (ISO/IEC 29500-1, 17.7.4).
_REFERENCES = tuple(f"{W}{tag}" for tag in ("basedOn", "next", "link"))

Key = tuple[str, str]


class StyleMap:
    """From our styles' identifiers to those of a template's styles, or of styles added to them."""

    def __init__(self, theirs: Element, ours: Iterable[Element]) -> None:
        self.root = deepcopy(theirs)
        self._known = _by_name(self.root)
        self._taken = {style.get(f"{W}styleId", "") for style in self.root.iter(f"{W}style")}
        self._ours = {style.get(f"{W}styleId", ""): style for style in ours}
        self._identifiers: dict[str, str] = {}
        self._added: dict[str, Element] = {}
        self.expected: list[str] = []
        self.supplied: list[str] = []

    def identifier(self, ours: str) -> str:
        """What to call our style by in the document, added to the template if need be."""
        if ours not in self._identifiers:
            style = self._ours.get(ours)
            kind, name = _key(style) if style is not None else ("paragraph", ours)
            found = self.find(name, kind)
            if found is not None or style is None:
                self._identifiers[ours] = found or ours
            else:
                self._add(ours, style)
        return self._identifiers[ours]

    def added(self, ours: str) -> Element | None:
        """Our style as it stands among the template's; None where it was not added."""
        return self._added.get(ours)

    def find(self, name: str, kind: str = "paragraph") -> str | None:
        """The template's own style of the name, or what stands in for it."""
        names = (name, *(_STAND_INS.get(name, ()) if kind == "paragraph" else ()))
        known = (self._known.get((kind, each.casefold())) for each in names)
        return next((found for found in known if found is not None), None)

    def own(self, name: str) -> str | None:
        """The template's own paragraph style of just that name."""
        return self._known.get(("paragraph", name.casefold()))

    def _add(self, ours: str, style: Element) -> None:
        _, name = _key(style)
        (self.expected if name in _EXPECTED else self.supplied).append(name)
        self._identifiers[ours] = identifier = self._free(ours)
        self._added[ours] = added = deepcopy(style)
        added.set(f"{W}styleId", identifier)
        for reference in added.iter(*_REFERENCES):
            reference.set(f"{W}val", self.identifier(reference.get(f"{W}val", "")))
        self.root.append(added)

    def _free(self, wanted: str) -> str:
        """An identifier that no style of the template has."""
        identifier, number = wanted, 2
        while identifier in self._taken:
            identifier, number = f"{wanted}{number}", number + 1
        self._taken.add(identifier)
        return identifier

    def speak(self, tags: Mapping[str, str]) -> None:
        """Let the styles be in the story's language, whatever the template was made in."""
        etree.strip_elements(self.root, f"{W}lang")
        properties = _run_defaults(self.root)
        language = properties.makeelement(f"{W}lang")
        for name, tag in tags.items():
            language.set(f"{W}{name}", tag)
        properties.append(language)


def _by_name(styles: Element) -> dict[Key, str]:
    """Kind and name, or another name, of each style; Word takes no notice of capitals."""
    known: dict[Key, str] = {}
    for style in styles.iter(f"{W}style"):
        kind, name = _key(style)
        aliases = style.find(f"{W}aliases")
        others = aliases.get(f"{W}val", "").split(",") if aliases is not None else []
        for each in (name, *others):
            if each.strip():
                known.setdefault((kind, each.strip().casefold()), style.get(f"{W}styleId", ""))
    return known


def _key(style: Element) -> Key:
    name = style.find(f"{W}name")
    kind = style.get(f"{W}type", "paragraph")
    return kind, name.get(f"{W}val", "") if name is not None else ""


def _run_defaults(styles: Element) -> Element:
    """The properties that hold for all text (17.7.5.1), made where a template has none."""
    place = styles
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        found = place.find(f"{W}{tag}")
        if found is None:
            found = place.makeelement(f"{W}{tag}")
            place.insert(0, found)
        place = found
    return place
