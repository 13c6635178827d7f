"""Greek: CLDR 48. The question mark, a semicolon, stays: U+037E is the same (Unicode, 7.2)."""

from __future__ import annotations

from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("“", "”"),
    single=("‘", "’"),
    accepted=(("“", "”"),),
    # Words that lost their beginning: 'ναι, 'χει, 'ταν, 'θελα.
    elisions=words("ναι χει χω χουν χαν ταν στε μαι σαι μουν σουν θελα θελε πα πε ρθει ρθε δω"),
    months=words(
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου "
        "Οκτωβρίου Νοεμβρίου Δεκεμβρίου Ιαν. Φεβ. Μαρ. Απρ. Ιουν. Ιουλ. Αυγ. Σεπ. Οκτ. Νοε. Δεκ."
    ),
    titles=words("κ. κα κκ. Δρ. δρ. Αγ."),
    numbered=words("αριθ. αρ. σ. σελ. άρθρο παρ. τ. κεφ. §"),
    units=UNIT_SYMBOLS
    | words("μ χλμ τ.μ τ.χλμ εκατ δισ τρισ ευρώ δολάρια χιλιάδες εκατομμύρια δισεκατομμύρια"),
    phrases=("π. χ.", "κ. ά.", "κ. λπ.", "μ. μ.", "π. μ.", "π. Χ.", "μ. Χ."),
    initials=True,
)

REGIONS: dict[str, Conventions] = {}
