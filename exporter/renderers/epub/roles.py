"""The rules of the roles: a class for each, in lengths relative to the reader's own."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.epub.frame import NARROW_TABLES
from exporter.renderers.epub.rules import em, number, rule
from exporter.renderers.epub.typefaces import channels, font_stack
from exporter.stylesheet import Align, Stylesheet
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


class RoleRules:
    """Writes what one style has to say of its roles."""

    def __init__(self, stylesheet: Stylesheet) -> None:
        self._roles = stylesheet.roles
        self._fonts = stylesheet.fonts
        self._colours = stylesheet.colours

    def size(self, name: str) -> float:
        """The size at which a role is set, in the units of lengths."""
        role = self._roles[name]
        return role.size * role.scale.value

    def base(self) -> str:
        """The family of everything that has no role."""
        family = font_stack(self._fonts[self._roles["body"].font])
        return rule("body", [f"font-family: {family}"])

    def plain(self) -> Iterator[str]:
        """The class of each role, as the oldest readers' programs can read it."""
        return (rule(selector(name), self._declarations(name)) for name in _ROLES)

    def modern(self) -> Iterator[str]:
        """What those of today can show besides."""
        for name in _ROLES:
            yield rule(selector(name), self._shade(name))
        lines = [selector(name) for name in _ROLES if self._may_be_pretty(name)]
        yield rule(", ".join(lines), ["text-wrap: pretty"] if lines else [])
        yield self._narrow()
        yield self._dark()

    def _narrow(self) -> str:
        """What changes where the page is as narrow as a telephone's."""
        rules = [rule(selector(name), [self._font_size(name, _NARROW_TITLE)]) for name in _TITLES]
        torn = [selector(name) for name in _ROLES if self._is_justified(name)]
        if torn:
            rules.append(rule(", ".join(torn), ["text-align: start", "text-wrap: pretty"]))
        rules.append(NARROW_TABLES)
        return f"@media (max-width: {_NARROW}) {{\n{''.join(rules)}}}\n"

    def _dark(self) -> str:
        """The house's colours on a dark page, lightened as far as they must be."""
        rules = [
            rule(selector(name), [f"color: {_lightened(colour)}"])
            for name in _ROLES
            if (colour := self._hue(name))
        ]
        return f"@media (prefers-color-scheme: dark) {{\n{''.join(rules)}}}\n" if rules else ""

    def _is_justified(self, name: str) -> bool:
        return self._roles[name].align is Align.JUSTIFY and name not in _RUN_IN

    def _font_size(self, name: str, scale: float = 1.0) -> str:
        beside = self.size(_INSIDE.get(name, "body"))
        return f"font-size: {number(self.size(name) * scale / beside)}em"

    def _declarations(self, name: str) -> Iterator[str]:
        role = self._roles[name]
        yield f"font-family: {font_stack(self._fonts[role.font])}"
        yield self._font_size(name)
        yield f"font-weight: {role.weight}"
        yield f"font-style: {'italic' if role.italic else 'normal'}"
        yield f"letter-spacing: {number(role.tracking.value)}em"
        if role.small_caps:
            yield f"font-variant-caps: {'all-small-caps' if role.capitals else 'small-caps'}"
        elif role.capitals:
            yield "text-transform: uppercase"
        yield f"font-variant-numeric: {role.figures}-nums {role.figure_width}-nums"
        if hue := self._hue(name):
            yield f"color: {hue}"
        if name not in _RUN_IN:
            yield from self._lines(name)
        if name not in _RUN_IN | _CELL:
            yield from self._box(name)

    def _screen(self, name: str) -> str | None:
        """The colour of a role, None where the reader's own stands for it."""
        if name in READERS_COLOUR:
            return None
        return self._colours[self._roles[name].colour].screen.lower()

    def _hue(self, name: str) -> str | None:
        """The colour of a role, if it is one and no grey."""
        colour = self._screen(name)
        return None if colour is None or len(set(channels(colour))) == 1 else colour

    def _shade(self, name: str) -> Iterator[str]:
        """A grey is a share of the reader's own colour, so that it is one on a dark page too."""
        colour = self._screen(name)
        if colour and not self._hue(name) and (share := 1 - channels(colour)[0] / 255) < 1:
            yield f"opacity: {number(share)}"

    def _may_be_pretty(self, name: str) -> bool:
        """Whether the role has lines of its own, and none that are evened out otherwise."""
        return not (name in _RUN_IN or name in _BALANCED or self._is_justified(name))

    def _lines(self, name: str) -> Iterator[str]:
        role = self._roles[name]
        yield f"line-height: {number(role.leading / self.size(name))}"
        yield f"text-align: {'center' if role.align is Align.CENTRE else role.align}"
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
        return em(length, self.size(name))


def selector(role: str) -> str:
    """The CSS class of a role."""
    return f".{role.replace('_', '-')}"


def _lightened(colour: str) -> str:
    """The colour mixed with white until a dark page bears it."""
    mixed = (round(channel + (255 - channel) * 0.55) for channel in channels(colour))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
