"""Lines that only end or separate: end marks, sign-offs, separators."""

from __future__ import annotations

from exporter.expressions import expression
from exporter.readers.wire.agencies import AGENCIES, is_agency
from exporter.readers.wire.vocabulary import END_MARKS

_SEPARATOR = expression(r"(?:[_*=~—–-]\s?){2,}")
_END_DRESS = expression(r"^[\s\\(（/<\[–—-]+|[\s)）/>\].–—-]+$")
# ./. · -0- · (0): all dress.
_BARE_END = expression(r"\.//?\.|[-(]0[-)]")
# How an agency signs the last line: (PAP) · /ritzau/ · (©NTB) · (ANSA). · --SPA · ==Kyodo · The AP
_SIGNED = expression(
    r"[-–—=(/\[©\s]{0,5}(?:The )?(?P<agency>[^\W\d_][\w/. -]{0,22}?)[)/\]\s.©]{0,4}"
)
# Initials of a desk: (dmc-lk) · hh/ph/ts/hd · dpa grj rmo · AFP sn · AAP RTV ar
_INITIALS = expression(
    r"\(?(?:[a-z]{2,4}[/-]){1,5}[a-z]{2,4}\)?|\([a-z]{2,3}\)|\([A-Z]{2}\s?\)"
    r"|\((?:[A-Z][A-Za-z]{0,9}/)*[A-Z]-\d{1,2}\)"
)
# In capitals, or parted by spaces, only at the very end: ABC // JLG · jkl pmn · Jv mk
_LAST_INITIALS = expression(
    r"\(?(?:[A-Z]{2,4} ?(?:/{1,2}|-) ?){1,5}[A-Z]{2,4}/?\)?|[a-z]{2,3}(?: [a-z]{2,3}){1,3}"
    r"|(?:[a-z]{2,4}/ ?){1,5}(?:[a-z]{2,4}/?)?|[a-z]{2,3}\.[a-z]{2,3}"
    r"|[A-Z][a-z](?: [A-Za-z][a-z]){1,2}"
)
_AGENCY_INITIALS = expression(
    r"(?P<agency>[A-Za-z]{2,8})(?:(?: (?:RTV|BIZ|SPORT))?(?: [a-z]{2,4}){1,6}"
    r"| (?:RTV|BIZ|SPORT|RESULTS|FIELDS)|(?: [A-Z]{2,4}){1,6}|(?:[ /][a-z]{2,4}){1,5}"
    r"|(?: [a-z]{2,4})?(?:[ /-]+[a-z]{2,4}/[a-z]{2,4})(?:/[a-z]{2,4}){0,4})"
)
# WAM/Hazem Hussein/Laila Mohamed
_AGENCY_NAMES_ALONE = expression(
    r"(?P<agency>[A-Z]{2,8})(?P<names>(?:/ ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}){1,4})"
)
_RUN_ON_END = expression(
    r"[.!?\"”’')]\s+(?P<mark>EFE|MORE|NNNN|ENDS|Enditem|-30-|###|Xinhua|AFP|--[A-Z]{2,5}"
    r"|[(/](?P<agency>[^\W\d_]{2,8})[)/]\.?)$|(?P<wide>[（(]完[）)])$"
)
# The Press Association's are in small letters; "more" in them is rather a word.
_SMALL_END_MARKS = frozenset(["mfl", "mfend", "ends", "endit", "enditem"])
_LONGEST_END = 24
_MOST_INITIALS = 3
# More than the expressions above can take.
LONGEST_SIGN_OFF = 44


def is_separator(text: str) -> bool:
    """``___``, ``* * *``, ``------``: a line of marks that only separates."""
    return _SEPARATOR.fullmatch(text) is not None


def is_end_mark(text: str) -> bool:
    """``Reuter``, ``NNNN``, ``-30-``, ``###``: the end of a take or of the transmission."""
    if not 0 < len(text) <= _LONGEST_END:
        return False
    bare = _END_DRESS.sub("", text)
    if not bare:
        return _BARE_END.fullmatch(text) is not None
    dressed = bare != text or not bare.isdigit()
    return bare.lower().replace(" ", "") in END_MARKS and dressed and not bare.islower()


def is_last_mark(text: str) -> bool:
    """Whether a text that stands last ends the story: an end mark, or the agency's name."""
    if len(text) > _LONGEST_END:
        return False
    if is_end_mark(text) or text in _SMALL_END_MARKS:
        return True
    if text[:1] == "(" and text[-1] == ")" and text[1:-1] in END_MARKS:
        return True
    mark, slash, initials = text.partition("/")
    if slash and mark.lower() in END_MARKS and len(initials) <= _MOST_INITIALS:
        return initials.isalpha()  # Enditem/AW
    match = _SIGNED.fullmatch(text)
    if match is None or (text.islower() and text[0].isalnum()):
        return False
    signed = match["agency"].strip(" /.-")
    parts = [part for part in signed.split("/") if part.lower() not in END_MARKS]
    return is_agency("/".join(parts)) or is_agency(f"The {signed}")


def is_last_sign_off(text: str) -> bool:
    """Whether a text that stands last is the initials of those who handled the copy."""
    return is_sign_off(text) or (
        len(text) <= LONGEST_SIGN_OFF and _LAST_INITIALS.fullmatch(text) is not None
    )


def signed_names(text: str) -> tuple[str, ...]:
    """The names behind an agency's on a closing line; none when a line is anything else."""
    match = _AGENCY_NAMES_ALONE.fullmatch(text)
    if match is None or match["agency"].lower() not in AGENCIES:
        return ()
    return tuple(name.strip() for name in match["names"].split("/") if name.strip())


def trailing_end_mark(text: str) -> str | None:
    """The end mark that was run on to the last sentence of a text: ``… ejemplares. EFE``."""
    match = _RUN_ON_END.search(text[-_LONGEST_END:])
    if match is None or (match["agency"] and not is_agency(match["agency"])):
        return None
    return match["mark"] or match["wide"]


def is_sign_off(text: str) -> bool:
    """The initials of those who handled the copy."""
    if len(text) > LONGEST_SIGN_OFF:
        return False
    if _INITIALS.fullmatch(text):
        bare = text.strip("()")
        return bare not in END_MARKS and not (bare != text and is_agency(bare))
    match = _AGENCY_INITIALS.fullmatch(text)
    if match is None or match["agency"].lower() not in AGENCIES:
        return False
    return text.rpartition("/")[2].lower() not in END_MARKS
