"""Spanish: Ortografía de la lengua española (RAE, 2010); agencies also use “ ”."""

from __future__ import annotations

from exporter.typography.characters import EM_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("“", "”"),
    single=("‘", "’"),
    accepted=(("“", "”"),),
    resumes=frozenset("»”"),  # comillas de seguir
    dash=EM_DASH,  # raya
    raya=True,
    months=words("ene feb mar abr may jun jul ago sep oct nov dic"),  # "21 ene", in datelines
    titles=words(
        "Sr. Sra. Srta. Sres. D. Dña. Dr. Dra. Gral. Cnel. Mons. Lic. Ing. Prof. Sta. Sto."
    ),
    numbered=words("n.º núm. N.º Núm. nro. Nro. p. pp. pág. págs. art. arts. cap. vol. §"),
    units=UNIT_SYMBOLS
    | words("m g l h € millón millones euros dólares")
    | {"por ciento", "a. m.", "p. m."},
    phrases=("EE. UU.", "p. ej.", "a. C.", "d. C.", "a. m.", "p. m."),
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS: dict[str, Conventions] = {}
