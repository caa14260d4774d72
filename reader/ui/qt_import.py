"""Imports Qt and gives Python its own `import` back.

PySide6 6.11 puts a function of its own in the place of Python's `import`. It reads the source of every module
imported from then on and looks for the word PySide6 there, so that a module may choose another style of Qt's
names (`from __feature__ import snake_case`). None of ours does. Measured: 10 ms before the first page, 40 ms
of the timeline's import went into that, and 5.8 million characters of source stayed in memory. So what would
look stays away, and the function is taken back.

It also compiles, at every start, six modules that describe its functions: for `help()`, for the wording of
a wrong call's error, for the writer of its stub files. They are loaded when one of these is asked for:
15 ms. (A seventh, `mapping`, is asked for by C code that takes no stand-in.)
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any

from reader.later import ModuleForLater

SUPPORT = "shibokensupport.signature"
CHOOSER = "shibokensupport.feature"
DESCRIPTIONS = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")


def import_qt() -> None:
    """Import Qt; every later import is Python's own."""
    pythons_own = builtins.__import__

    def importing(name: str, *more: Any, **named: Any) -> ModuleType:
        # PySide6 clears its support out of `sys.modules`, names a finder of its own for it, and imports it:
        # between the second and the third is the one moment when something can stand there first.
        if name == SUPPORT:
            builtins.__import__ = pythons_own
            sys.modules[CHOOSER] = _chooser_of_nothing()
            _put_descriptions_off()
        return pythons_own(name, *more, **named)

    vars(builtins)["__import__"] = importing
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - what is undone here happens in this line
    finally:
        builtins.__import__ = pythons_own


def _chooser_of_nothing() -> ModuleType:
    """Qt's names stay what they are, whoever is imported."""
    module = ModuleType(CHOOSER)
    module.__spec__ = ModuleSpec(CHOOSER, None)
    vars(module).update(feature_import=_leave_alone, feature_imported=_leave_alone)
    return module


def _leave_alone(*_import: object, **_named: object) -> None:
    """None tells PySide6 that this is an import like any other."""


def _put_descriptions_off() -> None:
    finder = sys.meta_path[0]
    for part in DESCRIPTIONS:
        name = f"{SUPPORT}.{part}"
        spec = finder.find_spec(name, None)
        if spec is None or spec.loader is None:  # another version of PySide6 keeps other modules
            continue

        def load(spec: Any = spec) -> ModuleType:
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return module

        sys.modules[name] = ModuleForLater(name, load)
