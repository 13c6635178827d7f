"""What all stories in one style and language share, made once and kept as finished bytes."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from exporter.container import Member, Packed, packed
from exporter.renderers.docx.fonts import font_table
from exporter.renderers.docx.languages import WordLanguage, word_language
from exporter.renderers.docx.markup import Element, serialise
from exporter.renderers.docx.numbering import LISTS, definitions
from exporter.renderers.docx.page import Sheet, sheet
from exporter.renderers.docx.roles import Specimen
from exporter.renderers.docx.settings import settings_part
from exporter.renderers.docx.styles import styles_part
from exporter.renderers.docx.theme import theme
from exporter.stylesheet import Stylesheet
from exporter.values import Value

# A run exports in one style and a few languages; a long-lived process in a few of each.
_MOST_KEPT = 8


class StaticPart(Value):
    """A part that is the same for every story: its name, type, relationship and member."""

    name: str
    content_type: str
    relationship: str
    packed: Packed


class Template(Value):
    """The static parts, the numbering without lists of its own, the page, style and language."""

    parts: tuple[StaticPart, ...]
    lists: bytes
    packed_lists: Packed
    page: Sheet
    specimen: Specimen

    @property
    def language(self) -> WordLanguage:
        """The language of the stories."""
        return self.specimen.language


_Key = tuple[Stylesheet, str | None, bool]
_kept: list[tuple[_Key, Template]] = []


def template(style: Stylesheet, language: str | None, notice: bool) -> Template:
    """The template of a style and language tag; `notice` leaves room for one in the head."""
    key = (style, language, notice)
    for known, made in _kept:
        if known == key:
            return made
    made = _make(style, word_language(language), notice)
    _kept[:] = [(key, made), *_kept[: _MOST_KEPT - 1]]
    return made


def _make(style: Stylesheet, language: WordLanguage, notice: bool) -> Template:
    page = sheet(style, notice, language.right_to_left)
    specimen = Specimen.of(style, language)
    parts = (
        _part("styles", CT.WML_STYLES, RT.STYLES, styles_part(specimen, page)),
        _part("settings", CT.WML_SETTINGS, RT.SETTINGS, settings_part(style, language)),
        _part("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, font_table(style, language)),
        _made("theme/theme1", CT.OFC_THEME, RT.THEME, theme(style, language)),
    )
    lists = definitions(specimen)
    return Template(parts, lists, packed(Member(LISTS, lists)), page, specimen)


def _part(name: str, content_type: str, relationship: str, root: Element) -> StaticPart:
    return _made(name, content_type, relationship, serialise(root))


def _made(name: str, content_type: str, relationship: str, content: bytes) -> StaticPart:
    member = Member(f"word/{name}.xml", content)
    return StaticPart(f"/{member.name}", content_type, relationship, packed(member))
