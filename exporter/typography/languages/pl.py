"""Polish: CLDR; one-letter words stay with the next word (PN-83/P-55366)."""

from __future__ import annotations

from exporter.typography.characters import NO_BREAK_SPACE
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("„", "”"),
    nested=("«", "»"),
    single=("‚", "’"),
    accepted=(("»", "«"),),
    months=words(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia"
    ),
    titles=words("dr prof. gen. płk ppłk mjr kpt. por. inż. mgr ks. abp bp kard. św. im. ul. al."),
    numbered=words("nr Nr s. str. art. ust. pkt poz. t. §"),
    units=UNIT_SYMBOLS | words("m g l t zł gr euro proc tys mln mld r"),
    bound=words("a i o u w z A I O U W Z"),
    initials=True,
    groups=NO_BREAK_SPACE,
)

REGIONS: dict[str, Conventions] = {}
