"""The language of a story as Word states it: one tag for each kind of script."""

from __future__ import annotations

from exporter.model import is_language_tag, is_right_to_left
from exporter.model.characters import first_direction
from exporter.stylesheet import FontFamily
from exporter.values import Value

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
# The directions of letters, and a script that runs so.
_SCRIPTS = {"AL": "und-Arab", "R": "und-Hebr"}
_ENGLISH = "en-US"
# The scripts from right to left: in what families' names say that they are for one of them, and
# the families that come with Word and have both, where a style names none.
_FOR_SCRIPTS = ("Arabic", "Hebrew", "Naskh", "Nastaliq", "Kufi")
_WITH_WORD = {"serif": "Times New Roman"}
_WITH_WORD_ELSE = "Arial"


class WordLanguage(Value):
    """The three tags of `w:lang` (ISO/IEC 29500-1, 17.3.2.20) and the direction of writing."""

    latin: str
    east_asian: str | None = None
    complex_script: str | None = None

    @property
    def tags(self) -> dict[str, str]:
        """The attributes of `w:lang`."""
        given = {
            "val": self.latin, "eastAsia": self.east_asian, "bidi": self.complex_script
        }  # fmt: skip
        return {name: tag for name, tag in given.items() if tag}

    @property
    def right_to_left(self) -> bool:
        """Whether paragraphs run from right to left."""
        return self.complex_script is not None

    def complex_family(self, font: FontFamily) -> str:
        """The family for scripts that Word calls complex, Arabic and Hebrew among them.

        Where the story is in one, a fallback of the style's that is made for it, or else one that
        comes with Word: the letters of a Latin family's own fallback would be boxes.
        """
        if not self.right_to_left:
            return font.fallback[0] if font.fallback else font.family
        made = (name for name in font.fallback if any(word in name for word in _FOR_SCRIPTS))
        return next(made, _WITH_WORD.get(font.generic, _WITH_WORD_ELSE))


def word_language(tag: str | None) -> WordLanguage:
    """The language of a tag; English, the house's own, where it is unknown or malformed."""
    if tag is None or not is_language_tag(tag):
        return WordLanguage(_ENGLISH)
    primary, *subtags = tag.lower().split("-")
    full = tag if subtags or primary not in _COUNTRIES else f"{primary}-{_COUNTRIES[primary]}"
    if is_right_to_left(tag):
        return WordLanguage(_ENGLISH, complex_script=full)
    if primary in _EAST_ASIAN:
        return WordLanguage(_ENGLISH, east_asian=full)
    return WordLanguage(full)


def likely_script(text: str) -> str | None:
    """A tag of no language but of Arabic or Hebrew letters, if the first that has a direction is.

    So a story in an unknown language runs as its words do.
    """
    return _SCRIPTS.get(first_direction(text))
