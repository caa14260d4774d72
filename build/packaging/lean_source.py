"""Python's source without its docstrings, which nobody reads in a frozen program: a fifth of its code.

In: source text. Out: the same statements on the same lines (the log's tracebacks hold), each docstring one
space: for a class whose docstring is empty `dataclasses` would write one, by `inspect`, at every start.
Asserts stay: some libraries mean them, and the program should do frozen what it does in its tests.
"""

from __future__ import annotations

import ast
import codecs
import io
import tokenize
from itertools import accumulate

BLANK = b'" "'


def without_docstrings(source: bytes) -> bytes:
    """`source` with every docstring blank and its lines kept; as it is where it is not UTF-8."""
    if tokenize.detect_encoding(io.BytesIO(source).readline)[0] not in ("utf-8", "utf-8-sig"):
        return source
    source = source.removeprefix(codecs.BOM_UTF8)
    starts = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]
    pieces, position = [], 0
    for node in sorted(_docstrings(ast.parse(source)), key=lambda node: (node.lineno, node.col_offset)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        pieces += [source[position:start], BLANK + _line_ends(source[start:end])]
        position = end
    return b"".join([*pieces, source[position:]])


def _docstrings(tree: ast.AST) -> list[ast.Constant]:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = []
    for holder in ast.walk(tree):
        if not isinstance(holder, holders) or not holder.body:
            continue
        match holder.body[0]:
            case ast.Expr(value=ast.Constant(value=str()) as docstring):
                found.append(docstring)
    return found


def _line_ends(text: bytes) -> bytes:
    """As many line ends as the text had, each behind a backslash so that the statement goes on."""
    return b"\\\n" * text.count(b"\n")
