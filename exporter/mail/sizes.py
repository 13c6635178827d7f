"""How large things are, in decimal units, as mail servers and their users count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporter.diagnostics import Diagnostic, UsageError, diagnose
from exporter.expressions import expression

_SIZE = expression(r"(\d{1,12}(?:\.\d{1,3})?) ?(|k|m|g|kb|mb|gb|kib|mib|gib)")
_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}
_BINARY = {"k": 1024, "m": 1024**2, "g": 1024**3}
_LINE = 57  # octets that base64 writes in a line of 76 letters, CR and LF


def size_of(text: str) -> int:
    """The octets that a text such as ``20MB`` or ``500 kB`` names; UsageError."""
    match = _SIZE.fullmatch(text.strip().lower())
    if match is None:
        raise UsageError(diagnose("U043", text=text))
    number, unit = float(match[1]), match[2]
    octets = round(number * (_BINARY if unit.endswith("ib") else _UNITS)[unit[:1]])
    if octets < 1:
        raise UsageError(diagnose("U043", text=text))
    return octets


def shown(octets: int) -> str:
    """A size for people: ``118 kB``, ``2.4 MB``."""
    for unit, name in ((1000**3, "GB"), (1000**2, "MB")):
        if octets >= unit:
            return f"{octets / unit:.1f} {name}"
    return f"{max(1, round(octets / 1000))} kB"


def encoded(octets: int) -> int:
    """The octets that so many take in a message, as base64."""
    lines = -(-octets // _LINE)
    return 4 * -(-octets // 3) + 2 * lines


def too_large(
    message: int, raw: int, most: int, by_format: Mapping[str, Sequence[int]]
) -> Diagnostic | None:
    """Why a message is not to be sent: its hint names the format that weighs most.

    `by_format` are the sizes of the attachments, not encoded, a story after the other.
    """
    if message <= most:
        return None
    return diagnose(
        "M002",
        message=shown(message),
        raw=shown(raw),
        most=shown(most),
        remedy=_remedy(by_format, message - most),
    )


def _remedy(by_format: Mapping[str, Sequence[int]], excess: int) -> str:
    weights = {name: sum(map(encoded, each)) for name, each in by_format.items()}
    largest = max(weights, key=lambda name: weights[name])
    others = ",".join(name for name in weights if name != largest)
    ways = []
    if others:
        ways.append(f"leave out {largest}, which takes {shown(weights[largest])} (-f {others})")
    if len(by_format[largest]) > 1 and (not others or weights[largest] < excess):
        ways.append("send fewer stories at a time")
    return "; ".join((*ways, "or raise --max-size" if ways else "raise --max-size"))
