"""The cover: the house's page in large type, laid out before anything is drawn."""

from __future__ import annotations

from exporter.model import Document
from exporter.model.capitals import capitals
from exporter.renderers.epub.fitting import Fitted, fit, wrap
from exporter.renderers.epub.language import Language
from exporter.stylesheet import Align, Role, Stylesheet, notice
from exporter.values import Value

# A cover is looked at as small as a thumbnail: type is this much larger than on the page.
_ENLARGED = 2.2
_SMALLEST_TITLE = 0.28
_MOST_LINES = 4
# Widths are estimated for bold type; lighter type is narrower by this at least.
_BOLD_FROM = 600
_LIGHT = 0.93


class Passage(Value):
    """Lines of one role; in points from the top left corner, `baseline` being the first one's."""

    lines: tuple[str, ...]
    role: Role
    size: float
    leading: float
    x: float
    baseline: float


class Rule(Value):
    """A rule, in points."""

    x: float
    y: float
    width: float
    height: float


class Cover(Value):
    """What is drawn where, and the words that stand for it where it is not seen."""

    width: float
    height: float
    parts: tuple[Passage | Rule, ...]
    alt: str
    cut: bool


class _Frame(Value):
    """The page's edges and rules, in points from its top left corner."""

    width: float
    height: float
    left: float
    right: float
    head: float
    foot: float
    title: float
    rule: float
    hairline: float

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.right - self.left


def lay_out(
    document: Document, stylesheet: Stylesheet, language: Language, height: float | None = None
) -> Cover:
    """The cover: agency, notice, title, and at the foot the places and the date.

    As wide as the style's page, and as high unless a `height` in widths is given.
    """
    return _Artist(document, stylesheet, language, _frame(stylesheet, height)).cover()


def _frame(stylesheet: Stylesheet, proportion: float | None) -> _Frame:
    """The frame of the style's page; a quarter of it is enough for head and foot."""
    page = stylesheet.page
    width = page.width.pt
    height = width * proportion if proportion else page.height.pt
    return _Frame(
        width=width,
        height=height,
        left=page.margin_left.pt,
        right=width - page.margin_right.pt,
        head=min(page.head.pt, height / 4),
        foot=height - min(page.foot.pt, height / 4),
        title=min(page.margin_top.pt * _ENLARGED, height / 3),
        rule=page.head_rule.pt * _ENLARGED,
        hairline=page.hairline.pt * _ENLARGED,
    )


class _Artist:
    """Lays out one cover."""

    def __init__(
        self, document: Document, stylesheet: Stylesheet, language: Language, frame: _Frame
    ) -> None:
        self._stylesheet = stylesheet
        self._language = language
        self._frame = frame
        self._title = " ".join(document.title.split())
        self._title_role = "derived_title" if document.title_derived else "headline"
        self._notice = notice(document, stylesheet)
        self._cover = stylesheet.terms_for(document.language).cover
        dateline = document.dateline
        tag = dateline.agency if dateline else None
        self._agency = stylesheet.agency_name(tag) if tag else ""
        places = ", ".join(dateline.places) if dateline else ""
        date = (dateline.date if dateline else None) or ""
        self._facts = [words for words in (places, date) if words.strip()]

    def cover(self) -> Cover:
        """The whole of it."""
        frame = self._frame
        head, below, cut_head = self._head()
        foot, above, cut_foot = self._foot()
        title, cut_title = self._title_lines(max(frame.title, below), above)
        return Cover(
            width=frame.width,
            height=frame.height,
            parts=(self._rule(frame.head, frame.rule), *head, title, *foot),
            alt=self._description(),
            cut=cut_head or cut_foot or cut_title,
        )

    def _description(self) -> str:
        """Every word of the cover, for those who do not see it."""
        words = [self._notice or "", f"{self._cover}: {self._title}", self._agency, *self._facts]
        return ". ".join(" ".join(word.split()).rstrip(".") for word in words if word.strip())

    def _head(self) -> tuple[list[Passage], float, bool]:
        """Agency and notice under the heavy rule; where they end; whether they were cut."""
        y = self._frame.head + self._frame.rule + self._size("running_agency") / 3
        agency, y, cut = self._passage(self._agency, "running_agency", y)
        if self._notice is None:
            return agency, y, cut
        words, y, cut_notice = self._passage(self._notice, "notice", y + self._size("notice") / 2)
        return agency + words, y, cut or cut_notice

    def _foot(self) -> tuple[list[Passage | Rule], float, bool]:
        """Places and date, the last line at the foot, and the hairline above them."""
        if not self._facts:
            return [], self._frame.foot, False
        role, size = self._role("value"), self._size("value")
        found = [self._wrapped(words, role, size) for words in self._facts]
        lines = tuple(line for fitted in found for line in fitted.lines)
        leading = _leading(role) * size
        top = self._frame.foot - leading * len(lines)
        rule = self._rule(top - leading / 2, self._frame.hairline)
        cut = any(fitted.cut for fitted in found)
        return [rule, self._set(lines, role, size, top)], top - leading, cut

    def _title_lines(self, top: float, bottom: float) -> tuple[Passage, bool]:
        role, largest = self._role(self._title_role), self._size(self._title_role)
        words = self._cased(self._title, role)
        fitted = fit(
            words,
            largest,
            largest * _SMALLEST_TITLE,
            _leading(role),
            self._measure(role),
            max(bottom - top, largest),
            role.tracking.value,
        )
        return self._set(fitted.lines, role, fitted.size, top), fitted.cut

    # -- how a passage is set -----------------------------------------------------------------

    def _role(self, name: str) -> Role:
        return self._stylesheet.roles[name]

    def _measure(self, role: Role) -> float:
        """The length of a line as if its type were bold."""
        return self._frame.measure / (1.0 if role.weight >= _BOLD_FROM else _LIGHT)

    def _size(self, name: str) -> float:
        role = self._role(name)
        return role.size.pt * role.scale.value * _ENLARGED

    def _cased(self, words: str, role: Role) -> str:
        """Words in capitals where the role asks for them."""
        return capitals(words, self._language.tag) if role.capitals else words

    def _wrapped(self, words: str, role: Role, size: float) -> Fitted:
        return wrap(
            self._cased(words, role), size, self._measure(role), _MOST_LINES, role.tracking.value
        )

    def _passage(self, words: str, name: str, top: float) -> tuple[list[Passage], float, bool]:
        """A passage from `top` downwards, where it ends, and whether it was cut."""
        if not words.strip():
            return [], top, False
        role, size = self._role(name), self._size(name)
        fitted = self._wrapped(words, role, size)
        bottom = top + len(fitted.lines) * _leading(role) * size
        return [self._set(fitted.lines, role, size, top)], bottom, fitted.cut

    def _set(self, lines: tuple[str, ...], role: Role, size: float, top: float) -> Passage:
        """Lines from `top` on: each letter has as much room above as below."""
        leading = _leading(role) * size
        baseline = top + (leading + size * 0.7) / 2
        return Passage(lines, role, size, leading, self._x(role.align), baseline)

    def _x(self, align: Align) -> float:
        """Where lines are anchored: at the side where reading begins, unless the role says else."""
        frame = self._frame
        if align is Align.CENTRE:
            return (frame.left + frame.right) / 2
        at_end = align is Align.END
        return frame.right if at_end is not self._language.right_to_left else frame.left

    def _rule(self, y: float, thickness: float) -> Rule:
        return Rule(self._frame.left, y, self._frame.measure, thickness)


def _leading(role: Role) -> float:
    """The distance of lines, in sizes."""
    return role.leading / (role.size * role.scale.value)
