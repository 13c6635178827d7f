"""The book's one stylesheet: a class for each role, in lengths relative to the reader's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.expressions import expression
from exporter.renderers.epub.frame import FRAME, NARROW_TABLES
from exporter.renderers.epub.typefaces import channels, font_stack
from exporter.stylesheet import (
    Align,
    Colour,
    DataColumn,
    EmphasisStyle,
    FontFamily,
    Page,
    Role,
    Stylesheet,
)
from exporter.units import Length

# The roles that stand in the story, each a class of its name.
_ROLES = (
    "body", "lead", "headline", "derived_title", "subheadline", "abstract", "dateline",
    "crosshead", "list", "table", "table_header", "quotation", "caption", "credit", "boilerplate",
    "copyright", "label", "value", "ed_note", "notice",
)  # fmt: skip
# Roles that stand inside another: their size is relative to its size.
_INSIDE = {"dateline": "lead", "credit": "caption", "table_header": "table"}
# Parts of a line or a cell: what places a block means nothing to them.
_RUN_IN = frozenset({"dateline"})
_CELL = frozenset({"table_header"})
# Label and value share a line here: what parts the values in a column ends their list.
_SPACE_AFTER_ALL = ("value", "bottom")
# The reader's own text colour stands for the story's.
READERS_COLOUR = frozenset({"body", "lead", "list", "quotation", "dateline"})
# Titles shrink where the page is narrow, and justified lines would tear open there.
_TITLES = ("headline", "derived_title")
_NARROW = "30em"
_NARROW_TITLE = 0.68
# The frame sets these in lines of about one length.
_BALANCED = (*_TITLES, "subheadline")


# A run exports in one style, a long-lived process in a few.
_MOST_KEPT = 8
_kept: list[tuple[Stylesheet, str]] = []


def css(stylesheet: Stylesheet) -> str:
    """The stylesheet of a book in this style, made once for each style."""
    for known, made in _kept:
        if known is stylesheet or known == stylesheet:
            return made
    made = _made(stylesheet)
    _kept[:] = [(stylesheet, made), *_kept[: _MOST_KEPT - 1]]
    return made


def _made(stylesheet: Stylesheet) -> str:
    page, data_column = stylesheet.page, stylesheet.data_column
    writer = _RuleWriter(stylesheet.roles, stylesheet.fonts, stylesheet.colours)
    rules = (writer.rule(role) for role in _ROLES)
    body = writer.size("body")
    parts = (
        FRAME,
        writer.base(),
        *rules,
        *_lines(page, data_column, body),
        *_facts(page, data_column, writer),
        _emphasis(stylesheet.house.emphasis),
        _end_mark(stylesheet.house.end_mark_size, body),
        writer.narrow(),
        writer.dark(),
    )
    return "".join(parts)


class _RuleWriter:
    """Writes the rule of each role."""

    def __init__(
        self,
        roles: Mapping[str, Role],
        fonts: Mapping[str, FontFamily],
        colours: Mapping[str, Colour],
    ) -> None:
        self._roles = roles
        self._fonts = fonts
        self._colours = colours

    def size(self, name: str) -> float:
        """The size at which a role is set, in the units of lengths."""
        role = self._roles[name]
        return role.size * role.scale.value

    def space_after(self, name: str) -> str:
        """The space after a role, where its size is the body's."""
        return _em(self._roles[name].space_after, self.size("body"))

    def base(self) -> str:
        """The family of everything that has no role."""
        family = font_stack(self._fonts[self._roles["body"].font])
        return _rule("body", [f"font-family: {family}"])

    def rule(self, name: str) -> str:
        """The class of a role."""
        return _rule(f".{class_name(name)}", self._declarations(name))

    def narrow(self) -> str:
        """What changes where the page is as narrow as a telephone's."""
        rules = [
            _rule(f".{class_name(name)}", [self._font_size(name, _NARROW_TITLE)])
            for name in _TITLES
        ]
        torn = [f".{class_name(name)}" for name in _ROLES if self._is_justified(name)]
        if torn:
            rules.append(_rule(", ".join(torn), ["text-align: start", "text-wrap: pretty"]))
        rules.append(NARROW_TABLES)
        return f"@media (max-width: {_NARROW}) {{\n{''.join(rules)}}}\n"

    def dark(self) -> str:
        """The house's colours on a dark page, lightened as far as they must be."""
        rules = [
            _rule(f".{class_name(name)}", [f"color: {_lightened(colour)}"])
            for name in _ROLES
            if (colour := self._hue(name))
        ]
        return f"@media (prefers-color-scheme: dark) {{\n{''.join(rules)}}}\n" if rules else ""

    def _is_justified(self, name: str) -> bool:
        return self._roles[name].align is Align.JUSTIFY and name not in _RUN_IN

    def _font_size(self, name: str, scale: float = 1.0) -> str:
        beside = self.size(_INSIDE.get(name, "body"))
        return f"font-size: {_number(self.size(name) * scale / beside)}em"

    def _declarations(self, name: str) -> Iterator[str]:
        role = self._roles[name]
        yield f"font-family: {font_stack(self._fonts[role.font])}"
        yield self._font_size(name)
        yield f"font-weight: {role.weight}"
        yield f"font-style: {'italic' if role.italic else 'normal'}"
        yield f"letter-spacing: {_number(role.tracking.value)}em"
        if role.small_caps:
            yield f"font-variant-caps: {'all-small-caps' if role.capitals else 'small-caps'}"
        elif role.capitals:
            yield "text-transform: uppercase"
        yield f"font-variant-numeric: {role.figures}-nums {role.figure_width}-nums"
        yield from self._colour(name)
        if name not in _RUN_IN:
            yield from self._lines(name)
        if name not in _RUN_IN | _CELL:
            yield from self._box(name)

    def _colour(self, name: str) -> Iterator[str]:
        """A grey is a share of the reader's own colour, so that it is one on a dark page too."""
        colour = self._colours[self._roles[name].colour].screen.lower()
        if name in READERS_COLOUR:
            return
        red, green, blue = channels(colour)
        if red == green == blue:
            yield f"opacity: {_number(1 - red / 255)}"
        else:
            yield f"color: {colour}"

    def _hue(self, name: str) -> str | None:
        """The colour of a role, if it is one and no grey."""
        colour = self._colours[self._roles[name].colour].screen.lower()
        if name in READERS_COLOUR or len(set(channels(colour))) == 1:
            return None
        return colour

    def _lines(self, name: str) -> Iterator[str]:
        role = self._roles[name]
        yield f"line-height: {_number(role.leading / self.size(name))}"
        yield f"text-align: {'center' if role.align is Align.CENTRE else role.align}"
        if role.align is not Align.JUSTIFY and name not in _BALANCED:
            yield "text-wrap: pretty"
        yield f"text-indent: {self._em(name, role.first_indent)}"
        hyphens = "auto" if role.hyphenate else "manual"
        yield from (f"{prefix}hyphens: {hyphens}" for prefix in ("-epub-", "-webkit-", ""))

    def _box(self, name: str) -> Iterator[str]:
        """Only what the role sets apart: the frame has the rest."""
        role = self._roles[name]
        for side, space in (("top", role.space_before), ("bottom", role.space_after)):
            if space and (name, side) != _SPACE_AFTER_ALL:
                yield f"margin-{side}: {self._em(name, space)}"
        yield from self._sides(name)
        if role.keep_with_next:
            yield "break-after: avoid"
            yield "page-break-after: avoid"

    def _sides(self, name: str) -> Iterator[str]:
        """Left and right for old readers, then start and end, which follow the direction."""
        role = self._roles[name]
        for sides, indent in (
            (("left", "inline-start"), role.left_indent),
            (("right", "inline-end"), role.right_indent),
        ):
            if indent:
                yield from (f"margin-{side}: {self._em(name, indent)}" for side in sides)

    def _em(self, name: str, length: Length) -> str:
        return _em(length, self.size(name))


def class_name(role: str) -> str:
    """The CSS class of a role."""
    return role.replace("_", "-")


def _lines(page: Page, data_column: DataColumn, body: float) -> Iterator[str]:
    """One heavy rule, one hairline, and the rule beside a note."""
    hairline = f"{_em(page.hairline, body)} solid"
    yield _rule("article", [f"border-top: {_em(page.head_rule, body)} solid", "padding-top: 0.8em"])
    yield _rule("header", [f"border-bottom: {hairline}"])
    yield _rule(".table tr", [f"border-bottom: {hairline}"])
    yield _rule(
        ".note",
        [f"border-inline-start: {_em(data_column.note_rule, body)} solid",
         "padding-inline-start: 0.6em"],
    )  # fmt: skip


def _facts(page: Page, data_column: DataColumn, writer: _RuleWriter) -> Iterator[str]:
    """The data column as labels beside values, or as a strip where the style has no column."""
    body = writer.size("body")
    yield _rule(".facts", [f"margin-bottom: {writer.space_after('value')}"])
    gutter = f"column-gap: {_em(data_column.gutter, body)}"
    if data_column.show:
        columns = "grid-template-columns: fit-content(40%) 1fr"
        yield _rule(".facts", ["display: grid", columns, "align-items: baseline", gutter])
        yield _rule(".fact", ["display: contents"])
    else:
        hairline = f"border-top: {_em(page.hairline, body)} solid"
        yield _rule(".facts", ["display: flex", "flex-wrap: wrap", gutter])
        yield _rule(".facts", [hairline, "padding-top: 0.8em"])


def _emphasis(emphasis: EmphasisStyle) -> str:
    """What emphasis looks like where it is not italic, as readers' programs have it."""
    if emphasis is EmphasisStyle.ITALIC:
        return ""
    return _rule("em", ["font-style: inherit", "font-weight: bold"])


def _end_mark(size: Length, body: float) -> str:
    return _rule(".end-mark", [f"font-size: {_number(size / body)}em"])


def _lightened(colour: str) -> str:
    """The colour mixed with white until a dark page bears it."""
    mixed = (round(channel + (255 - channel) * 0.55) for channel in channels(colour))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _rule(selector: str, declarations: Iterator[str] | list[str]) -> str:
    inside = "".join(f"  {declaration};\n" for declaration in declarations)
    return f"{selector} {{\n{inside}}}\n"


def _em(length: float, size: float) -> str:
    share = _number(length / size)
    return "0" if share == "0" else f"{share}em"


_TRAILING = expression(r"\.?0+$")


def _number(value: float) -> str:
    """A number to four places, without what says nothing."""
    text = _TRAILING.sub("", f"{value:.4f}")
    return "0" if text in ("", "-0", "-") else text
