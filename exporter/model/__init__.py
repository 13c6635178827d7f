"""The document model: what a story says, and nothing about how it looks."""

from exporter.diagnostics import Lines
from exporter.model.blocks import (
    Block,
    Break,
    Crosshead,
    Figure,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from exporter.model.document import (
    Byline,
    Credit,
    Dateline,
    Document,
    Kind,
    PubStatus,
    Source,
    SourceText,
)
from exporter.model.inlines import (
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    plain_text,
)
from exporter.model.json_in import from_json
from exporter.model.json_out import diagnostic_json, to_json
from exporter.model.language import UNDETERMINED, is_language_tag, is_right_to_left
from exporter.model.publication import publishable

__all__ = [
    "UNDETERMINED",
    "Block",
    "Break",
    "Byline",
    "Credit",
    "Crosshead",
    "Dateline",
    "Document",
    "Emphasis",
    "Figure",
    "Inline",
    "ItemList",
    "Kind",
    "LineBreak",
    "Lines",
    "Link",
    "ListItem",
    "Paragraph",
    "PubStatus",
    "Quotation",
    "Source",
    "SourceText",
    "Strong",
    "Table",
    "Text",
    "diagnostic_json",
    "from_json",
    "is_language_tag",
    "is_right_to_left",
    "plain_text",
    "publishable",
    "to_json",
]
