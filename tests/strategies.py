"""Generated documents: everything the model can say."""

from __future__ import annotations

from hypothesis import strategies as st

from exporter.diagnostics import Lines
from exporter.model import (
    Block,
    Break,
    Byline,
    Credit,
    Crosshead,
    Dateline,
    Document,
    Emphasis,
    Figure,
    Inline,
    ItemList,
    Kind,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    PubStatus,
    Quotation,
    Source,
    SourceText,
    Strong,
    Table,
    Text,
)
from exporter.values import replace

ROLES = ("writing", "reporting", "editing", "translation", "contribution", "signoff", "source")

# Any character that a file can hold, hostile ones included; no lone surrogates, which none can.
hostile_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
prose = st.text(
    st.sampled_from("abcdefgh ABC ÄÖß éçñ żółw Ğış “”‘’\"' -–— 0123 .,;:!? &<> Ω Ж ế"),
    min_size=1,
    max_size=120,
).filter(lambda text: bool(text.strip()))
words = prose | hostile_text

lines = st.none() | st.tuples(st.integers(1, 99), st.integers(0, 9)).map(
    lambda pair: Lines(pair[0], pair[0] + pair[1])
)


def _nest(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    many = st.lists(children, max_size=3).map(tuple)
    return (
        st.builds(Emphasis, many)
        | st.builds(Strong, many)
        | st.builds(Link, st.sampled_from(["https://example.org/a?b=c&d", "mailto:x@y.z"]), many)
    )


inline: st.SearchStrategy[Inline] = st.recursive(
    st.builds(Text, words) | st.builds(LineBreak), _nest, max_leaves=5
)
inlines = st.lists(inline, min_size=1, max_size=4).map(tuple)

list_items: st.SearchStrategy[ListItem] = st.recursive(
    st.builds(ListItem, inlines),
    lambda items: st.builds(
        ListItem,
        inlines,
        st.lists(items, max_size=3).map(tuple),
        st.sampled_from([None, False, True]),
    ),
    max_leaves=5,
)
tables = st.builds(
    Table,
    st.lists(st.lists(words, max_size=4).map(tuple), max_size=5).map(tuple),
    st.integers(0, 2),
    lines,
    st.just(()) | inlines,
).map(lambda table: replace(table, header_rows=min(table.header_rows, len(table.rows))))
figures = st.builds(
    Figure,
    st.sampled_from(["picture.jpg", "https://example.org/p.png", "../../etc/passwd"]),
    st.none() | words,
    st.just(()) | inlines,
    st.none() | words,
    lines,
)
_simple_blocks = st.one_of(
    st.builds(Paragraph, inlines, lines),
    st.builds(Crosshead, inlines, lines),
    st.builds(ItemList, st.lists(list_items, max_size=4).map(tuple), st.booleans(), lines),
    tables,
    figures,
    st.builds(Break, lines),
)
blocks: st.SearchStrategy[Block] = st.recursive(
    _simple_blocks,
    lambda inner: st.builds(Quotation, st.lists(inner, max_size=3).map(tuple), lines),
    max_leaves=4,
)

texts = st.builds(SourceText, words, lines)
many_texts = st.lists(texts, max_size=2).map(tuple)
names = st.lists(words, max_size=3).map(tuple)

documents: st.SearchStrategy[Document] = st.builds(
    Document,
    source=st.builds(
        Source,
        st.sampled_from(["story.txt", "Übersicht “1”.txt"]),
        st.just("text/plain"),
        st.just("0" * 64),
        st.none() | st.just("utf-8"),
    ),
    title=prose,
    title_derived=st.booleans(),
    kind=st.sampled_from(Kind),
    language=st.none() | st.sampled_from(["en", "en-GB", "de", "tr", "ar", "zh", "x-unknown"]),
    slugline=st.none() | texts,
    urgency=st.none() | st.integers(1, 9),
    pub_status=st.sampled_from(PubStatus),
    embargo=st.none() | texts,
    embargoed_until=st.none() | st.just("2030-01-01T00:00:00+00:00"),
    ed_note=many_texts,
    unpublishable=st.lists(
        st.integers(1, 99).map(lambda first: Lines(first, first + 1)), max_size=2
    ).map(tuple),
    headline=st.none() | texts,
    subheadline=many_texts,
    abstract=many_texts,
    byline=st.none() | st.builds(Byline, words, names, lines),
    dateline=st.none()
    | st.builds(
        Dateline, words, names, st.none() | words, st.none() | words, st.none() | words, lines
    ),
    body=st.lists(blocks, max_size=6).map(tuple),
    credits=st.lists(
        st.builds(Credit, words, st.sampled_from(ROLES), names, lines), max_size=2
    ).map(tuple),
    boilerplate=many_texts,
    end_mark=st.none() | texts,
    copyright=st.none() | texts,
)
