"""What a version is to the ones before it: an update, a correction, or a withdrawal."""

from __future__ import annotations

import re

from exporter.archive.record import Flag
from exporter.expressions import expression
from exporter.model import Document, PubStatus

# How agencies head a correction, in notes to editors, slugs and headlines. Not "corrects" within a
# sentence: a story may be about one.
_CORRECTION = expression(
    r"\W{0,4}(?:(?:Eds|Editors|Attention editors)\W{1,4})?"
    r"(?:(?:RPT|REFILE|UPDATE \d)\W{1,3})?"
    r"(?:corrects?|corrected|correcting|correction|corrective|c o r r e c t i o n"
    r"|korrektur|korrigiert|berichtigung|berichtigt|rectificatif|corrigé|correctif"
    r"|corrección|corrige|corrigido|correção|rettifica|correzione|düzeltme|rättelse|rettelse)\b",
    re.IGNORECASE,
)
# A slug says so at its end too: BC-Kenya-Explosion, 1st Ld-Correction
_IN_SLUG = expression(r"\b(?:correct(?:s|ed|ion|ive)|korrektur|rectificatif)\b", re.IGNORECASE)


def flag(document: Document, before: Flag | None, given: Flag | None = None) -> Flag:
    """The flag of a story's version, after one of that flag, None where it is the first.

    What is withdrawn stays so until somebody says otherwise.
    """
    if given is not None:
        return given
    if document.pub_status is PubStatus.CANCELED or before is Flag.WITHDRAWN:
        return Flag.WITHDRAWN
    if is_correction(document):
        return Flag.CORRECTED
    return Flag.FILED if before is None else Flag.UPDATED


def is_correction(document: Document) -> bool:
    """Whether a story says that it corrects an earlier version of itself."""
    heads = [*(note.text for note in document.ed_note), document.title]
    heads += [document.headline.text] if document.headline else []
    slug = document.slugline.text if document.slugline else ""
    return bool(_IN_SLUG.search(slug)) or any(map(_CORRECTION.match, heads))
