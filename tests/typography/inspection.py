"""Whether marks stand the right way round, told without the code that sets them."""

from __future__ import annotations

import unicodedata

# Typed from CLDR 48 and the sources that the tables name; the accepted pairs among them.
PAIRS = {
    "en": "“” ‘’",
    "tr": "“” ‘’",
    "de": "„“ ‚‘ »« ›‹",
    "fr": "«» “” ‘’",
    "es": "«» “” ‘’",
    "ru": "«» „“ “”",
    "el": "«» “” ‘’",
    "zh": "“” ‘’ 「」 『』",
    "ar": "«» ‹› “” ”“",
}
_MARKS = "“”„«»‘’‚‹›「」『』"
_STRAIGHT = "\"'`´＂＇"
# Letters on both sides of a mark say nothing in scripts that have no spaces, prefixes or particles.
_CLOSE_SCRIPTS = ("zh", "ar")
_BINDING_SPACES = "\u00a0\u202f"


def faults(text: str, language: str) -> list[str]:
    """What is wrong with the marks of a text, with where: nothing for what is set right."""
    pairs = [(pair[0], pair[1]) for pair in PAIRS[language].split()]
    found = [f"straight at {at}" for at, sign in enumerate(text) if sign in _STRAIGHT]
    opened: list[str] = []
    for at, sign in enumerate(text):
        left, right = text[at - 1 : at], text[at + 1 : at + 2]
        if sign not in _MARKS or (sign == "’" and not _closes(opened, sign, pairs)):
            continue
        if sign == "’" and _is_letter(left) and _is_letter(right):
            continue
        if _closes(opened, sign, pairs):
            opened.pop()
            found += [f"closes after a space at {at}"] * _is_blank(left)
        elif any(sign == pair[0] for pair in pairs):
            opened.append(sign)
            glued = _is_letter(left) and language not in _CLOSE_SCRIPTS
            found += [f"opens before a space at {at}"] * _is_blank(right)
            found += [f"opens after a letter at {at}"] * glued
        else:
            found.append(f"{sign} closes nothing at {at}")
    return found + [f"{sign} is not closed" for sign in opened]


def _closes(opened: list[str], sign: str, pairs: list[tuple[str, str]]) -> bool:
    return bool(opened) and (opened[-1], sign) in pairs


def _is_letter(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign)[0] in "LMN"


def _is_blank(sign: str) -> bool:
    return not sign or (sign.isspace() and sign not in _BINDING_SPACES)
