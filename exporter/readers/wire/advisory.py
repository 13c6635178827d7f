"""Notes to editors: what a take changes, which pictures go with it."""

from __future__ import annotations

import re

from exporter.expressions import expression
from exporter.readers.wire.vocabulary import ADVISORY_VERBS, BRACKETED_VERBS

_VERB = "|".join(sorted(ADVISORY_VERBS))
_PICTURES = (
    r"(?:pictures?|photos?|pics?|graphics?|videos?|audios?|files?|fotos?|vídeos?|gráficos?"
    r"|infografías?|infographie|vidéos?|bilder|bild|grafik|immagini|resimli|fotoğraflı)"
)
_BRACKETED_VERB = "|".join(sorted(BRACKETED_VERBS))

_WITH_PICTURES = "says which pictures go with it"

# Each form with what it is known by.
_FORMS = (
    (
        "a verb of what a take changes, in capitals",
        expression(rf"(?:{_VERB})\b(?:(?:[,;]? (?:AND )?(?:{_VERB}))*)[ ,:;-].+"),
    ),
    (
        "a verb of what a take changes, in capitals",
        expression(rf"(?:{_VERB})\b.{{0,10}}$"),
    ),
    ("AFP's call to editors", expression(r"ATTENTION\s*[-–—:]\s*\S.*")),
    # Of a wrapped line only the end may be left.
    ("AFP's slashes behind a note", expression(r".{0,120}///$")),
    (
        "addressed to editors",
        expression(
            r"\(?(?:Eds|EDS|Editors|EDITORS"
            r"|(?:Attn|ATTN|Attention|ATTENTION)[ :,-]+(?:Eds|EDS|[Ee]ditors|EDITORS)"
            r"|(?:Note|NOTE) (?:to|TO) (?:[Ee]ditors|EDITORS|eds))\b\s*[:,–—-].*"
        ),
    ),
    (
        _WITH_PICTURES,
        expression(r"(?:With )?AP (?:Photos?|Graphics?|Video|Audio)\b.{0,200}"),
    ),
    (
        _WITH_PICTURES,
        expression(r"(?:AP )?(?:LaserPhotos?|With Photos?|LaserGraphics?)\b.{0,100}"),
    ),
    (
        _WITH_PICTURES,
        expression(
            rf"=? ?(?:\({_PICTURES}(?:,? (?:and |y |et )?{_PICTURES})*\) ?)+=?", re.IGNORECASE
        ),
    ),
    (
        "says which stories go with it",
        expression(
            r"(?:No pickup|With (?:[A-Z]{2}-|[A-Z][\w.]+-[A-Z])[^.,;]{1,80}"
            r"|With (?:[A-Z][\w.'’-]*,? ){0,12}[A-Z][\w.'’]*-[A-Z][\w.'’-]*"
            r"(?:,? [A-Z][\w.'’-]*)*)\.?"
        ),
    ),
    ("a change in brackets", expression(rf"\((?:{_BRACKETED_VERB})\b[^)]*\)?\.?")),
    ("a note of the New York Times", expression(r"\(ART ADV:.*|\(REPEATING\b.*")),
    (
        "the sort of the take (dpa)",
        expression(
            r"(?:\d(?:ST|ND|RD|TH) (?:LEAD|NET|UPDATE|TAKE)|(?:NEW )?LEAD|REFILE|EXTRA|CORRECTED"
            r"|REPEAT|WRITETHRU)"
        ),
    ),
    ("a note between asterisks", expression(r"\*{3} ?[A-Z][A-Z :,'’ÄÅÖ.-]{3,100} ?\*{3}")),
)
# AP says where the earlier take goes on: In comparison, 5th graf pvs.
_GRAF = r"(?P<pick_up>[A-Z][^.,;:]{2,40}, \d{1,2}(?:st|nd|rd|th) graf(?: p[vr]e?v?s?)?\.?)"
_PICK_UP = expression(_GRAF)
_RUN_ON_PICK_UP = expression(rf"(?<=[.!?\"”’'])\s+{_GRAF}$")
_LONGEST_PICK_UP = 70
_NOTEBOOK = expression(r"#{1,3} ?(?:dpa )?notebook", re.IGNORECASE)
_MUSTER = 400


def advisory(text: str) -> str | None:
    """By what a line of the head is known as a note to editors; None when it is none."""
    if len(text) > _MUSTER:
        return None
    return next((name for name, form in _FORMS if form.fullmatch(text)), None)


def is_advisory(text: str) -> bool:
    """Whether a line of the head is a note to editors."""
    return advisory(text) is not None


def is_pick_up(text: str) -> bool:
    """Whether a line at the end says with which paragraph of an earlier take a story goes on."""
    return len(text) <= _LONGEST_PICK_UP and _PICK_UP.fullmatch(text) is not None


def is_picture_line(text: str) -> bool:
    """Whether a line says, in brackets, which pictures go with a story."""
    return text.startswith("(") and advisory(text) == _WITH_PICTURES


def trailing_pick_up(text: str) -> str | None:
    """Such a line where it was run on to the last paragraph."""
    match = _RUN_ON_PICK_UP.search(text[-2 * _LONGEST_PICK_UP :])
    return match["pick_up"] if match else None


def is_open(text: str) -> bool:
    """Whether a note's bracket still waits for its end on a further line."""
    return text.startswith("(") and text.count("(") > text.count(")")


def is_notebook(text: str) -> bool:
    """The heading of dpa's notes below a story."""
    return _NOTEBOOK.fullmatch(text) is not None
