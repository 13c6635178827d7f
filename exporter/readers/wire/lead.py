"""Where the text of a story begins: its dateline, or what stands below its byline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from exporter.readers.house import House
from exporter.readers.text.lines import Line
from exporter.readers.wire.byline import byline, name_alone
from exporter.readers.wire.claims import house_opening
from exporter.readers.wire.dateline import Opening, opening, place_alone, quiet_opening
from exporter.readers.wire.slugline import slug_form
from exporter.readers.wire.summary import is_summary
from exporter.values import Struct

# A head is short: a byline or a dateline further down belongs to something else.
_DEEPEST = 16
LEAST_LEAD = 80
_LONGEST_SUMMARY = 400
_LONGEST_DECK = 80
_LEAST_BELOW_NAME = 20
_REACH_BELOW = 6
_DEEPEST_PLACE = 6
_SENTENCE_END = tuple(".!?:\"”»'’“।。！？…")


class Lead(Struct):
    """Where a story's text begins: its index, and the dateline that it opens with."""

    index: int
    opening: Opening | None = None
    byline: int | None = None


def story_start(lines: Sequence[Line], house: House) -> int:
    """The index of the byline or dateline, whichever is first; of the lead when there is none."""
    for index in _deep(lines):
        if _opening(lines[index], house) or byline(lines[index]):
            return index
    return next((index for index in _deep(lines) if len(lines[index].text) >= LEAST_LEAD), 0)


def lead_stop(lines: Sequence[Line], house: House) -> int:
    """The index after the first line of the story's text, which notices may still precede."""
    lead = find_lead(lines, house)
    return story_start(lines, house) if lead is None else lead.index + 1


def _opening(line: Line, house: House) -> Opening | None:
    return house_opening(line, house) or opening(line.text, line.lines)


def find_lead(lines: Sequence[Line], house: House) -> Lead | None:
    """The line with the dateline, else the one below the byline; None without either."""
    deep = _deep(lines)
    told = False
    for index in deep:
        found = _opening(lines[index], house)
        if found is not None and not (told and _is_weak(found)):
            return None if _is_digest(lines, deep, index) else Lead(index, found)
        told = told or (len(lines[index].text) >= LEAST_LEAD and ends_sentence(lines[index].text))
    for index in deep:
        named = byline(lines[index], _next(lines, index), _next(lines, index + 1))
        # An agency's name on the last line signs what stands above it.
        if named is not None and (named.says_by or index != deep[-1]):
            return _below(lines, index, named.used, bare=not named.says_by)
    return _below_name(lines, deep) or _quiet(lines, deep)


def _is_weak(found: Opening) -> bool:
    """Whether a dateline names neither agency nor date: below prose it is rather a sentence."""
    return found.dateline.agency is None and found.dateline.date is None


def _is_digest(lines: Sequence[Line], deep: Sequence[int], first: int) -> bool:
    """Whether the dateline is but the first of several, each in an item under its own heading."""
    at = deep.index(first)
    if at < 1 or ends_sentence(lines[deep[at - 1]].text):
        return False
    for above, below in pairwise(deep[at + 1 :]):
        if _is_heading(lines[above].text) and opening(lines[below].text):
            return opening(lines[above].text) is None
    return False


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_DECK and not ends_sentence(text)


def _deep(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that may belong to a head."""
    full = (index for index, line in enumerate(lines) if not line.blank)
    return list(islice(full, _DEEPEST))


def _next(lines: Sequence[Line], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _below(lines: Sequence[Line], index: int, used: int, *, bare: bool) -> Lead:
    """The lead below a byline: a place without an agency is believed there; a deck may precede."""
    below = range(index + used, min(index + used + _REACH_BELOW, len(lines)))
    following = [position for position in below if not lines[position].blank]
    for position in following:
        found = quiet_opening(lines[position].text, lines[position].lines)
        if found is not None:
            return Lead(position, found, index)
    for position, text in pairwise(following):
        found = place_alone(lines[position], lines[text])
        if found is not None:
            return Lead(position, found, index)
    for deck, lead in pairwise(following):
        if not _is_deck(lines[deck].text, lines[lead].text, bare=bare):
            break
        if len(lines[lead].text) >= LEAST_LEAD and ends_sentence(lines[lead].text):
            return Lead(lead, None, index)
    return Lead(index + used, None, index)


def _below_name(lines: Sequence[Line], deep: Sequence[int]) -> Lead | None:
    """The lead of copy in which only a name stands between headline and text."""
    if len(deep) < 3 or name_alone(lines[deep[1]]) is None:
        return None
    headline, below = lines[deep[0]].text, lines[deep[2]].text
    if slug_form(headline) is not None:
        return None
    if " " not in headline or headline.endswith(".") or _is_label(below):
        return None
    return _below(lines, deep[1], 1, bare=True)


def _is_label(text: str) -> bool:
    """Whether a line is too short to be text; scripts with a sign a syllable say more in less."""
    return len(text) < _LEAST_BELOW_NAME and text.isascii()


def _quiet(lines: Sequence[Line], deep: Sequence[int]) -> Lead | None:
    """The lead that opens with a place and a colon, or stands below a place alone."""
    for index, below in pairwise(deep[1:_DEEPEST_PLACE]):
        alone = place_alone(lines[index], lines[below])
        if alone is not None:
            return Lead(index, alone)
        if ends_sentence(lines[index].text):
            break
    for index in deep[:2]:
        found = quiet_opening(lines[index].text, lines[index].lines, colon_only=True)
        if found is not None:
            return Lead(index, found)
    return None


def _is_deck(text: str, lead: str, *, bare: bool) -> bool:
    """Whether a line below a byline only announces the lead: no sentence, or a summary of it.

    Below a `bare` name, as web copy has it, a text half as long as the next one is a summary too.
    """
    if text.endswith(":") or len(text) > _LONGEST_SUMMARY:
        return False
    if not ends_sentence(text):
        return len(text) < len(lead) or len(text) <= _LONGEST_DECK
    if len(text) > len(lead):
        return False
    return (bare and len(text) * 2 <= len(lead)) or is_summary(text, lead)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, in whatever script."""
    return text.endswith(_SENTENCE_END)
