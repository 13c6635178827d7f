"""Japanese: くぎり符号の使ひ方 (Ministry of Education, 1946); JIS X 4051 for the dash."""

from __future__ import annotations

from exporter.typography.characters import EM_DASH
from exporter.typography.conventions import Conventions

CONVENTIONS = Conventions(
    double=("「", "」"),
    nested=("『", "』"),
    single=("「", "」"),
    accepted=(("“", "”"), ("‘", "’")),
    within={("“", "”"): ("‘", "’"), ("『", "』"): ("「", "」")},
    ideographic_dash=EM_DASH * 2,
)

REGIONS: dict[str, Conventions] = {}
