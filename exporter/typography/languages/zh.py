"""Chinese: GB/T 15834-2011 (4.8 quotation marks, 4.10 dash, 4.11 ellipsis).

Traditional script has corner brackets (CLDR 48; 重訂標點符號手冊, Ministry of Education, Taiwan).
"""

from __future__ import annotations

from exporter.typography.characters import ELLIPSIS, EM_DASH
from exporter.typography.conventions import Conventions
from exporter.values import replace

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("「", "」"), ("『", "』")),
    within={("「", "」"): ("『", "』"), ("『", "』"): ("「", "」")},
    ideographic_dash=EM_DASH * 2,
    ideographic_ellipsis=ELLIPSIS * 2,
)

_TRADITIONAL = replace(
    CONVENTIONS,
    double=("「", "」"),
    nested=("『", "』"),
    single=("「", "」"),
    accepted=(("“", "”"), ("‘", "’")),
    within={("“", "”"): ("‘", "’")},
)
REGIONS = {
    "hans": CONVENTIONS,
    "hant": _TRADITIONAL,
    **dict.fromkeys(("tw", "hk", "mo"), _TRADITIONAL),
}
