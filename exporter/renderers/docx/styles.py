"""The named styles of Word, one for each role and use of the stylesheet: word/styles.xml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporter.renderers.docx.apparatus_styles import apparatus_styles
from exporter.renderers.docx.markup import W14, Element, in_order, part_root, w
from exporter.renderers.docx.numbering import BULLETS, NUMBERS, list_style
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.roles import (
    Specimen,
    half_points,
    indents,
    paragraph_properties,
    rule,
    spacing,
)
from exporter.renderers.docx.style_elements import (
    NORMAL,
    NamedStyle,
    character_style,
    paragraph_style,
    table_style,
)
from exporter.stylesheet import Align, EmphasisStyle, Role
from exporter.units import Length
from exporter.values import replace

# How many styles Word itself has (ISO/IEC 29500-1, 17.7.4.4).
_LATENT_STYLES = 376

# The title is the first level of the outline and crossheads are the second, as in the PDF and
# the EPUB: Word's navigation pane and a screen reader then show one tree without a gap.
PARAGRAPH_STYLES = (
    NamedStyle("Title", "headline", built_in=True, next="BodyText", outline=0),
    NamedStyle("Derived Title", "derived_title", based_on="Title", next="BodyText", outline=0),
    NamedStyle("Subtitle", "subheadline", built_in=True, next="BodyText"),
    NamedStyle("Byline", "byline", next="BodyText"),
    NamedStyle("Abstract", "abstract", next="BodyText"),
    NamedStyle("Body Text", "lead", built_in=True, next="BodyTextFirstIndent"),
    NamedStyle("Body Text First Indent", "body", built_in=True, based_on="BodyText"),
    NamedStyle("heading 2", "crosshead", built_in=True, next="BodyText", outline=1),
    NamedStyle("caption", "caption", built_in=True, contextual=True),
    NamedStyle("Credit", "credit", link="CreditChar"),
    NamedStyle("Boilerplate", "boilerplate"),
    NamedStyle("Copyright", "copyright", contextual=True),
    NamedStyle("Table Text", "table"),
    NamedStyle("Table Heading", "table_header", based_on="TableText"),
)
CHARACTER_STYLES = (
    NamedStyle("Dateline", "dateline"),
    NamedStyle("Label Char", "label"),
    NamedStyle("Credit Char", "credit", link="Credit"),
    NamedStyle("Running Agency", "running_agency", furniture=True),
    NamedStyle("Folio", "folio", furniture=True),
)


def styles_part(specimen: Specimen, page: Sheet) -> Element:
    """The root of word/styles.xml."""
    return part_root(
        "styles",
        _defaults(specimen),
        _latent(),
        *_foundations(specimen),
        *named_styles(specimen, page),
    )


def named_styles(specimen: Specimen, page: Sheet) -> Iterator[Element]:
    """Each style that has a role or a use."""
    yield from (_of_role(specimen, named) for named in PARAGRAPH_STYLES)
    yield from _quotations(specimen)
    yield from _lists(specimen)
    yield from _numbers(specimen)
    yield from apparatus_styles(specimen, page)
    for named in CHARACTER_STYLES:
        # They have to outdo the paragraph that they stand in: they say all.
        yield character_style(named, specimen.run(specimen.role(named.role)))
    yield from _emphases(specimen)
    yield _tables(specimen)


def _defaults(specimen: Specimen) -> Element:
    """What holds where no style says otherwise: the body's type, the language, ligatures."""
    said = (each for each in specimen.run(specimen.normal) if "0" not in each.attrib.values())
    run = in_order("rPr", [*said, w("kern", val=2), w("lang", **specimen.language.tags)])
    run.append(run.makeelement(f"{W14}ligatures", {f"{W14}val": "standard"}))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _latent() -> Element:
    """Keeps the built-in styles that no story uses out of the way in Word's gallery."""
    return w(
        "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
        defUnhideWhenUsed=1, defQFormat=0, count=_LATENT_STYLES,
    )  # fmt: skip


def _foundations(specimen: Specimen) -> Iterator[Element]:
    """The four styles that everything else rests on."""
    normal = in_order(
        "pPr",
        [
            w("widowControl"),
            w("bidi") if specimen.language.right_to_left else None,
            spacing(specimen.normal.leading, Length(0), Length(0)),
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


def _of_role(specimen: Specimen, named: NamedStyle) -> Element:
    """The style says what its base does not: a change to the base then reaches it."""
    role = specimen.role(named.role)
    bases = {each.id: specimen.role(each.role) for each in PARAGRAPH_STYLES}
    base = bases.get(named.based_on, specimen.normal)
    return paragraph_style(
        named,
        specimen.differences(paragraph_properties(role), paragraph_properties(base)),
        specimen.differences(specimen.run(role), specimen.run(base)),
    )


def _quotations(specimen: Specimen) -> Iterator[Element]:
    """White above and below a quotation; one in a quotation is set in twice."""
    role = _between_whites(specimen, "quotation")
    quote = NamedStyle("Quote", "quotation", built_in=True, contextual=True)
    yield _differing(specimen, quote, paragraph_properties(role))
    deeper = indents(role, left=role.left_indent.twips)
    named = NamedStyle("Quote 2", "quotation", based_on="Quote", contextual=True)
    yield paragraph_style(named, [deeper])


def _between_whites(specimen: Specimen, name: str) -> Role:
    """The role with white before its first paragraph and after its last, if need be a line."""
    role, grid = specimen.role(name), specimen.style.page.grid
    return replace(
        role, space_before=role.space_before or grid, space_after=role.space_after or grid
    )


def _differing(
    specimen: Specimen, named: NamedStyle, paragraph: Iterable[Element]
) -> Element:  # fmt: skip
    """A style on the foundation, in the type of its role."""
    base, role = specimen.normal, specimen.role(named.role)
    return paragraph_style(
        named,
        specimen.differences(paragraph, paragraph_properties(base)),
        specimen.differences(specimen.run(role), specimen.run(base)),
    )


def _lists(specimen: Specimen) -> Iterator[Element]:
    """A style for either kind of list, whose levels and indents stand in the numbering.

    Its items touch one another, whatever their level, and keep white to what follows them:
    contextual spacing asks for one style. Above them stands what introduces them.
    """
    role = specimen.role("list")
    role = replace(role, space_after=role.space_after or specimen.style.page.grid)
    for kind in (BULLETS, NUMBERS):
        named = NamedStyle(list_style(kind), "list", built_in=True, contextual=True)
        numbering = w("numPr", w("numId", val=kind))
        look = [*paragraph_properties(role, indented=False), numbering]
        yield _differing(specimen, named, look)


def _numbers(specimen: Specimen) -> Iterator[Element]:
    """Numbers in tables end under one another."""
    for name, base in (("Table Number", "TableText"), ("Table Number Heading", "TableHeading")):
        role = replace(specimen.role("table"), align=Align.END)
        *_, justification = paragraph_properties(role)
        yield paragraph_style(NamedStyle(name, "table", based_on=base), [justification])


def _emphases(specimen: Specimen) -> Iterator[Element]:
    """Toggles: in a passage that is italic already, emphasis is upright (17.7.3)."""
    house = specimen.style.house
    is_bold = house.emphasis is EmphasisStyle.BOLD
    emphasis = _bold() if is_bold else _italic()
    yield character_style(NamedStyle("Emphasis", "body", built_in=True), emphasis)
    yield character_style(NamedStyle("Strong", "body", built_in=True), _bold())
    both = _bold() if is_bold else [*_bold(), *_italic()]
    yield character_style(NamedStyle("Strong Emphasis", "body"), both)
    underlined = [w("u", val="single")]
    yield character_style(NamedStyle("Hyperlink", "body", built_in=True), underlined)
    size = half_points(house.end_mark_size)
    named = NamedStyle("End Mark", "body", furniture=True)
    yield character_style(named, [w("sz", val=size), w("szCs", val=size)])


def _italic() -> list[Element]:
    return [w("i"), w("iCs")]


def _bold() -> list[Element]:
    return [w("b"), w("bCs")]


def _tables(specimen: Specimen) -> Element:
    """Hairlines above, below and under the headings, and no others."""
    hairline = specimen.style.page.hairline
    lines = [rule(side, hairline) for side in ("top", "bottom")]
    gap = specimen.role("table").size.twips
    below_headings = w(
        "tblStylePr", w("tcPr", w("tcBorders", rule("bottom", hairline))), type="firstRow"
    )
    properties = w("tblPr", w("tblBorders", *lines), _cell_margins(gap))
    named = NamedStyle("Story Table", "table", based_on="TableNormal")
    return table_style(named, properties, below_headings)


def _cell_margins(right: int) -> Element:
    sides = {"top": 0, "left": 0, "bottom": 0, "right": right}
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))
