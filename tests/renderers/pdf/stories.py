"""Stories to try a page on, written for these tests: short, long, full of tables, in other tongues."""

# ruff: noqa: E501
from __future__ import annotations

from exporter.model import (
    Break,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Document,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Source,
    SourceText,
    Table,
)

_CREDITS = (Credit("*Writing by Nora Pell", "writing", ("Nora Pell",)),)


def _story(
    name: str, language: str, headline: str, dateline: Dateline, body: tuple[object, ...]
) -> Document:
    return Document(
        source=Source(f"{name}.txt", "text/plain", "5e" * 32, "utf-8"),
        title=headline,
        headline=SourceText(headline),
        language=language,
        byline=Byline("By Ada Quay and Ben Stern", ("Ada Quay", "Ben Stern")),
        dateline=dateline,
        ed_note=(SourceText("ADDS DETAIL FROM HARBOUR OFFICE"),),
        body=body,  # type: ignore[arg-type]
        credits=_CREDITS,
    )


_PORT = Dateline("PORT ELLEN, Scotland (XX) —", ("PORT ELLEN",), "Scotland", None, "XX")


def one_paragraph() -> Document:
    return _story(
        "short", "en", "Ferry sails again", _PORT,
        (Paragraph.of("The morning ferry sailed on time for the first time in nine days on "
                      "Thursday, the harbour office said, after divers cleared the ramp of a "
                      "fishing net and eleven metres of chain."),),
    )  # fmt: skip


_SCENES = (
    "The harbour council met for six hours on Tuesday to decide who should pay for the ramp that "
    "the January storm tore from its hinges, and adjourned without a vote.",
    "“We have a ramp that belongs to nobody and a bill that belongs to everybody,” said Isla "
    "Morrow, who has chaired the council since the old pier was closed.",
    "Engineers had told the meeting that the hinges, cast in 1961, could not be repaired. New "
    "ones would take eleven weeks to make, and the island's only crane could not lift them.",
    "Until then, lorries wait on the mainland.",
    "The distillery, the largest employer on the island, has moved four thousand casks by "
    "fishing boat since the beginning of the month, at three times the usual price. Its manager "
    "said that barley for the next season was stored in a church hall, in two school buses and "
    "in the changing rooms of the football club, whose matches have been called off.",
    "Three of the nine members want the county to pay. The county says that a contract signed in "
    "1987 makes the ferry company responsible for “all things that move”, hinges included.",
    "A lawyer for the company said hinges did not move; that was the point of them.",
    "Fishermen, who lost a week of good weather to the casks, asked for compensation of their "
    "own, and for the return of two nets that now hold a temporary fence around the ramp.",
)
_CROSSHEADS = ("Eleven weeks", "Casks by boat", "A contract of 1987", "Who owns a hinge?")


def long_read() -> Document:
    """Some four thousand words."""
    body: list[object] = []
    for round_ in range(15):
        shifted = _SCENES[round_ % 8 :] + _SCENES[: round_ % 8]
        body += [Paragraph.of(text) for text in shifted]
        body.append(Crosshead.of(_CROSSHEADS[round_ % 4]))
    body.append(Paragraph.of(_SCENES[0]))
    return _story(
        "long", "en", "A storm, a ramp and a contract: how an island lost its only road to the "
        "mainland", _PORT, tuple(body),
    )  # fmt: skip


_SAILINGS = (
    ("Route", "Sailings", "On time", "Change", "Fare"),
    ("Port Ellen – Kennacraig", "1,204", "93.4%", "+2.15", "£8.60"),
    ("Port Askaig – Kennacraig", "987", "88%", "−11.5*", "£8.60"),
    ("Oban – Colonsay", "312", "97.25%", "–", "£10"),
    ("Mallaig – Armadale", "1,650", "71.9%", "−0.75", "£3.40"),
)


def tables_and_lists() -> Document:
    """Tables that go on, wide and narrow, lists in lists, a quotation, a separator."""
    long_table = Table(
        (("Day", "Boat", "Passengers", "Wind, m/s"),
         *((f"March {day}", ("Isle of Arran", "Finlaggan")[day % 2], f"{day * 137:,}",
            f"{day / 3:.1f}") for day in range(1, 32))),
        1,
    )  # fmt: skip
    wide = Table(
        (("Pier", "Owner", "What the engineers found", "What it would cost to mend"),
         ("North", "County", "Rust below the waterline on nine of the twelve piles, and no paint",
          "£1.2 million"),
         ("South", "Ferry company", "Sound", "Nothing")),
        1,
    )  # fmt: skip
    numbered = ItemList(
        tuple(
            ListItem.of(f"{text} before the ferry sails, and again on the other side of the sound.")
            for text in ("Engines are run", "Ramps are raised", "Doors are tried", "Tanks are read",
                         "Lamps are lit", "Ropes are counted", "Rafts are weighed",
                         "Radios are called", "Papers are signed", "Horns are sounded")
        ),
        ordered=True,
    )  # fmt: skip
    bullets = ItemList(
        (
            ListItem.of("The county pays for the ramp, and the company for its hinges."),
            ListItem.of("The company pays for both:", ListItem.of("now, from its reserves, or"),
                        ListItem.of("over ten years, with a higher fare on every crossing in "
                                    "summer.")),
            ListItem.of("Nobody pays."),
        )
    )  # fmt: skip
    return _story(
        "tables", "en", "Harbour office counts its sailings", _PORT,
        (
            Paragraph.of(_SCENES[0]),
            Paragraph.of("Sailings in the first quarter, by route:"),
            Table(_SAILINGS, 1),
            Paragraph.of(_SCENES[4]),
            Crosshead.of("Three proposals"),
            Paragraph.of("The council has three proposals before it:"),
            bullets,
            Paragraph.of(_SCENES[2]),
            Quotation((Paragraph.of("A hinge is a thing that stays where it is so that another "
                                    "may move. I have said so since 1987."),
                       Paragraph.of("I shall say so in court."))),
            Paragraph.of(_SCENES[5]),
            Paragraph.of("Ten things are checked on every boat:"),
            numbered,
            Paragraph.of(_SCENES[7]),
            Paragraph.of("The piers were looked at in May."),
            wide,
            Paragraph.of(_SCENES[6]),
            Break(),
            Paragraph.of("The days of March, one by one:"),
            long_table,
            Paragraph.of(_SCENES[3]),
        ),
    )  # fmt: skip


def in_greek() -> Document:
    text = (
        "Το δημοτικό συμβούλιο του νησιού αποφάσισε την Τρίτη να επισκευάσει τη ράμπα του λιμανιού, "
        "που καταστράφηκε από τη θύελλα του Ιανουαρίου, χωρίς να περιμένει την απάντηση της "
        "περιφέρειας για τη χρηματοδότηση του έργου.",
        "«Δεν μπορούμε να ζούμε άλλους τρεις μήνες χωρίς πλοίο», είπε η δήμαρχος Ελένη Καλογήρου, "
        "η οποία υπενθύμισε ότι το σχολείο λειτουργεί με δύο καθηγητές και ότι τα τρόφιμα φτάνουν "
        "με ψαροκάικα.",
        "Σύμφωνα με τους μηχανικούς, οι μεντεσέδες πρέπει να κατασκευαστούν από την αρχή. Η "
        "διαδικασία θα διαρκέσει έντεκα εβδομάδες και θα κοστίσει 1,2 εκατομμύρια ευρώ.",
    )  # fmt: skip
    return _foreign("greek", "el", "Το νησί επισκευάζει μόνο του τη ράμπα του λιμανιού",
                    "ΣΥΡΟΣ, Ελλάδα (XX) —", "ΣΥΡΟΣ", "Ελλάδα", text, "Έντεκα εβδομάδες")  # fmt: skip


def in_russian() -> Document:
    text = (
        "Совет острова во вторник решил отремонтировать причал, разрушенный январским штормом, не "
        "дожидаясь ответа областного правительства о финансировании восстановительных работ.",
        "«Мы не можем ещё три месяца жить без парома», — сказала председательница совета Мария "
        "Северцева, напомнив, что в школе осталось два учителя, а продовольствие доставляют "
        "рыболовецкими судами.",
        "По словам инженеров, петли придётся изготавливать заново. Это займёт одиннадцать недель и "
        "обойдётся в 1,2 миллиона рублей, причём единственный кран острова поднять их не способен.",
    )
    return _foreign("russian", "ru", "Островитяне отремонтируют причал за свой счёт",
                    "СОЛОВКИ, Россия (XX) —", "СОЛОВКИ", "Россия", text, "Одиннадцать недель")  # fmt: skip


def in_turkish() -> Document:
    text = (
        "Ada meclisi salı günü, ocak ayındaki fırtınada yıkılan iskelenin onarımına, il özel "
        "idaresinin ödenek konusundaki yanıtını beklemeden başlanmasına karar verdi.",
        "Meclis başkanı Işıl Çağlayan, “Üç ay daha vapursuz yaşayamayız,” dedi ve okulda yalnızca "
        "iki öğretmenin kaldığını, yiyeceklerin ise balıkçı tekneleriyle getirildiğini anımsattı.",
        "Mühendislere göre menteşelerin yeniden dökülmesi gerekiyor. Çalışmalar on bir hafta "
        "sürecek ve 1,2 milyon liraya mal olacak; adadaki tek vinç parçaları kaldıramıyor.",
    )
    return _foreign("turkish", "tr", "Adalılar iskeleyi kendileri onaracak",
                    "GÖKÇEADA, Türkiye (XX) —", "GÖKÇEADA", "Türkiye", text, "On bir hafta")  # fmt: skip


def in_vietnamese() -> Document:
    text = (
        "Hội đồng đảo hôm thứ Ba quyết định tự sửa chữa cầu cảng bị cơn bão tháng Giêng phá hỏng, "
        "không chờ câu trả lời của tỉnh về nguồn kinh phí cho công trình.",
        "“Chúng tôi không thể sống thêm ba tháng nữa mà không có phà,” bà Nguyễn Thị Hằng, chủ tịch "
        "hội đồng, nói. Bà nhắc rằng trường học chỉ còn hai giáo viên và lương thực được chở đến "
        "bằng thuyền đánh cá.",
        "Theo các kỹ sư, bản lề phải được đúc lại từ đầu. Việc này sẽ mất mười một tuần và tốn 1,2 "
        "tỷ đồng, trong khi chiếc cần cẩu duy nhất trên đảo không đủ sức nâng chúng.",
    )
    return _foreign("vietnamese", "vi", "Dân đảo tự sửa cầu cảng sau bão",
                    "LÝ SƠN, Việt Nam (XX) —", "LÝ SƠN", "Việt Nam", text, "Mười một tuần")  # fmt: skip


def _foreign(
    name: str, language: str, headline: str, dateline: str, place: str, region: str,
    text: tuple[str, ...], crosshead: str,
) -> Document:  # fmt: skip
    first, *rest = (Paragraph.of(paragraph) for paragraph in text)
    body = (first, *rest, Crosshead.of(crosshead), *rest[::-1], first)
    return _story(name, language, headline, Dateline(dateline, (place,), region, None, "XX"), body)


FOREIGN = (in_greek, in_russian, in_turkish, in_vietnamese)
EVERY_STORY = (one_paragraph, long_read, tables_and_lists, *FOREIGN)
