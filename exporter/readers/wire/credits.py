"""Closing credits: who else had a hand in the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.model import Credit
from exporter.readers.remarks import Remarks
from exporter.readers.wire.agencies import is_agency
from exporter.readers.wire.persons import is_person, persons
from exporter.readers.wire.terminals import is_sign_off, signed_names
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
    r"(?:\b(?:report|story|dispatch|article|coverage)\b.{0,40})"
    r"|(?P<writer>(?:The )?(?:Associated Press|AP|Reuters|AFP|dpa)\b.{3,200}?) contributed\.?"
)
_OFFICE = expression(
    r"^(?:The )?(?:Associated Press|AP|APTN|Reuters|AFP|dpa)?\s*(?:\w+ )?"
    r"(?:writers?|reporters?|contributors?|correspondents?|journalists?|producers?)\s+",
    re.IGNORECASE,
)
_SOURCE = expression(
    r"(?:Source|SOURCE):? \S.{0,120}"
    r"|(?:This report by|With files from|Information from:) [A-Z].{2,120}"
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
    rf";|,(?=\s+(?:(?:and )?(?:additional )?(?:{_ROLE}) by|{_PHRASE})\b)|\.(?=\s+(?:{_PHRASE})\b)",
    re.IGNORECASE,
)
_LONGEST = 600
# Smith reported from Washington and Jones from Boston. AP writer Ann Berg contributed.
_REPORTED = expression(
    r"(?P<who>[^.]{3,160}?) (?:reported|reports)"
    r"(?:,? (?:and|from|in|the|of|at|on|to)|,? [A-Z][\w.’'-]*(?=[ ,]|$))+"
)
_REPORTED_TOO = expression(r"(?:,? and |, )(?P<who>[^,]{3,40}?) from ")
_SENTENCES = expression(r"(?<=[^\W\d_]{3}\.)\s+(?=[A-Z])")
# Karin Ek/TT · Anna Berg / dpa
_NAME_AND_HOUSE = expression(r"(?P<name>[^\W\d_][^\d/,;:()]{3,50}?) ?/ ?(?P<house>[A-Za-z-]{2,10})")
# What a sentence has and the name of a source has not.
_STATES = expression(
    r"\b(?:told|said|says|was|were|is|are|has|had|that|who|which)\b.*\.$"
    r"|Source:? [a-z](?:\S* ){5}.*\.$"
)


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
    if _SOURCE.fullmatch(text) and not (text[0] == "S" and _STATES.search(text)):
        return (Credit(text, "source", (), lines),)
    short = len(text) <= _LONGEST_SPOKEN
    spoken = (_spoken(text, lines) or _signed(text, lines)) if short else ()
    return (
        spoken
        or _reported(text, lines)
        or _helped(text, lines)
        or _clauses(_unbracketed(text), lines)
    )


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


def _signed(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    """The names with which the one who wrote a story, or those who handled it, sign it."""
    names = signed_names(text)
    if names:
        return (Credit(text, "signoff", names, lines),)
    match = _NAME_AND_HOUSE.fullmatch(text) if "/" in text else None
    if match is None or not is_agency(match["house"]) or " " not in match["name"]:
        return ()
    names = persons(match["name"])
    return (Credit(text, "writing", names, lines),) if names else ()


def _reported(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    """Sentences that say where each reported from, and who contributed (AP)."""
    if " from " not in text:
        return ()
    found: list[Credit] = []
    for sentence in _SENTENCES.split(text.strip("()")):
        match = _REPORTED.fullmatch(sentence.rstrip("."))
        if match is None:
            helped = _helped(sentence, lines) if found else ()
            if not helped:
                return ()
            found += helped
            continue
        others = (other["who"] for other in _REPORTED_TOO.finditer(sentence, match.end("who")))
        parts = [_OFFICE.sub("", match["who"]), *others]
        names = [persons(part) for part in parts]
        if not all(names) or any(word.islower() and word != "and" for word in parts[0].split()):
            return ()
        found.append(Credit(sentence, "reporting", tuple(sum(names, ())), lines))
    return tuple(found)


def _unbracketed(text: str) -> str:
    match = _BRACKET.fullmatch(text)
    return match["inside"] if match else text


def _helped(text: str, lines: Lines | None) -> tuple[Credit, ...]:
    match = _HELPED.fullmatch(text.strip("()").lstrip("* "))
    if match is None:
        return ()
    names = persons(_OFFICE.sub("", match["who"] or match["writer"]))
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


def mark_rest(sent: str, credits_: Sequence[Credit], remarks: Remarks) -> None:
    """Reports the brackets and semicolons around credits, which their structure now says."""
    lines = credits_[0].lines
    for credit in credits_:
        sent = sent.replace(credit.text, " ", 1)
    for mark in "".join(sent.split()):
        remarks.marker(mark, "closing credits", lines.first if lines else 1)
