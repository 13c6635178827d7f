"""Words as XHTML text: escaped, and without the characters that XML cannot hold."""

from __future__ import annotations

from exporter.expressions import expression
from exporter.xmltext import ILLEGAL, escaped, legal

# An address, and what ends one part of it, in escaped text.
_ADDRESS = expression(r"(?:https?://|www\.)\S{16,}")
_TURN = expression(r"(/+|&amp;|[?=#_.])(?=\w)")
_LINE_END = expression("\r\n?|\n")


class Markup:
    """Writes the words of one story and knows which characters it had to replace."""

    def __init__(self) -> None:
        self.replaced: set[str] = set()

    def legal(self, words: str) -> str:
        """The words with a replacement for each character that XML cannot hold."""
        clean = legal(words)
        if clean is not words and clean != words:
            self.replaced.update(ILLEGAL.findall(words))
        return clean

    def text(self, words: str) -> str:
        """The words as character data."""
        return escaped(self.legal(words))

    def breakable(self, words: str) -> str:
        """The words as character data, with places at which an address of the web may be divided.

        They are where a part of it begins, and without a hyphen, which might be taken for its own.
        """
        text = self.text(words)
        if "://" not in text and "www." not in text:
            return text
        return _ADDRESS.sub(lambda found: _TURN.sub(r"\1<wbr/>", found[0]), text)

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
