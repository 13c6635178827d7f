"""Turkish: CLDR; Türk Dil Kurumu, Yazım Kılavuzu, for abbreviations."""

from __future__ import annotations

from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    months=words("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    titles=words("Dr. Prof. Doç. Av. Sn. Gen. Org. Korg. Alb."),
    numbered=words("No. No: no. s. Madde m."),
    units=UNIT_SYMBOLS | words("m g l TL bin milyon milyar trilyon avro dolar lira"),
    initials=True,
    suffixes=True,
)

REGIONS: dict[str, Conventions] = {}
