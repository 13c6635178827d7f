"""Lines that only end or separate: end marks, sign-offs, separators."""

from __future__ import annotations

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import AGENCIES, END_MARKS

_SEPARATOR = expression(r"(?:[_*=~—–-]\s?){2,}")
_END_DRESS = expression(r"^[\s\\(/<–—-]+|[\s)/>.–—-]+$")
# Initials of a desk: (dmc-lk) · hh/ph/ts/hd · dpa grj rmo · AFP sn · AAP RTV ar
_INITIALS = expression(
    r"\(?(?:[a-z]{2,4}[/-]){1,5}[a-z]{2,4}\)?|\([a-z]{2,3}\)|\([A-Z]{2}\s?\)"
    r"|\((?:[A-Z][A-Za-z]{0,9}/)*[A-Z]-\d{1,2}\)"
)
_AGENCY_INITIALS = expression(
    r"(?P<agency>[A-Za-z]{2,8})(?:(?: (?:RTV|BIZ|SPORT))?(?: [a-z]{2,4}){1,6}"
    r"| (?:RTV|BIZ|SPORT|RESULTS|FIELDS))"
)
_RUN_ON_END = expression(
    r"[.!?\"”’')]\s+(?P<mark>EFE|\(ANSA\)\.?|MORE|NNNN|ENDS|-30-|###|Xinhua|AFP)$"
)
_LONGEST_END = 24
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
    dressed = bare != text or not bare.isdigit()
    return bare.lower().replace(" ", "") in END_MARKS and dressed and not bare.islower()


def trailing_end_mark(text: str) -> str | None:
    """The end mark that was run on to the last sentence of a text: ``… ejemplares. EFE``."""
    match = _RUN_ON_END.search(text[-_LONGEST_END:])
    return match["mark"] if match else None


def is_sign_off(text: str) -> bool:
    """The initials of those who handled the copy."""
    if len(text) > LONGEST_SIGN_OFF:
        return False
    if _INITIALS.fullmatch(text):
        return True
    match = _AGENCY_INITIALS.fullmatch(text)
    return match is not None and match["agency"].lower() in AGENCIES
