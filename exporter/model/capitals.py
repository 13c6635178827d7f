"""Capitals by language, where `str.upper` knows none (Unicode, SpecialCasing.txt; CLDR)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Turkish and its kin keep the dot: i is the small letter of İ, I that of ı.
_DOTTED = ("tr", "az", "crh", "tt", "ba", "kk-Latn", "gag")
# Greek capitals bear no accents or breathings, but keep the dialytika.
_GREEK_ACCENTS = frozenset("\u0300\u0301\u0304\u0306\u0313\u0314\u0342\u0345")
# The disjunctive "or", which only its accent tells from the article.
_GREEK_OR = "ή"


def capitals(text: str, language: str) -> str:
    """The text in capitals; of as many characters as the text, as far as the language allows."""
    if text.isascii() and not _is_dotted(language):
        return text.upper()
    primary = language.partition("-")[0].lower()
    if _is_dotted(language):
        return text.replace("i\u0307", "i").replace("i", "İ").upper()
    if primary == "el" and unicodedata.normalize("NFC", text) != _GREEK_OR:
        return _unaccented(text)
    # One letter for one: the capital of ß is ẞ (ISO 10646, in German orthography since 2017).
    return text.replace("ß", "ẞ").upper()


@lru_cache(maxsize=64)
def _is_dotted(language: str) -> bool:
    return any(language == tag or language.startswith(f"{tag}-") for tag in _DOTTED)


def _unaccented(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in decomposed if c not in _GREEK_ACCENTS)
    return unicodedata.normalize("NFC", kept).upper()
