"""Takes the source of a module, gives the one-line changes that a good test should notice; runs nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.And: ("and", "or"),
    ast.Or: ("or", "and"),
}
"""Each operator and what it is swapped for."""
UNTOUCHED = (ast.Import, ast.ImportFrom, ast.Assert, ast.Raise, ast.JoinedStr)
"""Statements whose change says nothing of the tests; in f-strings Python 3.11 keeps no places."""
UNTOUCHED_FIELDS = ("annotation", "returns", "decorator_list")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A line of a module (from 1) as it is and as it becomes."""

    number: int
    before: str
    after: str


def find_mutations(source: str) -> list[Mutation]:
    """Every mutation of `source`, in its order, each line's edits once."""
    lines = source.splitlines()
    found = []
    for edit in _walk(ast.parse(source)):
        line = lines[edit.number - 1].encode()
        after = (line[: edit.start] + edit.change(line).encode() + line[edit.stop :]).decode()
        if after != lines[edit.number - 1]:
            found.append(Mutation(edit.number, lines[edit.number - 1], after))
    return list(dict.fromkeys(found))


def mutate(source: str, mutation: Mutation) -> str:
    """`source` with one line changed."""
    lines = source.splitlines(keepends=True)
    lines[mutation.number - 1] = mutation.after + "\n"
    return "".join(lines)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A range of a line, in bytes, and the text to stand there; `{}` in it is what stood there."""

    number: int
    start: int
    stop: int
    text: str
    swap: str = ""
    """Where not empty, the only part of the range that `text` takes the place of."""

    def change(self, line: bytes) -> str:
        old = line[self.start : self.stop].decode()
        return old.replace(self.swap, self.text, 1) if self.swap else self.text.replace("{}", old)


def _walk(node: ast.AST) -> Iterator[_Edit]:
    if isinstance(node, UNTOUCHED):
        return
    yield from _edits(node)
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED_FIELDS:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child)


def _edits(node: ast.AST) -> Iterator[_Edit]:
    match node:
        case ast.Constant(value=bool() as value):
            yield from _replace(node, str(not value))
        case ast.Constant(value=int() | float() as number):
            yield from _replace(node, "0" if number else "1")
            yield from _replace(node, str(number + 1 if isinstance(number, int) else number * 2))
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield from _swap(left, operator, right)
        case ast.BinOp(left=left, op=operator, right=right):
            yield from _swap(left, operator, right)
        case ast.BoolOp(op=operator, values=[left, right, *_]):
            yield from _swap(left, operator, right)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _replace(test, "not ({})")
        case ast.Return(value=ast.expr() as value):
            yield from _replace(value, "None")


def _replace(node: ast.expr, text: str) -> Iterator[_Edit]:
    if node.lineno == node.end_lineno and node.end_col_offset is not None:
        yield _Edit(node.lineno, node.col_offset, node.end_col_offset, text)


def _swap(left: ast.expr, operator: ast.AST, right: ast.expr) -> Iterator[_Edit]:
    """The operator between two operands that stand on one line."""
    pair = OPERATORS.get(type(operator))
    if pair and left.end_lineno == right.lineno and left.end_col_offset is not None:
        yield _Edit(right.lineno, left.end_col_offset, right.col_offset, pair[1], pair[0])
