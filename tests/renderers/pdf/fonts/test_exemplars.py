"""The letters of the languages that the exporter promises, in every look of the styles."""

from __future__ import annotations

import unicodedata

import pytest

from exporter.renderers.pdf.fonts.chain import Missing
from exporter.renderers.pdf.setting.style import TypeStyle, Wardrobe
from exporter.stylesheet import builtin_names, load

# Small letters by language, beside a to z; capitals are made of them.
EXEMPLARS = {
    "cs": "áčďéěíňóřšťúůýž",
    "da nb sv fi is fo": "æøåäöáðéíóúýþ",
    "de": "äöüß",
    "es ca gl pt": "áéíóúüñçàèòïâêôãõ",
    "et lv lt": "āčēģīķļņšūžąęėįųõ",
    "fr it": "àâæçéèêëîïôœùûüÿìò",
    "hr bs sl": "čćđšž",
    "hu": "áéíóöőúüű",
    "mt ga cy": "ċġħżáéíóúâêîôûŵŷ",
    "pl": "ąćęłńóśźż",
    "ro": "ăâîșțşţ",
    "sq sk": "ëçáäčďéíĺľňóôŕšťúýž",
    "tr az": "çğıöşüəâîû",
    "vi": "ăâđêôơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "grc": "".join(c for c in map(chr, range(0x1F00, 0x2000)) if unicodedata.category(c) == "Ll"),
    "ru be uk bg mk sr": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђѓѕјљњћќџѐѝ",
    "kk ky tt ba mn tg": "әғқңөұүһіҗҙҡҫҳҷӣӯ",
}
SIGNS = "€£¥$¢₺₽₹₴₸₫₪₩₦₱§¶†‡•…–—‐‑‘’“”„‚«»‹›½¼⅓°′″×÷±−≤≥≠≈→©®™№%‰¿¡¹²³ªº·&@#*/\\|"


def looks() -> list[TypeStyle]:
    """Each face of the built-in styles once, with the emphasis that markup may bring."""
    found: dict[object, TypeStyle] = {}
    for name in builtin_names():
        style = load(name)[0]
        wardrobe = Wardrobe(style, "en")
        for role in style.roles:
            for italic in (False, True):
                for bold in (False, True):
                    look = wardrobe.style(role, italic=italic, bold=bold)
                    found.setdefault(look.chain.first.instance, look)
    return list(found.values())


LOOKS = looks()


def test_the_styles_have_more_than_a_handful_of_looks() -> None:
    assert len(LOOKS) > 10
    assert len({look.chain.first.key.optical for look in LOOKS}) > 3


@pytest.mark.parametrize("languages", EXEMPLARS)
def test_every_letter_has_a_glyph_composed_and_decomposed(languages: str) -> None:
    letters = EXEMPLARS[languages]
    # Doubles that NFC undoes have glyphs of their own in some fonts.
    letters = unicodedata.normalize("NFC", letters)
    letters += "".join(c.upper() for c in letters)
    for look in LOOKS:
        missing = Missing()
        for letter in letters:
            composed = look.chain.runs(letter, missing)
            decomposed = look.chain.runs(unicodedata.normalize("NFD", letter), missing)
            for (face, run), (other, apart) in zip(composed, decomposed, strict=True):
                assert 0 not in {glyph for glyph, _ in run.texts}
                assert face is other, letter
                assert run.width == pytest.approx(apart.width), letter
        assert not missing.characters, look.chain.first.name
        if languages != "grc":
            assert not missing.borrowed, (look.chain.first.name, missing.borrowed)


def test_every_sign_that_news_uses_has_a_glyph() -> None:
    for look in LOOKS:
        missing = Missing()
        for sign in SIGNS:
            for _, run in look.chain.runs(sign, missing):
                assert 0 not in {glyph for glyph, _ in run.texts}, sign
        assert not missing.characters, look.chain.first.name


def test_the_text_behind_every_letter_is_the_letter_as_sent() -> None:
    look = LOOKS[0]
    for letters in EXEMPLARS.values():
        for form in ("NFC", "NFD"):
            text = unicodedata.normalize(form, letters)
            runs = [run for _, run in look.chain.runs(text, Missing())]
            shown = "".join(
                "".join(characters for _, characters in run.texts) if run.exact else run.text
                for run in runs
            )
            assert shown == text
