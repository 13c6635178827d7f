"""Words as XHTML text: escaped, and without the characters that XML cannot hold."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Everything outside the production Char of XML 1.0, 2.2.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n?|\n")


class Markup:
    """Writes the words of one story and knows which characters it had to replace."""

    def __init__(self) -> None:
        self.replaced: set[str] = set()

    def legal(self, words: str) -> str:
        """The words with a replacement for each character that XML cannot hold."""
        if _ILLEGAL.search(words) is None:
            return words
        self.replaced.update(_ILLEGAL.findall(words))
        return _ILLEGAL.sub(REPLACEMENT, words)

    def text(self, words: str) -> str:
        """The words as character data."""
        legal = self.legal(words)
        return legal.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def passage(self, words: str) -> str:
        """The words as character data, their line ends kept as such."""
        return _LINE_END.sub("<br/>", self.text(words))

    def line(self, words: str) -> str:
        """The words on one line, for a title or a label."""
        return self.text(" ".join(words.split()))

    def attribute(self, words: str) -> str:
        """The words as the value of an attribute, on one line."""
        return self.line(words).replace('"', "&quot;")


def is_blank(markup: str) -> bool:
    """Whether a passage of markup shows nothing but white space and line breaks."""
    return not markup.replace("<br/>", "").strip()
