"""Sluglines: the name by which a desk knows a story."""

from __future__ import annotations

from exporter.expressions import expression

# AP's cycle and slug: BC-Kenya-Explosion, 5th Ld-Writethru · AM-Gulf Rdp · AP-Top-Headlines,0176
_CYCLE = expression(r"(?:BC|AM|PM|AP)-[A-Z0-9]\S*(?: [\w./-]+){0,6}(?:,.{0,60})?")
# dpa's catchline ends with a slash: Switzerland/migration/UN/
_CATCHLINE = expression(r"/?[\w. -]{2,40}(?:/[\w. -]{2,40}){0,8}/")
_RELEASE_NUMBER = expression(r"MEDIA RELEASE [A-Z]{0,3}\d{3,8}")
_LONGEST = 120


def is_slugline(text: str) -> bool:
    """Whether a line of the head is a slug."""
    if len(text) > _LONGEST or text.endswith((".", "?", "!")):
        return False
    return any(form.fullmatch(text) for form in (_CYCLE, _CATCHLINE, _RELEASE_NUMBER))
