"""The tokens of a stylesheet that this backend does not read, and why."""

from __future__ import annotations

_PARAGRAPH = (
    "align", "hyphenate", "hanging", "keep_with_next", "first_indent", "left_indent",
    "right_indent", "space_before", "space_after",
)  # fmt: skip
_ONE_LINE = ("notice", "running_agency", "running_title", "folio", "foot")

UNSUPPORTED: dict[str, str] = {
    "description": "says what the style is for, to people who choose one",
    "fonts.*.generic": "the fonts themselves are embedded",
    "fonts.*.substitute": "the fonts themselves are embedded",
    "fonts.*.embed": "a PDF carries its fonts in any case",
    "house.cover": "a print copy has no cover",
    "house.dash": "set by typography, before a backend sees the story",
    "house.dateline_dash": "set by typography, before a backend sees the story",
    "terms.*.contents": "a print copy has no contents list",
    "terms.*.cover": "a print copy has no cover",
    "terms.*.story": "the story needs no heading of its own",
    "terms.*.about": "the data column needs no heading of its own",
    "roles.dateline.leading": "the dateline is run in with the lead",
    **{f"roles.dateline.{token}": "the dateline is run in with the lead" for token in _PARAGRAPH},
    **{
        f"roles.{role}.{token}": "stands on one line, in a place of its own"
        for role in _ONE_LINE
        for token in _PARAGRAPH
    },
    **{
        f"roles.{role}.{token}": "cells stand on the table's own columns and rows"
        for role in ("table", "table_header")
        for token in _PARAGRAPH
    },
}
