"""What a style's own font files and axes give its roles, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.diagnostics import Diagnostic, StyleError, diagnose
from exporter.stylesheet.fontfiles import (
    EmbeddingForbiddenError,
    FontFaultError,
    FontFile,
    choose,
    font_file,
    is_near,
)
from exporter.stylesheet.tokens import FontFamily, Role, Stylesheet


def findings(style: Stylesheet) -> Iterator[Diagnostic]:
    """What is reported of the fonts of a style; StyleError for what cannot be used."""
    for name, family in style.fonts.items():
        _check_axes(style, name, family)
        files = [_checked(style, name, path) for path in family.files]
        for file in files:
            if file.whole:
                yield diagnose("S027", file=Path(file.path).name)
        if files:
            yield from _unmatched(style, name, files)


def axes(family: FontFamily) -> tuple[tuple[str, float], ...]:
    """The axes that the family pins; ValueError for what is no axis and value."""
    return tuple((_tag(tag), float(value)) for tag, _, value in map(_parted, family.axes))


def with_digests(fonts: Mapping[str, object]) -> dict[str, object]:
    """The table of fonts with the contents' digests in place of paths.

    A file that cannot be used keeps its path, and fails the style.
    """
    return {
        name: {**font, "files": [_digest(file) for file in font["files"]]}
        if isinstance(font, dict) and isinstance(font.get("files"), list)
        else font
        for name, font in fonts.items()
    }


def _digest(path: object) -> object:
    try:
        return font_file(str(path)).sha256
    except FontFaultError:
        return path


def _parted(text: str) -> tuple[str, str, str]:
    return text.partition("=")


def _tag(text: str) -> str:
    tag = text.strip()
    if len(tag) != 4 or not (tag.isascii() and tag.isalnum()):
        raise ValueError(text)
    return tag


def _check_axes(style: Stylesheet, name: str, family: FontFamily) -> None:
    for axis in family.axes:
        tag, _, value = _parted(axis)
        try:
            _tag(tag)
            usable = abs(float(value)) < 32768
        except ValueError:
            usable = False
        if not usable:
            raise StyleError(diagnose("S029", name=style.name, font=name, axis=axis))


def _checked(style: Stylesheet, name: str, path: str) -> FontFile:
    try:
        return font_file(path)
    except FontFaultError as fault:
        code = "S026" if isinstance(fault, EmbeddingForbiddenError) else "S025"
        raise StyleError(
            diagnose(code, name=style.name, font=name, file=Path(path).name, reason=fault)
        ) from fault


def _unmatched(style: Stylesheet, name: str, files: list[FontFile]) -> Iterator[Diagnostic]:
    """Each weight and slope that a role asks for and no file has, once."""
    seen = set()
    for role_name, role in style.roles.items():
        wanted = (role.weight, role.italic)
        if role.font != name or wanted in seen:
            continue
        seen.add(wanted)
        if not is_near(choose(files, *_look(role)), *_look(role)):
            slope = "italic" if role.italic else "upright"
            yield diagnose(
                "S028", name=style.name, font=name, role=role_name,
                wanted=f"{slope} and of weight {role.weight}",
            )  # fmt: skip


def _look(role: Role) -> tuple[int, bool]:
    return role.weight, role.italic
