"""Fields of a template's head and foot that tell of the story, with what they have to say.

Word keeps a field's last result and shows it until it counts anew: the template's own title would
stand on a story that was mailed and never opened for editing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.model import Document
from exporter.renderers.docx.house.carrying import field_name
from exporter.renderers.docx.markup import XML_SPACE, Element, W
from exporter.xmltext import legal


def field_results(document: Document) -> dict[str, str]:
    """By the names of fields (ISO/IEC 29500-1, 17.16.5), as the properties of the file have it."""
    names = document.byline.names if document.byline else ()
    slug = document.slugline.text if document.slugline else ""
    given = {"TITLE": document.title, "SUBJECT": slug, "AUTHOR": "; ".join(names)}
    return {name: legal(" ".join(text.split())) for name, text in given.items()}


def fill_fields(root: Element, results: Mapping[str, str]) -> bool:
    """Put the results into the fields of these names; whether there was one."""
    found = False
    for name, shown in (*_simple(root), *_complex(root)):
        if name in results and shown:
            found = True
            for text in shown:
                text.text = ""
            shown[0].text = results[name]
            shown[0].set(XML_SPACE, "preserve")
    return found


def _simple(root: Element) -> Iterator[tuple[str, list[Element]]]:
    for field in root.iter(f"{W}fldSimple"):
        yield field_name(field.get(f"{W}instr", "")), list(field.iter(f"{W}t"))


def _complex(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Fields between marks, of which one may stand in another's code or result (17.16.18)."""
    codes: list[str] = []
    results: list[list[Element] | None] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            codes.append("")
            results.append(None)
        elif not codes:
            continue
        elif kind == "separate":
            results[-1] = []
        elif kind == "end":
            yield field_name(codes.pop()), results.pop() or []
        elif element.tag == f"{W}instrText":
            codes[-1] += element.text or ""
        elif (shown := results[-1]) is not None:
            shown.append(element)
