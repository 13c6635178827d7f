"""Norwegian, Bokmål and Nynorsk: CLDR; Språkrådets skriveregler for the dash and the spaces."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("“", "”"), ("”", "”"), ("„", "“")),
    dash=EN_DASH,  # tankestrek
    months=words(
        "januar februar mars april mai juni juli august september oktober november desember "
        "jan. feb. apr. aug. sept. okt. nov. des."
    ),
    titles=words("dr. Dr. prof. St."),
    numbered=words("nr. Nr. s. kap. art. §"),
    units=UNIT_SYMBOLS
    | words("m g l kr kroner prosent million millioner milliard milliarder euro"),
    phrases=("bl. a.", "f. eks.", "m. m.", "d. v. s.", "s. k."),
    initials=True,
    groups=NO_BREAK_SPACE,
    ordinal_point=True,
)

REGIONS: dict[str, Conventions] = {}
