"""The tokens of a stylesheet: what every backend may rely on being there."""

from __future__ import annotations

from enum import StrEnum

from exporter.stylesheet.inks import Ink, Inks
from exporter.units import Length, Ratio
from exporter.values import Value, field


class Align(StrEnum):
    """How the lines of a role meet their margins; start and end follow the reading direction."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFY = "justify"


class Figures(StrEnum):
    """How figures stand: as high as capitals, or up and down as small letters do."""

    LINING = "lining"
    OLDSTYLE = "oldstyle"


class FigureWidth(StrEnum):
    """How wide figures are: each as its form asks, or all alike, so that they stand in columns."""

    PROPORTIONAL = "proportional"
    TABULAR = "tabular"


class EmphasisStyle(StrEnum):
    """How an emphasised passage stands out."""

    ITALIC = "italic"
    BOLD = "bold"


class CoverKind(StrEnum):
    """What a book's cover is made of: a drawing, or pixels for stores that take no drawing."""

    SVG = "svg"
    RASTER = "raster"


class Page(Value, kw_only=True):
    """The page: trim size, margins to the text, and what stands at head and foot.

    `head` is the distance from the top edge to the heavy rule, `foot` from the bottom edge to
    the hairline; `grid` is the distance of baselines.
    """

    name: str
    width: Length
    height: Length
    margin_top: Length
    margin_bottom: Length
    margin_left: Length
    margin_right: Length
    bleed: Length
    grid: Length
    columns: int
    gutter: Length
    head: Length
    foot: Length
    head_rule: Length
    hairline: Length


class Press(Value, kw_only=True):
    """What the style is printed with."""

    inks: Inks


class DataColumn(Value, kw_only=True):
    """The narrow column of facts about the story, in the order of `fields`."""

    show: bool
    width: Length
    gutter: Length
    fields: tuple[str, ...]
    note_rule: Length


class Logo(Value):
    """The house's logo: its file as the style names it, and the file's content."""

    file: str
    content: bytes

    def __repr__(self) -> str:
        return f"Logo({self.file!r})"


class House(Value, kw_only=True):
    """The house's choices of wording and marks."""

    dateline_dash: str
    dash: str
    print_ed_note: bool
    end_mark: str
    end_mark_size: Length
    running_title_words: int
    emphasis: EmphasisStyle = EmphasisStyle.ITALIC
    cover: CoverKind = CoverKind.SVG
    logo: Logo | None = None
    logo_height: Length = Length.of(4, "mm")


class FontFamily(Value, kw_only=True):
    """A family, what stands in for characters it lacks, and what for the family itself.

    `files` are the house's own fonts, by path from the style that names them; without any, the
    family is one of those installed. `axes` pins axes of a variable family other than weight and
    optical size: ``"wdth=87.5"``. `embed` has a book carry the family.
    """

    family: str
    fallback: tuple[str, ...]
    generic: str
    substitute: str
    files: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    embed: bool = False


class Colour(Value, kw_only=True):
    """What a colour is printed with, and what it is on screens, in sRGB."""

    print: Ink
    screen: str


class Role(Value, kw_only=True):
    """How a passage is set. `tracking` is added to every advance, per em; `scale` is the size's.

    `hanging` lets quotation marks, stops and hyphens hang in the margins. `small_caps` sets small
    letters as small capitals; with `capitals`, capitals too.
    """

    font: str
    size: Length
    leading: Length
    weight: int = 400
    italic: bool = False
    scale: Ratio = Ratio(1000)
    tracking: Ratio = Ratio(0)
    colour: str = "ink"
    align: Align = Align.START
    hyphenate: bool = False
    hanging: bool = False
    capitals: bool = False
    small_caps: bool = False
    figures: Figures = Figures.LINING
    figure_width: FigureWidth = FigureWidth.PROPORTIONAL
    keep_with_next: bool = False
    first_indent: Length = Length(0)
    left_indent: Length = Length(0)
    right_indent: Length = Length(0)
    space_before: Length = Length(0)
    space_after: Length = Length(0)


class Terms(Value, kw_only=True):
    """The words that the house adds to a story, in one language."""

    embargo: str
    place: str
    agency: str
    byline: str
    credit: str
    date: str
    slug: str
    urgency: str
    ed_note: str
    contents: str
    cover: str
    story: str
    about: str
    print_copy: str
    embargoed: str
    withheld: str
    canceled: str


# The roles that every style must set: a renderer may ask for any of them.
ROLES = (
    "body", "lead", "headline", "derived_title", "subheadline", "abstract", "byline", "dateline",
    "crosshead", "list", "table", "table_header", "quotation", "caption", "credit", "boilerplate",
    "copyright", "label", "value", "ed_note", "notice", "running_agency", "running_title",
    "folio", "foot",
)  # fmt: skip


class Stylesheet(Value, kw_only=True):
    """One resolved style. `digest` identifies its content, whatever folder it came from."""

    name: str
    description: str
    page: Page
    press: Press
    data_column: DataColumn
    house: House
    fonts: dict[str, FontFamily]
    colours: dict[str, Colour]
    roles: dict[str, Role]
    terms: dict[str, Terms]
    agencies: dict[str, str] = field(default_factory=dict)
    digest: str = ""

    def terms_for(self, language: str | None) -> Terms:
        """The house's words in the language, or in English where it has none."""
        return self.terms[self.terms_language(language)]

    def terms_language(self, language: str | None) -> str:
        """The language in which the house has words for a story of that language."""
        primary = (language or "en").split("-")[0].lower()
        return primary if self.terms.get(primary) else "en"

    def agency_name(self, tag: str) -> str:
        """The name that the house prints for an agency's tag: the tag itself if it has none."""
        return self.agencies.get(tag, tag)
