"""The words by which agencies' conventions are known, kept apart from the rules that use them."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


# English, German, French, Spanish, Italian, Portuguese, Dutch and Nordic, Turkish, Russian.
_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ocak января янв",
    "february feb februar février fevrier févr febrero febbraio fevereiro februari şubat февраля",
    "march mar märz maerz mars marzo março maart marts mart марта мар",
    "april apr avril avr abril abr aprile nisan апреля апр",
    "may mai mayo maggio maio mei maj mayıs мая",
    "june jun juni juin junio giugno junho haziran июня июн",
    "july jul juli juillet juil julio luglio julho temmuz июля июл",
    "august aug août aout agosto ago augustus augusti ağustos августа авг",
    "september sept sep septembre septiembre settembre setembro eylül сентября сен",
    "october oct oktober okt octobre octubre ottobre outubro ekim октября окт",
    "november nov novembre noviembre novembro kasım ноября ноя",
    "december dec dezember dez décembre diciembre dic dicembre dezembro desember aralık декабря",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

# As datelines have them in further languages, or so short that only a day beside them tells:
# Portuguese, Italian and French, Polish, Czech, Slovak, Croatian, Slovene and Serbian, Hungarian,
# Romanian, Finnish, Estonian, Lithuanian and Latvian, Indonesian, Turkish, Greek, Bulgarian,
# Ukrainian and Belarusian, Serbian and Macedonian in Cyrillic, Arabic, Persian.
DATELINE_MONTHS = frozenset(MONTHS) | _words(
    """fév déc aoû fev abr mai jui set out dez mag giu lug agos sett ott okt des maa abril jan. ago
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia
    ledna února března dubna května června července srpna září října listopadu prosince
    januára februára apríla mája júna júla augusta septembra októbra novembra decembra
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga studenog
    prosinca
    januara februara marta aprila juna jula avgusta oktobra januarja februarja junija julija
    január február március április május június július augusztus szeptember október
    ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta marraskuuta joulukuuta
    jaanuar veebruar märts aprill juuni juuli detsember
    sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio
    gruodžio
    janvāris janvārī februāris februārī marts martā aprīlis aprīlī maijs maijā jūnijs jūnijā jūlijs
    jūlijā augusts augustā septembris septembrī oktobris oktobrī novembris novembrī decembris
    decembrī
    agustus desember maret
    oca şub haz tem ağu eyl eki kas ara
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου
    νοεμβρίου δεκεμβρίου ιαν φεβ μαρ απρ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
    януари февруари март април май юни юли август септември октомври ноември декември
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
    студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада
    снежня
    јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра
    يناير فبراير مارس أبريل ابريل إبريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر
    ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"""
)
# Full names that are as short as abbreviations: a stop behind one is the sentence's.
SHORT_MONTHS = _words(
    """may june july mai juin mars mayo maio mayo mei maj maja juni juli mart май мая июня июля
    марта мај юни юли"""
)
# A weekday may stand where the date does: ISLAMABAD, Wednesday · København, onsdag.
DATELINE_DAYS = _words(
    """monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag
    freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
    miércoles jueves viernes sábado domingo mandag tirsdag onsdag torsdag fredag lørdag søndag
    måndag tisdag lördag söndag"""
)

# Monday is 0, as `datetime.date.weekday` has it.
WEEKDAYS = {
    **dict.fromkeys(("monday", "mon", "montag", "lundi", "lunes"), 0),
    **dict.fromkeys(("tuesday", "tues", "tue", "dienstag", "mardi", "martes"), 1),
    **dict.fromkeys(("wednesday", "wed", "mittwoch", "mercredi", "miércoles"), 2),
    **dict.fromkeys(("thursday", "thurs", "thur", "thu", "donnerstag", "jeudi", "jueves"), 3),
    **dict.fromkeys(("friday", "fri", "freitag", "vendredi", "viernes"), 4),
    **dict.fromkeys(("saturday", "sat", "samstag", "sonnabend", "samedi", "sábado"), 5),
    **dict.fromkeys(("sunday", "sun", "sonntag", "dimanche", "domingo"), 6),
}

# Minutes east of Greenwich. An abbreviation that newsrooms use for several zones (IST, CST in
# China, BST in Bangladesh) stands for the one that English-language agencies mean, or is left out.
ZONES = {
    **dict.fromkeys(("GMT", "UTC", "Z", "WET"), 0),
    **dict.fromkeys(("BST", "CET", "MEZ", "WEST"), 60),
    **dict.fromkeys(("CEST", "MESZ", "EET", "SAST"), 120),
    **dict.fromkeys(("EEST", "MSK", "TRT"), 180),
    "GST": 240,
    "PKT": 300,
    **dict.fromkeys(("SGT", "HKT", "AWST"), 480),
    **dict.fromkeys(("JST", "KST"), 540),
    "ACST": 570,
    "AEST": 600,
    **dict.fromkeys(("AEDT",), 660),
    "NZST": 720,
    "NZDT": 780,
    **dict.fromkeys(("EDT", "AST"), -240),
    **dict.fromkeys(("EST", "CDT"), -300),
    **dict.fromkeys(("CST", "MDT"), -360),
    **dict.fromkeys(("MST", "PDT"), -420),
    **dict.fromkeys(("PST", "AKDT"), -480),
    "AKST": -540,
    "HST": -600,
}

# Cities whose one name holds a slash; any other slash in a dateline stands between two places.
ONE_PLACE = (
    "dallas/fort worth",
    "dallas/fort worth airport",
    "minneapolis/st. paul",
    "raleigh/durham",
    "biel/bienne",
    "seattle/tacoma",
    "tampa/st. petersburg",
    "frankfurt/main",
    "frankfurt/oder",
    "offenbach/main",
    "halle/saale",
    "freiburg/fribourg",
    "bozen/bolzano",
)

# Countries and provinces whose one name holds "and".
REGIONS_WITH_AND = frozenset(
    [
        *("bosnia and herzegovina", "trinidad and tobago", "antigua and barbuda"),
        *("st. kitts and nevis", "saint kitts and nevis", "sao tome and principe"),
        *("st. vincent and the grenadines", "newfoundland and labrador", "turks and caicos"),
        *("jammu and kashmir", "bosnien und herzegowina", "bosnia y herzegovina"),
    ]
)

# The verb by which an advisory says what it did to an earlier take.
ADVISORY_VERBS = _words(
    """ADDS ADD UPDATES CORRECTS RECASTS INSERTS INCORPORATES CONTAINS SUBS RECAPS RAISES UPGRADES
    REFILES REFILING REPEATS REPEATING RESENDS CLARIFIES REVISES REWRITES EDITS TRIMS FIXES DELETES
    DROPS REMOVES CHANGES RELEADS RESENDING CORRECTING UPDATING ADDING RECASTING"""
)

# In the brackets under a Reuters headline the verb has one capital.
BRACKETED_VERBS = frozenset(verb.capitalize() for verb in ADVISORY_VERBS) | ADVISORY_VERBS

# Words that stand before a dash in capitals and are no place.
NO_PLACE = _words(
    """UPDATE UPDATED CORRECTION CORRECTED BREAKING EXCLUSIVE ALERT URGENT FLASH BULLETIN ANALYSIS
    FACTBOX TIMELINE FEATURE INTERVIEW INSIGHT EXPLAINER ATTENTION NOTE EDS EDITORS ADVISORY HOLD
    KILL EMBARGO EMBARGOED QUOTES PREVIEW REVIEW OPINION COLUMN WRAPUP REFILE REPEAT LEAD PHOTOS
    GRAPHIC VIDEO LIVE WATCH READ MORE ENDS PRECIOUS SOCCER TENNIS CRICKET RUGBY GOLF MOTOR RACING
    FOREX METALS GRAINS OIL STOCKS BACKGROUND QUESTION ANSWER SUBJECT CONTACT SOURCE WARNING
    SUMMARY DISCLAIMER COMMENT EDITORIAL EXPLAINED REPORT OBITUARY PROFILE RECAP RESULTS"""
)

# The words of a closing credit, and the role each gives.
CREDIT_ROLES = {
    "writing": "writing",
    "written": "writing",
    "compiled": "writing",
    "reporting": "reporting",
    "reported": "reporting",
    "editing": "editing",
    "edited": "editing",
    "translation": "translation",
    "translated": "translation",
    "translating": "translation",
}

# The same in other languages, with the word that leads to the names.
CREDIT_PHRASES = {
    "pewarta": "reporting",
    "reporter": "reporting",
    "reporters": "reporting",
    "muhabirler": "reporting",
    "penulis": "writing",
    "penerjemah": "translation",
    "editor": "editing",
    "editors": "editing",
    "penyunting": "editing",
    "reportagem de": "reporting",
    "reportagem": "reporting",
    "edição": "editing",
    "edición": "editing",
    "tradução": "translation",
    "traducción": "translation",
    "texto": "writing",
    "автор": "writing",
    "редактор": "editing",
    "перевод": "translation",
    "autor": "writing",
    "opracowanie": "editing",
    "reportagem por": "reporting",
    "texto de": "writing",
    "edição de": "editing",
    "tradução de": "translation",
    "a cura di": "writing",
    "scritto da": "writing",
    "traduzione di": "translation",
    "tradotto da": "translation",
    "bewerkt door": "editing",
    "vertaald door": "translation",
    "redigert av": "editing",
    "översatt av": "translation",
    "oversatt av": "translation",
    "oversat af": "translation",
    "text von": "writing",
    "texte de": "writing",
    "reporte de": "reporting",
    "reporte por": "reporting",
    "información de": "reporting",
    "reportage de": "reporting",
    "bericht von": "reporting",
    "muhabir": "reporting",
    "haber": "reporting",
    "escrito por": "writing",
    "geschrieben von": "writing",
    "rédigé par": "writing",
    "text": "writing",
    "editado por": "editing",
    "editado en español por": "editing",
    "editado en español": "editing",
    "edición de": "editing",
    "redigiert von": "editing",
    "redaktion": "editing",
    "édité par": "editing",
    "editör": "editing",
    "traducido por": "translation",
    "traducción de": "translation",
    "traduit par": "translation",
    "version française": "translation",
    "übersetzt von": "translation",
    "çeviren": "translation",
}

# A byline's words that belong to an office or a house, not to a person.
NOT_PERSONS = _words(
    """agency agencies associated bureau company contributor correspondent correspondents daily desk
    editor editorial editors gazette group herald journal magazine media ministry network news
    newsroom newspaper office post press reporter reporters sentinel service services staff standard
    star team telegraph times tribune union-tribune university wire wires writer writers
    today"""
)

# Particles of names that are written small.
NAME_PARTICLES = _words(
    """al bin da das de del della den der di dos du e el ibn la le san ten ter van von y zu
    zur"""
)

# A line that ends a story or a take, in lower case and without its dashes and brackets.
END_MARKS = _words(
    """reuter reuters more nnnn ==kyodo bernama ### 30 end ends endit enditem mfl mfend fin fim fine
    ende schluss slut slutt loppu koniec konec kraj vége sfârşit bitti son final конец кінець край
    τέλος 0 xxx 完 完毕 完畢 終 終わり 끝 이상 انتهى النهاية"""
)

# Forms by which a stretch of an English sentence is known to have its verb.
FINITE_VERBS = _words(
    """is are was were has have had will would can could may might must shall should do does did
    said says told spoke won lost took made met fell rose left found began went came gave
    held kept led hit cut set put struck sent saw grew shot ran got became brought broke
    fought paid sold bought built drew drove flew heard knew meant read rode sang sat
    shook stood stole swore taught thought threw understood wore wrote quit beat bent bid
    bound burst caught chose dealt fed fled froze hid hurt laid lay lent let lit rang sank
    sought spent split spread sprang stuck swept swam won plans wants seeks faces urges
    warns backs calls agrees"""
)

# States and countries of two words, which stand after a city as a name stands after a comma.
REGIONS = _phrases(
    """New York|New Jersey|New Mexico|New Hampshire|North Carolina|South Carolina|North Dakota
    |South Dakota|West Virginia|Rhode Island|British Columbia|Nova Scotia|New South Wales
    |South Australia|Western Australia|New Zealand|South Africa|South Korea|North Korea
    |Saudi Arabia|Sri Lanka|Costa Rica|El Salvador|Puerto Rico|Papua New Guinea|Ivory Coast
    |Sierra Leone|Burkina Faso|South Sudan|United Kingdom|United States|Northern Ireland
    |Czech Republic|Dominican Republic|United Arab Emirates|West Bank|Gaza Strip"""
)
