"""Arabic: guillemets, which are mirrored where text runs to the left (UAX #9, L4).

“ ” are not. CLDR has ” “, the press both orders: which of them opens cannot be told from the glyph,
so that pairs of them stay as sent.
"""

from __future__ import annotations

from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("‹", "›"),
    single=("‹", "›"),
    accepted=(("”", "“"), ("“", "”"), ("’", "‘"), ("‘", "’")),
    units=UNIT_SYMBOLS | words("كم كلم متر مليون مليار دولار يورو"),
)

REGIONS: dict[str, Conventions] = {}
