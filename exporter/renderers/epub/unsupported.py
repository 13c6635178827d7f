"""The tokens of a stylesheet that this backend does not honour, and why."""

from __future__ import annotations

_READER_SETS_PAGE = "the reader's program makes the pages; the cover alone has a size"
_NO_RUNNING_HEAD = "a book that flows has no head or foot on its pages"
_RUN_IN = "a passage within a line has no place of its own"
_DRAWN = "the agency stands on the cover only, where nothing flows"
_CELL = "a cell stands where its table puts it"
_READERS_COLOUR = "the reader's own text colour stands for the story's"

# Patterns of token paths, as fnmatch reads them.
UNSUPPORTED: dict[str, str] = {
    "description": "says what the style is for, to people who choose one",
    "digest": "the fingerprint tells from what a book was made",
    "page.name": _READER_SETS_PAGE,
    "page.margin_bottom": _READER_SETS_PAGE,
    "page.bleed": _READER_SETS_PAGE,
    "page.grid": _READER_SETS_PAGE,
    "page.columns": _READER_SETS_PAGE,
    "page.gutter": _READER_SETS_PAGE,
    "data_column.width": "the facts stand under the headline, as wide as their words",
    "fonts.*.files": "they are told in a book that carries the family (`embed`) only",
    "fonts.*.axes": "they are told in a book that carries the family (`embed`) only",
    "house.dash": "typography has set it before",
    "house.dateline_dash": "typography has set it before",
    "house.running_title_words": _NO_RUNNING_HEAD,
    "press.inks": "ink on paper; a book is read on a screen",
    "house.logo": _NO_RUNNING_HEAD,
    "house.logo_height": _NO_RUNNING_HEAD,
    "colours.*.print": "ink on paper; a book is read on a screen",
    "roles.*.hanging": "no reader's program but one hangs marks, and CSS for it is a draft",
    "roles.byline.*": "the byline stands among the facts, in the role value",
    "roles.running_title.*": _NO_RUNNING_HEAD,
    "roles.folio.*": _NO_RUNNING_HEAD,
    "roles.foot.*": _NO_RUNNING_HEAD,
    "roles.body.colour": _READERS_COLOUR,
    "roles.lead.colour": _READERS_COLOUR,
    "roles.list.colour": _READERS_COLOUR,
    "roles.quotation.colour": _READERS_COLOUR,
    "roles.dateline.colour": _READERS_COLOUR,
    **{
        f"roles.dateline.{token}": _RUN_IN
        for token in (
            "leading", "align", "hyphenate", "keep_with_next", "first_indent", "left_indent",
            "right_indent", "space_before", "space_after",
        )
    },
    **{
        f"roles.table_header.{token}": _CELL
        for token in (
            "keep_with_next", "left_indent", "right_indent", "space_before", "space_after",
        )
    },
    **{
        f"roles.running_agency.{token}": _DRAWN
        for token in (
            "hyphenate", "keep_with_next", "first_indent", "left_indent", "right_indent",
            "space_before", "space_after", "small_caps", "figures", "figure_width",
        )
    },
    "terms.*.print_copy": _NO_RUNNING_HEAD,
}  # fmt: skip
