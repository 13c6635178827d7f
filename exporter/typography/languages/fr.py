"""French: Lexique des règles typographiques en usage à l'Imprimerie nationale (spaces of marks)."""

from __future__ import annotations

from exporter.typography.characters import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words
from exporter.values import replace

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("“", "”"),  # within « »: Office québécois de la langue française, Guillemets
    single=("‘", "’"),
    accepted=(("“", "”"),),
    months=words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "janv. févr. avr. juil. sept. oct. nov. déc."
    ),
    titles=words("M. MM. Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste"),
    numbered=words("n° N° no nos p. pp. art. chap. t. vol. §"),
    units=UNIT_SYMBOLS
    | words("m g l t h € million millions milliard milliards euros dollars degrés")
    | {"pour cent"},
    initials=True,
    groups=NARROW_NO_BREAK_SPACE,
    before={
        ":": NO_BREAK_SPACE,
        ";": NARROW_NO_BREAK_SPACE,
        "!": NARROW_NO_BREAK_SPACE,
        "?": NARROW_NO_BREAK_SPACE,
    },
    inside=NO_BREAK_SPACE,
)

REGIONS = {
    # OQLF, Espacement: no space before ; ! ? in Canada.
    "ca": replace(CONVENTIONS, before={":": NO_BREAK_SPACE}, groups=NO_BREAK_SPACE),
    # Guide du typographe (romand): a thin space everywhere.
    "ch": replace(
        CONVENTIONS,
        nested=("‹", "›"),
        before=dict.fromkeys(":;!?", NARROW_NO_BREAK_SPACE),
        inside=NARROW_NO_BREAK_SPACE,
    ),
}
