"""What the sender forbids is understood, and only that."""

from __future__ import annotations

import pytest

from exporter.model import Kind, PubStatus
from exporter.readers.wire.formula import plain
from exporter.readers.wire.notices import Notice, notice, tag
from tests.readers.conftest import codes, of, story

LEAD = "LUND, Sweden (AA) - The observatory opened its new dome on Tuesday, the university said.\n"

KILLS = """KILL KILL KILL
*** KILL KILL KILL ***
BULLETIN KILL
MANDATORY KILL: BC-EU--Storm
KILL
KILL: BC-US--Storm
KILL - story slugged BC-Storm
Editors: Kill the story slugged BC-Storm.
ATTENTION EDITORS: PLEASE KILL the previous story
The story must not be used. A kill is mandatory.
BC-EU--Storm, KILL
STORY WITHDRAWN
KILL ADVISORY
RETRACTION
CANCELLATION NOTICE
MANDATORY KILL BC-EU--Storm, sent at 0900"""

HOLDS = """HOLD HOLD HOLD
HOLD-HOLD-HOLD
BC-Dome,HOLD
BC-US-Dome, Hold
HOLD
PLEASE HOLD
Eds: Please hold this story
Editors: withhold the story BC-Storm
DO NOT PUBLISH"""

EMBARGOES = """EMBARGOED UNTIL 0001 GMT TUESDAY
EMBARGO: 5 March 2030, 10:30 CET
Embargoed for release until 10 a.m. Tuesday
EMBARGOED TO 0001 TUESDAY MARCH 5
STRICT EMBARGO: 00.01 Friday
UNDER EMBARGO UNTIL Friday
*EMBARGOED UNTIL 10:00*
Hold for release 10 a.m. EST Tuesday
HFR 12:01 a.m. EST Sunday
NOT FOR PUBLICATION BEFORE 10 a.m. Tuesday
DO NOT PUBLISH BEFORE MIDNIGHT
FOR RELEASE AT 9 A.M. EST, MARCH 5
SPERRFRIST: 10.30 Uhr
EMBARGO TIME: 0001 GMT
SOUS EMBARGO JUSQU'AU 5 mars 2030, 10h30
EMBARGO: no use before delivery of the speech
EMBARGO"""

PROSE = """KILL BILL TOPS THE BOX OFFICE
KILL – OR BE KILLED: A SOLDIER'S STORY
KILLING OF DEER
Killers at large in the city
HOLD THE FRONT PAGE, SAYS EDITOR
HOLD – THE ART OF WAITING IN LINE
Hold your fire, the general said.
Media hold the line on pay
Editors kill time in Geneva
The oil embargo of 1973 changed the market.
EMBARGO ON RUSSIAN OIL TAKES EFFECT
EMBARGO TO HIT EXPORTS
EMBARGO: OIL PRICES SOAR
Embargo talks fail in Brussels
Embargoed goods seized at the border
For release on bail he had to pay 5,000 dollars.
For release of the hostages, the group wants money.
No release of hostages before Tuesday, says group
Eds: With AP Photos. UPDATES with kill of 3 deer
Eds: SUBS hold with strike
Hold on
“Hold,” he said.
"Kill the story"
Editors: kill thistles early, farmers say
EMBARGO LIFTED
No embargo
Arms embargo ends Tuesday at 10 a.m.
Embargo ends Tuesday
Report withdrawn
Match cancelled
Death penalty on hold
Bomb kills 3 in Kabul
3 KILLED
Release at noon of the hostages hoped for
Advance 5 percent"""


# Words of a desk to a desk, and nothing else.
FORMULAS = {
    Notice.KILL: """kill kill kill
Kill, kill, kill.
Kill this story
Please kill
This story has been killed.
This story has been withdrawn
STORY IS CANCELLED
Eds: KILLS story
Eds: Please disregard this story.
Eds: deletes story
ANNULATION
Eds: With photos. Mandatory kill.
ATTENTION - KILLS story ///
CANCEL CANCEL CANCEL
ＫＩＬＬ
K I L L
K\u00adILL K\u200bILL""",
    Notice.HOLD: """hold hold hold
Hold.
Please hold this story
Hold until further notice
HOLD FOR LAWYERS
THIS STORY IS ON HOLD
Do not publish
Do not use this story
Eds: hold for now
Eds: UPDATES with quotes. Hold until further notice.""",
    Notice.EMBARGO: """EMBARGO 0001 GMT Tuesday
embargo 0001 gmt tuesday
EMBARGO!!! 0001 GMT
EMBARGOED 0001 GMT, March 5
EMBARGO LIFTS AT 10:30 CET
UNDER STRICT EMBARGO UNTIL TUESDAY
EMBARGOED AGAINST DELIVERY
HOLD UNTIL 1000 GMT
Hold until Tuesday
This story is embargoed until 10 a.m.
Eds: note embargo of 0001 GMT
Eds: sous embargo 0001 GMT
Eds: hold for release 0001 GMT
ATTENTION - EMBARGO 0001 GMT ///
+++ SPERRFRIST 10 Uhr +++
For release at 10 a.m.
RELEASE AT 10 A.M. TUESDAY
ADV05 For release Tuesday
ADVANCE FOR TUESDAY
E M B A R G O""",
}

TAGS = {
    Notice.KILL: """KILL: River rises in Moscow
River rises in Moscow (KILL)
STORY WITHDRAWN - River rises in Moscow
By Anna Adams (KILL KILL KILL)""",
    Notice.HOLD: """HOLD - River rises in Moscow
HOLD: RIVER RISES IN MOSCOW
River rises in Moscow - HOLD
RIVER RISES IN MOSCOW [HOLD]
ADDS STATEMENT, HOLD FOR LAWYERS
BC-Moscow-River, HOLD""",
    Notice.EMBARGO: """EMBARGOED: River rises in Moscow
River rises in Moscow (EMBARGOED)
River rises in Moscow - EMBARGOED UNTIL 0001 GMT
EMBARGO 0001 GMT TUESDAY - RIVER RISES""",
}

NO_TAGS = """KILL BILL STAR DIES
KILL – OR BE KILLED: A SOLDIER'S STORY
HOLD – THE ART OF WAITING IN LINE
HOLD TALKS, ENVOY URGES
EMBARGO: OIL PRICES SOAR
FLOOD - 3 KILLED
Final in Rome (CANCELLED)
Oil embargo - what next
Leaders hold talks, seek deal
BUY, SELL, HOLD
By Anna Adams, Moscow"""


@pytest.mark.parametrize(
    ("sort", "text"), [(sort, text) for sort, all_ in FORMULAS.items() for text in all_.split("\n")]
)
def test_a_line_of_nothing_but_a_notice_is_one(sort, text):
    assert notice(plain(text)) is sort


@pytest.mark.parametrize(
    ("sort", "text"), [(sort, text) for sort, all_ in TAGS.items() for text in all_.split("\n")]
)
def test_a_notice_in_capitals_tags_a_line_of_the_head(sort, text):
    assert (notice(plain(text)) or tag(plain(text))) is sort


@pytest.mark.parametrize("text", NO_TAGS.split("\n"))
def test_a_headline_with_such_words_has_no_tag(text):
    assert notice(text) is None
    assert tag(text) is None


def test_a_headline_keeps_the_words_of_its_tag():
    document = of(f"River rises in Lund - HOLD\nBy Anna Adams\n{LEAD}")
    assert document.pub_status is PubStatus.WITHHELD
    assert document.headline is not None
    assert document.headline.text == "River rises in Lund - HOLD"


@pytest.mark.parametrize(
    "line", ["kill kill kill", "Hold until further notice", "Embargoed until 9 am"]
)
@pytest.mark.parametrize(
    "form", ["{line}\nBy A Bee\n{lead}", "By A Bee\n{line}\n{lead}", "{lead}{line}"]
)
def test_small_letters_count_before_the_lead_and_at_the_end(line, form):
    assert of(form.format(line=line, lead=LEAD)).pub_status is not PubStatus.USABLE


def test_small_letters_within_the_story_are_prose():
    text = (
        f"{LEAD}Kill this story\nThe dome, of steel and glass, was opened by the mayor of Lund.\n"
    )
    assert of(text).pub_status is PubStatus.USABLE


def test_a_notice_between_dateline_and_lead_counts():
    document = of(LEAD.replace("The observatory", "EMBARGOED UNTIL 0001 GMT - The observatory"))
    assert document.pub_status is PubStatus.EMBARGOED
    assert document.body[0].text.startswith("EMBARGOED UNTIL 0001 GMT - The observatory")


@pytest.mark.parametrize("text", KILLS.splitlines())
def test_a_kill_is_known(text):
    assert notice(text) is Notice.KILL


@pytest.mark.parametrize("text", HOLDS.splitlines())
def test_a_hold_is_known(text):
    assert notice(text) is Notice.HOLD


@pytest.mark.parametrize("text", EMBARGOES.splitlines())
def test_an_embargo_is_known(text):
    assert notice(text) is Notice.EMBARGO


@pytest.mark.parametrize("text", PROSE.splitlines())
def test_news_about_such_things_is_no_notice(text):
    assert notice(text) is None


def test_below_the_head_only_capitals_are_an_embargo():
    assert notice("Embargoed until 1999 by law, the papers were shown.", in_head=False) is None
    assert notice("EMBARGOED UNTIL 0001 GMT", in_head=False) is Notice.EMBARGO


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("HOLD HOLD HOLD", PubStatus.WITHHELD),
        ("KILL KILL KILL", PubStatus.CANCELED),
        ("EMBARGOED UNTIL 0001 GMT, March 5, 2030", PubStatus.EMBARGOED),
        ("FOR IMMEDIATE RELEASE", PubStatus.USABLE),
    ],
)
@pytest.mark.parametrize("form", ["{line}\n{lead}", "{lead}\n{line}\n", "\n{line}\r\n\r\n{lead}"])
def test_a_notice_sets_the_status_above_and_below_the_story(line, status, form):
    document = of(form.format(line=line, lead=LEAD))
    assert document.pub_status is status
    assert document.dateline is not None
    assert not any(line in block.text for block in document.body)


def test_the_strictest_notice_wins():
    document = of(f"KILL KILL KILL\nHOLD HOLD HOLD\nEMBARGOED UNTIL Tuesday\n{LEAD}")
    assert document.pub_status is PubStatus.CANCELED
    assert [note.text for note in document.ed_note] == ["KILL KILL KILL", "HOLD HOLD HOLD"]
    assert document.embargo is not None


def test_an_embargo_line_is_a_field_with_its_line_and_its_time():
    document = story("afp-glacier-embargoed")
    assert document.embargo is not None
    assert document.embargo.text == "EMBARGOED UNTIL 0001 GMT Tuesday, March 5, 2030"
    assert document.embargo.lines == (1, 1)
    assert document.embargoed_until == "2030-03-05T00:01:00+00:00"
    assert any("oil embargo" in block.text for block in document.body)


def test_a_release_line_takes_the_date_below_it():
    document = story("usgov-style-library-release")
    assert document.embargo is not None
    assert document.embargo.text == "FOR IMMEDIATE RELEASE March 4, 2030"
    assert document.pub_status is PubStatus.USABLE


def test_a_missing_zone_is_taken_for_utc_and_said():
    document = of(f"EMBARGOED UNTIL 10:30, March 5, 2030\n{LEAD}")
    assert document.embargoed_until == "2030-03-05T10:30:00+00:00"
    assert "R015" in codes(document)


def test_an_embargo_without_a_date_has_no_end():
    document = of(f"EMBARGOED UNTIL Tuesday\n{LEAD}")
    assert (document.pub_status, document.embargoed_until) == (PubStatus.EMBARGOED, None)
    assert "R016" in codes(document)


def test_a_held_story_is_read_whole():
    document = story("ap-dam-hold")
    assert document.pub_status is PubStatus.WITHHELD
    assert document.headline is not None
    assert document.headline.text == "Engineers open gates of northern dam after heavy rain"
    assert any("The kill of deer" in block.text for block in document.body)


def test_a_killed_slug_stays_the_slug():
    document = story("ap-minister-kill")
    assert document.pub_status is PubStatus.CANCELED
    assert document.slugline is not None
    assert document.slugline.text == "BC-EU--Minister Resigns, BULLETIN KILL"


def test_a_killed_story_is_a_story_and_a_kill_alone_a_message():
    text = "The observatory opened its new dome, the university said.\n\n"
    assert of(f"KILL KILL KILL\n{text}").kind is Kind.SERVICE_MESSAGE
    assert of(f"KILL KILL KILL\n{text * 12}").kind is Kind.STORY
    assert of(f"KILL KILL KILL\n{text}- a dome\n- a mirror\n").kind is Kind.STORY


def test_the_spaces_within_a_notice_make_no_difference():
    assert plain("EMBARGOED  UNTIL   NOON") == "EMBARGOED UNTIL NOON"
