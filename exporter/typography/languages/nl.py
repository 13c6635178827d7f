"""Dutch: CLDR names ‘ ’ and “ ”, and the kind that was sent is kept; Woordenlijst for elisions."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("„", "”"),),
    dash=EN_DASH,  # gedachtestreepje
    elisions=words("s t n k m r"),
    months=words(
        "januari februari maart april mei juni juli augustus september oktober november december "
        "jan. feb. mrt. apr. jun. jul. aug. sept. okt. nov. dec."
    ),
    titles=words("dr. Dr. prof. Prof. mr. Mr. ir. drs. ds. dhr. mevr. St."),
    numbered=words("nr. Nr. nrs. p. blz. art. hfst. §"),
    units=UNIT_SYMBOLS | words("m g l € uur procent miljoen miljard euro graden"),
    initials=True,
)

REGIONS: dict[str, Conventions] = {}
