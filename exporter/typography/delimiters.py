"""Quotation marks of languages that have no table of their own."""

from __future__ import annotations

from exporter.typography.conventions import Conventions, Pair

# CLDR 48, delimiters: quotation, alternate quotation, then the languages. Languages that read from
# right to left and have “ ” are left out: no glyph says which of them opens. So is Hebrew, where a
# straight double mark stands within abbreviations.
_DELIMITERS = """
“ ” ‘ ’  aa ab af ak an as az ba bn bo ce ceb co cu cy ee fil fo fy ga gd gl gu ha haw hi id ig iu
“ ” ‘ ’  ki kl km kn kok ku la lg ln lo lv mai mi ml mn mr ms mt my ne nr or pa pcm qu sat si so sq
“ ” ‘ ’  ss su sw ta te tg th tk to ts ve vi wa wo xh yo za zu
« » “ ”  ast bm br ca eu ie kab lij mg sc sg ti vec
„ “ ‚ ‘  cs dsb et hr hsb is ksh lb mk nds sk sl
« » ‹ ›  am fa mzn rm
« » „ “  be kk ky os sah tt
” ” ’ ’  se sma smj smn sms
« » « »  ht oc
„ “ „ “  bg lt
„ ” « »  ro
„ ” ‘ ’  bs
„ ” » «  hu
„ ” ’ ’  sr
„ “ « »  ka
"""
_NATURAL_SINGLES = ("‘", "’")
_SINGLE_OPENINGS = "‘’‚‹"


def delimited(language: str) -> Conventions | None:
    """Conventions of a language (a primary subtag) of which only the quotation marks are known."""
    for line in _DELIMITERS.strip().splitlines():
        marks, _, languages = line.partition("  ")
        if language in languages.split():
            return _with(*marks.split())
    return None


def _with(opening: str, closing: str, inner_opening: str, inner_closing: str) -> Conventions:
    double: Pair = (opening, closing)
    nested: Pair = (inner_opening, inner_closing)
    single = nested if inner_opening in _SINGLE_OPENINGS else _NATURAL_SINGLES
    curly: Pair = ("“", "”")
    guillemets: Pair = ("«", "»")
    accepted = tuple(
        pair for pair in (curly, guillemets) if _may_stand_beside(pair, double, nested)
    )
    return Conventions(double=double, nested=nested, single=single, accepted=accepted)


def _may_stand_beside(pair: Pair, double: Pair, nested: Pair) -> bool:
    """Whether a pair that the press of many countries uses cannot be taken for one reversed."""
    glyphs = {*double, *nested}
    return pair not in (double, nested) and glyphs.isdisjoint(pair)
