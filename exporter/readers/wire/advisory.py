"""Notes to editors: what a take changes, which pictures go with it."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import ADVISORY_VERBS, BRACKETED_VERBS

_VERB = "|".join(sorted(ADVISORY_VERBS))
_BRACKETED_VERB = "|".join(sorted(BRACKETED_VERBS))

_FORMS = (
    # AA: one line in capitals. AP and Reuters without a label: the verb alone in capitals.
    expression(rf"(?:{_VERB})\b(?:(?:[,;]? (?:AND )?(?:{_VERB}))*)[ ,:;-].+"),
    expression(rf"(?:{_VERB})\b.{{0,10}}$"),
    # AFP: ATTENTION - ADDS quotes ///, of which a wrapped line may keep only the end.
    expression(r"ATTENTION\s*[-–—:]\s*\S.*"),
    expression(r".{0,120}///$"),
    # AP, and addresses to editors in general.
    expression(
        r"\(?(?:Eds|EDS|Editors|EDITORS"
        r"|(?:Attn|ATTN|Attention|ATTENTION)[ :,-]+(?:Eds|EDS|[Ee]ditors|EDITORS)"
        r"|(?:Note|NOTE) (?:to|TO) (?:[Ee]ditors|EDITORS|eds))\b\s*[:,–—-].*"
    ),
    expression(r"(?:With )?AP (?:Photos?|Graphics?|Video|Audio)\b.{0,200}"),
    expression(r"(?:No pickup|LaserPhotos?|With Photos?|With BC-.{1,80})\.?"),
    expression(r"=? ?\((?:PICTURES?|PHOTOS?|PICTURE|GRAPHICS?|VIDEO|FILES?)\) ?=?"),
    # Reuters, NYT: in brackets below the headline.
    expression(rf"\((?:{_BRACKETED_VERB})\b[^)]*\)?\.?"),
    expression(r"\(ART ADV:.*|\(REPEATING\b.*"),
    # dpa: what sort of take it is.
    expression(
        r"(?:\d(?:ST|ND|RD|TH) (?:LEAD|NET|UPDATE|TAKE)|(?:NEW )?LEAD|REFILE|EXTRA|CORRECTED|REPEAT"
        r"|WRITETHRU)"
    ),
)
_NOTEBOOK = expression(r"#{1,3} ?(?:dpa )?notebook", re.IGNORECASE)
_MUSTER = 400


def is_advisory(text: str) -> bool:
    """Whether a line of the head is a note to editors."""
    return len(text) <= _MUSTER and any(form.fullmatch(text) for form in _FORMS)


def is_open(text: str) -> bool:
    """Whether a note's bracket still waits for its end on a further line."""
    return text.startswith("(") and text.count("(") > text.count(")")


def is_notebook(text: str) -> bool:
    """The heading of dpa's notes below a story."""
    return _NOTEBOOK.fullmatch(text) is not None
