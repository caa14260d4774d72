"""Importing Qt leaves Python's own import in its place. In a new process: in this one Qt is imported."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import builtins
known = builtins.__import__
from reader.ui.qt_import import import_qt
import_qt()
assert builtins.__import__ is known
import linecache, csv
assert not any("csv" in name for name in linecache.cache), "the source of a module was read"
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(int)
heard = []
bell = Bell()
bell.rung.connect(heard.append)
bell.rung.emit(3)
assert heard == [3]
try:
    bell.setObjectName(3)
except TypeError as wrong:
    assert "setObjectName(name: str" in str(wrong), wrong
else:
    raise AssertionError("a wrong call must be told as one")
"""


def test_modules_imported_after_qt_are_not_read_as_text() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert done.returncode == 0, done.stderr
