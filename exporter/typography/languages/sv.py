"""Swedish: CLDR; Svenska skrivregler (Språkrådet) for the dash and the spaces."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("”", "”"),
    nested=("’", "’"),
    single=("’", "’"),
    accepted=(("»", "»"), ("»", "«")),
    dash=EN_DASH,  # tankstreck
    months=words(
        "januari februari mars april maj juni juli augusti september oktober november december "
        "jan. feb. apr. aug. sept. okt. nov. dec."
    ),
    numbered=words("nr Nr s. kap. art. §"),
    units=UNIT_SYMBOLS | words("m g l kr kronor procent miljon miljoner miljard miljarder euro"),
    phrases=("t. ex.", "bl. a.", "d. v. s.", "m. m.", "s. k.", "f. d."),
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS: dict[str, Conventions] = {}
