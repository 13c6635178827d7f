"""Closing credits: who else had a hand in the story."""

from __future__ import annotations

import re

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Credit
from exporter.readers.wire.dateline import is_agency
from exporter.readers.wire.persons import is_person, persons
from exporter.readers.wire.terminals import is_sign_off
from exporter.readers.wire.vocabulary import CREDIT_PHRASES, CREDIT_ROLES
from exporter.values import Value

_ROLE = "|".join(CREDIT_ROLES)
_CLAUSE = expression(
    rf"(?:\* ?|- +)?(?:[Aa]dditional )?(?P<role>{_ROLE})(?: (?:and|&) (?:{_ROLE}))*"
    r"(?: from \w+)? by:?\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
_PHRASE = "|".join(sorted(CREDIT_PHRASES, key=len, reverse=True))
# In other languages; a word that is no preposition needs its colon, or a bracket around all.
_OTHER_CLAUSE = expression(
    rf"(?:\* ?|- +)?(?P<role>{_PHRASE})(?P<colon>\s*:)?\s+(?P<who>\S.*)", re.IGNORECASE
)
_LEADS = (" de", " por", " par", " von")
_HELPED = expression(
    r"(?P<who>.{3,400}?)\s(?:contributed|also contributed|helped with)\b.{0,60}"
    r"\b(?:report|story|dispatch|article)\b.{0,40}"
)
_OFFICE = expression(
    r"^(?:The )?(?:Associated Press|AP|APTN|Reuters|AFP|dpa)?\s*(?:\w+ )?"
    r"(?:writers?|reporters?|contributors?|correspondents?|journalists?|producers?)\s+",
    re.IGNORECASE,
)
_SOURCE = expression(
    r"(?:Source|SOURCE):? \S.{0,120}"
    r"|\([^()]{0,80}(?:syndicated feed|not been edited by)[^()]{0,120}\)\.?"
    r"|\((?:With|with) (?:agency )?inputs? from [^()]{2,100}\)\.?|"
    r"\((?:Sources?|Sourcing|Quelle|Kaynak): [^()]{2,200}\)\.?"
)
# Broadcasters speak their sign-off: Ann Berg, VOA News.
_SPOKEN_FORM = (
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}), (?:for )?(?P<house>[A-Z]{2,5})(?: News)?"
    r"(?:,? [A-Z][\w ]{2,30})?\."
)
_SPOKEN = expression(_SPOKEN_FORM)
_LONGEST_SPOKEN = 80
_RUN_ON_SPOKEN = expression(rf"(?<=[.!?\"”])\s+(?={_SPOKEN_FORM}$)")
_RUN_ON_INITIALS = expression(
    r"(?<=[.!?\"”'’])\s+(?=\((?:[a-z]{2,4}[/-]){1,5}[a-z]{2,4}\)$"
    r"|\((?:[A-Z][A-Za-z]{0,9}/)*[A-Z]-\d{1,2}\)$)"
)
_BRACKET = expression(r"\((?P<inside>[^()]{10,600})\)\s*\.?$")
_BETWEEN = expression(
    rf";|,(?=\s+(?:additional reporting by|{_PHRASE})\b)|\.(?=\s+(?:{_PHRASE})\b)", re.IGNORECASE
)
_LONGEST = 600


class Trailing(Value):
    """The credits at the end of a paragraph, and the paragraph without them."""

    text: str
    credits: tuple[Credit, ...]


def credit_line(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    """The credits of a paragraph that is nothing else; none when it is more or other."""
    if len(text) > _LONGEST:
        return ()
    if is_sign_off(text):
        return (Credit(text, "signoff", (), lines),)
    if _SOURCE.fullmatch(text):
        return (Credit(text, "source", (), lines),)
    spoken = _spoken(text, lines) if len(text) <= _LONGEST_SPOKEN else ()
    return spoken or _helped(text, lines) or _clauses(_unbracketed(text), lines)


def trailing_credits(text: str, lines: Lines | None) -> Trailing | None:
    """The credits that were run on to the last paragraph: in brackets, or as a sign-off."""
    for form in (_RUN_ON_INITIALS, _RUN_ON_SPOKEN):
        ending = text[-_LONGEST_SPOKEN:]
        match = form.search(ending)
        found = credit_line(ending[match.end() :], lines) if match else ()
        if match is not None and found:
            return Trailing(text[: len(text) - len(ending) + match.start()].rstrip(), found)
    match = _BRACKET.search(text[-_LONGEST:])
    if match is None:
        return None
    credits_ = _clauses(match["inside"], lines)
    before = text[: len(text) - len(match.group())].rstrip()
    return Trailing(before, credits_) if credits_ and before else None


def _spoken(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    match = _SPOKEN.fullmatch(text)
    if match is None or not is_agency(match["house"]) or not is_person(match["name"]):
        return ()
    return (Credit(text, "signoff", (match["name"],), lines),)


def _unbracketed(text: str) -> str:
    match = _BRACKET.fullmatch(text)
    return match["inside"] if match else text


def _helped(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    match = _HELPED.fullmatch(text.strip("()").lstrip("* "))
    if match is None:
        return ()
    names = persons(_OFFICE.sub("", match["who"]))
    return (Credit(text, "contribution", names, lines),) if names else ()


def _clauses(inside: str, lines: Lines | None) -> tuple[Credit, ...]:
    """One credit a role; all of the clauses must be credits, or none is."""
    found = []
    for part in map(str.strip, _BETWEEN.split(inside)):
        clause = _role(part)
        if clause is None or not _is_closed(clause[1]):
            return ()
        found.append(Credit(part, clause[0], persons(clause[1]), lines))
    return tuple(found)


def _role(part: str) -> tuple[str, str] | None:
    """The role that a clause gives, and the words that name who has it."""
    match = _CLAUSE.fullmatch(part)
    if match is not None:
        return CREDIT_ROLES[match["role"].lower()], match["who"]
    match = _OTHER_CLAUSE.fullmatch(part)
    if match is None:
        return None
    phrase = match["role"].lower()
    if not (match["colon"] or phrase.endswith(_LEADS)):
        return None
    return CREDIT_PHRASES[phrase], match["who"].rstrip(".")


def _is_closed(who: str) -> bool:
    """Whether the words are names rather than the start of a sentence."""
    return bool(persons(who)) and len(who) <= 300 and not re.search(r"\b(?:was|were|is|has)\b", who)
