"""Syllables by rule, for languages that are spelt as they sound and that no dictionary comes with.

Turkish: Türk Dil Kurumu, Yazım Kılavuzu, "Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi".
Finnish: Kielitoimiston ohjepankki, "Tavutus". Both say that a syllable begins at the consonant
before a vowel. Finnish compounds whose second part begins with a vowel would need a dictionary.
"""

from __future__ import annotations

from exporter.values import Value

# The capital has no small form of one character (Unicode, SpecialCasing) and is met as it is.
_VOWELS = {"tr": frozenset("aeıiİoöuüâîû"), "fi": frozenset("aeiouyäöå")}


class Syllables(Value):
    """Divides words before each consonant that a vowel follows and another has preceded.

    Two vowels stay together, whether or not they are one syllable.
    """

    vowels: frozenset[str]
    left: int = 0
    right: int = 0

    def divisions(self, word: str) -> list[int]:
        """Offsets in a word of small letters after which it may be divided, unbounded."""
        are = [letter in self.vowels for letter in word]
        if True not in are:
            return []
        first = are.index(True)
        return [at for at in range(first + 1, len(word) - 1) if are[at + 1] and not are[at]]


def syllables(language: str) -> Syllables | None:
    """The rule of a language tag's language; None without one."""
    vowels = _VOWELS.get(language.partition("-")[0])
    return Syllables(vowels) if vowels else None
