"""Datelines of many agencies are told apart from prose."""

from __future__ import annotations

import pytest

from exporter.readers.wire.dateline import opening
from tests.readers.conftest import of

DATELINES = [
    ("IZMIR/ATHENS, Greece (AA) - Two", ("IZMIR", "ATHENS"), "Greece", None, "AA"),
    ("IZMIR/ATHENS, Greece (AA) – Two", ("IZMIR", "ATHENS"), "Greece", None, "AA"),
    ("ACCRA, Ghana (AP) _ A", ("ACCRA",), "Ghana", None, "AP"),
    ("ACCRA, Ghana (AP) -- A", ("ACCRA",), "Ghana", None, "AP"),
    ("ACCRA, Ghana (AP) — A", ("ACCRA",), "Ghana", None, "AP"),
    ("LA GRANGE, Wis. (AP)_ A", ("LA GRANGE",), "Wis.", None, "AP"),
    ("ACCRA (AP ) -- A", ("ACCRA",), None, None, "AP"),
    ("QUITO, Jan 21 (Reuters) - A", ("QUITO",), None, "Jan 21", "Reuters"),
    ("BEIRUT/THE HAGUE, March 7 (Reuters) -A", ("BEIRUT", "THE HAGUE"), None, "March 7", "Reuters"),
    ("(Reuters) -A", (), None, None, "Reuters"),
    ("BRNO, April 7, Reuter - A", ("BRNO",), None, "April 7", "Reuter"),
    ("BRNO, April 7 -", ("BRNO",), None, "April 7", None),
    ("LUND, okt 7 - En", ("LUND",), None, "okt 7", None),
    ("BRNO, April7 (Reuters) - A", ("BRNO",), None, "April7", "Reuters"),
    ("FREIBURG/FRIBOURG (ats) - A", ("FREIBURG/FRIBOURG",), None, None, "ats"),
    ("الرياض 29 نوفمبر (واس). قالت", ("الرياض",), None, "29 نوفمبر", "واس"),
    ("BRNO, April 7 - A", ("BRNO",), None, "April 7", None),
    ("MALMO, Aug 29, 2014 (AFP) - A", ("MALMO",), None, "Aug 29, 2014", "AFP"),
    ("Lyon, 21 jan 2019 (AFP) - Un", ("Lyon",), None, "21 jan 2019", "AFP"),
    ("Bern (dpa) - A", ("Bern",), None, None, "dpa"),
    ("San Jose (tca/dpa) - A", ("San Jose",), None, None, "tca/dpa"),
    ("HARARE, August 7 (Xinhua) --", ("HARARE",), None, "August 7", "Xinhua"),
    ("TVER, January 21. /TASS/. The", ("TVER",), None, "January 21", "TASS"),
    ("Nueva Delhi, 21 ene (EFE).- Una", ("Nueva Delhi",), None, "21 ene", "EFE"),
    ("(ANSA) - TURIN, JUL 11 - The", ("TURIN",), None, "JUL 11", "ANSA"),
    ("OTSU, Japan, Dec. 9 Kyodo - The", ("OTSU",), "Japan", "Dec. 9", "Kyodo"),
    ("IPOH, Aug 6 (Bernama) -- The", ("IPOH",), None, "Aug 6", "Bernama"),
    ("Aleppo [Syria], June 9 (ANI): The", ("Aleppo",), "Syria", "June 9", "ANI"),
    ("DALLAS/FORT WORTH, Texas, March 3 - A", ("DALLAS/FORT WORTH",), "Texas", "March 3", None),
    (
        "NEW YORK, LONDON and BEIJING, Feb. 2, 2017 /PRNewswire/ --",
        ("NEW YORK", "LONDON", "BEIJING"),
        None,
        "Feb. 2, 2017",
        "PRNewswire",
    ),
    (
        "HARTFORD, Conn.--(BUSINESS WIRE)--Aug 29, 2024--The",
        ("HARTFORD",),
        "Conn.",
        "Aug 29, 2024",
        "BUSINESS WIRE",
    ),
    ("LIEGE, Dec 3 , 2005", ("LIEGE",), None, "Dec 3 , 2005", None),
    (
        "Bern (ats afp) Die neue Kuppel der Sternwarte ist am Dienstag offen",
        ("Bern",),
        None,
        None,
        "ats afp",
    ),
    (
        "Haag /ritzau/ En ny kuppel er klar til at vise himlen over byen for alle",
        ("Haag",),
        None,
        None,
        "ritzau",
    ),
    ("МОСКВА, 21 января. /ТАСС/. Новая", ("МОСКВА",), None, "21 января", "ТАСС"),
    ("МОСКВА, 21 янв - РИА Новости. Новая", ("МОСКВА",), None, "21 янв", "РИА Новости"),
    ("القاهرة (أ ف ب) - قالت", ("القاهرة",), None, None, "أ ف ب"),
    ("أنقرة/ الأناضول", ("أنقرة",), None, None, "الأناضول"),
    ("ANKARA, 21 Ocak (AA) - Yeni", ("ANKARA",), None, "21 Ocak", "AA"),
    ("新华社北京4月24日电（记者 王明）天文台", ("北京",), None, "4月24日", "新华社"),
    ("【6月18日 AFP】天文台", (), None, "6月18日", "AFP"),
    (
        "NEW LUND: The new dome of the observatory was opened by the mayor and a class of pupils,"
        " it said.",
        ("NEW LUND",),
        None,
        None,
        None,
    ),
    ("حلب، سوريا (CNN) -- قالت", ("حلب",), "سوريا", None, "CNN"),
    ("MURMANSK. Nov 3 (Interfax) - The", ("MURMANSK",), None, "Nov 3", "Interfax"),
    ("МУРМАНСК, 12 мая. /ТАСС/. Новая", ("МУРМАНСК",), None, "12 мая", "ТАСС"),
    ("ТВЕРЬ, 4 февраля. /Корр. ТАСС Иван Берг/. Новая", ("ТВЕРЬ",), None, "4 февраля", "ТАСС"),
    ("Москва. 29 ноября. INTERFAX.RU - Новая", ("Москва",), None, "29 ноября", "INTERFAX.RU"),
    ("29 ноября, Брест /Корр. БЕЛТА/. Новая", ("Брест",), None, "29 ноября", "БЕЛТА"),
    ("ЛЬВІВ, 29 листопада. /Укрінформ/. Нова", ("ЛЬВІВ",), None, "29 листопада", "Укрінформ"),
    ("ΑΘΗΝΑ (ΑΠΕ-ΜΠΕ) - Ο θόλος", ("ΑΘΗΝΑ",), None, None, "ΑΠΕ-ΜΠΕ"),
    ("Klatovy 29. listopadu (ČTK) - Nová", ("Klatovy",), None, "29. listopadu", "ČTK"),
    (
        "Győr, 2030. november 29., szerda (MTI) - Az",
        ("Győr",),
        None,
        "2030. november 29., szerda",
        "MTI",
    ),
    ("SPLIT, 29. studenoga (Hina) - Nova", ("SPLIT",), None, "29. studenoga", "Hina"),
    ("29.11. Warszawa (PAP) - Nowa", ("Warszawa",), None, "29.11.", "PAP"),
    ("GENT 29/11 (BELGA) = Un", ("GENT",), None, "29/11", "BELGA"),
    ("Lyon, 3 fév 2030 (AFP) - Un", ("Lyon",), None, "3 fév 2030", "AFP"),
    ("Brest (France), 9 déc 2030 (AFP) - Un", ("Brest",), "France", "9 déc 2030", "AFP"),
    ("Mendoza, 12 de agosto (Télam).- El", ("Mendoza",), None, "12 de agosto", "Télam"),
    (
        "ABU DHABI, 29th November, 2030 (WAM) -- The",
        ("ABU DHABI",),
        None,
        "29th November, 2030",
        "WAM",
    ),
    ("Qom, IRNA – The new dome was opened by the mayor", ("Qom",), None, None, "IRNA"),
    ("Otsu, Dec. 14 (Jiji Press)--The", ("Otsu",), None, "Dec. 14", "Jiji Press"),
    ("Münster (dpa/lnw) - Die", ("Münster",), None, None, "dpa/lnw"),
    ("Halle/Saale (dpa) - Die", ("Halle/Saale",), None, None, "dpa"),
    (
        "MOSTAR, Bosnia and Herzegovina (AA) - The",
        ("MOSTAR",),
        "Bosnia and Herzegovina",
        None,
        "AA",
    ),
    (
        "Holstebro, onsdag /ritzau/ En ny kuppel er klar til at vise himlen for alle",
        ("Holstebro",),
        None,
        "onsdag",
        "ritzau",
    ),
    (
        "New Delhi, Nov 29 (PTI) The new dome of the observatory was opened by the mayor",
        ("New Delhi",),
        None,
        "Nov 29",
        "PTI",
    ),
    (
        "BUTTE, MT / ACCESSWIRE / November 30, 2030 / The",
        ("BUTTE",),
        "MT",
        "November 30, 2030",
        "ACCESSWIRE",
    ),
    (
        "Guelph, Ontario--(Newsfile Corp. - December 1, 2030) - The",
        ("Guelph",),
        "Ontario",
        "December 1, 2030",
        "Newsfile Corp.",
    ),
    ("OTSU, Nov 29, 2030 - (JCN Newswire) - The", ("OTSU",), None, "Nov 29, 2030", "JCN Newswire"),
    ("新华社11月29日电 天文台", (), None, "11月29日", "新华社"),
    ("【ワシントン共同】天文台", ("ワシントン",), None, None, "共同"),
    ("(서울=연합뉴스) 천문대", ("서울",), None, None, "연합뉴스"),
    ("الشارقة في 29 نوفمبر / وام / افتتح", ("الشارقة",), None, "29 نوفمبر", "وام"),
]


@pytest.mark.parametrize(("text", "places", "region", "date", "agency"), DATELINES)
def test_a_dateline_gives_its_parts_as_written(text, places, region, date, agency):
    found = opening(text)
    assert found is not None
    dateline = found.dateline
    assert (dateline.places, dateline.region, dateline.date, dateline.agency) == (
        places,
        region,
        date,
        agency,
    )
    assert f"{dateline.text}{found.lead}".replace(" ", "") == text.replace(" ", "")


LEAD = "Die neue Kuppel der Sternwarte ist am Dienstag für alle offen gewesen, hieß es dort."


@pytest.mark.parametrize("head", ["London/Teheran - ", "Gundremmingen - ", "Bad Ems – "])
def test_a_place_in_small_letters_is_a_dateline_below_an_agency(head):
    document = of(f"Neue Kuppel in Lund\ndpa\n{head}{LEAD}\n{LEAD}\n")
    assert document.dateline is not None
    assert document.dateline.text == head.strip()
    assert document.body[0].text == LEAD


@pytest.mark.parametrize("head", ["", "Anna Berg\n"])
def test_a_place_alone_above_the_lead_is_a_dateline(head):
    document = of(f"Neue Kuppel in Lund\n{head}ISTANBUL\n{LEAD}\n{LEAD}\n")
    assert document.dateline is not None
    assert document.dateline.text == "ISTANBUL"
    assert len(document.body) == 2
    assert of(f"Neue Kuppel in Lund\n{LEAD}\nISTANBUL\n{LEAD}\n").dateline is None


def test_a_place_and_a_colon_are_a_dateline_at_the_top_only():
    for text in (f"Hyderabad: {LEAD}\n", f"New dome opens\nHyderabad: {LEAD}\n"):
        document = of(text + f"Heat: {LEAD}\n")
        assert document.dateline is not None
        assert document.dateline.places == ("Hyderabad",)
        assert document.body[-1].text == f"Heat: {LEAD}"


@pytest.mark.parametrize("head", ["Analysis: ", "He said: ", "In the city of Lund: ", "Note: "])
def test_other_words_before_a_colon_are_no_place(head):
    assert of(f"{head}{LEAD}\n{LEAD}\n").dateline is None


def test_a_dateline_without_an_agency_needs_a_lead():
    lead = "The county library will keep one reading room open all night."
    assert opening(f"SPRINGDALE, Ohio -- {lead}") is not None
    assert opening("SPRINGDALE, Ohio -- A library") is None


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE – Ferries brush against each other in fog off an island, eleven hurt",
        "The ferry operator -- which runs six ships on the route -- said it would pay for it.",
        "The Shanghai Cooperation Organisation (SCO) - a group of states in Asia - met on Tuesday.",
        "The Associated Press (AP) reported the find first.",
        "Mayor (and baker) - a man of many trades - said so.",
        "The mayor of Lund (AP) Opened the dome on Tuesday, and many people came to see it.",
        "WEATHER: Clouds over the whole of the country and the sea until the end of the week",
        "Two ferries brushed against each other in thick fog on Tuesday.",
        "well-known people came",
        "PARIS -- a word he never said without a sigh -- was where his brother lived at the time.",
        "On Friday, May 5 (Europe Day) - a day that few people noticed - the dome was closed.",
        "Paris, Route 66 - the two names on the wall - were all that was left of the old sign.",
        "Trains, he said, run from London - Paris is another matter - on every day of the week.",
        "LUND, Jan 21 Ystad - two towns with one dome - are what is left of the old county.",
        "Smith (AP) and Berg (Reuters) were the first to say so.",
        "",
    ],
)
def test_prose_is_no_dateline(text):
    assert opening(text) is None


def test_below_prose_a_place_needs_an_agency_or_a_date():
    prose = "The dome, which is made of steel and glass, was opened by the mayor and by a class."
    below = f"{prose}\nLUND -- The old dome will be taken down in the autumn, the mayor said.\n"
    assert of(f"Dome opens in Lund\n{below}").dateline is None
    assert of(f"Dome opens in Lund\n{below.replace('LUND', 'LUND (AP)')}").dateline is not None


def test_a_place_alone_below_the_byline_is_the_dateline():
    lead = "The observatory opened its new dome on Tuesday, the university said in a statement."
    document = of(f"Dome opens\nBy Anna Berg\nLUND\n{lead}\nThey came in hundreds, it said.\n")
    assert document.dateline is not None
    assert (document.dateline.text, document.dateline.lines) == ("LUND", (3, 3))
    assert document.body[0].text == lead
