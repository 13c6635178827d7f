"""A text gives its language away."""

from __future__ import annotations

import pytest

from exporter.readers import read
from exporter.readers.language import language_of
from tests.readers.conftest import of

TEXTS = {
    "en": "The harbour was closed for the night, and the ferries waited at the quay.",
    "tr": "Liman gece için kapatıldı ve feribotlar rıhtımda bekledi, bu kadar uzun olan bir gece.",
    "fr": "Le port est fermé pour la nuit et les bacs attendent dans la rade.",
    "de": "Der Hafen ist für die Nacht geschlossen, und die Fähren warten auf dem Fluss.",
    "es": "El puerto está cerrado por la noche y los barcos esperan en la bahía.",
    "it": "Il porto è chiuso per la notte e i traghetti aspettano nella baia con le luci.",
    "pt": "O porto foi fechado para a noite e os barcos esperam na baía com as luzes.",
    "nl": "De haven is voor de nacht gesloten en de boten liggen op het water.",
    "sv": "Hamnen är stängd för natten och färjorna har fått vänta på sjön till i dag.",
    "da": "Havnen er lukket for natten, og færgerne blev ude efter at stormen kom.",
    "no": "Havnen er stengt for natten, og fergene ble liggende ute etter at stormen kom.",
    "fi": "Satama on suljettu yöksi, ja lautat odottavat, mutta se ei ole uutta.",
    "pl": "Port jest zamknięty na noc, a promy czekają na morzu, jak się okazało.",
    "id": "Pelabuhan itu ditutup untuk malam ini dan kapal yang lain tidak datang.",
    "ru": "Порт закрыт на ночь, и паромы ждут у причала, сообщили эти службы.",
    "uk": "Порт зачинено на ніч, і пороми чекають біля причалу, повідомили її служби.",
    "bg": "Пристанището е затворено през нощта и фериботите чакат на кея.",
    "el": "Το λιμάνι έκλεισε για τη νύχτα και τα πλοία περιμένουν.",
    "ar": "أغلق الميناء ليلا وبقيت العبارات في انتظار الصباح.",
    "fa": "بندر شب بسته شد و کشتی‌ها در اسکله ماندند، گزارش‌ها چنین می‌گوید.",
    "he": "הנמל נסגר ללילה והמעבורות ממתינות.",
    "hi": "बंदरगाह रात के लिए बंद है और नावें किनारे पर हैं।",
    "ne": "बन्दरगाह रातभर बन्द छ र डुङ्गाहरू किनारमा छन् ।",
    "bn": "বন্দর রাতের জন্য বন্ধ।",
    "zh": "港口夜间关闭，渡轮在码头等候。",
    "ja": "港は夜のあいだ閉鎖され、フェリーは岸壁で待っている。",
    "ko": "항구는 밤사이 폐쇄되었고 연락선은 부두에서 기다렸다.",
    "th": "ท่าเรือปิดในเวลากลางคืน",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language):
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "1 2 3", "Berg 4, Ames 2", "Explosion heard in Lund"])
def test_nothing_is_told_by_a_few_names_and_numbers(text):
    assert language_of(text) is None


def test_names_in_another_script_do_not_hide_the_language():
    assert (
        language_of(TEXTS["en"] + " It lies at Thitu (中業島) in the Spratlys (南沙群島).") == "en"
    )
    assert language_of(TEXTS["ar"] + " CNN BBC Reuters") == "ar"


def test_the_text_tells_unless_the_caller_knows_better():
    assert of(TEXTS["fr"]).language == "fr"
    assert read(TEXTS["fr"].encode(), "story.txt", language="fr-CH").language == "fr-CH"
    assert of("Explosion heard in harbor of Lund").language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Köyceğiz'de çıkan yangın söndürüldü, ağaçlık alanlar kurtarıldı.", "tr"),
        ("Mưa lớn gây ngập nhiều tuyến đường.", "vi"),
        ("Żołnierze pomagają mieszkańcom.", "pl"),
    ],
)
def test_letters_tell_the_language_of_a_text_without_small_words(text, language):
    assert language_of(text) == language


def test_a_script_that_no_language_of_the_news_is_written_in_tells_none():
    assert language_of("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏣᎳᎩ") is None
