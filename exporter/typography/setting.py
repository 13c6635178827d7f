"""Rules over passages, in their order, with a record of what each changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from exporter.diagnostics import Lines
from exporter.expressions import expression
from exporter.stylesheet import House
from exporter.typography.asides import asides
from exporter.typography.characters import ELLIPSIS, SOFT_HYPHEN
from exporter.typography.continuity import Continuity
from exporter.typography.conventions import Conventions, conventions
from exporter.typography.dashes import dashes, dateline_dashes
from exporter.typography.ellipses import ellipses
from exporter.typography.ideographs import ideographic_marks
from exporter.typography.passage import Change, Passage, Span
from exporter.typography.quotation import Quotations, quotations
from exporter.typography.record import Record
from exporter.typography.shelter import occurrences, sheltered
from exporter.typography.spaces import binding_spaces, mark_spaces
from exporter.values import Value

SOFT_HYPHEN_RULE = "T008"

Rule = Callable[[str], Iterable[Change]]
Shelter = Callable[[str], Iterable[Span]]

# Two gaps of several spaces are columns of a table sent as text: there a width must not change.
_GAP = expression(r"\S(?: {3,}|\t+)(?=\S)")


# A mark, a soft hyphen, a dash that stands free, three dots: what the rules before and for
# quotations set. The set comes first, since with it a text is searched quickly.
_TO_SET = expression(
    r"[\"'`´“”„‟«»‘’‚‛‹›＂＇「」『』…\u00ad_–—―⸺,.。-]"
    r"(?:(?<![,.。-])|(?<=,),|(?<=\.)[ \u00a0]?\.|(?<=。)。|(?<=-)-|(?<=[ \u00a0\u202f]-))"
)


class Manner(Value):
    """What is right for one document: its language's conventions, if known, and the house's.

    Without `quotes` quotation marks stay as sent.
    """

    conventions: Conventions | None
    dash: str
    dateline_dash: str
    quotes: bool = True

    @classmethod
    def of(cls, language: str | None, house: House) -> Manner:
        """The manner of a language in a house, which chooses where the language leaves it to."""
        known = conventions(language)
        return cls(known, (known and known.dash) or house.dash, house.dateline_dash)


# A mark set right can show its neighbours in another light: then the passage is looked at again.
# Copy so damaged that it does not come to rest stays as sent.
_MOST_ROUNDS = 5


class Setting:
    """Sets passages in a manner and records what it changes."""

    def __init__(self, manner: Manner, record: Record) -> None:
        self._manner = manner
        self.record = record
        known = manner.conventions
        ideographic = [self._ideographic_marks] if known and known.ideographic_dash else []
        paired = [asides] if known and known.raya else []
        self._before: tuple[Rule, ...] = (ellipses, *ideographic, self._dashes, *paired)
        self._after: tuple[Rule, ...] = (self._mark_spaces, self._binding_spaces)

    def prose(
        self, pieces: Sequence[str], lines: Lines | None, continuity: Continuity | None = None
    ) -> list[str]:
        """Running text; `continuity` follows quotations from one passage to the next."""
        text = "".join(pieces)
        if self._is_right(text):
            return [*pieces]
        if SOFT_HYPHEN in text:
            pieces = self._without_soft_hyphens(pieces, lines)
            text = "".join(pieces)
        if _is_aligned(text):
            return self._set(pieces, lines, continuity=continuity)
        return self._set(
            pieces, lines, before=self._before, after=self._after, continuity=continuity
        )

    def _is_right(self, text: str) -> bool:
        """Whether no rule finds anything to set or to follow, as in a half of all paragraphs."""
        known = self._manner.conventions
        if (known and known.before) or _TO_SET.search(text):
            return False
        return next(iter(binding_spaces(text, known)), None) is None

    def dateline(self, text: str, names: Sequence[str], lines: Lines | None) -> str:
        """A dateline with the house's dash; the names in it stay as sent."""
        return self._set(
            self._without_soft_hyphens([text], lines),
            lines,
            before=(self._dateline_dashes,),
            after=(self._binding_spaces,),
            shelter=lambda sent: occurrences(sent, names),
        )[0]

    def name(self, text: str, lines: Lines | None) -> str:
        """A name or a code, which loses soft hyphens only."""
        return self._without_soft_hyphens([text], lines)[0] if SOFT_HYPHEN in text else text

    def _set(
        self,
        pieces: Sequence[str],
        lines: Lines | None,
        *,
        before: Sequence[Rule] = (),
        after: Sequence[Rule] = (),
        shelter: Shelter = sheltered,
        continuity: Continuity | None = None,
    ) -> list[str]:
        """The pieces after the rules before quotations, quotations and the rules after, at rest."""
        work = _Work(pieces)
        within = continuity is not None and continuity.is_open
        for _ in range(_MOST_ROUNDS):
            made_before = work.begin_round(shelter)
            work.apply(*before)
            found = self._quotations(work.passage.text, within)
            if continuity is not None:
                continuity.meet(found, work.passage.readable, lines)
                continuity = None
            work.make(found.changes)
            work.apply(*after)
            if len(work.made) == made_before or self._is_settled(found, work.passage):
                self._commit(work, lines)
                return work.passage.pieces
        return [*pieces]

    def _is_settled(self, found: Quotations, passage: Passage) -> bool:
        """Whether another round could change nothing.

        It could where spaces before marks have moved them, or what is no prose may end elsewhere
        now.
        """
        known = self._manner.conventions
        if not found.settled or (known and known.before):
            return False
        return not passage.hides and ELLIPSIS not in passage.text

    def _without_soft_hyphens(self, pieces: Sequence[str], lines: Lines | None) -> list[str]:
        if SOFT_HYPHEN not in "".join(pieces):
            return [*pieces]
        work = _Work(pieces)
        work.apply(_soft_hyphens)
        self._commit(work, lines)
        return work.passage.pieces

    def _commit(self, work: _Work, lines: Lines | None) -> None:
        for text, changes in work.made:
            self.record.changes(text, changes, lines)

    # -- rules in this manner --------------------------------------------------------------------

    def _ideographic_marks(self, text: str) -> Iterable[Change]:
        known = self._manner.conventions
        return ideographic_marks(text, known) if known else ()

    def _dashes(self, text: str) -> Iterable[Change]:
        dash, known = self._manner.dash, self._manner.conventions
        return dashes(text, dash, known.double_hyphen if known else None) if dash else ()

    def _dateline_dashes(self, text: str) -> Iterable[Change]:
        dash = self._manner.dateline_dash
        return dateline_dashes(text, dash) if dash else ()

    def _quotations(self, text: str, within: bool) -> Quotations:
        known = self._manner.conventions
        if known is None or not self._manner.quotes:
            return Quotations()
        return quotations(text, known, within=within)

    def _mark_spaces(self, text: str) -> Iterable[Change]:
        known = self._manner.conventions
        return mark_spaces(text, known) if known and known.before else ()

    def _binding_spaces(self, text: str) -> Iterable[Change]:
        return binding_spaces(text, self._manner.conventions)


class _Work:
    """A passage, and what was done to it: each text and the changes made to it."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.passage = Passage(pieces)
        self.made: list[tuple[str, Sequence[Change]]] = []

    def begin_round(self, shelter: Shelter) -> int:
        """Hide what no rule may touch in the text as it now is; give the number of rules made."""
        spans = [*shelter(self.passage.readable)]
        if spans or self.made:
            self.passage = Passage(self.passage.pieces, spans)
        return len(self.made)

    def apply(self, *rules: Rule) -> None:
        for rule in rules:
            self.make(rule(self.passage.text))

    def make(self, changes: Iterable[Change]) -> None:
        text = self.passage.text
        real = [change for change in changes if text[change.start : change.end] != change.text]
        if real:
            self.made.append((self.passage.readable, real))
            self.passage.apply(real)


def _is_aligned(text: str) -> bool:
    return ("   " in text or "\t" in text) and len(_GAP.findall(text)) > 1


def _soft_hyphens(text: str) -> Iterator[Change]:
    for offset, character in enumerate(text):
        if character == SOFT_HYPHEN:
            yield Change(offset, offset + 1, "", SOFT_HYPHEN_RULE)
