"""What NITF says about a story in its ``head``: status, times, urgency, slug, rights."""

from __future__ import annotations

from lxml import etree

from exporter.expressions import expression
from exporter.newsroom import NAME, read_supplement
from exporter.readers.draft import Draft, text, urgency
from exporter.readers.markup import Markup
from exporter.readers.release import moment
from exporter.readers.xml import child, children, descendants, text_of

# Names under which agencies put a slug into `meta` where NITF has `du-key`.
_SLUGS = ("slugline", "slug", "anpa-keyword", "ntbstikkord")
_IDENTIFIER = expression(r"[0-9a-f]{8}-[0-9a-f]{4}-|^urn:|^tag:|://")


class Metadata:
    """The ``head`` of a ``nitf`` element on its way into a draft."""

    def __init__(self, draft: Draft, markup: Markup) -> None:
        self._draft = draft
        self._markup = markup

    def fill(self, head: etree._Element) -> None:
        """Document data, then the slug, for which there are several places."""
        for each in children(head, "meta"):
            if each.get("name") == NAME and self._draft.supplement is None:
                self._draft.supplement = read_supplement(each.get("content") or "")
        for each in children(head, "docdata"):
            self._docdata(each)
        self._slugline(head)

    def _docdata(self, docdata: etree._Element) -> None:
        draft, lines = self._draft, self._markup.lines
        draft.release.read_status(
            docdata.get("management-status") or "", draft.remarks, lines(docdata)
        )
        self._embargo(docdata)
        for each in children(docdata, "urgency"):
            draft.urgency = draft.urgency or urgency(each.get("ed-urg"))
        for each in children(docdata, "ed-msg"):
            note = text(f"{each.get('info') or ''} {text_of(each)}", lines(each))
            draft.ed_note += [note] if note else []
        for each in children(docdata, "doc.copyright"):
            holder = " ".join(filter(None, (_year(each), each.get("holder"))))
            draft.copyright = draft.copyright or text(f"© {holder}" if holder else "", lines(each))
        for each in children(docdata, "series"):
            draft.leave_out("series", [each.get("series.name")])

    def _embargo(self, docdata: etree._Element) -> None:
        """The time of release: an embargo by status, or by being later than that of issue."""
        issued = child(docdata, "date.issue")
        norm = issued.get("norm") if issued is not None else None
        marked = (docdata.get("management-status") or "").lower() == "embargoed"
        for released in children(docdata, "date.release"):
            value = released.get("norm")
            if value and (marked or _is_later(value, norm)):
                place = self._markup.lines(released)
                self._draft.release.read_until(value, self._draft.remarks, place)

    def _slugline(self, head: etree._Element) -> None:
        keys = [(each.get("key") or "", each) for each in descendants(head, "du-key")]
        keys += [
            (each.get("content") or "", each)
            for each in children(head, "meta")
            if (each.get("name") or "").lower() in _SLUGS
        ]
        words = [(each.get("key") or "", each) for each in descendants(head, "keyword")]
        found = keys + (words if len(words) == 1 else [])
        chosen = next(
            ((key, each) for key, each in found if key.strip() and not _IDENTIFIER.search(key)),
            None,
        )
        if chosen is not None and self._draft.slugline is None:
            self._draft.slugline = text(chosen[0], self._markup.lines(chosen[1]))
        left = (key for key, each in keys + words if chosen is None or each is not chosen[1])
        self._draft.leave_out("keywords", left)


def _year(element: etree._Element) -> str:
    """A year, which some write as a date."""
    return (element.get("year") or "").strip()[:4]


def _is_later(released: str, issued: str | None) -> bool:
    """Whether a time of release is later than the time of issue.

    Without that, or where either cannot be read, it may be: the clock lifts what has passed.
    """
    release, issue = moment(released), moment(issued or "")
    if release is None or issue is None:
        return True
    if (release.tzinfo is None) is not (issue.tzinfo is None):
        release, issue = release.replace(tzinfo=None), issue.replace(tzinfo=None)
    return release > issue
