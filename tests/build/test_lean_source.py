"""Source without docstrings is the same program: what it does, and on which line."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

from build.packaging.lean_source import without_docstrings

SOURCE = textwrap.dedent('''\
    # -*- coding: utf-8 -*-
    """Head, of
    two lines. é"""
    text = """no docstring"""

    class Day:
        r"""A day.

        ليس هذا سوى شرح
        """
        """A second string, which is none."""

        def of(self): "One line."; return "kept"

        def only(self):
            """Nothing else stands in it."""

    def outer():
        (
            """In brackets,"""
            """ in two parts"""
        )
        return f"""{text}"""
    line = 24
''').encode()


def spoken(source: bytes) -> list[str | None]:
    """The docstrings of everything that may have one, in reading order."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return [ast.get_docstring(node) for node in ast.walk(ast.parse(source)) if isinstance(node, holders)]


def test_every_docstring_is_blank():
    assert all(spoken(SOURCE))
    assert spoken(without_docstrings(SOURCE)) == [""] * len(spoken(SOURCE))


def test_everything_else_stands_where_it_stood():
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    exec(compile(SOURCE, "before", "exec"), before)  # noqa: S102 - the source above
    exec(compile(without_docstrings(SOURCE), "after", "exec"), after)  # noqa: S102 - the same
    assert after["text"] == before["text"] == after["outer"]()
    assert after["Day"]().of() == "kept"
    assert after["Day"]().only() is None
    lines = [node.lineno for node in ast.parse(SOURCE).body]
    assert [node.lineno for node in ast.parse(without_docstrings(SOURCE)).body] == lines
    assert after["Day"].of.__code__.co_firstlineno == before["Day"].of.__code__.co_firstlineno


def test_no_dataclass_writes_itself_a_docstring_instead():
    source = b"from dataclasses import dataclass\n@dataclass\nclass Day:\n    'A day.'\n    year: int\n"
    place: dict[str, Any] = {"__name__": __name__}
    exec(compile(without_docstrings(source), "value", "exec"), place)  # noqa: S102 - the source above
    assert place["Day"].__doc__ == " "


def test_source_without_docstrings_is_left_as_it_is():
    source = b'x = 1\nprint("""three\nlines""")\n'
    assert without_docstrings(source) == source


def test_line_ends_of_windows_and_bytes_before_the_text_are_understood():
    source = '\ufeff"""é"""; x = 1\r\ndef f():\r\n    """é\r\n    ü"""\r\n    return 1\r\n'.encode()
    place: dict[str, Any] = {}
    exec(compile(without_docstrings(source), "windows", "exec"), place)  # noqa: S102 - the source above
    assert place["__doc__"] == " "
    assert place["x"] == 1
    assert place["f"].__doc__ == " "
    assert place["f"]() == 1


def test_source_in_an_old_encoding_is_left_as_it_is():
    source = '# coding: latin-1\n"""é"""\n'.encode("latin-1")
    assert without_docstrings(source) == source
