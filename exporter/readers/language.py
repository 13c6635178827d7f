"""The language of a text, told by its script and by its commonest small words.

Libraries that tell a hundred languages apart bring megabytes of tables and take longer to load than
a story takes to read; of the sixty languages and more in which agencies write, a
running text gives itself away in a few lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from exporter.expressions import expression

_SAMPLE = 1500
# So many of a text's words are small ones of its language, or it is no running text of one we know.
_LEAST_SHARE = 0.03
_LEAST_WORDS = 3
# A text of another script quotes names in Latin letters, and the other way round.
_LEAST_FOREIGN = 0.25

_OTHER_SCRIPT = expression("[\u0370-\u1dff\u2c80-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]")


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """The languages of each small word, from rows of a language and its words."""
    table: dict[str, tuple[str, ...]] = {}
    for language, *words in map(str.split, text.strip().splitlines()):
        for word in words:
            table[word] = (*table.get(word, ()), language)
    return table


_SMALL_WORDS = _table(
    """
    en the of and to in that said for was with on is by it he as at from has have were are not
    tr ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ise dedi olduğunu etti göre
    fr le la les des et du une dans est que pour qui sur par pas au avec ce il plus sont ont été
    de der die und das den von zu mit im dem nicht ist auf für sich eine auch des ein wurde hat
    es el los las del y que en una por con para se su al más fue este como ha no lo
    it il è di che della per una con non del nel sono si alla gli ha più anche dal delle
    pt o os as do da em um uma que para com não no na dos das ao mais foi pelo pela
    nl de het een van en dat op te zijn voor met niet aan is er om door naar ook bij
    sv och att det som en på är av för med den till inte har om ett från var sig
    da og at det som en på er af for med den til ikke har om et fra var sig efter blev
    no og å det som en på er av for med den til ikke har om et fra var seg etter ble
    fi ja on ei että oli se hän ovat myös mutta joka kun mukaan jos kuin sekä vuoden
    is og að í á er sem við var til um ekki með það hann fyrir
    et ja on ei et oli see ta kui ka aga mis oma kes selle
    pl i w na z się nie do że to jest od za po jak o przez dla oraz tym był
    cs a v na se je že s z do to ve pro si o za by jsou podle také
    sk a v na sa je že s z do to vo pre si o za by sú podľa aj ktorý ktorá ktoré tri
    hu a az és hogy nem egy is volt meg azt ez de már csak mint szerint
    ro și de la a în cu că pe nu din este pentru care mai au fost sau
    hr i u na je se da za od su o s ne koji kao ili će bi što
    sq e të në që për me një dhe nga është ka se u si nuk
    lt ir kad į iš su yra tai už bet buvo apie kaip dėl
    lv un ir ka no uz ar par bet tas kas nav tika gada
    id yang dan di untuk dengan dari pada ini itu tidak dalam akan juga telah oleh karena
    vi của và là các trong cho không một được với những người đã có này
    tl ang ng sa mga na ay at ni kay para hindi ito niya
    sw ya na wa kwa katika ni za kuwa la hiyo huo cha
    az və bir bu üçün ilə də da olan edib deyib ki isə onun
    """
)
_DEVANAGARI = _table(
    """
    hi के है में की का को और से हैं ने पर नहीं कि यह एक भी हो था
    ne को छ मा र पनि का ले छन् गरेको भएको लाई हो यो थियो गर्ने
    mr आहे आणि या च्या ते होते मध्ये ही तर असे केले
    """
)
# First and last character of a script's block, and the language it is most likely in.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"), ("\u1f00", "\u1fff", "el"), ("\u0400", "\u052f", "ru"),
    ("\u0530", "\u058f", "hy"), ("\u0590", "\u05ff", "he"), ("\u0600", "\u077f", "ar"),
    ("\ufb50", "\ufefc", "ar"), ("\u0900", "\u097f", "hi"), ("\u0980", "\u09ff", "bn"),
    ("\u0a00", "\u0a7f", "pa"), ("\u0a80", "\u0aff", "gu"), ("\u0b00", "\u0b7f", "or"),
    ("\u0b80", "\u0bff", "ta"), ("\u0c00", "\u0c7f", "te"), ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"), ("\u0d80", "\u0dff", "si"), ("\u0e00", "\u0e7f", "th"),
    ("\u0e80", "\u0eff", "lo"), ("\u1000", "\u109f", "my"), ("\u10a0", "\u10ff", "ka"),
    ("\u1100", "\u11ff", "ko"), ("\u1200", "\u139f", "am"), ("\u1780", "\u17ff", "km"),
    ("\u1820", "\u18af", "mn"), ("\u3040", "\u30ff", "ja"), ("\u3400", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"), ("\uf900", "\ufaff", "zh"),
)  # fmt: skip
# Letters that one language of a script has and the one named above has not.
_LETTERS = {
    "ru": (("uk", "іїєґ"), ("sr", "ђћџљњј"), ("kk", "әғқңұ"), ("be", "ў"), ("mk", "ѓќѕ")),
    "ar": (("ur", "ٹڈڑےں"), ("ps", "ټډړښځڅ"), ("ckb", "ڕێۆڵ"), ("ug", "ېۇۈ"), ("fa", "پچژگ")),
}
_LEAST_LETTERS = 0.005
_LATIN_LETTERS = (
    ("tr", "ığş"), ("pl", "łąęż"), ("cs", "ěřů"), ("hu", "őű"), ("ro", "ţșăț"),
    ("vi", "ạảấầậếềệđơư"), ("lv", "āēīķļņ"), ("lt", "ėųūį"), ("is", "þð"),
    ("de", "ß"), ("pt", "ãõ"), ("es", "ñ¿¡"),
)  # fmt: skip
# Bulgarian has no letter of its own, but does without two that Russian uses in every line.
_RUSSIAN_ALONE = "ыэ"


def language_of(text: str) -> str | None:
    """The primary tag of a text's language (BCP 47); None where nothing tells."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        foreign = _OTHER_SCRIPT.findall(sample)
        if foreign and len(foreign) >= _LEAST_FOREIGN * sum(map(str.isalpha, sample)):
            return _by_script(foreign, sample)
    small = sample.lower()
    found = _by_small_words(small.split(), _SMALL_WORDS)
    return found if found or sample.isascii() else _by_latin_letters(small)


def _by_latin_letters(sample: str) -> str | None:
    """The language of a text too short for its small words, by letters that few others have."""
    counts = ((sum(map(sample.count, letters)), language) for language, letters in _LATIN_LETTERS)
    count, language = max(counts)
    return language if count >= _LEAST_LETTERS * len(sample) else None


def _by_small_words(words: list[str], table: Mapping[str, tuple[str, ...]]) -> str | None:
    """The language whose small words a text has most of, if it has enough of them."""
    counts = Counter(words)
    found: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word in counts.keys() & table.keys():
        for language in table[word]:
            found[language] += counts[word]
            different[language] += 1
    # Of two with as many the one that sorts first, so that the answer never varies.
    best = max(sorted(found), key=found.__getitem__, default=None)
    enough = _LEAST_SHARE * len(words)
    if best is None or different[best] < _LEAST_WORDS or found[best] < enough:
        return None
    return best


def _by_script(letters: list[str], sample: str) -> str | None:
    counts: Counter[str] = Counter()
    for letter, count in Counter(letters).items():
        for first, last, language in _SCRIPTS:
            if first <= letter <= last:
                counts[language] += count
                break
    if not counts:
        return None
    language = counts.most_common(1)[0][0]
    if language == "hi":
        return _by_small_words(sample.split(), _DEVANAGARI) or language
    # Japanese is mostly Han and always has kana between.
    if language == "zh" and counts["ja"] * 20 > counts["zh"]:
        return "ja"
    return _by_letters(language, sample.lower(), len(letters))


def _by_letters(language: str, sample: str, count: int) -> str:
    """A language's neighbour in the same script, by the letters that only it has."""
    for other, letters in _LETTERS.get(language, ()):
        if sum(map(sample.count, letters)) > _LEAST_LETTERS * count:
            return other
    if language == "ru" and not any(letter in sample for letter in _RUSSIAN_ALONE):
        return "bg"
    return language
