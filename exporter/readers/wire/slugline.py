"""Sluglines: the name by which a desk knows a story."""

from __future__ import annotations

from exporter.expressions import expression

# AP's cycle and slug: BC-Kenya-Explosion, 5th Ld-Writethru · AM-Gulf Rdp · AP-Top-Headlines,0176
_CYCLE = expression(r"(?:BC|AM|PM|AP)-[A-Z0-9]\S*(?: [\w./-]+){0,6}(?:,.{0,60})?")
# UPI's in small letters: bc-ferry 1stld-writethru 11-29
_SMALL_CYCLE = expression(
    r"[a-z]{2}-[a-z]\S{2,40}(?: (?:\d(?:st|nd|rd|th)ld|take\d|update|sub|add|writethru)\S*)?"
    r"(?: \d\d?-\d\d?(?: \d{4})?)?"
)
# The Press Association's page, desk and catchwords: 1 POLITICS Brexit
_PAGE = expression(r"\d{1,2} [A-Z]{4,16} [A-Z][\w-]+(?: [\w()-]+){0,3}")
# dpa's catchline ends with a slash: Switzerland/migration/UN/
_CATCHLINE = expression(r"/?[\w. -]{2,40}(?:/[\w. -]{2,40}){0,8}/")
_RELEASE_NUMBER = expression(r"MEDIA RELEASE [A-Z]{0,3}\d{3,8}")
_LONGEST = 120
_FORMS = (
    ("a cycle and a slug (AP)", _CYCLE),
    ("a catchline that ends with a slash (dpa)", _CATCHLINE),
    ("a cycle and a slug (UPI)", _SMALL_CYCLE),
    ("a page, a desk and a catchword (PA)", _PAGE),
    ("the number of a release", _RELEASE_NUMBER),
)


def slug_form(text: str) -> str | None:
    """What makes a line of the head a slug; None when nothing does."""
    if len(text) > _LONGEST or text.endswith((".", "?", "!")):
        return None
    return next((name for name, form in _FORMS if form.fullmatch(text)), None)


def is_slugline(text: str) -> bool:
    """Whether a line of the head is a slug."""
    return slug_form(text) is not None
