"""Ukrainian: CLDR 48; the dash as in Russian."""

from __future__ import annotations

from exporter.typography.characters import EM_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("„", "“"),
    single=("«", "»"),  # there are no single marks
    accepted=(("“", "”"),),
    dash=EM_DASH,
    months=words(
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    ),
    titles=words("м. вул. ім. п. св."),
    numbered=words("№ №№ с. ст. п. пп. гл. т. § рис."),
    units=UNIT_SYMBOLS
    | words("км м см мм кг г т л га грн коп євро тис млн млрд трлн осіб відсотків кВт МВт год хв"),
    phrases=("т. зв.", "і т. д.", "та ін.", "н. е."),
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS: dict[str, Conventions] = {}
