"""Imports Qt and gives Python its own `import` back.

PySide6 6.11 puts a function of its own in the place of Python's `import`. It reads the source of every module
imported from then on and looks for the word PySide6 there, so that a module may choose another style of Qt's
names (`from __feature__ import snake_case`). None of ours does. Measured: 10 ms before the first page, 40 ms
of the timeline's import went into that, and 5.8 million characters of source stayed in memory.

It also loads the writer of its own stub files, which only its makers use: 9 ms, most of it one expression.
An empty module of that name is there first.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType

STUB_WRITER = "shibokensupport.signature.lib.pyi_generator"


def import_qt() -> None:
    """Import Qt; every later import is Python's own."""
    pythons_own = builtins.__import__
    nothing = ModuleType(STUB_WRITER)
    nothing.__spec__ = ModuleSpec(STUB_WRITER, None)
    sys.modules.setdefault(STUB_WRITER, nothing)
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - what is undone here happens in this line

    builtins.__import__ = pythons_own
