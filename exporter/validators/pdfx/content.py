"""Rules about what the pages are drawn with: operators and resources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from exporter.validators.pdfx.intent import press_space
from exporter.validators.pdfx.objects import dictionaries, is_array, streams

if TYPE_CHECKING:
    import pikepdf

# The device colours that a press's own space gives a meaning: greys are in all of them.
_MEANT = {
    b"GRAY": ("DeviceGray",),
    b"RGB ": ("DeviceGray", "DeviceRGB"),
    b"CMYK": ("DeviceGray", "DeviceCMYK"),
}
_DEVICE = {
    "g": "DeviceGray", "G": "DeviceGray",
    "rg": "DeviceRGB", "RG": "DeviceRGB",
    "k": "DeviceCMYK", "K": "DeviceCMYK",
}  # fmt: skip
_SPACES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"}
_RENDERING_INTENTS = (
    "/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual",
)  # fmt: skip
# ISO 32000-1, table C.1.
_DEEPEST = 28
_HALFTONES = (1, 5)


def colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No device colour that the output intent gives no meaning."""
    meant = _MEANT.get(press_space(pdf) or b"", ())
    found: dict[str, None] = {}
    for operands, operator in _operations(pdf):
        found.update(dict.fromkeys(_colours_of(operator, operands)))
    for item in dictionaries(pdf):
        found.update(dict.fromkeys(_spaces_in(item)))
    yield from (f"{each} is used" for each in found if each not in meant)


def _colours_of(operator: str, operands: list[Any]) -> Iterator[str]:
    if operator in _DEVICE:
        yield _DEVICE[operator]
    if operator in ("cs", "CS") and str(operands[0]) in _SPACES:
        yield str(operands[0])[1:]
    if operator == "INLINE IMAGE" and str(operands[0].colorspace) in _SPACES:
        yield str(operands[0].colorspace)[1:]


def _spaces_in(item: Any) -> Iterator[str]:
    """Device spaces of a picture, and in a dictionary of colour spaces."""
    declared = item.get("/ColorSpace")
    if declared is None:
        return
    spaces = declared.values() if _is_dictionary(declared) else (declared,)
    for space in spaces:
        yield from _devices(space)


def _devices(space: Any) -> Iterator[str]:
    """The device spaces that a colour space is, or is based on."""
    if not is_array(space):
        if str(space) in _SPACES:
            yield str(space)[1:]
    elif len(space) > 2 and str(space[0]) in ("/Separation", "/DeviceN"):
        yield from _devices(space[2])
    elif len(space) > 1 and str(space[0]) in ("/Indexed", "/Pattern"):
        yield from _devices(space[1])


def fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every font's glyphs are in the file."""
    for item in dictionaries(pdf):
        if item.get("/Type") == "/Font" and not _is_embedded(item):
            yield f"the font {str(item.get('/BaseFont', item.objgen))[1:]} is not embedded"


def _is_embedded(font: Any) -> bool:
    kind = str(font.get("/Subtype"))
    if kind == "/Type3":
        return True
    if kind == "/Type0":
        return all(_is_embedded(each) for each in font.DescendantFonts)
    descriptor = font.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def graphics_states(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No transfer functions; halftones of the types that a press can do without."""
    for state in _states(pdf):
        if "/TR" in state or str(state.get("/TR2", "/Default")) != "/Default":
            yield "a graphics state has a transfer function"
        if "/HTP" in state:
            yield "a graphics state has a halftone's phase"
        halftone = state.get("/HT")
        if _is_dictionary(halftone) and int(halftone.get("/HalftoneType", 0)) not in _HALFTONES:
            yield f"a halftone is of type {halftone.get('/HalftoneType')}"


def transparency(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything is opaque."""
    for state in _states(pdf):
        if str(state.get("/SMask", "/None")) != "/None":
            yield "a graphics state has a soft mask"
        if any(float(state.get(key, 1)) != 1 for key in ("/ca", "/CA")):
            yield "a graphics state lets through what is below"
        if str(state.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
            yield "a graphics state blends"
    for item in dictionaries(pdf):
        group = item.get("/Group")
        if group is not None and group.get("/S") == "/Transparency":
            yield f"object {item.objgen[0]} is a transparency group"
        if item.get("/Subtype") == "/Image" and ("/SMask" in item or "/SMaskInData" in item):
            yield f"the picture {item.objgen[0]} has a soft mask"


def rendering_intents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No rendering intents but the four."""
    said = [str(operands[0]) for operands, operator in _operations(pdf) if operator == "ri"]
    said += [str(state.RI) for state in _states(pdf) if "/RI" in state]
    said += [str(each.Intent) for each in dictionaries(pdf) if "/Intent" in each]
    yield from (f"there is a rendering intent {each[1:]}" for each in said
                if each not in _RENDERING_INTENTS)  # fmt: skip


def compatibility(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No operators that a reader may skip."""
    if any(operator in ("BX", "EX") for _, operator in _operations(pdf)):
        yield "a compatibility section is used"


def nesting(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Graphics states are saved no deeper than a printer's memory goes, and all restored."""
    for number, page in enumerate(pdf.pages, 1):
        depth = deepest = 0
        for operator in (operator for _, operator in _of_stream(page)):
            depth += (operator == "q") - (operator == "Q")
            deepest = max(deepest, depth)
        if depth or deepest > _DEEPEST:
            yield f"page {number} saves its graphics state {deepest} deep, and leaves {depth}"


def _operations(pdf: pikepdf.Pdf) -> Iterator[tuple[list[Any], str]]:
    """The operators of all pages and forms, with their operands."""
    for page in pdf.pages:
        yield from _of_stream(page)
    for item in streams(pdf):
        if item.get("/Subtype") == "/Form":
            yield from _of_stream(item)


def _of_stream(stream: Any) -> Iterator[tuple[list[Any], str]]:
    import pikepdf

    for instruction in pikepdf.parse_content_stream(stream):
        yield list(instruction.operands), str(instruction.operator)


def _states(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary of graphics state, whether it says its type or not."""
    for item in dictionaries(pdf):
        if item.get("/Type") == "/ExtGState":
            yield item
        named = item.get("/ExtGState")
        if named is not None:
            yield from (each for each in named.values() if "/Type" not in each)


def _is_dictionary(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Dictionary)
