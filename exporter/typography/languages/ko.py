"""Korean: 한글 맞춤법, appendix on marks (2014)."""

from __future__ import annotations

from exporter.typography.conventions import Conventions

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    accepted=(("「", "」"), ("『", "』")),  # titles of works
)

REGIONS: dict[str, Conventions] = {}
