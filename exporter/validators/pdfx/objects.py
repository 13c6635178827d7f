"""Rules about the file and its objects, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

# PDF/X-4 is based on PDF 1.6; a file may say that it needs less.
_VERSIONS = ("1.3", "1.4", "1.5", "1.6")


def version(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A header of PDF 1.6 at most, and no other version in the catalog."""
    if pdf.pdf_version not in _VERSIONS:
        yield f"the header says PDF {pdf.pdf_version}"
    if str(pdf.Root.get("/Version", "/1.6"))[1:] not in _VERSIONS:
        yield f"the catalog says PDF {pdf.Root.Version}"


def encryption(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No password."""
    if pdf.is_encrypted or "/Encrypt" in pdf.trailer:
        yield "the file is encrypted"


def identifiers(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Two identifiers in the trailer."""
    found = pdf.trailer.get("/ID")
    if found is None or len(found) != 2 or not all(len(bytes(each)) for each in found):
        yield "the trailer has no pair of identifiers"


def filters(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No LZW, which PDF/X bans, and no encrypting filter."""
    for stream in streams(pdf):
        for name in _names(stream.get("/Filter")):
            if name in ("/LZWDecode", "/Crypt"):
                yield f"object {stream.objgen[0]} uses {name[1:]}"


def elsewhere(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing that stands in another file or for another picture."""
    for stream in streams(pdf):
        for key in ("/F", "/Alternates", "/OPI", "/Ref"):
            if key in stream and stream.get("/Type") != "/EmbeddedFile":
                yield f"object {stream.objgen[0]} has {key[1:]}"


def postscript(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No PostScript in a form's clothes."""
    for stream in streams(pdf):
        if "/PS" in (stream.get("/Subtype"), stream.get("/Subtype2")) or "/PS" in stream:
            yield f"object {stream.objgen[0]} is PostScript"


def actions(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing that happens by itself, and no script."""
    if "/OpenAction" in pdf.Root and not is_array(pdf.Root.OpenAction):
        yield "the file opens with an action"
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "the file has named scripts"
    for item in dictionaries(pdf):
        if "/AA" in item:
            yield f"object {item.objgen[0]} has additional actions"
        if item.get("/S") == "/JavaScript":
            yield f"object {item.objgen[0]} is a script"


def forms(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No form to fill in."""
    form = pdf.Root.get("/AcroForm")
    if form is not None and ("/XFA" in form or len(form.get("/Fields", []))):
        yield "the file has a form"


def optional_content(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No layers that switch themselves."""
    layers = pdf.Root.get("/OCProperties")
    if layers is None:
        return
    for configuration in (layers.get("/D", {}), *layers.get("/Configs", [])):
        if "/AS" in configuration:
            yield "a layer changes by itself"


def streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every stream."""
    import pikepdf

    return (item for item in pdf.objects if isinstance(item, pikepdf.Stream))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary, those of streams and those inside others included."""
    for item in pdf.objects:
        yield from _inside(item)


def _inside(item: Any) -> Iterator[Any]:
    import pikepdf

    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        parts = list(item.values())
    elif isinstance(item, pikepdf.Array):
        parts = list(item)
    else:
        return
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _inside(part)


def _names(value: Any) -> list[str]:
    """The names in an entry that holds one name, an array of them, or nothing."""
    if value is None:
        return []
    return [str(each) for each in value] if is_array(value) else [str(value)]


def is_array(value: Any) -> bool:
    """Whether a value is an array."""
    import pikepdf

    return isinstance(value, pikepdf.Array)
