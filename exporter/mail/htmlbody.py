"""The body of a message as HTML that the plainest mail program shows well.

Every look stands on its element, since some programs drop style sheets; nothing is fetched, there
are no links and no colours but greys that can be read on white and on black.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exporter.expressions import expression
from exporter.mail.summary import Enclosure, Summary
from exporter.model import UNDETERMINED, is_language_tag, is_right_to_left
from exporter.xmltext import escaped, legal

_SERIF = "font-family:Georgia,'Times New Roman',serif"
_SANS = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
_MUTED = "color:#767676"
_RULE = "border-top:1px solid #767676"
_NOTICE = f"{_SANS};font-size:15px;line-height:20px;font-weight:bold;margin:0 0 20px"
_HEADING = f"{_SERIF};font-size:24px;line-height:30px;font-weight:bold;margin:0 0 8px"
_DECK = f"{_SERIF};font-size:17px;line-height:24px;font-style:italic;margin:0 0 8px"
_BYLINE = f"{_SANS};font-size:14px;line-height:20px;{_MUTED};margin:12px 0"
_LEAD = f"{_SERIF};font-size:17px;line-height:26px;margin:0 0 16px"
_NOTE = f"{_SANS};font-size:14px;line-height:20px;margin:0 0 16px"
_FILES = f"{_SANS};font-size:14px;line-height:20px;{_RULE};margin:20px 0 0;padding:12px 0 0"
_BREAK = f"border:0;{_RULE};margin:32px 0"
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{title}</title>
</head>
<body style="margin:0;padding:16px">
<div style="max-width:600px">
{content}
</div>
</body>
</html>
"""
_PARAGRAPHS = expression(r"\n\s*\n")


def html_of(summaries: Sequence[Summary], title: str) -> str:
    """The body that says how stories begin and what is attached."""
    first = _tag(summaries[0].language) if summaries else UNDETERMINED
    stories = ("\n".join(_story(summary)) for summary in summaries)
    return _page(f'\n<hr style="{_BREAK}">\n'.join(stories), title, first)


def html_of_letter(letter: str, notices: Iterable[str], title: str) -> str:
    """The body that the user wrote, below what must be said of the stories."""
    said = [_element("p", _NOTICE, notice) for notice in notices]
    paragraphs = filter(None, map(str.strip, _PARAGRAPHS.split(letter)))
    text = [f'<p dir="auto" style="{_LEAD}">{_lines(each)}</p>' for each in paragraphs]
    return _page("\n".join((*said, *text)), title, UNDETERMINED)


def _page(content: str, title: str, tag: str) -> str:
    return _PAGE.format(
        language="" if tag == UNDETERMINED else tag,
        direction=_direction(tag),
        title=_escaped(title),
        content=content,
    )


def _story(summary: Summary) -> Iterator[str]:
    tag = _tag(summary.language)
    house = summary.house_language
    yield f'<div lang="{"" if tag == UNDETERMINED else tag}" dir="{_direction(tag)}">'
    if summary.notice:
        yield _element("p", _NOTICE, summary.notice, house)
    if summary.heading:
        yield _element("h1", _HEADING, summary.heading)
    for deck in summary.decks:
        yield _element("p", _DECK, deck)
    if summary.byline:
        yield _element("p", _BYLINE, summary.byline)
    if summary.lead:
        yield _element("p", _LEAD, summary.lead)
    yield from _notes(summary)
    yield from _files(summary.enclosures)
    yield "</div>"


def _notes(summary: Summary) -> Iterator[str]:
    label = f'<b lang="{_escaped(summary.house_language)}">{_escaped(summary.note_label)}:</b> '
    for note in summary.notes:
        yield f'<p style="{_NOTE}">{label}{_escaped(note)}</p>'
        label = ""


def _files(enclosures: Sequence[Enclosure]) -> Iterator[str]:
    if not enclosures:
        return
    yield f'<div style="{_FILES}">'
    for each in enclosures:
        yield (
            f'<p style="margin:0 0 8px"><bdi>{_escaped(each.name)}</bdi><br>'
            f'<span lang="en" dir="ltr" style="{_MUTED}">{_escaped(each.facts)}</span></p>'
        )
    yield "</div>"


def _element(name: str, look: str, text: str, language: str | None = None) -> str:
    said = f' lang="{_escaped(language)}" dir="auto"' if language else ""
    return f'<{name}{said} style="{look}">{_escaped(text)}</{name}>'


def _lines(text: str) -> str:
    return "<br>\n".join(map(_escaped, text.splitlines()))


def _tag(language: str | None) -> str:
    return language if language and is_language_tag(language) else UNDETERMINED


def _direction(tag: str) -> str:
    return "rtl" if is_right_to_left(tag) else "ltr"


def _escaped(text: str) -> str:
    return escaped(legal(text)).replace('"', "&quot;")
