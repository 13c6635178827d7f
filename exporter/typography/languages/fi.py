"""Finnish: CLDR; Kielitoimiston ohjepankki for the dash and the spaces."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("”", "”"),
    nested=("’", "’"),
    single=("’", "’"),
    accepted=(("»", "»"),),
    dash=EN_DASH,  # ajatusviiva
    months=words(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
        "syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    numbered=words("nro Nro s. §"),
    units=UNIT_SYMBOLS | words("m g l € euroa prosenttia miljoona miljoonaa miljardi miljardia"),
    initials=True,
    groups=NO_BREAK_SPACE,
    ordinal_point=True,
)

REGIONS: dict[str, Conventions] = {}
