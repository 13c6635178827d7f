"""German: Duden and DIN 5008. Reversed guillemets and, in Switzerland, guillemets are right too."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words
from exporter.values import replace

CONVENTIONS = Conventions(
    double=("„", "“"),
    nested=("‚", "‘"),
    single=("‚", "‘"),
    accepted=(("»", "«"),),
    within={("»", "«"): ("›", "‹")},
    dash=EN_DASH,  # Halbgeviertstrich (DIN 5008)
    elisions=words("s n ne nen nem ner"),
    months=words(
        "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November "
        "Dezember Jan. Feb. Mär. Apr. Jun. Jul. Aug. Sept. Sep. Okt. Nov. Dez."
    ),
    titles=words("Dr. Prof. Hr. Fr. St. Mag. Dipl.-Ing."),
    numbered=words("Nr. Nrn. S. Art. Abs. Abb. Bd. Kap. § §§"),
    units=UNIT_SYMBOLS | words("m g l t Uhr Prozent Mio Mrd Millionen Milliarden Euro Cent Grad"),
    phrases=("z. B.", "d. h.", "u. a.", "v. a.", "i. d. R.", "o. ä.", "u. U.", "z. T.", "s. o."),
    initials=True,
    groups=NO_BREAK_SPACE,
    ordinal_point=True,
)

# Schreibweisungen (Swiss Federal Chancellery): guillemets without spaces.
_SWISS = replace(
    CONVENTIONS,
    double=("«", "»"),
    nested=("‹", "›"),
    single=("‹", "›"),
    accepted=(),
    within={},
)
REGIONS = {"ch": _SWISS, "li": _SWISS}
