"""Agencies and the senders of press releases, as datelines and signatures name them."""

from __future__ import annotations

from exporter.expressions import expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


# Agencies as they tag datelines and sign copy, in lower case.
AGENCIES = _words(
    """
    aa aap accesswire acn adnkronos aetoswire afp afx agerpres agi akipress andina angop
    ani anp ansa antara ap apa apn app aps aptn armenpress asianet askanews ats awp azertac
    bbc belga belta bernama bna bns bss bta businesswire canadianpress cna cnn cns cnw cp
    ctk dha dpa dts efe einpresswire ena epa eurekalert europapress fars fena globenewswire
    gna hina ians iha ina infocom infomax interfax ips irna isna itar itar-tass jbn jcn jiji
    kazinform kcna keystone kna kuna kyodo kyodonews lapresse lbn lby leta lhe lmv lni lno
    lnw lrs lsa lsn lsw lth lusa map marketwire marketwired mehr mena montsame mti nab nampa
    nan newsfile newsis notimex ntb nyt nzpa ona opta orf ots pa panapress pap petra pna
    ppi pressassociation presslink prnewswire prweb pti qmi qna rador reuter reuters rfi ria
    rian ritzau rompres rt sana sapa sda seenews shihab sid sipa snpa spa sputnik sta stt
    suna tanjug tasnim tasr tass tca telam čtk télam tmna tns tt ttxvn turan ukrinform unb
    uni unian upi vna voa wafa wam xinhua xinhuanet yna yonhap zana ziana
    тасс итар-тасс интерфакс риа бта белта укрінформ укринформ уніан унн казинформ азертадж
    танјуг απε μπε 연합뉴스 뉴시스 뉴스1 共同 時事"""
)

AGENCY_NAMES = _phrases(
    """
    agence belga|agence france-presse|agenzia nova|agência brasil|ana-mpa|anadolu agency
    |anadolu ajansı|ap business|ap sports|associated press|business wire|canadian press
    |deutsche presse-agentur|dow jones|dow jones newswires|dpa-afx|einpresswire.com|europa press
    |globe newswire|interfax news agency|interfax-ukraine|interfax.ru|jcn newswire|jiji press
    |keystone-ats|keystone-sda|kyodo jbn-asianet|kyodo news|la presse canadienne
    |media outreach newswire|news aktuell|newsfile corp.|pa media|pr newswire|prensa latina
    |press association|press association sport|press trust of india|prnewswire-asianet
    |ria novosti|ria-novosti|the ap|the associated press|the canadian press|the canadian press
    |thomson reuters|tribune news service|united press international|xinhua news
    |xinhua news agency|yonhap news|απε-μπε|корр. белта|корр. тасс|риа новости|أ ب|أ ش أ|أ ف ب
    |إرنا|ا ش ا|ا ف ب|الأناضول|العمانية|بترا|بنا|د ب أ|د ب ا|رويترز|سانا|سبأ|سبوتنيك|شينخوا|قنا
    |كونا|نينا|وات|واج|واس|واع|وام|وفا|ومع|दैनिक भास्कर"""
)

# Senders of press releases, in lower case, as their datelines name them.
RELEASE_WIRES = (
    *("prnewswire", "business wire", "businesswire", "globenewswire", "globe newswire"),
    *("asianet", "jbn", "accesswire", "news aktuell", "eqs", "newsfile", "marketwire", "einpress"),
    *("media outreach", "jcn", "prweb", "presslink", "aetoswire"),
)
# Those whose short tags other words hold.
RELEASE_TAGS = frozenset(["ots", "cnw", "aps-ots", "qmi"])

_BETWEEN = expression(r"[\s/,&-]+")


def is_agency(tag: str) -> bool:
    """Whether a tag names agencies: ``AA``, ``tca/dpa``, ``PRNewswire-AsiaNet``."""
    tag = tag.strip().lower()
    words = [word for word in _BETWEEN.split(tag) if word]
    return tag in AGENCY_NAMES or (bool(words) and all(word in AGENCIES for word in words))


def is_release_wire(tag: str) -> bool:
    """Whether a tag names a service that sends press releases."""
    tag = tag.lower()
    return tag in RELEASE_TAGS or any(wire in tag for wire in RELEASE_WIRES)
