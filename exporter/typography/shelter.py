"""What is not prose: addresses, file names, mark-up and code, which no rule may touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporter.expressions import expression
from exporter.typography.passage import Span

# Each alternative begins where a word does and has bounded parts, so that the search is linear.
_SHELTERED = expression(
    r"""
      (?<!\w) (?:https?|ftp|file):// [^\s"“”„‘’‚«»‹›<>]+
    | (?<![\w.]) www\. [^\s"“”„‘’‚«»‹›<>]+
    | (?<![\w.+-]) (?:mailto:)? \w [\w.+'-]{0,63} @ [\w-]{1,63} (?: \. [\w-]{1,63} )+
    | (?<![\w.-]) [\w-]{1,63} (?: \. [\w-]{1,63} ){1,8} / [^\s"“”„‘’‚«»‹›<>]*
    | (?<![\w.-]) [\w-]{1,200} \. (?: pdf|docx?|xlsx?|pptx?|txt|csv|xml|json|html?|jpe?g|png|gif
        |tiff?|svg|mp[34]|mov|zip|exe|py|js ) \b
    | (?<!\S) (?: [A-Za-z]:\\ | ~?/\w | \\\\\w ) [^\s"“”„‘’‚«»‹›]*
    | (?<![\w-]) --? [A-Za-z] [\w-]{0,40} = (?: "[^"\n]{0,200}" | '[^'\n]{0,200}' | \S{0,200} )
    | (?<![\w-]) -- [a-z] [a-z-]{1,40} (?![\w-]) (?! [^-\n]{0,200} [^-\s] --(?![\w-]) )
    | (?<!`) ` [^`'\n]{1,200} (?: '[^`'\n]{0,200}' [^`'\n]{0,200} ){0,8} ` (?!`)
    | </?[A-Za-z] [^<>\n]{0,1000} >
    | (?<!\w) [A-Za-z_][\w.-]{0,40} \s? =\s? (?: "[^"\n]{0,200}" | '[^'\n]{0,200}' )
    """,
    re.VERBOSE,
)
# Begins with what is rare, so that a paragraph without any of it is quickly passed over.
_HINT = expression(r"[@/\\`=<.-](?:(?<=[@/\\`=<])|(?<=-)-[a-z]|(?=[a-z])(?<=\w\.))")
_TRAILING = ".,;:!?'’)]"


def occurrences(text: str, names: Iterable[str]) -> Iterator[Span]:
    """The spans of names in a text, ascending, a longer name before a shorter within it."""
    sought = [*filter(None, names)]
    end = 0
    while found := [(start, -len(name)) for name in sought if (start := text.find(name, end)) >= 0]:
        start, length = min(found)
        end = start - length
        yield start, end


def sheltered(text: str) -> Iterator[Span]:
    """The spans that are not prose, ascending."""
    if not _HINT.search(text):
        return
    for match in _SHELTERED.finditer(text):
        trailing = _TRAILING if match[0].count("'") % 2 else _TRAILING.replace("'", "")
        yield match.start(), match.start() + len(match[0].rstrip(trailing))
