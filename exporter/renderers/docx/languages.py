"""The language of a story as Word states it: one tag for each kind of script."""

from __future__ import annotations

import re
from dataclasses import dataclass

# RFC 5646 in outline: what does not look like this would make the file invalid.
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_TAG = 84

# Word keeps its dictionaries by country: the one that a language without a country stands for.
_COUNTRIES = {
    "ar": "SA", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL",
    "hi": "IN", "hr": "HR", "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR",
    "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "nn": "NO", "no": "NO", "pl": "PL",
    "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE",
    "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
_EAST_ASIAN = {"zh", "ja", "ko", "yue", "wuu"}
_RIGHT_TO_LEFT = {"ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"}
_RIGHT_TO_LEFT_SCRIPTS = {"arab", "hebr", "thaa", "syrc", "nkoo"}
_ENGLISH = "en-US"


@dataclass(frozen=True, slots=True)
class WordLanguage:
    """The three tags of `w:lang` (ISO/IEC 29500-1, 17.3.2.20) and the direction of writing."""

    latin: str
    east_asian: str | None = None
    complex_script: str | None = None

    @property
    def right_to_left(self) -> bool:
        """Whether paragraphs run from right to left."""
        return self.complex_script is not None


def is_tag(text: str) -> bool:
    """Whether the text has the form of a language tag."""
    return len(text) <= _LONGEST_TAG and _TAG.fullmatch(text) is not None


def word_language(tag: str | None) -> WordLanguage:
    """The language of a tag; English, the house's own, where it is unknown or malformed."""
    if tag is None or not is_tag(tag):
        return WordLanguage(_ENGLISH)
    primary, *subtags = tag.lower().split("-")
    full = tag if subtags or primary not in _COUNTRIES else f"{primary}-{_COUNTRIES[primary]}"
    if _runs_right_to_left(primary, subtags):
        return WordLanguage(_ENGLISH, complex_script=full)
    if primary in _EAST_ASIAN:
        return WordLanguage(_ENGLISH, east_asian=full)
    return WordLanguage(full)


def _runs_right_to_left(primary: str, subtags: list[str]) -> bool:
    scripts = [subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()]
    if scripts:
        return scripts[0] in _RIGHT_TO_LEFT_SCRIPTS
    return primary in _RIGHT_TO_LEFT
