"""Where outputs go, what they are called, and how they are written."""

from exporter.outputs.destination import (
    STANDARD_OUTPUT,
    Claim,
    Plan,
    identity,
    mistakable,
    plan,
    single_file,
)
from exporter.outputs.filename import check_template, filled, name_fields, safe, safe_stem
from exporter.outputs.fingerprints import carries
from exporter.outputs.writing import WholeFile, discard_drafts, write

__all__ = [
    "STANDARD_OUTPUT",
    "Claim",
    "Plan",
    "WholeFile",
    "carries",
    "check_template",
    "discard_drafts",
    "filled",
    "identity",
    "mistakable",
    "name_fields",
    "plan",
    "safe",
    "safe_stem",
    "single_file",
    "write",
]
