"""Every visible character of a source is in the document once, or in a diagnostic."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from exporter.diagnostics import ReadError
from exporter.model import Block, Document, ItemList, Table
from exporter.readers import FORMATS, read
from exporter.readers.raw import RawStory
from exporter.readers.text.characters import printable
from exporter.readers.text.encoding import decode
from tests.conftest import SEED
from tests.readers.conftest import STORIES

_MARK = re.compile(r"the mark (.+?) \((\d+)×\) is not in the text", re.DOTALL)
_FRAME = "the frame of the transmission is not part of the story: "

FRAGMENTS = """\
ADDS STATEMENT, BACKGROUND
By Anna Berg and Jon Breen
Associated Press Writer
LUND/YSTAD, Sweden (AA) - The observatory opened its new dome.
LUND, August 8 (Xinhua) --
Dome opens in Lund =
    Under the agreement, which runs for two years, crews will work no
more than four nights in a row, and the terminals will pay for them
-Second dome
SECOND DOME
* two domes
- four mirrors
First      2          1961
First;2;-4;1961
___
* * *
HOLD HOLD HOLD
KILL KILL KILL
EMBARGOED UNTIL 0001 GMT, March 5, 2030
March 5, 2030
The following information is not intended for publication
NOT FOR PUBLICATION
Contacts (not for publication): 555 0142
# Notebook
(Reporting by Anna Berg; Editing by Jon Breen)
It was said. (Reporting by Anna Berg, additional reporting by Jon Breen)
*Writing by Deniz Aksoy
AP writer Jon Breen contributed to this report.
dpa ab cd
Reuter
NNNN
###
© 2030 The House of News
Source: The University
eca0003 3 i 380  dpa 0045
212322 GMT Nov 18
^BC-Sweden-Dome, 5th Ld<
^By ANNA BERG=
(Adds details
Eds: With photos.
“We opened it, he said.
\tA tab and\u00a0a no-break space  and two
Sweden/science/
w1195 &Cx1f; wstm-
u i &Cx13; &Cx11; BC-Sweden-Dome 1stLd 08-09 0145
city &UR; Eds: CORRECTS 4th graf &QL;  &UR; By ANNA BERG &QC;
(lb) ampQL ampUR c.1998 N.Y. Times News Service ampLR
ZCZC AAP
#AM Lund headlines
$Lund headlines round-up
:1200
^DOME: Results
XIE19990227.0171 <DATE_TIME> x </DATE_TIME><HEADLINE> Dome Opens </HEADLINE>
XIE19990227.0171 <HEADLINE> </HEADLINE>
^NORTHERN LEAGUE=
Lund 7, Ystad 5
Ystad at Lund, 1:08 p.m.<
MEDIA RELEASE PR67255
LUND, Feb. 1, 2030 /PRNewswire/ --
    -- A point below the dateline
About Dome Corporation
Contact: Anna Berg
SOURCE:  Dome Corporation
Photo - http://media.example.org/1.jpg
**Statement of the mayor:**
### The sky
\\###
On the Net:
http://www.example.org/
1A) The first of the stories
"We see the sky better now"
The decision, 3rd graf pvs.
It was said. (pvs/vi/ji)
It was said. Anna Berg, VOA News.
It was said. In comparison, 5th graf
Dome opens in Lund*** TRANSLATED ***
Dome Opens in Lund  By ANNA BERG, Associated Press Writer
(Adds detail) * Second dome By Anna Berg Jan 30 (Reuters) - The observatory opened it.
Anna Berg
dpa
Hyderabad: The observatory opened its new dome on Tuesday, the university said to all.
Bern (ats afp) The observatory opened its new dome on Tuesday, the university said.
新华社北京4月24日电（记者 王明）天文台
【6月18日 AFP】天文台
- Reporting by: Anna Berg in Lund,
  Jon Breen in Ystad
- (c)2030 The House of News
^*9006< ^AP-Top-Domes,0176<
u f BC-TALKING-POINT/DOME 02-26 0105
A DOME ** ANOTHER DOME ** A THIRD DOME ** A FOURTH **
It was said. EFE
It was said. MORE
INDIA SUCESOS
daa/mt/msr
Dome opens in Lund
**Dome opens in Lund**
ISTANBUL
МОСКВА, 21 янв - РИА Новости. Новая обсерватория
أنقرة/ الأناضول
(Reporte de Ana Ruiz. Editado por Juan Gil)
It was said. (Bericht von Anna Berg, geschrieben von Jon Breen. Redigiert von Ines Kovac.)
AP900816-0139 AP-NR-08-16-90 2041EDT u i AM-Domes 08-16 1350 AM-Domes, a0723,1392 Dome opens
No pickup LaserPhotos By ROBERT BERG Associated Press Writer
NEWS STORY
&UR; Eds: RECAPS pvs. Will be led after the opening that is scheduled for
0500 GMT &QL;
(JT &LR; )
The members of the delegation:
For more information, visit www.example.org.
(This story has not been edited by our staff and is from a syndicated feed.)
박준석 기자 외 1명
AAP RESULTS
bc-dome 1stld-writethru 11-29
1 SCIENCE Dome
A0634 BC-DOME-NYT
Urgent
r i
MURMANSK. Nov 3 (Interfax) - The dome
Brest (France), 9 déc 2030 (AFP) - Un dôme
29 ноября, Брест /Корр. БЕЛТА/. Новая обсерватория
ТВЕРЬ, 4 февраля. /Корр. ТАСС Иван Берг/. Новая
Guelph, Ontario--(Newsfile Corp. - December 1, 2030) - The dome
BUTTE, MT / ACCESSWIRE / November 30, 2030 / The dome
(서울=연합뉴스) 천문대
الشارقة في 29 نوفمبر / وام / افتتح
(PAP)
/ritzau/
Lusa/Fim
(Schluss) hu/kre
WAM/Anna Berg/Jon Breen
Anna Berg/TT
jkl pmn
ABC // JLG
Berg reported from Lund and Breen from Ystad. AP writer Ines Kovac contributed.
(foto) (vídeo)
Note to editors: a picture is available.
ENDS
Notes to editors
- Second dome
Net 8,120,000 vs 7,350,000
Nine mths
1  Copper Kettle  (2) 58.5 D Berg(Lund)  J Breen
Lund        120.4     118.2     +1.9    Netherlands, Belgium, Ireland
$35,000, 1400m
Malmo 3, Ahus 2, OT
<figure>
<img src="https://www.example.org/dome.jpg" />
</figure>
<div></div><script></script>
BC-Dome, KILL
RETRACTION
The AP
YY RFG INTERNET (3RR)
******DOMES SAYS IT HAS NO TALKS
    Shr 34 cts vs 1.19 dlrs, and the year is the first in which the dome
was open.
"""

wire_lines = st.sampled_from(FRAGMENTS.splitlines()) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=30
)
wire_text = st.lists(wire_lines | st.just(""), min_size=1, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r"]).map(lambda end: end.join(lines))
)


def visible(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def fields(document: Document) -> Iterator[str]:
    one = (document.slugline, document.embargo, document.headline, document.end_mark)
    many = (document.ed_note, document.subheadline, document.abstract, document.boilerplate)
    yield from (part.text for part in (*one, document.copyright) if part)
    yield from (part.text for parts in many for part in parts)
    yield from (part.text for part in (document.byline, document.dateline) if part)
    yield from (credit.text for credit in document.credits)
    for block in document.body:
        yield from words(block)


def words(block: Block) -> Iterator[str]:
    if isinstance(block, ItemList):
        yield from (item.text for item in block.items)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    else:
        yield getattr(block, "text", "")


def reported(document: Document) -> Iterator[Counter[str]]:
    for diagnostic in document.diagnostics:
        match = _MARK.match(diagnostic.message)
        if match:
            marks = visible(ast.literal_eval(match[1]))
            yield Counter({char: count * int(match[2]) for char, count in marks.items()})
        elif diagnostic.code == "R013":
            yield visible(diagnostic.message.removeprefix(_FRAME))


def is_wire_copy(data: bytes) -> bool:
    """Whether it is wire copy, and not a text that Markdown's reader takes."""
    raw = RawStory(data, "story.txt")
    return next(row for row in FORMATS if row.recognise(raw)).name == "wire copy"


def account(data: bytes) -> tuple[Counter[str], Counter[str]]:
    """The characters of a source, and those that its document and diagnostics hold."""
    document = read(data, "story.txt")
    held: Counter[str] = sum(map(visible, fields(document)), Counter())
    return visible(printable(decode(data).text)), sum(reported(document), held)


@pytest.mark.parametrize("path", [SEED, *sorted(STORIES.glob("*.txt"))], ids=lambda path: path.stem)
def test_a_story_is_in_its_document_once(path):
    source, held = account(path.read_bytes())
    assert source == held


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(text=wire_text)
def test_any_wire_like_text_is_in_its_document_once(text):
    assume(is_wire_copy(text.encode("utf-8")))
    try:
        source, held = account(text.encode("utf-8"))
    except ReadError:
        return
    assert source == held


def test_a_second_notice_of_copyright_is_not_lost():
    source, held = account(
        b"(c) 2030 A House\nLUND (AP) - It was said.\n\n# Notebook\n- (c) 2029 Another House\n"
        b"\ndpa ab cd\n"
    )
    assert source == held


@pytest.mark.parametrize("text", ["(US&UR;)", "&UR;(ampUR)", "&UR;(JT LR )", "&QL;A&UR", "&UR;amp"])
def test_codes_without_a_space_before_them_are_not_lost(text):
    source, held = account(text.encode())
    assert source == held


@settings(max_examples=300)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = read(data, "story.txt")
    except ReadError:
        return
    assert document.title.strip()


@settings(max_examples=200)
@given(text=wire_text)
def test_what_is_read_has_lines_of_the_source(text):
    try:
        document = read(text.encode("utf-8"), "story.txt")
    except ReadError:
        return
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    parts = (*document.body, *document.ed_note, *document.credits)
    assert all(part.lines and 1 <= part.lines.first <= part.lines.last <= last for part in parts)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "word ",
        "A, ",
        "A. ",
        "(",
        "-",
        "_",
        "/",
        '"',
        "By Anna Bo and ",
        "not for publication ",
    ],
)
def test_a_line_of_a_megabyte_is_read_at_once(unit):
    assert read((unit * 1_000_000)[:1_000_000].encode(), "story.txt").title
