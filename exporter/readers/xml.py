"""XML without its dangers: no document type, no entities, no network, bounded depth and size."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from typing import cast

from lxml import etree

from exporter.diagnostics import Diagnostic, ReadError, diagnose
from exporter.expressions import expression
from exporter.readers.raw import RawStory
from exporter.readers.text.characters import printable
from exporter.readers.text.encoding import Decoded
from exporter.readers.text.lines import physical_findings, unified
from exporter.values import Value

# Deeper than any news format nests, and far below what a recursive walk can take.
MAX_DEPTH = 200
MAX_ELEMENTS = 200_000

_DECLARATION = expression(r"\s*<\?xml\b[^>]*?\?>")
_ENCODING = expression(r"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})")
_MISC = expression(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
# What nothing closes goes on to the end, lest an end be looked for anew from each beginning.
_SUBSET = expression(r"\"[^\"]*\"|'[^']*'|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|[\[\]>]", re.DOTALL)
# What a reference may stand in without being one, then references and lone ampersands.
_REFERENCE = expression(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?P<name>[A-Za-z_][\w.-]{0,60});"
    r"|&(?!\#\d{1,7};|\#x[0-9A-Fa-f]{1,6};)",
    re.DOTALL,
)
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Xml(Value):
    """The root of an XML file, how its bytes were read, and what that gives to report."""

    root: etree._Element
    encoding: str
    findings: tuple[Diagnostic, ...]


def parse(raw: RawStory, what: str) -> Xml:
    """The tree of an XML input; ReadError when it is not well-formed, too deep or too large."""
    decoded = _decoded(raw)
    root, findings = tree(decoded.text, what, raw.name)
    return Xml(root, decoded.encoding, (*physical_findings(decoded, raw.name), *findings))


def tree(
    text: str, what: str, source: str, *, around: str = ""
) -> tuple[etree._Element, list[Diagnostic]]:
    """The root element of XML that is text already, and what was no reference; ReadError.

    `around` is the name of an element that is put around a piece without a root of its own.
    """
    content, unknown = _without_references(_without_prolog(printable(unified(text))))
    if around:
        content = f"<{around}>{content}</{around}>"
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(content.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        reason = str(error.msg).rstrip()
        raise ReadError(diagnose("R040", source=source, format=what, reason=reason)) from error
    bound(root, what, source)
    # In a piece of HTML an ampersand is one.
    counted = Counter(name for name in unknown if not (around and name == "&"))
    return root, [
        diagnose("R045", source=source, reference=name, count=count)
        for name, count in counted.items()
    ]


def local(element: etree._Element) -> str:
    """An element's name without its namespace; HTML as it is found has names of any characters."""
    return without_namespace(str(element.tag))


def without_namespace(name: str) -> str:
    """The name of an element or attribute without namespace and prefix."""
    bare = name.partition("}")[2] if name.startswith("{") else name
    return bare.rpartition(":")[2]


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The child elements of these names, or all, whatever their namespaces."""
    for child in element:
        if not names or local(child) in names:
            yield child


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at the end of a path of names; None when there is none."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The elements of these names below an element, in their order."""
    for each in element.iterdescendants():
        if local(each) in names:
            yield each


def line_of(element: etree._Element) -> int:
    """The source line of an element's start tag."""
    return cast("int", element.sourceline)


def text_of(element: etree._Element | None) -> str:
    """All characters in an element."""
    return "" if element is None else "".join(map(str, element.itertext()))


def _decoded(raw: RawStory) -> Decoded:
    """The text by its declaration where that holds, else by the evidence of the bytes."""
    match = _ENCODING.match(raw.data[:256].decode("latin-1"))
    name = match[1] if match else ""
    try:
        if name and codecs.lookup(name)._is_text_encoding:
            return Decoded(raw.data.decode(name), codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError):
        pass
    return raw.decoded


def _without_prolog(text: str) -> str:
    """The text with declaration and document type blanked out, its lines where they were."""
    text = text.removeprefix("\ufeff")
    match = _DECLARATION.match(text)
    start = match.end() if match else 0
    while (match := _MISC.match(text, start)) is not None:
        start = match.end()
    if text[start : start + 9].upper() != "<!DOCTYPE":
        return _blanked(text[:start]) + text[start:]
    end = _doctype_end(text, start)
    return _blanked(text[:end]) + text[end:]


def _doctype_end(text: str, start: int) -> int:
    depth = 0
    for match in _SUBSET.finditer(text, start + 9):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if match[0] == ">" and depth <= 0:
            return match.end()
    return len(text)


def _blanked(text: str) -> str:
    return "\n" * text.count("\n")


def _without_references(text: str) -> tuple[str, list[str]]:
    """The text with HTML's named characters as numbers; other names, which stand as text."""
    unknown: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        name, whole = match["name"], match[0]
        if whole[0] == "<" or name in _OWN:
            return whole
        known = html5.get(f"{name};") if name else None
        if known is not None:
            return "".join(f"&#{ord(char)};" for char in known)
        unknown.append(whole)
        return f"&amp;{whole[1:]}"

    return _REFERENCE.sub(replaced, text), unknown


def bound(root: etree._Element, what: str, source: str) -> None:
    """ReadError for a tree that is deeper or larger than any story."""
    depth = deepest = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or count > MAX_ELEMENTS:
        found = f"{deepest} levels" if deepest > MAX_DEPTH else f"{count:,} elements"
        most = f"{MAX_DEPTH} levels and {MAX_ELEMENTS:,} elements"
        raise ReadError(diagnose("R041", source=source, format=what, found=found, most=most))
