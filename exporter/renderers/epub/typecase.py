"""The fonts that a book carries, where its style asks for that: subsets, each of one look.

A licence is respected by what the font says of itself (OpenType, OS/2.fsType): what may not be
embedded fails the style, and what may not be subset is carried whole.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.fontfaces import Face, face_of
from exporter.renderers.epub.rules import rule
from exporter.renderers.epub.typefaces import quoted
from exporter.stylesheet import FontFamily, Stylesheet
from exporter.stylesheet.fontfiles import choose, font_file
from exporter.values import Value

# Strong words are as bold as readers' programs have them (HTML, 15.3.4).
_BOLD = 700
# The kinds of fonts that a book may carry, by their first bytes (EPUB 3.3, 3.2).
_KINDS = {b"OTTO": "otf", b"\0\1\0\0": "ttf", b"true": "ttf"}
# Type of a book is set at about this size, whatever the reader's own is, in points.
_OPTICAL = 12.0


class Look(Value):
    """One weight and slope of a family that a style wants carried."""

    font: str
    weight: int
    italic: bool

    @property
    def stem(self) -> str:
        """What its file is called, without a suffix."""
        return f"fonts/{self.font}-{self.weight}{'-italic' if self.italic else ''}"


class Sort(Value):
    """A font as a member of the book, and the rule of CSS by which its words find it."""

    name: str
    media_type: str
    content: bytes
    rule: str


def looks(stylesheet: Stylesheet) -> tuple[Look, ...]:
    """The looks that the style wants carried: those of its roles, and of marked words."""
    if not any(font.embed for font in stylesheet.fonts.values()):
        return ()
    wanted: dict[Look, None] = {}
    for role in stylesheet.roles.values():
        if stylesheet.fonts[role.font].embed:
            wanted[Look(role.font, role.weight, role.italic)] = None
    body = stylesheet.roles["body"]
    if stylesheet.fonts[body.font].embed:
        wanted[Look(body.font, body.weight, italic=True)] = None
        wanted[Look(body.font, _BOLD, italic=False)] = None
    return tuple(sorted(wanted, key=lambda look: look.stem))


def sorts(stylesheet: Stylesheet, text: str, findings: Findings) -> tuple[Sort, ...]:
    """The fonts of the book with what the text, in capitals too, needs of them."""
    wanted = looks(stylesheet)
    characters = "".join(sorted({*text, *text.upper()})) if wanted else ""
    found = (_sort(stylesheet, look, characters, findings) for look in wanted)
    return tuple(sort for sort in found if sort)


def _sort(stylesheet: Stylesheet, look: Look, characters: str, findings: Findings) -> Sort | None:
    family = stylesheet.fonts[look.font]
    face = face_of(family, look.weight, italic=look.italic, optical=_OPTICAL)
    if face is None:
        findings.say("E012", family=family.family, reason="it is not installed")
        return None
    whole = _is_whole(family, look)
    try:
        content = Path(face.path).read_bytes() if whole else _subset(face, characters)
    except Exception:  # a font's tables can be wrong in many ways
        findings.say("E012", family=family.family, reason="its file is damaged")
        return None
    kind = _KINDS[content[:4]]
    name = f"{look.stem}.{kind}"
    return Sort(name, f"font/{kind}", content, _font_face(family, look, name))


def _font_face(family: FontFamily, look: Look, name: str) -> str:
    return rule(
        "@font-face",
        (
            f"font-family: {quoted(family.family)}",
            f"font-weight: {look.weight}",
            f"font-style: {'italic' if look.italic else 'normal'}",
            f"src: url({name})",
        ),
    )


def _is_whole(family: FontFamily, look: Look) -> bool:
    """Whether the file's maker allows no subset."""
    files = [font_file(path) for path in family.files]
    return bool(files) and choose(files, look.weight, look.italic).whole


@lru_cache(maxsize=32)
def _subset(face: Face, characters: str) -> bytes:
    """The characters alone, with the layout that they need; a variable font set to its place."""
    import uharfbuzz as hb  # few styles ask for fonts

    file = hb.Face(hb.Blob.from_file_path(face.path))
    request = hb.SubsetInput()
    request.unicode_set.update(map(ord, characters))
    request.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.DOWNGRADE_CFF2
    for tag, value in face.location().items():
        request.pin_axis_location(file, tag, value)
    return bytes(request.subset(file).blob.data)
