"""Danish: CLDR; Retskrivningsordbogen (Dansk Sprognævn), allows »« and ” ” as well."""

from __future__ import annotations

from exporter.typography.characters import EN_DASH
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("»", "«"), ("”", "”"), ("„", "“")),
    dash=EN_DASH,  # tankestreg
    months=words(
        "januar februar marts april maj juni juli august september oktober november december "
        "jan. feb. apr. aug. sept. okt. nov. dec."
    ),
    titles=words("dr. Dr. prof. hr. Hr. fru St."),
    numbered=words("nr. Nr. s. kap. art. stk. §"),
    units=UNIT_SYMBOLS
    | words("m g l kr kroner procent million millioner milliard milliarder euro"),
    phrases=("bl. a.", "f. eks.", "m. m.", "d. v. s."),
    initials=True,
    ordinal_point=True,
)

REGIONS: dict[str, Conventions] = {}
