"""Rules about what the file says of itself, in its metadata and its information dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_VERSION = "pdfxid:GTS_PDFXVersion"
_MUST = (
    "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate",
    "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass",
)  # fmt: skip
# The information dictionary's entries, and the property that must say the same.
_PAIRS = {
    "/Title": "dc:title",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/Keywords": "pdf:Keywords",
    "/Trapped": "pdf:Trapped",
}
_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def claims(pdf: pikepdf.Pdf) -> bool:
    """Whether the file says that it is PDF/X, in either place."""
    return bool(_properties(pdf).get(_VERSION)) or "/GTS_PDFXVersion" in pdf.docinfo


def identification(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The version, and the properties that a PDF/X-4 file must have, in plain metadata."""
    if "/Metadata" not in pdf.Root:
        yield "there are no metadata"
        return
    if "/Filter" in pdf.Root.Metadata:
        yield "the metadata are compressed"
    properties = _properties(pdf)
    if properties.get(_VERSION) != "PDF/X-4":
        yield f"the version is {properties.get(_VERSION)!r}, not 'PDF/X-4'"
    yield from (f"the metadata lack {name}" for name in _MUST if not properties.get(name))


def agreement(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Metadata and information dictionary say the same."""
    properties = _properties(pdf)
    for key, name in _PAIRS.items():
        said = str(pdf.docinfo.get(key, ""))
        if key == "/Trapped":  # a name there, a text here
            said = said.lstrip("/")
        if key in pdf.docinfo and said != properties.get(name):
            yield f"{key[1:]} and {name} differ"
    for key, name in _DATES.items():
        if key not in pdf.docinfo:
            yield f"{key[1:]} is missing"
            continue
        moment = _moment(str(pdf.docinfo[key]))
        if moment is None or moment != _iso(properties.get(name, "")):
            yield f"{key[1:]} and {name} differ"


def trapping(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The file says whether it is trapped."""
    if str(pdf.docinfo.get("/Trapped")) not in ("/True", "/False"):
        yield "Trapped is neither True nor False"


def _properties(pdf: pikepdf.Pdf) -> dict[str, str]:
    metadata = pdf.open_metadata()
    names = (_VERSION, *_MUST, *_PAIRS.values())
    return {name: str(metadata[name]) for name in names if name in metadata}


def _moment(text: str) -> datetime | None:
    """The moment of a PDF date such as D:20240303000000+00'00' (ISO 32000-1, 7.9.4)."""
    from pikepdf.models.metadata import decode_pdf_date

    try:
        return decode_pdf_date(text)
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
