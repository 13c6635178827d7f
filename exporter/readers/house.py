r"""A newsroom's own forms of copy: the agencies that it takes, and lines that say what they are.

agencies = ["NHK"]                  # as they tag datelines, bylines and sign-offs
end_marks = ["-slut-"]

[[form]]
part = "ed_note"                    # what a line of this form is
pattern = '>>> .+'                  # a regular expression for all of it

[[form]]
part = "dateline"
pattern = '(?P<head>[^|]{2,60}) \\| (?P<agency>NHK) \|'
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from exporter.values import Value

# What a form may say of a line, as the model and WIRE's own explanations name it.
PARTS = (
    "slugline", "ed_note", "headline", "subheadline", "byline", "dateline", "crosshead",
    "credits", "end_mark", "copyright", "boilerplate", "frame",
)  # fmt: skip
ROLES = ("writing", "reporting", "editing", "translation", "contribution", "signoff", "source")
_LONGEST_PATTERN = 1000


class Form(Value):
    """What a line is that the pattern matches as a whole; of a dateline, where it ends.

    A dateline's groups are `head`, places, region and date as they stand, and `agency`. Credits
    have a `role`.
    """

    part: str
    pattern: re.Pattern[str]
    role: str = "contribution"


class House(Value):
    """The forms that a newsroom adds to those that are known; `digest` tells two apart."""

    agencies: tuple[str, ...] = ()
    end_marks: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    digest: str = ""


NO_HOUSE = House()


def house_of(text: str) -> House:
    """The house of a TOML document; ValueError says what is wrong with it."""
    import tomllib

    table = tomllib.loads(text)
    _refuse_unknown(table, ("agencies", "end_marks", "form"), "")
    agencies = _texts(table, "agencies")
    end_marks = _texts(table, "end_marks")
    rows = table.get("form", [])
    if not isinstance(rows, list):
        raise ValueError("form is not a list of tables")
    forms = [_form(row) for row in rows]
    return House(
        agencies,
        end_marks,
        (*forms, *_of_agencies(agencies), *_of_end_marks(end_marks)),
        hashlib.sha256(text.encode()).hexdigest(),
    )


def _refuse_unknown(table: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"{where}{key!r} is not known; known are {', '.join(known)}")


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(each, str) and each for each in values):
        raise ValueError(f"{key} is not a list of texts")
    return tuple(values)


def _form(row: object) -> Form:
    if not isinstance(row, dict):
        raise ValueError("form is not a list of tables")
    _refuse_unknown(row, ("part", "pattern", "role"), "in a form ")
    part, pattern, role = row.get("part"), row.get("pattern"), row.get("role", ROLES[4])
    if part not in PARTS:
        raise ValueError(f"the part {part!r} is not known; known are {', '.join(PARTS)}")
    if role not in ROLES:
        raise ValueError(f"the role {role!r} is not known; known are {', '.join(ROLES)}")
    if not isinstance(pattern, str) or not 0 < len(pattern) <= _LONGEST_PATTERN:
        raise ValueError(f"the pattern of {part} is no text of 1 to {_LONGEST_PATTERN} characters")
    try:
        return Form(part, re.compile(pattern), role)
    except re.error as error:
        raise ValueError(f"the pattern {pattern!r} is no regular expression: {error}") from error


def _of_agencies(agencies: Iterable[str]) -> list[Form]:
    """The forms of an agency's tag: in a dateline, alone as a byline, before initials."""
    if not agencies:
        return []
    tag = "|".join(map(re.escape, agencies))
    dash = r"\s*(?:\.-|--|[-–—_]{1,3}|:)"
    return [
        Form("dateline", re.compile(rf"(?P<head>[^()/]{{0,100}}?)\s*\((?P<agency>{tag})\){dash}")),
        Form("dateline", re.compile(rf"(?P<head>[^()/]{{2,99}}?)\s*/(?P<agency>{tag})/\.?{dash}?")),
        Form("credits", re.compile(rf"(?:{tag})(?: [a-z]{{2,4}}){{1,6}}"), "signoff"),
        Form("byline", re.compile(tag)),
    ]


def _of_end_marks(marks: Iterable[str]) -> list[Form]:
    return [Form("end_mark", re.compile("|".join(map(re.escape, marks))))] if marks else []
