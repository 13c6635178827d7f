"""The structure tree (ISO 32000-1, 14.7) and the marked content that it points to."""

from __future__ import annotations

from typing import Union

from exporter.renderers.pdf.writer.objects import Raw, Table, name, text_string
from exporter.values import Struct, Value, field

# Types of ours and the standard type that stands for each (ISO 32000-1, 14.8.4).
ROLE_MAP = {"Aside": "Sect"}
# Attributes of elements (ISO 32000-1, 14.8.5.5 and 14.8.5.7).
BULLETED = "/A << /O /List /ListNumbering /Disc >>"
NUMBERED = "/A << /O /List /ListNumbering /Decimal >>"
# The labels of such a list are words.
LABELLED = "/A << /O /List /ListNumbering /None >>"
HEADS_COLUMN = "/A << /O /Table /Scope /Column >>"

# Cells stay even when they are empty: every row of a table has all of its columns.
_CELLS = ("TH", "TD")


class ObjectReference(Value):
    """An annotation under an element (ISO 32000-1, 14.7.4.3): its page, and its object."""

    page: int
    reference: str


Kid = Union["Element", tuple[int, int], ObjectReference]


class Element(Struct, eq=False):
    """One structure element; `kids` are elements, (page, MCID) pairs and annotations, in order.

    `attributes` are entries of its dictionary as PDF writes them, `identifier` is unique in the
    document, `reference` is its object once it is written.
    """

    type: str
    attributes: str = ""
    kids: list[Kid] = field(default_factory=list)
    identifier: str = ""
    reference: str = ""

    def add(self, element_type: str, attributes: str = "", identifier: str = "") -> Element:
        """A new last child."""
        child = Element(element_type, attributes, identifier=identifier)
        self.kids.append(child)
        return child


def in_language(tag: str | None) -> str:
    """The entry that says in which language an element's words are; none where `tag` is None."""
    return f"/Lang {text_string(tag)}" if tag else ""


class MarkedContent:
    """Gives out the MCIDs of each page and remembers whose they are."""

    def __init__(self) -> None:
        self._pages: list[list[Element]] = []
        self._annotated: list[Element] = []

    def new_page(self) -> None:
        """Start the next page."""
        self._pages.append([])

    def begin(self, element: Element) -> str:
        """The operator that opens a marked-content sequence of the element."""
        page = len(self._pages) - 1
        owners = self._pages[page]
        mcid = len(owners)
        owners.append(element)
        element.kids.append((page, mcid))
        return f"{name(element.type)} <</MCID {mcid}>> BDC"

    def own(self, element: Element) -> int:
        """The key by which an annotation finds its element; all pages must have been begun."""
        self._annotated.append(element)
        return len(self._pages) + len(self._annotated) - 1

    def write(self, root: Element, table: Table, pages: list[str]) -> Raw:
        """Put the whole tree into the table; its root."""
        pruned = _without_empty(root)
        tree = Raw()
        tree_reference = table.add(tree)
        written: list[tuple[Element, Raw, str]] = []
        _register(pruned, tree_reference, table, written)
        for element, raw, parent in written:
            raw.text = _element(element, parent, pages)
        owned = [f"[{' '.join(owner.reference for owner in owners)}]" for owners in self._pages]
        owned += [owner.reference for owner in self._annotated]
        parents = " ".join(f"{key} {owner}" for key, owner in enumerate(owned))
        parent_tree = table.add(Raw(f"<< /Nums [{parents}] >>"))
        roles = " ".join(f"/{ours} /{standard}" for ours, standard in ROLE_MAP.items())
        tree.text = (
            f"<< /Type /StructTreeRoot /K {pruned.reference} /ParentTree {parent_tree} "
            f"/ParentTreeNextKey {len(owned)} /RoleMap << {roles} >>"
            f"{_identifiers(written, table)} >>"
        )
        return tree


def _identifiers(written: list[tuple[Element, Raw, str]], table: Table) -> str:
    """The name tree of the elements that have identifiers (ISO 32000-1, table 322)."""
    known = sorted((e.identifier, e.reference) for e, _, _ in written if e.identifier)
    if not known:
        return ""
    names = " ".join(f"{text_string(identifier)} {reference}" for identifier, reference in known)
    limits = f"{text_string(known[0][0])} {text_string(known[-1][0])}"
    leaf = table.add(Raw(f"<< /Limits [{limits}] /Names [{names}] >>"))
    return f" /IDTree << /Kids [{leaf}] >>"


def _without_empty(element: Element) -> Element:
    """Drop elements that own no content: they would say nothing to a reader."""
    element.kids = [
        kid
        for kid in element.kids
        if not isinstance(kid, Element) or kid.type in _CELLS or _without_empty(kid).kids
    ]
    return element


def _register(
    element: Element,
    parent: str,
    table: Table,
    written: list[tuple[Element, Raw, str]],
) -> None:
    raw = Raw()
    element.reference = table.add(raw)
    written.append((element, raw, parent))
    for kid in element.kids:
        if isinstance(kid, Element):
            _register(kid, element.reference, table, written)


def _element(element: Element, parent: str, pages: list[str]) -> str:
    page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    kids = [_kid(kid, page, pages) for kid in element.kids]
    own_page = "" if page is None else f" /Pg {pages[page]}"
    attributes = f" {element.attributes}" if element.attributes else ""
    if element.identifier:
        attributes += f" /ID {text_string(element.identifier)}"
    return (
        f"<< /Type /StructElem /S {name(element.type)} /P {parent}{own_page}{attributes} "
        f"/K [{' '.join(kids)}] >>"
    )


def _kid(kid: Kid, page: int | None, pages: list[str]) -> str:
    if isinstance(kid, Element):
        return kid.reference
    if isinstance(kid, ObjectReference):
        return f"<< /Type /OBJR /Pg {pages[kid.page]} /Obj {kid.reference} >>"
    if kid[0] == page:
        return str(kid[1])
    return f"<< /Type /MCR /Pg {pages[kid[0]]} /MCID {kid[1]} >>"
