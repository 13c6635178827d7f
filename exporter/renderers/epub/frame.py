"""The rules of every book, which no style changes."""

from __future__ import annotations

# What every reader's program can read: no queries, no functions, no units of the window.
FRAME = """\
body { margin: 0; padding: 0 1em; orphans: 2; widows: 2; overflow-wrap: break-word; }
article, nav, body > section { max-width: 36em; margin: 1.4em auto 2em; }
a { color: inherit; text-decoration: underline; }
nav a { text-decoration: none; }
nav ol { list-style: none; padding: 0; }
nav ol ol { margin-left: 1.2em; margin-inline-start: 1.2em; }
nav li { margin: 0.4em 0; }
p, h1, h2, ul, ol, dl, dd, figure, blockquote { margin: 0; }
h1, h2 { break-inside: avoid; page-break-inside: avoid; }
header { padding-bottom: 1.2em; margin-bottom: 1.3em; }
header > :last-child { margin-bottom: 0; }
article, aside, figcaption, figure, footer, header, nav, section { display: block; }
[hidden] { display: none; }
.crosshead + p, .break + p { text-indent: 0; }
.notice { padding-bottom: 0.9em; }
.facts { margin-top: 0.9em; }
.fact dt, .fact dd, .byline { display: inline; }
.fact dt { margin-right: 0.6em; margin-inline-end: 0.6em; }
.note { margin-top: 1.1em; }
.list { padding: 0.4em 0; }
.list ul { list-style-type: disc; }
.list ul, .list ol { padding: 0; margin-left: 1.2em; margin-inline-start: 1.2em; }
.table { border-collapse: collapse; margin: 1em 0; max-width: 100%; }
.table th, .table td { padding: 0.15em 0; padding-inline-end: 1.4em; vertical-align: baseline; }
.table th:last-child, .table td:last-child { padding-inline-end: 0; }
.table caption, .table tbody th { text-align: start; }
.table tbody th { font-weight: inherit; }
.table .number { text-align: end; font-variant-numeric: lining-nums tabular-nums; }
.table tr { break-inside: avoid; page-break-inside: avoid; }
.quotation { padding: 0.6em 0; }
.quotation p { text-indent: inherit; }
.quotation p + p { padding-top: 0.4em; }
.figure { margin: 1.3em 0; break-inside: avoid; page-break-inside: avoid; }
.figure img { display: block; max-width: 100%; height: auto; margin-bottom: 0.4em; }
.figure .description { font-style: italic; margin-bottom: 0; }
.break { border: 0; height: 0; width: 2em; margin: 0.65em auto; }
.dateline, .end-mark { line-height: 0; }
.credit { display: block; }
.cover { text-align: center; margin: 0 -1em; }
.cover img { max-width: 100%; max-height: 100%; }
footer { margin-top: 1.6em; }
"""

# What those of today can do besides.
MODERN_FRAME = """\
:root { color-scheme: light dark; }
a { text-underline-offset: 0.15em; }
h1, .subheadline { text-wrap: balance; }
.break:last-child { display: none; }
.facts { row-gap: 0.25em; }
.fact dt, .fact dd, .byline { display: block; }
.fact dt { margin-right: 0; margin-inline-end: 0; }
.cover img { width: 100%; height: 98vh; max-height: none; object-fit: contain; }
section + .cover img { height: 80vh; }
:root[dir="rtl"] * { letter-spacing: 0 !important; }
:root[dir="rtl"] [dir="ltr"] { text-align: right; }
"""

# Columns close up; where there are many, a word is divided before a cell leaves the page.
NARROW_TABLES = """\
.table th, .table td { padding-inline-end: 0.7em; }
.wide { font-size: 0.72em; }
.wide th, .wide td { padding-inline-end: 0.5em; overflow-wrap: anywhere; }
"""
