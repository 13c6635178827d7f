"""What a caller may ask of an export."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from exporter.diagnostics import UsageError, diagnose, reason_of
from exporter.expressions import expression
from exporter.pipeline.dates import iso_datetime
from exporter.readers import NO_HOUSE, House, house_of
from exporter.renderers import FORMATS, HouseTemplate, Profile, Trace, renderer
from exporter.stylesheet import CoverKind
from exporter.values import Value, field, force_setattr

# RFC 5646, section 2.1, without the list of grandfathered tags and without first subtags of four
# to eight letters: there is none, and who writes one means `en` by `english`.
_LANGUAGE = expression(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE | re.ASCII,
)

# A template is some hundred kilobytes.
_LARGEST_TEMPLATE = 32_000_000


class Options(Value, kw_only=True):
    """The options of one export, valid by construction: UsageError says what is wrong.

    `style` is a built-in name or the path of a TOML file. `headline`, `language` and `date`
    override what the story says; `fallback_date` is used when it does not say. `now` is what a
    dated embargo is compared with: without it none counts as past. `marks` asks for a
    PDF with bleed and printer's marks. `cover` is the kind of a book's cover, and `no_ed_note`
    leaves out notes to editors, whatever the style says. `resources` holds pictures that figures
    name; those beside the story's file need not be given. `docx_template` is the house's
    own Word template, `house` the forms of wire copy that it adds. `trace` is the place in an
    archive that a print copy tells.
    """

    style: str = "wire"
    headline: str | None = None
    language: str | None = None
    date: datetime | None = None
    fallback_date: datetime | None = None
    now: datetime | None = None
    profile: Profile = Profile.PRINT
    marks: bool = False
    verbatim: bool = False
    embed_source: bool = False
    cover: CoverKind | None = None
    no_ed_note: bool = False
    allow_embargoed: bool = False
    strict: bool = False
    resources: Mapping[str, bytes] = field(default_factory=dict)
    docx_template: HouseTemplate | None = None
    house: House = NO_HOUSE
    trace: Trace | None = None

    def __post_init__(self) -> None:
        if self.headline is not None:
            force_setattr(self, "headline", headline(self.headline))
        if self.language is not None:
            force_setattr(self, "language", language_tag(self.language))
        force_setattr(self, "profile", profile(self.profile))
        if self.cover is not None:
            force_setattr(self, "cover", cover(self.cover))
        if self.marks and self.profile is Profile.SCREEN:
            raise UsageError(diagnose("U020"))


def headline(text: str) -> str:
    """A headline in one line and in characters that a file can hold; UsageError when blank."""
    words = " ".join(text.encode("utf-8", "replace").decode().split())
    if not words:
        raise UsageError(diagnose("U015"))
    return words


def language_tag(text: str) -> str:
    """A language tag in its usual capitals (RFC 5646, 2.1.1); UsageError when it is none."""
    if not _LANGUAGE.fullmatch(text):
        raise UsageError(diagnose("U008", text=text))
    first, *rest = text.lower().split("-")
    tag, private = [first], first == "x"
    for part in rest:
        private = private or len(tag[-1]) == 1
        tag.append(part if private else _CASE.get(len(part), str)(part))
    return "-".join(tag)


# A region has two letters, a script four.
_CASE = {2: str.upper, 4: str.title}


def known_format(name: str) -> str:
    """The name of a format as it is; UsageError when there is none. No backend is loaded."""
    if name not in FORMATS:
        renderer(name)
    return name


def profile(name: str) -> Profile:
    """The profile of a name; UsageError when no PDF can be made for it."""
    if name not in tuple(Profile):
        raise UsageError(diagnose("U010", profile=name, known=", ".join(Profile)))
    return Profile(name)


def cover(kind: str) -> CoverKind:
    """The kind of cover of a name; UsageError when there is none."""
    if kind not in tuple(CoverKind):
        raise UsageError(diagnose("U021", cover=kind, known=", ".join(CoverKind)))
    return CoverKind(kind)


def docx_template(path: str | os.PathLike[str]) -> HouseTemplate:
    """The Word template of a path; UsageError when it cannot be read."""
    name = Path(path).name
    try:
        with Path(path).open("rb") as file:
            content = file.read(_LARGEST_TEMPLATE + 1)
    except (OSError, ValueError) as error:
        raise UsageError(diagnose("U022", name=name, reason=reason_of(error))) from error
    if len(content) > _LARGEST_TEMPLATE:
        reason = f"it is larger than {_LARGEST_TEMPLATE:,} bytes"
        raise UsageError(diagnose("U022", name=name, reason=reason))
    return HouseTemplate(name, content)


def conventions(path: str | os.PathLike[str]) -> House:
    """The house's forms of wire copy in a TOML file; UsageError when it cannot be read."""
    name = Path(path).name
    try:
        return house_of(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(diagnose("U023", name=name, reason=reason_of(error))) from error


def moment(value: str | date | None) -> datetime | None:
    """A date or time of day, as text or not, in UTC; UsageError when it is neither."""
    if value is None:
        return None
    text = value.isoformat() if isinstance(value, date) else value
    found = iso_datetime(text)
    if found is None:
        raise UsageError(diagnose("U007", text=text))
    return found
