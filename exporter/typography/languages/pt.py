"""Portuguese: CLDR for Brazil and for Portugal; the travessão is an em dash (Cunha & Cintra)."""

from __future__ import annotations

from exporter.typography.characters import NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words
from exporter.values import replace

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("«", "»"),),
    titles=words("Sr. Sra. Srs. Dr. Dra. D. Prof. Profa. Gen. Cel. Eng."),
    numbered=words("n.º nº N.º Nº p. pp. pág. págs. art. arts. cap. vol. §"),
    units=UNIT_SYMBOLS
    | words("m g l h € mil milhão milhões bilhão bilhões euros reais")
    | {"por cento"},
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS = {
    "pt": replace(CONVENTIONS, double=("«", "»"), nested=("“", "”"), accepted=(("“", "”"),)),
}
