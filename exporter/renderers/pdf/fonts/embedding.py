"""Fonts in the file: Type0, Identity-H, CIDFontType2, subset (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib
import re
import struct
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from exporter.diagnostics import RenderError, diagnose
from exporter.renderers.pdf.fonts.face import Face, FaceKey, face
from exporter.renderers.pdf.fonts.runs import Run
from exporter.renderers.pdf.writer.objects import Raw, Stream, Table, deflate, number

_DROPPED = (
    "GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT", "DSIG", "BASE", "gasp",
    "meta", "kern",
)  # fmt: skip
# ISO 32000-1, table 123: Symbolic, which a font without an encoding is; Serif and Italic beside.
_SYMBOLIC, _SERIF, _ITALIC = 4, 2, 64
# The length of OpenType's table 'head'.
_HEAD = 54
# A CMap block holds at most a hundred entries (Adobe Technical Note 5014, 3.4).
_BLOCK = 100
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
_ENCODING_NAME = "Exporter-Identity-H"
_ENCODING_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def "
    f"/CMapName /{_ENCODING_NAME} def /CMapType 1 def /WMode 0 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)
_ENCODING_ENTRIES = (
    f"/Type /CMap /CMapName /{_ENCODING_NAME} /WMode 0 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
)
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"


class _Use(NamedTuple):
    """What a CID stands for: the glyph that it draws and the text that it extracts as."""

    glyph: int
    text: str


class Embedding:
    """One instance of a font in one document: its resource name, and the CIDs in use.

    A CID is its glyph's index, unless the glyph stands for other characters than before (a
    hyphen that divides a word, a capital for a small letter, a box): then it is a CID of its own,
    which the CIDToGIDMap leads to the same glyph. Numbers and texts come from this document
    alone, in the order of its words, never from what was exported before.
    """

    def __init__(self, face_used: Face, name: str) -> None:
        self.face = face_used
        self.name = name
        self._cids: dict[tuple[int, str], int] = {}
        self._known: set[tuple[int, str]] = set()
        self._aliases: set[tuple[int, str]] = set()
        self._uses: dict[int, _Use] = {}
        self._encoded: dict[Run, str] = {}
        self._next_alias = face_used.file.glyph_count
        self._register((face_used.space, " "))

    def encode(self, run: Run) -> str:
        """The inside of a TJ array that shows the run by this document's CIDs."""
        encoded = self._encoded.get(run)
        if encoded is None:
            encoded = self._encoded[run] = self._encode(run)
        return encoded

    def _encode(self, run: Run) -> str:
        cids = self._cids
        if not run.uses <= self._known:
            for use in run.texts:
                if use not in cids:
                    self._register(use)
        if not self._aliases or run.uses.isdisjoint(self._aliases):
            return run.hexes
        return _renumbered(run.hexes, [cids[use] for use in run.texts])

    def _register(self, use: tuple[int, str]) -> None:
        cid = use[0]
        if cid in self._uses:
            cid = self._next_alias
            self._next_alias += 1
            self._aliases.add(use)
        self._cids[use] = cid
        self._known.add(use)
        self._uses[cid] = _Use(*use)

    def write(self, table: Table) -> str:
        """Put the font's objects into the table; the reference to its Type0 dictionary."""
        font = _prepared(self.face.key, tuple(sorted(self._uses.items())))
        program = table.add(Stream(font.program, font.program_entries, deflated=True))
        unicode_reference = table.add(Stream(font.to_unicode, deflated=True))
        descriptor = table.add(Raw(f"{font.descriptor} {font.program_key} {program} >>"))
        glyph_map, encoding = "", "/Identity-H"
        if font.subtype == "CIDFontType2":
            mapped = table.add(Stream(font.codes, deflated=True)) if font.codes else "/Identity"
            glyph_map = f" /CIDToGIDMap {mapped}"
        elif font.codes:
            encoding = table.add(Stream(font.codes, _ENCODING_ENTRIES, deflated=True))
        descendant = table.add(
            Raw(
                f"<< /Type /Font /Subtype /{font.subtype} /BaseFont /{font.name} "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/FontDescriptor {descriptor} /DW 0 /W [{font.widths}]{glyph_map} >>"
            )
        )
        return table.add(
            Raw(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{font.composite} "
                f"/Encoding {encoding} "
                f"/DescendantFonts [{descendant}] /ToUnicode {unicode_reference} >>"
            )
        )


class _Font(NamedTuple):
    """A font as the file holds it, all but its references; streams are deflated.

    `codes` leads from codes to glyphs, empty where they are the same: a CIDToGIDMap for glyf
    outlines, and for CFF, whose CIDFontType0 has none, an encoding CMap of the font's own
    (ISO 32000-1, 9.7.4.2 and 9.9). A CFF's CIDs are indices of glyphs.
    """

    subtype: str
    name: str
    composite: str
    program: bytes
    program_entries: str
    program_key: str
    descriptor: str
    widths: str
    to_unicode: bytes
    codes: bytes


# Stories of one style mostly use the same characters: then nothing is made but references.
@lru_cache(maxsize=64)
def _prepared(key: FaceKey, used: tuple[tuple[int, _Use], ...]) -> _Font:
    uses = dict(used)
    its_face = face(key)
    program, length, box = _subset(key, tuple(sorted({use.glyph for use in uses.values()})))
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
    name = f"{tag}+{_postscript_name(its_face)}"
    is_glyf = its_face.outlines == "glyf"
    moved = any(code != use.glyph for code, use in used)
    codes = (_glyph_map if is_glyf else _encoding)(uses) if moved else b""
    by_cid = uses if is_glyf else {use.glyph: use for use in sorted(uses.values())}
    return _Font(
        subtype="CIDFontType2" if is_glyf else "CIDFontType0",
        name=name,
        composite=name if is_glyf else f"{name}-Identity-H",
        program=program,
        program_entries=f"/Length1 {length}" if is_glyf else "/Subtype /CIDFontType0C",
        program_key="/FontFile2" if is_glyf else "/FontFile3",
        descriptor=_descriptor(its_face, name, box),
        widths=_widths(its_face, by_cid),
        to_unicode=deflate(_to_unicode(uses)),
        codes=deflate(codes) if codes else b"",
    )


def _renumbered(hexes: str, cids: list[int]) -> str:
    """The TJ fragment with other CIDs: digits inside angle brackets are CIDs, outside numbers."""
    fresh = iter(cids)
    inside = True
    out = []
    for piece in re.split(r"([<>])", hexes):
        if piece in ("<", ">"):
            inside = piece == "<"
            out.append(piece)
        elif inside:
            out += [f"{next(fresh):04X}" for _ in range(len(piece) // 4)]
        else:
            out.append(piece)
    return "".join(out)


# What stands for other characters in the next story may still be the same glyphs.
@lru_cache(maxsize=64)
def _subset(key: FaceKey, glyphs: tuple[int, ...]) -> tuple[bytes, int, tuple[int, ...]]:
    """The deflated font program of the glyphs, its length before, and its bounding box."""
    used = face(key)
    request = hb.SubsetInput()
    whole = used.key.file is not None and used.key.file.whole
    request.glyph_set.update(range(used.file.glyph_count) if whole else glyphs)
    request.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    if used.outlines != "glyf":
        # As CFF, with the glyphs' indices for CIDs, whatever it was.
        request.flags |= hb.SubsetFlags.DOWNGRADE_CFF2 | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    for tag in _DROPPED:
        request.drop_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    for tag, value in used.axes.items():
        request.pin_axis_location(used.file, tag, value)
    try:
        subset = request.subset(used.file)
    except RuntimeError as error:
        raise _unusable(key) from error
    is_glyf = used.outlines == "glyf"
    program = bytes((subset.blob if is_glyf else subset.reference_table("CFF ")).data)
    head = bytes(subset.reference_table("head").data)
    if not program or len(head) < _HEAD:
        raise _unusable(key)
    scale = 1000 / used.file.upem
    # OpenType 'head': xMin, yMin, xMax, yMax stand at offset 36.
    box = tuple(round(edge * scale) for edge in struct.unpack_from(">4h", head, 36))
    return deflate(program), len(program), box


def _unusable(key: FaceKey) -> RenderError:
    reason = "HarfBuzz makes nothing of its outlines"
    return RenderError(diagnose("P033", family=key.family, reason=reason))


def _postscript_name(used: Face) -> str:
    key = used.key
    base = "".join(c for c in key.family if c.isascii() and c.isalnum()) or "House"
    style = "Italic" if key.italic else ""
    optical = f"opsz{number(key.optical).replace('.', '_')}" if "opsz" in used.axes else ""
    return f"{base}-wght{key.weight}{optical}{style}"


def _descriptor(used: Face, name: str, box: tuple[int, ...]) -> str:
    """The font descriptor, open for the program."""
    key = used.key
    flags = _SYMBOLIC | (_SERIF if "Serif" in key.family else 0) | (_ITALIC if key.italic else 0)
    # StemV is asked for and read by no one that has the font: a usual estimate from the weight.
    stem = round(50 + (key.weight / 65) ** 2)
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} "
        f"/FontBBox [{' '.join(map(str, box))}] /ItalicAngle {-11 if key.italic else 0} "
        f"/Ascent {number(used.ascent)} /Descent {number(used.descent)} "
        f"/CapHeight {number(used.cap_height)} /StemV {stem}"
    )


def _widths(used: Face, uses: dict[int, _Use]) -> str:
    """The W array: runs of consecutive CIDs (ISO 32000-1, 9.7.4.3)."""
    runs: list[tuple[int, list[str]]] = []
    for cid, use in uses.items():
        width = number(used.advance(use.glyph))
        if runs and cid == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(width)
        else:
            runs.append((cid, [width]))
    return " ".join(f"{start} [{' '.join(widths)}]" for start, widths in runs)


def _glyph_map(uses: dict[int, _Use]) -> bytes:
    """The CIDToGIDMap: two bytes for each CID (ISO 32000-1, table 117)."""
    glyphs = bytearray(2 * (max(uses) + 1))
    for cid, use in uses.items():
        struct.pack_into(">H", glyphs, 2 * cid, use.glyph)
    return bytes(glyphs)


def _encoding(uses: dict[int, _Use]) -> bytes:
    """An encoding CMap, from codes to glyphs (ISO 32000-1, 9.7.5)."""
    lines = [_ENCODING_HEAD]
    codes = [f"<{code:04X}> {use.glyph}" for code, use in uses.items()]
    for start in range(0, len(codes), _BLOCK):
        block = codes[start : start + _BLOCK]
        lines += [f"{len(block)} begincidchar", *block, "endcidchar"]
    return "\n".join([*lines, _CMAP_TAIL]).encode("ascii")


def _to_unicode(uses: dict[int, _Use]) -> bytes:
    entries = [
        f"<{cid:04X}> <{use.text.encode('utf-16-be').hex().upper()}>" for cid, use in uses.items()
    ]
    lines = [_CMAP_HEAD]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, _CMAP_TAIL]).encode("ascii")
