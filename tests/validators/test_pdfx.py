"""The PDF/X-4 checks: each finds what it is there for, and nothing in what we make."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

import exporter
from exporter.model import Document
from exporter.renderers import RenderOptions
from exporter.renderers.pdf import render
from exporter.stylesheet import Colour, Ink, Inks, Stylesheet, builtin_names, load
from exporter.units import Ratio
from exporter.validators.pdfx import judge, violations
from exporter.validators.pdfx.rules import RULES
from tests.conftest import ROOT, SEED
from tests.renderers.pdf.conftest import every_part

Pdf = pikepdf.Pdf
Name, Array, Dictionary = pikepdf.Name, pikepdf.Array, pikepdf.Dictionary
STORIES = (SEED, *sorted((ROOT / "tests" / "stories").glob("*.txt")))


def four(style: Stylesheet) -> Stylesheet:
    """The style on a press of four inks, its grey a colour."""
    ink = Ink(map(Ratio, (0, 950, 850, 50)))
    return replace(
        style,
        press=replace(style.press, inks=Inks.CMYK),
        colours={**style.colours, "muted": Colour(print=ink, screen="#c8202f")},
    )


def opened(content: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(content))


@pytest.fixture(scope="module")
def good() -> bytes:
    options = RenderOptions(marks=True)
    return render(every_part(), four(load("wire")[0]), options).content


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", builtin_names())
def test_every_print_file_passes_in_every_style(path, style):
    made = exporter.export(path, format="pdf", style=style, allow_embargoed=True)
    with opened(made.content) as pdf:
        assert violations(pdf) == []


@pytest.mark.parametrize("marks", [False, True])
@pytest.mark.parametrize("inks", [lambda style: style, four], ids=["style's inks", "four inks"])
@pytest.mark.parametrize("style", builtin_names())
def test_every_part_passes_with_and_without_marks(style, inks, marks):
    story: Document = every_part()
    made = render(story, inks(load(style)[0]), RenderOptions(marks=marks))
    with opened(made.content) as pdf:
        assert violations(pdf) == []


def test_a_screen_s_file_is_not_judged_and_would_not_pass(tmp_path):
    path = tmp_path / "screen.pdf"
    path.write_bytes(exporter.export(SEED, format="pdf", profile="screen").content)
    assert list(judge()([path])) == []
    with pikepdf.open(path) as pdf:
        assert violations(pdf) != []


def test_a_verdict_tells_what_is_wrong(tmp_path, good):
    passing, failing, broken = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    passing.write_bytes(good)
    with opened(good) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(failing)
    broken.write_bytes(b"%PDF-1.6\nno more")
    verdicts = list(judge()([passing, failing, broken]))
    assert [verdict.passed for verdict in verdicts] == [True, False, False]
    assert "ISO 15930-7, 6.4: there are 0 output intents for PDF/X" in verdicts[1].findings


# -- what each rule finds ---------------------------------------------------------------------


def _draw(operators: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + operators)

    return change


def _annotate(subtype: str, rect: tuple[float, ...]) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array(rect))
        pdf.pages[0].Annots = Array([pdf.make_indirect(annotation)])

    return change


def _state(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].Resources.ExtGState = Dictionary(GS=Dictionary(entries_of(entries)))

    return change


def entries_of(entries: dict[str, object]) -> dict[str, object]:
    return {f"/{key}": value for key, value in entries.items()}


def _picture(**entries: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        stream = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        for key, value in entries.items():
            stream[f"/{key}"] = value
        pdf.Root.Picture = pdf.make_indirect(stream)

    return change


def _metadata(before: bytes, after: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert before in packet
        pdf.Root.Metadata = pdf.make_stream(packet.replace(before, after))

    return change


def _profile(change_profile: Callable[[bytes], bytes], components: int = 4):
    def change(pdf: Pdf) -> None:
        content = change_profile(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
        stream = pdf.make_stream(content, N=components)
        for intent in pdf.Root.OutputIntents:
            intent.DestOutputProfile = stream

    return change


def _set(path: str, value: object) -> Callable[[Pdf], None]:
    """Put a value at a path from the catalog, None for none."""

    def change(pdf: Pdf) -> None:
        *steps, last = path.split(".")
        node = pdf.Root
        for step in steps:
            node = node[int(step)] if step.isdigit() else node[f"/{step}"]
        if value is None:
            del node[f"/{last}"]
        else:
            node[f"/{last}"] = value

    return change


def _of_page(key: str, value: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        if value is None:
            del pdf.pages[0][key]
        else:
            pdf.pages[0][key] = value

    return change


def _info(key: str, value: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        if value is None:
            del pdf.docinfo[key]
        else:
            pdf.docinfo[key] = value

    return change


def _unembedded(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def _other_profile(pdf: Pdf) -> None:
    content = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(content, N=4)


def _unregistered(pdf: Pdf) -> None:
    for key in ("/RegistryName", "/Info"):
        del pdf.Root.OutputIntents[0][key]


def _compressed_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata.Filter = Name.FlateDecode


def _postscript(pdf: Pdf) -> None:
    pdf.Root.Program = pdf.make_indirect(
        pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)
    )


def _lzw(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    stream.Filter = Name.LZWDecode
    pdf.Root.Old = pdf.make_indirect(stream)


def _group(pdf: Pdf) -> None:
    pdf.pages[0].Group = Dictionary(Type=Name.Group, S=Name.Transparency)


def _undated(pdf: Pdf) -> None:
    _info("/ModDate", "yesterday")(pdf)
    _metadata(b"<xmp:ModifyDate>", b"<xmp:ModifyDate>yesterday, ")(pdf)


BREAKS = {
    "layers in the catalog": (_set("Version", Name("/1.7")), "6.1: the catalog says PDF"),
    "no intent": (_set("OutputIntents", Array([])), "6.4: there are 0"),
    "a condition that nobody knows": (
        _unregistered, "6.4: the output condition 'FOGRA39' is neither registered nor",
    ),
    "no condition": (
        _set("OutputIntents.0.OutputConditionIdentifier", None), "6.4: the output condition has no",
    ),
    "two profiles": (_other_profile, "6.4: the output intents name different"),
    "no profile": (_set("OutputIntents.0.DestOutputProfile", None), "6.4: no profile is embedded"),
    "a monitor's profile": (
        _profile(lambda icc: icc[:12] + b"mntr" + icc[16:]), "6.4: the profile is of class mntr",
    ),
    "a profile of the future": (
        _profile(lambda icc: icc[:8] + b"\x05" + icc[9:]), "6.4: the profile is of version 5",
    ),
    "a profile cut off": (_profile(lambda icc: icc[:-1]), "6.4: the profile is no ICC profile"),
    "a profile without gamut": (
        _profile(lambda icc: icc.replace(b"gamt", b"gamx")), "6.4: the profile has no gamt",
    ),
    "wrong components": (_profile(lambda icc: icc, 3), "6.4: the profile has another number"),
    "light on paper": (_draw(b"1 0 0 rg"), "6.4: DeviceRGB is used"),
    "a space by name": (_draw(b"/DeviceRGB CS"), "6.4: DeviceRGB is used"),
    "a picture of light in the page itself": (
        _draw(b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc\nEI"), "6.4: DeviceRGB is used",
    ),
    "a picture of light": (_picture(ColorSpace=Name.DeviceRGB), "6.4: DeviceRGB is used"),
    "a palette of light": (
        _picture(ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String("abc")])),
        "6.4: DeviceRGB is used",
    ),
    "a font elsewhere": (_unembedded, "6.5: the font"),
    "another version": (_metadata(b">PDF/X-4<", b">PDF/X-3<"), "6.10: the version is 'PDF/X-3'"),
    "no document id": (_metadata(b"xmpMM:DocumentID", b"xmpMM:Other"), "6.10: the metadata lack"),
    "no metadata": (_set("Metadata", None), "6.10: there are no metadata"),
    "another title": (_info("/Title", "Another"), "6.10: Title and dc:title differ"),
    "another date": (_info("/ModDate", "D:20010101000000Z"), "6.10: ModDate and"),
    "a date that is none": (_info("/ModDate", "yesterday"), "6.10: ModDate and"),
    "two dates that are none": (_undated, "6.10: ModDate and"),
    "no date": (_info("/CreationDate", None), "6.10: CreationDate is missing"),
    "a transfer function": (_state(TR=Name.Identity), "6.13: a graphics state has a transfer"),
    "a transfer function that says its type": (
        _state(Type=Name.ExtGState, TR=Name.Identity), "6.13: a graphics state has a transfer",
    ),
    "a halftone's phase": (_state(HTP=Array([0, 0])), "6.13: a graphics state has a halftone's"),
    "a soft mask": (_state(SMask=Dictionary(S=Name.Alpha)), "6.20): a graphics state has a soft"),
    "a halftone of spots": (_state(HT=Dictionary(HalftoneType=6)), "6.13: a halftone is of type 6"),
    "postscript": (_postscript, "6.14: object"),
    "a note on the page": (_annotate("/Text", (50, 50, 90, 90)), "6.17: page 1 has a Text"),
    "a mark on the page": (
        _annotate("/PrinterMark", (50, 50, 90, 90)), "6.17: page 1 has a PrinterMark",
    ),
    "an action": (_set("OpenAction", Dictionary(S=Name.Named)), "6.18: the file opens"),
    "a script": (
        _set("Names", Dictionary(JavaScript=Dictionary(Names=Array([])))), "6.18: the file has",
    ),
    "a reaction": (_of_page("/AA", Dictionary(O=Dictionary(S=Name.JavaScript))), "6.18: object"),
    "a skipped section": (_draw(b"BX EX"), "6.19: a compatibility section"),
    "half a colour": (_state(ca=0.5), "6.20): a graphics state lets through"),
    "a blend": (_state(BM=Name.Multiply), "6.20): a graphics state blends"),
    "a group": (_group, "6.20): object"),
    "a soft picture": (_picture(SMaskInData=1), "6.20): the picture"),
    "an intent of its own": (_draw(b"/Vivid ri"), "6.23: there is a rendering intent Vivid"),
    "a layer that switches": (
        _set("OCProperties", Dictionary(D=Dictionary(AS=Array([])))), "6.24: a layer changes",
    ),
    "a state too deep": (_draw(b"q " * 29 + b"Q " * 29), "6.25: page 1 saves"),
    "a state left open": (_draw(b"q"), "6.25: page 1 saves"),
    "a form": (_set("AcroForm", Dictionary(Fields=Array([Dictionary()]))), "6.26: the file"),
    "trapped or not": (_info("/Trapped", Name.Unknown), "trapping"),
    "no trim": (_of_page("/TrimBox", None), "boxes"),
    "a trim outside": (_of_page("/TrimBox", Array([0, 0, 2000, 2000])), "boxes"),
    "a crop inside": (_of_page("/CropBox", Array([200, 200, 300, 300])), "boxes"),
    "lzw": (_lzw, "filters"),
    "another picture": (_picture(Alternates=Array([])), "what is elsewhere"),
    "a proxy": (_picture(OPI=Dictionary()), "what is elsewhere"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), BREAKS.values(), ids=BREAKS)
def test_a_fault_is_found(good: bytes, change: Callable[[Pdf], None], said: str) -> None:
    with opened(good) as pdf:
        change(pdf)
        found = violations(pdf)
    assert any(said in each for each in found), found


def test_a_later_version_is_found(good: bytes) -> None:
    with opened(good.replace(b"%PDF-1.6", b"%PDF-1.7", 1)) as pdf:
        assert violations(pdf) == ["ISO 15930-7, 6.1: the header says PDF 1.7"]


def test_compressed_metadata_are_found(good: bytes) -> None:
    out = io.BytesIO()
    with opened(good) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
        pdf.save(out, compress_streams=True, linearize=False)
    with opened(out.getvalue()) as pdf:
        assert "/Filter" not in pdf.Root.Metadata  # qpdf leaves them plain
        pdf.Root.Metadata.write(__import__("zlib").compress(packet), filter=Name.FlateDecode)
        assert "ISO 15930-7, 6.10: the metadata are compressed" in violations(pdf)


def test_a_password_is_found(good: bytes) -> None:
    out = io.BytesIO()
    with opened(good) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    with opened(out.getvalue()) as pdf:
        assert any("encryption" in each for each in violations(pdf))


def test_missing_identifiers_are_found(good: bytes) -> None:
    with opened(good) as pdf:
        del pdf.trailer["/ID"]
        assert any("identifiers" in each for each in violations(pdf))


def test_a_mark_in_the_slug_is_let_be(good: bytes) -> None:
    with opened(good) as pdf:
        _annotate("/PrinterMark", (2, 2, 20, 20))(pdf)
        assert violations(pdf) == []


def test_a_sheet_s_size_may_stand_above_the_pages(good: bytes) -> None:
    with opened(good) as pdf:
        pdf.Root.Pages.MediaBox = pdf.pages[0].MediaBox
        for page in pdf.pages:
            del page["/MediaBox"]
        assert violations(pdf) == []


def test_a_font_that_the_file_draws_itself_is_let_be(good: bytes) -> None:
    with opened(good) as pdf:
        drawn = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary())
        pdf.pages[0].Resources.Font.Drawn = pdf.make_indirect(drawn)
        assert violations(pdf) == []


def test_layers_that_stay_as_they_are_are_let_be(good: bytes) -> None:
    with opened(good) as pdf:
        pdf.Root.OCProperties = Dictionary(D=Dictionary(Order=Array([])))
        assert violations(pdf) == []


def test_a_colour_space_may_be_a_name(good: bytes) -> None:
    with opened(good) as pdf:
        pdf.pages[0].Resources = Dictionary(ColorSpace=Dictionary(Any=Name.Pattern))
        assert violations(pdf) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: setattr(pdf.pages[0], "Annots", Array([Dictionary(Subtype=Name.Link)])),
        lambda pdf: setattr(pdf.pages[0], "TrimBox", Name.None_),
        lambda pdf: setattr(pdf.Root, "OutputIntents", Name.None_),
        lambda pdf: setattr(pdf.pages[0], "Contents", pdf.make_stream(b"cs")),
    ],
    ids=["a link without a place", "a box that is a name", "intents that are a name", "no operand"],
)
def test_an_object_that_is_not_what_it_should_be_is_told_of(
    good: bytes, change: Callable[[Pdf], None]
) -> None:
    with opened(good) as pdf:
        change(pdf)
        assert any("an object is not what it should be" in each for each in violations(pdf))


def test_every_rule_names_its_clause_and_has_a_fault_that_it_finds() -> None:
    elsewhere = {"encryption", "identifiers", "version"}  # in tests of their own, above
    found = " ".join(said for _, said in BREAKS.values())
    for rule in RULES:
        assert "ISO" in rule.clause
        number = rule.clause.split()[-1]
        topic = rule.clause.split(" (")[0]
        assert number in found or topic in found or rule.check.__name__ in elsewhere, rule.clause
