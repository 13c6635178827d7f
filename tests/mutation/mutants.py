"""Small changes to a module's source, each of which a test should notice.

What a reader of copy does stands in its expressions and tables as much as in its code, so that
these are changed too: an alternative is left out, an anchor, a row. No message is changed.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_COMPARED = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
_RAW = re.compile(r"(?P<prefix>[fF]?[rR][fF]?)(?P<quote>\"\"\"|'''|\"|')")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z]*-?[a-zA-Z]*:|P=|#)?)?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<")
_MEMBER = re.compile(rf"{_ESCAPE.pattern}|.", re.DOTALL)
_REPLACED = {"*": "+", "+": "*", "?": ""}


@dataclass(frozen=True)
class Mutant:
    """A module's source after one change, and where and what that is; lines count from 1."""

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every change that is known to be worth trying, in no order."""
    lines = source.splitlines(keepends=True)
    starts = [0, *accumulate(len(line.encode()) for line in lines)]
    whole = source.encode()
    seen = set()
    for start, end, new in (*_Code(source, starts).edits(), *_in_expressions(source, starts)):
        changed = whole[:start] + new.encode() + whole[end:]
        if (start, end, new) in seen or not _compiles(changed):
            continue
        seen.add((start, end, new))
        line = whole.count(b"\n", 0, start) + 1
        first, last = whole.rfind(b"\n", 0, start) + 1, whole.find(b"\n", end)
        before, after = whole[first:last], whole[first:start] + new.encode() + whole[end:last]
        yield Mutant(line, before.decode().strip(), after.decode().strip(), changed.decode())


def _compiles(source: bytes) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


_Edit = tuple[int, int, str]


# -- code ------------------------------------------------------------------------------------------


class _Code:
    """A module's syntax tree, and where its parts stand in the source's bytes."""

    def __init__(self, source: str, starts: list[int]) -> None:
        self._tree = ast.parse(source)
        self._whole = source.encode()
        self._starts = starts

    def edits(self) -> Iterator[_Edit]:
        for node in ast.walk(self._tree):
            yield from self._decided(node)
            yield from self._counted(node)
            yield from self._listed(node)
            yield from self._done(node)

    def _decided(self, node: ast.AST) -> Iterator[_Edit]:
        """Comparisons and conditions."""
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                sign = _COMPARED[type(operator)]
                yield *self._span(node), f"{self._text(left)} {sign} {self._text(right)}"
            case ast.BoolOp(op=operator, values=values):
                word = " and " if isinstance(operator, ast.And) else " or "
                for left_out in values:
                    kept = (f"({self._text(one)})" for one in values if one is not left_out)
                    yield *self._span(node), f"({word.join(kept)})"
            case ast.If(test=test) | ast.IfExp(test=test):
                yield from ((*self._span(test), decided) for decided in ("True", "False"))
            case ast.comprehension(ifs=tests):
                yield from ((*self._span(test), "True") for test in tests)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield *self._span(node), self._text(operand)

    def _counted(self, node: ast.AST) -> Iterator[_Edit]:
        """Numbers and truths, sums and differences."""
        match node:
            case ast.Constant(value=bool(value)):
                yield *self._span(node), str(not value)
            case ast.Constant(value=int(value)):
                yield *self._span(node), str(value + 1)
                yield *self._span(node), f"({value - 1})"
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as operator, right=right):
                sign = "-" if isinstance(operator, ast.Add) else "+"
                yield *self._span(node), f"({self._text(left)} {sign} {self._text(right)})"

    def _listed(self, node: ast.AST) -> Iterator[_Edit]:
        """Rows of tables, and named arguments."""
        match node:
            case ast.Assign(targets=[ast.Name()], value=ast.Tuple(elts=rows)):
                yield from self._without(rows)
            case ast.AnnAssign(value=ast.Tuple(elts=rows)):
                yield from self._without(rows)
            case ast.Set(elts=rows) | ast.List(elts=rows, ctx=ast.Load()):
                yield from self._without(rows)
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if key is not None:
                        yield self._gone(self._span(key)[0], self._span(value)[1])
            case ast.Call(args=arguments, keywords=keywords):
                yield from (self._gone(*self._span(keyword)) for keyword in keywords)
                for argument in arguments:
                    if isinstance(argument, ast.Tuple):
                        yield from self._without(argument.elts)

    def _done(self, node: ast.AST) -> Iterator[_Edit]:
        """Statements that do something and give nothing."""
        match node:
            case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
                yield *self._span(node), "pass"

    def _without(self, rows: list[ast.expr]) -> Iterator[_Edit]:
        if len(rows) > 1:
            yield from (self._gone(*self._span(row)) for row in rows)

    def _gone(self, start: int, end: int) -> _Edit:
        """Something left out, with the comma behind it."""
        return start, end + self._whole[end : end + 1].count(b","), ""

    def _span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = self._starts[node.lineno - 1] + node.col_offset
        return first, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.expr) -> str:
        return self._whole[slice(*self._span(node))].decode()


# -- regular expressions ---------------------------------------------------------------------------


def _in_expressions(source: str, starts: list[int]) -> Iterator[_Edit]:
    """Changes within raw strings: here they are expressions, or parts of some."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        opened = _RAW.match(token.string) if token.type == tokenize.STRING else None
        if opened is None:
            continue
        row, column = token.start
        before = len(token.line.split("\n")[0][:column].encode())
        inner = token.string[opened.end() : -len(opened["quote"])]
        for start, end, new in _in_expression(inner, "f" in opened["prefix"].lower()):
            at = starts[row - 1] + before + opened.end()
            first, last = (len(inner[:place].encode()) for place in (start, end))
            yield at + first, at + last, new


def _in_expression(text: str, formatted: bool) -> Iterator[_Edit]:
    """Each alternative and each look around left out, and what single signs say changed.

    A raw string may be a part of an expression: a group can end where none began.
    """
    groups: list[list[int]] = [[0, 0]]  # where each open group and its last alternative begin
    at = 0
    while at < len(text):
        end = _end(text, at, formatted)
        if text[at] == "|":
            yield groups[-1][1], end, ""
            groups[-1][1] = end
        elif text[at] == "(":
            groups.append([at, end])
        elif text[at] == ")" and len(groups) > 1:
            opening, last = groups.pop()
            if text[last - 1] == "|":
                yield last - 1, at, ""
            if text.startswith(_LOOKS, opening):
                yield opening, end, ""
        else:
            yield from _of_sign(text, at, end, formatted)
        at = end
    if groups[-1][1] > 0 and len(groups) == 1:
        yield groups[-1][1] - 1, len(text), ""


def _end(text: str, at: int, formatted: bool) -> int:
    """Where a sign, an escape, a class, a count or the beginning of a group ends."""
    for form in (_ESCAPE, _CLASS, _GROUP):
        if match := form.match(text, at):
            return match.end()
    if text[at] != "{":
        return at + 1
    end = text.find("}", at) + 1 or len(text)
    while formatted and text[end : end + 1] == "}":
        end += 1
    return end


def _of_sign(text: str, start: int, end: int, formatted: bool) -> Iterator[_Edit]:
    sign = text[start:end]
    if sign in (r"\b", r"\B", r"\Z", r"\A", "^", "$"):
        yield start, end, ""
    elif sign in _REPLACED and start:
        yield start, end, _REPLACED[sign]
    elif sign.startswith("[") and not (formatted and "{" in sign):
        yield from _in_class(sign, start)


def _in_class(text: str, start: int) -> Iterator[_Edit]:
    """Each member that is a single character left out of a class."""
    members = list(_MEMBER.finditer(text, 1, len(text) - 1))
    singles = [one for one in members if one[0] != "^" or one.start() > 1]
    for at, one in enumerate(singles):
        beside = [near[0] for near in singles[max(0, at - 1) : at + 2]]
        if len(singles) > 1 and "-" not in beside:
            yield start + one.start(), start + one.end(), ""
