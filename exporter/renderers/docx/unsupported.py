"""The tokens of a stylesheet that a Word file does not honour, and why."""

from __future__ import annotations

_RUN_IN = "the role is a character style: its line belongs to another role's paragraph"
_PARAGRAPH_TOKENS = (
    "leading", "align", "hyphenate", "keep_with_next", "first_indent", "left_indent",
    "right_indent", "space_before", "space_after",
)  # fmt: skip
_CHARACTER_ROLES = ("dateline", "running_agency", "folio")

# Path of a token, "*" standing for one step of it → reason.
UNSUPPORTED: dict[str, str] = {
    "description": "says what the style is for, to people who choose one",
    "digest": "identifies the style to the pipeline, which puts it into the fingerprint",
    "page.name": "Word tells a paper size by its measures",
    "page.bleed": "Word prints to the trimmed page only",
    "press.inks": "an office printer chooses its own inks",
    "fonts.*.files": "a Word file names its families and embeds none of them",
    "fonts.*.axes": "Word sets the instances of a family that have names of their own",
    "fonts.*.embed": "Word names its families, the reader has the fonts",
    "house.cover": "a Word page has no cover",
    "house.dateline_dash": "typography has set it before a backend sees the story",
    "house.dash": "typography has set it before a backend sees the story",
    "house.logo": "the head of a Word page names the agency; the logo is the print copy's",
    "house.logo_height": "the head of a Word page names the agency; the logo is the print copy's",
    "roles.*.hanging": "Word hangs marks in East Asian text only",
    "colours.*.print": "Word shows and prints one colour, the screen's",
    "terms.*.contents": "the headings are Word's own navigation pane",
    "terms.*.cover": "a story has no cover in Word",
    "terms.*.story": "the headings are Word's own navigation pane",
    "terms.*.about": "the facts stand under the headline without a heading of their own",
    "terms.*.print_copy": "a Word file is no print copy",
    **{
        f"roles.{role}.{token}": _RUN_IN for role in _CHARACTER_ROLES for token in _PARAGRAPH_TOKENS
    },
}
