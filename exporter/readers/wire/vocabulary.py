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

# Agencies as they tag datelines and sign copy, in lower case.
AGENCIES = _words(
    """aa aap adnkronos afp agi ani ansa antara anp ap apa asianet azertac ats belga bernama bna bns
    bss businesswire cna cnn cp ctk dpa dts efe ena epa eurekalert fars globenewswire gna hina ians
    ina interfax irna itar-tass jbn jiji kna kuna kyodo lusa map mena mti nan ntb opta pa pap
    pressassociation pti pna prnewswire reuter reuters ria rfi ritzau rt sana sda shihab sipa snpa
    spa stt tanjug tass tca tmna tns tt ukrinform unb upi vna voa wafa wam xinhua
    yonhap тасс интерфакс sputnik"""
)

AGENCY_NAMES = _phrases(
    """the associated press|associated press|agence france-presse|anadolu agency|anadolu ajansı
    |business wire|globe newswire|kyodo news|kyodo jbn-asianet|press association|prnewswire-asianet
    |pr newswire|the canadian press|xinhua news agency|deutsche presse-agentur|tribune news service
    |риа новости|أ ف ب|رويترز|د ب أ|الأناضول|وفا|واس|قنا|سانا
    |thomson reuters|दैनिक भास्कर|united press international"""
)

# Cities whose one name holds a slash; any other slash in a dateline stands between two places.
ONE_PLACE = (
    "dallas/fort worth",
    "dallas/fort worth airport",
    "minneapolis/st. paul",
    "raleigh/durham",
    "biel/bienne",
    "seattle/tacoma",
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
END_MARKS = frozenset(
    ["reuter", "reuters", "more", "nnnn", "==kyodo", "bernama", "###", "30", "end", "ends"]
)

# Senders of press releases, in lower case, as their datelines name them.
RELEASE_WIRES = (
    *("prnewswire", "business wire", "businesswire", "globenewswire", "globe newswire"),
    *("asianet", "jbn", "accesswire", "news aktuell", "eqs"),
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
