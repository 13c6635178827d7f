"""The named styles of Word, one for each role and use of the stylesheet: word/styles.xml."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.docx.apparatus_styles import apparatus_styles
from exporter.renderers.docx.languages import WordLanguage
from exporter.renderers.docx.markup import W14, Element, in_order, part_root, w
from exporter.renderers.docx.numbering import BULLETS, LEVELS, NUMBERS, list_style
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.roles import (
    fonts,
    half_points,
    indents,
    paragraph_properties,
    rule,
    run_properties,
    spacing,
)
from exporter.renderers.docx.style_elements import (
    NORMAL,
    NamedStyle,
    character_style,
    paragraph_style,
    table_style,
)
from exporter.stylesheet import Align, EmphasisStyle, Stylesheet
from exporter.units import Length
from exporter.values import replace

# The levels of its lists for which Word has a style of its own.
_BUILT_IN_LEVELS = 5
# How many styles Word itself has (ISO/IEC 29500-1, 17.7.4.4).
_LATENT_STYLES = 376

# The title is the first level of the outline and crossheads are the second, as in the PDF and
# the EPUB: Word's navigation pane and a screen reader then show one tree without a gap.
PARAGRAPH_STYLES = (
    NamedStyle("Title", "headline", built_in=True, next="BodyText", outline=0),
    NamedStyle("Derived Title", "derived_title", based_on="Title", next="BodyText", outline=0),
    NamedStyle("Subtitle", "subheadline", built_in=True, next="BodyText"),
    NamedStyle("Byline", "byline"),
    NamedStyle("Abstract", "abstract"),
    NamedStyle("Body Text", "lead", built_in=True, next="BodyTextFirstIndent"),
    NamedStyle("Body Text First Indent", "body", built_in=True, based_on="BodyText"),
    NamedStyle("heading 2", "crosshead", built_in=True, next="BodyText", outline=1),
    NamedStyle("Quote", "quotation", built_in=True),
    NamedStyle("caption", "caption", built_in=True, contextual=True),
    NamedStyle("Credit", "credit", link="CreditChar"),
    NamedStyle("Boilerplate", "boilerplate"),
    NamedStyle("Copyright", "copyright", contextual=True),
    NamedStyle("Table Text", "table"),
    NamedStyle("Table Heading", "table_header"),
)
CHARACTER_STYLES = (
    NamedStyle("Dateline", "dateline"),
    NamedStyle("Label Char", "label", link="Label"),
    NamedStyle("Credit Char", "credit", link="Credit"),
    NamedStyle("Running Agency", "running_agency"),
    NamedStyle("Folio", "folio"),
)


def styles_part(style: Stylesheet, language: WordLanguage, page: Sheet) -> Element:
    """The root of word/styles.xml."""
    return part_root(
        "styles",
        _defaults(style, language),
        _latent(),
        *_foundations(style, language),
        *(_of_role(style, named) for named in PARAGRAPH_STYLES),
        *_variants(style),
        *_lists(style),
        *apparatus_styles(style, page, language),
        *(
            character_style(named, run_properties(style, style.roles[named.role]))
            for named in CHARACTER_STYLES
        ),
        *_emphases(style),
        _tables(style),
    )


def _defaults(style: Stylesheet, language: WordLanguage) -> Element:
    """What holds where no style says otherwise: the body's type, the language, ligatures."""
    body = style.roles["body"]
    size = half_points(body.size)
    tags = {
        "val": language.latin,
        "eastAsia": language.east_asian,
        "bidi": language.complex_script,
    }
    run = in_order(
        "rPr",
        [
            fonts(style, body.font),
            w("kern", val=2),
            w("sz", val=size),
            w("szCs", val=size),
            w("lang", **{name: tag for name, tag in tags.items() if tag}),
        ],
    )
    run.append(run.makeelement(f"{W14}ligatures", {f"{W14}val": "standard"}))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _latent() -> Element:
    """Keeps the built-in styles that no story uses out of the way in Word's gallery."""
    return w(
        "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
        defUnhideWhenUsed=1, defQFormat=0, count=_LATENT_STYLES,
    )  # fmt: skip


def _foundations(style: Stylesheet, language: WordLanguage) -> Iterator[Element]:
    """The four styles that everything else rests on."""
    normal = in_order(
        "pPr",
        [
            w("widowControl"),
            w("bidi") if language.right_to_left else None,
            spacing(style.roles["body"].leading, Length(0), Length(0)),
        ],
    )
    bare_table = w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins(0))
    yield _default("paragraph", NORMAL, NORMAL, w("qFormat"), normal)
    yield _default("character", "Default Paragraph Font", "DefaultParagraphFont", w("semiHidden"))
    yield _default("table", "Normal Table", "TableNormal", w("semiHidden"), bare_table)
    yield _default("numbering", "No List", "NoList", w("semiHidden"))


def _default(kind: str, name: str, identifier: str, *children: Element) -> Element:
    return w(
        "style", w("name", val=name), *children, type=kind, default=1, styleId=identifier
    )  # fmt: skip


def _of_role(style: Stylesheet, named: NamedStyle) -> Element:
    role = style.roles[named.role]
    return paragraph_style(named, paragraph_properties(role), run_properties(style, role))


def _variants(style: Stylesheet) -> Iterator[Element]:
    """A quotation in a quotation is set in twice; numbers in tables end under one another."""
    quotation, table = style.roles["quotation"], style.roles["table"]
    deeper = indents(quotation, left=quotation.left_indent.twips)
    yield paragraph_style(NamedStyle("Quote 2", "quotation", based_on="Quote"), [deeper])
    for name, base in (("Table Number", "TableText"), ("Table Number Heading", "TableHeading")):
        *_, justification = paragraph_properties(replace(table, align=Align.END))
        yield paragraph_style(NamedStyle(name, "table", based_on=base), [justification])


def _lists(style: Stylesheet) -> Iterator[Element]:
    """A style for each level of either kind of list; their indents stand in the numbering."""
    role = style.roles["list"]
    for kind in (BULLETS, NUMBERS):
        for level in range(LEVELS):
            known = level < _BUILT_IN_LEVELS
            named = NamedStyle(list_style(kind, level), "list", built_in=known, contextual=True)
            numbering = w("numPr", w("ilvl", val=level), w("numId", val=kind))
            paragraph = [*paragraph_properties(role, indented=False), numbering]
            yield paragraph_style(named, paragraph, run_properties(style, role))


def _emphases(style: Stylesheet) -> Iterator[Element]:
    """Toggles: in a passage that is italic already, emphasis is upright (17.7.3)."""
    is_bold = style.house.emphasis is EmphasisStyle.BOLD
    emphasis = _bold() if is_bold else _italic()
    yield character_style(NamedStyle("Emphasis", "body", built_in=True), emphasis)
    yield character_style(NamedStyle("Strong", "body", built_in=True), _bold())
    both = _bold() if is_bold else [*_bold(), *_italic()]
    yield character_style(NamedStyle("Strong Emphasis", "body"), both)
    underlined = [w("u", val="single")]
    yield character_style(NamedStyle("Hyperlink", "body", built_in=True), underlined)
    size = half_points(style.house.end_mark_size)
    yield character_style(NamedStyle("End Mark", "body"), [w("sz", val=size), w("szCs", val=size)])


def _italic() -> list[Element]:
    return [w("i"), w("iCs")]


def _bold() -> list[Element]:
    return [w("b"), w("bCs")]


def _tables(style: Stylesheet) -> Element:
    """Hairlines between the rows and no others."""
    lines = [rule(side, style.page.hairline) for side in ("bottom", "insideH")]
    gap = style.roles["table"].size.twips
    properties = w("tblPr", w("tblBorders", *lines), _cell_margins(gap))
    return table_style(NamedStyle("Story Table", "table", based_on="TableNormal"), properties)


def _cell_margins(right: int) -> Element:
    sides = {"top": 0, "left": 0, "bottom": 0, "right": right}
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))
