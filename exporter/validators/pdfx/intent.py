"""Rules about the output intent: for which press the file is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

# A profile's colour space (ICC.1, 7.2.6) and its number of components.
COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_TABLES = tuple(f"{way}{number}".encode() for way in ("A2B", "B2A") for number in range(3))


def press_intent(pdf: pikepdf.Pdf) -> Any:
    """The output intent of PDF/X, None where there is none."""
    intents: list[Any] = list(pdf.Root.get("/OutputIntents", []))
    return next((each for each in intents if each.get("/S") == "/GTS_PDFX"), None)


def press_space(pdf: pikepdf.Pdf) -> bytes | None:
    """The colour space of the press; None where no profile says it."""
    stream = _profile(pdf)
    return None if stream is None else bytes(stream.read_bytes()[16:20])


def _profile(pdf: pikepdf.Pdf) -> Any:
    intent = press_intent(pdf)
    return None if intent is None else intent.get("/DestOutputProfile")


def one_intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    """One intent for PDF/X with a name and a profile; PDF/A's names the same profile."""
    intents: list[Any] = list(pdf.Root.get("/OutputIntents", []))
    found = [each for each in intents if each.get("/S") == "/GTS_PDFX"]
    if len(found) != 1:
        yield f"there are {len(found)} output intents for PDF/X"
        return
    identifier = str(found[0].get("/OutputConditionIdentifier", ""))
    if not identifier:
        yield "the output condition has no identifier"
    if "/RegistryName" not in found[0] and not str(found[0].get("/Info", "")):
        yield f"the output condition {identifier!r} is neither registered nor described"
    profiles = [each.get("/DestOutputProfile") for each in intents]
    if len({None if each is None else each.objgen for each in profiles}) > 1:
        yield "the output intents name different profiles (ISO 19005-3, 6.2.3)"


def profile(pdf: pikepdf.Pdf) -> Iterator[str]:
    """An embedded ICC profile of a printer, with as many components as the file says."""
    stream = _profile(pdf)
    if stream is None:
        yield "no profile is embedded"
        return
    content = stream.read_bytes()
    if content[36:40] != b"acsp" or int.from_bytes(content[:4], "big") != len(content):
        yield "the profile is no ICC profile"
        return
    if content[12:16] != b"prtr":
        yield f"the profile is of class {content[12:16].decode('latin-1')}, not prtr"
    if content[8] not in (2, 4):
        yield f"the profile is of version {content[8]}"
    if COMPONENTS.get(content[16:20]) != int(stream.get("/N", 0)):
        yield "the profile has another number of components than N says"
    yield from _lacking(content)


def _lacking(content: bytes) -> Iterator[str]:
    """What an output profile of several inks must have (ICC.1:2001-04, 6.3.3.2)."""
    count = int.from_bytes(content[128:132], "big")
    tags = {content[132 + 12 * index : 136 + 12 * index] for index in range(count)}
    wanted = (b"kTRC",) if content[16:20] == b"GRAY" else (*_TABLES, b"gamt")
    for tag in wanted:
        if tag not in tags:
            yield f"the profile has no {tag.decode('ascii')}"
