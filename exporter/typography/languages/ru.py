"""Russian: CLDR; Мильчин, Справочник издателя и автора, for the dash and the spaces."""

from __future__ import annotations

from exporter.typography.characters import EM_DASH, NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("«", "»"),
    nested=("„", "“"),
    single=("«", "»"),  # Russian has no single marks
    accepted=(("“", "”"),),
    dash=EM_DASH,
    months=words(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    titles=words("г. гг. г-н г-жа ул. им. св."),
    numbered=words("№ №№ с. стр. ст. п. пп. гл. т. § рис."),
    units=UNIT_SYMBOLS
    | words(
        "км м см мм кг г т л га руб коп евро тыс млн млрд трлн человек процентов "
        "кВт МВт ГВт г гг в вв ч мин"
    ),
    phrases=("т. е.", "т. д.", "т. п.", "т. к.", "н. э.", "и т. д.", "и т. п.", "и др."),
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS: dict[str, Conventions] = {}
