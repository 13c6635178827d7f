"""Italian: CLDR; the press uses “ ” as well."""

from __future__ import annotations

from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("“", "”"),
    single=("‘", "’"),
    accepted=(("“", "”"),),
    elisions=words("ndrangheta ndrine ndrina"),
    months=words(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    titles=words("Sig. Sig.ra Dott. Dott.ssa Prof. Prof.ssa Avv. Ing. On. Sen. Gen. Col. Mons. S."),
    numbered=words("n. N. nn. p. pp. pag. art. artt. cap. vol. §"),
    units=UNIT_SYMBOLS
    | words("m g l h € mila milione milioni miliardo miliardi euro dollari")
    | {"per cento"},
    initials=True,
)

REGIONS: dict[str, Conventions] = {}
