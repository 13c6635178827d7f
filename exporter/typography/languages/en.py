"""English: the Associated Press Stylebook for what is written, the Chicago Manual for how."""

from __future__ import annotations

from exporter.typography.characters import EM_DASH
from exporter.typography.conventions import UNIT_SYMBOLS, Conventions, words

CONVENTIONS = Conventions(
    double=("“", "”"),
    nested=("‘", "’"),
    single=("‘", "’"),
    double_hyphen=EM_DASH,
    # Words that lost their beginning: the mark before them is an apostrophe.
    elisions=words("em n tis twas twere twill til tisn twasn fraid cos coz cuz"),
    before_years=words(
        "of in since the from by until till before after during circa class spring summer fall "
        "autumn winter late early january february march april may june july august september "
        "october november december"
    ),
    months=words(
        "January February March April May June July August September October November December "
        "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. "
        "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    ),
    titles=words(
        "Mr. Mrs. Ms. Mx. Dr. Prof. Rev. Fr. Sr. Br. St. Ste. Hon. Gen. Lt. Col. Maj. Capt. Cmdr. "
        "Sgt. Cpl. Pvt. Adm. Brig. Sen. Rep. Gov. Pres. Sec. Supt. Det. Insp. Amb. Atty. Msgr. "
        "Mr Mrs Ms Mx Dr Prof Rev Hon Gen Lt Col Maj Capt Cmdr Sgt Cpl Adm Brig St"
    ),
    numbered=words("No. Nos. no. nos. p. pp. Vol. vol. Fig. fig. Art. art. Ch. ch. § №"),
    units=UNIT_SYMBOLS
    | words(
        "m g L mi ft yd lb lbs oz mph kph percent million billion trillion bn mn "
        "a.m p.m am pm GMT UTC EST EDT CST CDT MST MDT PST PDT BST CET CEST"
    )
    | {"per cent"},
    initials=True,
)

REGIONS: dict[str, Conventions] = {}
