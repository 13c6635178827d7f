"""Text and its markup as runs and hyperlinks of a paragraph."""

from __future__ import annotations

from copy import copy
from functools import lru_cache

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from exporter.addresses import usable
from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Emphasis, Inline, LineBreak, Link, Strong, Text, plain_text
from exporter.model.characters import shows_nothing
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.languages import word_language
from exporter.renderers.docx.markup import XML_SPACE, Element, R, w
from exporter.renderers.docx.names import style_id
from exporter.stylesheet import EmphasisStyle
from exporter.values import Value, replace

_LINE_END = expression("(\r\n|[\n\r\t])")
# Words of an alphabet from left to right, for a text that runs the other way.
_LEFT_TO_RIGHT = expression(
    "([A-Za-z\u00c0-\u058f](?:[A-Za-z0-9\u00c0-\u058f .,'’&+/@:-]*[A-Za-z0-9\u00c0-\u058f])?)"
)


class _Tone(Value):
    """What the markup around a text asks for."""

    emphasis: EmphasisStyle | None = None
    strong: bool = False
    linked: bool = False
    style: str | None = None
    language: str | None = None


class RunWriter:
    """Writes runs into the paragraphs of one part."""

    def __init__(
        self, part: Part, findings: Findings, right_to_left: bool, emphasis: EmphasisStyle
    ) -> None:
        self._emphasis = emphasis
        self._part = part
        self._findings = findings
        self.right_to_left = right_to_left
        self._links: dict[str, str] = {}

    def legal(self, text: str) -> str:
        """The text as an attribute may hold it."""
        return self._findings.legal(text)

    def text(
        self, parent: Element, text: str, style: str | None = None, language: str | None = None
    ) -> None:
        """Append plain text in the named character style; `language` if not the story's."""
        self._text(parent, text, _Tone(style=style, language=language))

    def inlines(
        self, parent: Element, inlines: tuple[Inline, ...], lines: Lines | None = None
    ) -> None:
        """Append text with markup; `lines` are where it stands in the source."""
        self._inlines(parent, inlines, _Tone(), lines)

    def _inlines(
        self, parent: Element, inlines: tuple[Inline, ...], tone: _Tone, lines: Lines | None
    ) -> None:
        for inline in inlines:
            match inline:
                case Text(text):
                    self._text(parent, text, tone)
                case LineBreak():
                    parent.append(w("r", w("br")))
                case Emphasis(inner):
                    self._inlines(parent, inner, replace(tone, emphasis=self._emphasis), lines)
                case Strong(inner):
                    self._inlines(parent, inner, replace(tone, strong=True), lines)
                case Link():
                    self._link(parent, inline, tone, lines)

    def _link(self, parent: Element, link: Link, tone: _Tone, lines: Lines | None) -> None:
        """A hyperlink, or plain words where Word cannot follow the address or nobody the link."""
        address = usable(link.href)
        if address is None or tone.linked or shows_nothing(plain_text(link.inlines)):
            self._findings.add("D004", lines, address=link.href)
            self._inlines(parent, link.inlines, tone, lines)
            return
        anchor = w("hyperlink", history=1)
        anchor.set(f"{R}id", self._relationship(address))
        parent.append(anchor)
        self._inlines(anchor, link.inlines, replace(tone, linked=True), lines)

    def _relationship(self, address: str) -> str:
        """One relationship for each address, numbered as they come."""
        if address not in self._links:
            identifier = f"link{len(self._links) + 1}"
            self._part.rels.add_relationship(RT.HYPERLINK, address, identifier, is_external=True)
            self._links[address] = identifier
        return self._links[address]

    def _text(self, parent: Element, text: str, tone: _Tone) -> None:
        legal = self._findings.legal(text)
        if not self.right_to_left:
            _append_run(parent, legal, tone, right_to_left=False)
            return
        # re.split puts the Latin words at the odd places.
        for index, piece in enumerate(_LEFT_TO_RIGHT.split(legal)):
            _append_run(parent, piece, tone, right_to_left=index % 2 == 0)


def _append_run(parent: Element, text: str, tone: _Tone, *, right_to_left: bool) -> None:
    if not text:
        return
    if "\n" not in text and "\t" not in text and "\r" not in text:
        run = copy(_run_of_text(tone, right_to_left))
        _fill(run[-1], text)
    else:
        run = w("r", _properties(tone, right_to_left), *map(_piece, _LINE_END.split(text)))
    parent.append(run)


@lru_cache(maxsize=64)
def _run_of_text(tone: _Tone, right_to_left: bool) -> Element:
    """What the runs of a tone are copied from: a copy costs a tenth of making one."""
    return w("r", _properties(tone, right_to_left), w("t"))


def _piece(text: str) -> Element | None:
    """The element of a tab, of a line's end or of the text between two of them."""
    if not text:
        return None
    if text == "\t":
        return w("tab")
    if text in ("\n", "\r", "\r\n"):
        return w("br")
    element = w("t")
    _fill(element, text)
    return element


def _fill(element: Element, text: str) -> None:
    element.text = text
    if text[0].isspace() or text[-1].isspace() or "  " in text:
        element.set(XML_SPACE, "preserve")


def _properties(tone: _Tone, right_to_left: bool) -> Element | None:
    """The run's character style; a second one that Word has no room for becomes bold or italic."""
    name = _style(tone)
    beside = name in ("Hyperlink", tone.style)
    children = [
        w("rStyle", val=style_id(name)) if name else None,
        *([w("b"), w("bCs")] if beside and _is_bold(tone) else []),
        *([w("i"), w("iCs")] if beside and tone.emphasis is EmphasisStyle.ITALIC else []),
        w("rtl") if right_to_left else None,
        _language(tone.language) if tone.language else None,
    ]
    present = [child for child in children if child is not None]
    return w("rPr", *present) if present else None


def _language(tag: str) -> Element:
    return w("lang", **word_language(tag).tags)


def _is_bold(tone: _Tone) -> bool:
    return tone.strong or tone.emphasis is EmphasisStyle.BOLD


def _style(tone: _Tone) -> str | None:
    if tone.linked:
        return "Hyperlink"
    if tone.style:
        return tone.style
    if tone.strong and tone.emphasis:
        return "Strong Emphasis"
    if tone.strong:
        return "Strong"
    return "Emphasis" if tone.emphasis else None
