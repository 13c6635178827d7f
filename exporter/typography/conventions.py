"""What a language asks of marks and spaces."""

from __future__ import annotations

import importlib
from functools import cached_property, lru_cache

from exporter.typography.characters import LEFT_CORNER_BRACKET
from exporter.values import Value, field

Pair = tuple[str, str]

_NO_WORDS: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """The set of the words of a text."""
    return frozenset(text.split())


# Symbols that every language writes after a number and a space (SI brochure, 5.4.3).
UNIT_SYMBOLS = words(
    "km cm mm kg mg ml kW kWh MW MWh GW GWh TWh Hz kHz MHz GHz hPa kPa MB GB TB % ‰ °C °F"
)


class Conventions(Value, kw_only=True, eq=False, dict=True):
    """One language's tables.

    `double` stands for quotation marks sent as double marks, `nested` for such a pair within
    another, `single` for single marks. `accepted` are further pairs that are right in the language
    and stay as sent; `within` names the pair within one of them, where it is not the first unlike
    it; `resumes` are closing marks with which a further paragraph of a quotation may begin. With
    `suffixes` an ending may follow a quotation at once. `before_years` are the words after
    which two digits with a mark are a year. `dash` is the dash between words where the language has
    but one; where it is None, the house chooses. `double_hyphen` is for `--` set close between
    words.

    The sets of words decide where a line must not end: after a month before its day, after a title
    before a name, after a `numbered` word before its number, before a unit after its number, after
    a `bound` word always, inside a phrase always. `before` maps a mark to the space that stands
    before it, `inside` is then the space within « », `groups` the space between groups of three
    digits.

    The `ideographic` dash and ellipsis stand beside ideographs and kana, without spaces. `raya`
    tells that the two dashes around an aside touch it and nothing else.
    """

    double: Pair
    nested: Pair
    single: Pair
    accepted: tuple[Pair, ...] = ()
    within: dict[Pair | None, Pair] = field(default_factory=dict)
    resumes: frozenset[str] = _NO_WORDS
    dash: str | None = None
    double_hyphen: str | None = None
    elisions: frozenset[str] = _NO_WORDS
    before_years: frozenset[str] = _NO_WORDS
    months: frozenset[str] = _NO_WORDS
    titles: frozenset[str] = _NO_WORDS
    numbered: frozenset[str] = _NO_WORDS
    units: frozenset[str] = _NO_WORDS
    bound: frozenset[str] = _NO_WORDS
    phrases: tuple[str, ...] = ()
    initials: bool = False
    ordinal_point: bool = False
    suffixes: bool = False
    before: dict[str, str] = field(default_factory=dict)
    inside: str = ""
    groups: str | None = None
    raya: bool = False
    ideographic_dash: str = ""
    ideographic_ellipsis: str | None = None

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair of marks that is right somewhere in the language."""
        return (self.double, self.nested, self.single, *self.accepted, *self.within.values())

    @cached_property
    def has_corners(self) -> bool:
        """Whether corner brackets are quotation marks of the language."""
        return any(LEFT_CORNER_BRACKET in pair for pair in self.pairs)

    @cached_property
    def binding(self) -> frozenset[str]:
        """The words after which a number or a name stands on the same line."""
        return self.months | self.titles | self.numbered


# The languages that have a table, and the tags that are written by another's.
_LANGUAGES = words("ar da de el en es fi fr it ja ko nb nl pl pt ru sv tr uk zh")
_ALIASES = {"no": "nb", "nn": "nb"}


@lru_cache(maxsize=64)
def conventions(language: str | None) -> Conventions | None:
    """The conventions of a language tag (BCP 47), English without one; None for one not known."""
    primary, *subtags = (language or "en").replace("_", "-").lower().split("-")
    name = _ALIASES.get(primary, primary)
    if name not in _LANGUAGES:
        delimiters = importlib.import_module("exporter.typography.delimiters")
        known: Conventions | None = delimiters.delimited(name)
        return known
    module = importlib.import_module(f"exporter.typography.languages.{name}")
    regions: dict[str, Conventions] = module.REGIONS
    own: Conventions = module.CONVENTIONS
    return next((regions[subtag] for subtag in subtags if subtag in regions), own)
