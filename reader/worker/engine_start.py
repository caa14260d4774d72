"""Imports the PDF engine in two thirds of the time: its binding first, the package around it on demand.

`import pymupdf` runs 25,000 lines of Python (tables, widgets, stories …) of which the document room uses one
class, and that for rare pages. The binding `pymupdf.mupdf` alone is enough to open, draw and read; and while
it is imported the garbage collector would look through 100,000 new objects again and again. Measured (medians
of three, in turn): 0.22 s becomes 0.15 s; where Python may keep no compiled files 0.63 s become 0.38 s.
Opening a second document waits for no import, the first one does, and every child that replaces another.
"""

from __future__ import annotations

import gc
import importlib
import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_PACKAGE = "pymupdf"
_BINDING = "pymupdf.mupdf"


def import_engine() -> None:
    """Make `from pymupdf import mupdf` work; what else the package has is loaded when it is asked for."""
    gc.disable()
    spec = find_spec(_PACKAGE)
    if _PACKAGE not in sys.modules and spec is not None and spec.submodule_search_locations is not None:
        sys.modules[_PACKAGE] = _package_in_waiting(spec)
        binding = importlib.import_module(_BINDING)
        binding.reinit_singlethreaded()  # as the package does: one thread needs no locks
        # The package would do it again; under an open document that is a crash.
        vars(binding)["reinit_singlethreaded"] = _done_already
    gc.freeze()  # the engine's own objects stay for good: the collector need never look at them again
    gc.enable()


def _done_already() -> None:
    """Stand in for what is done once only."""


def _package_in_waiting(spec: ModuleSpec) -> ModuleType:
    package = ModuleType(_PACKAGE)
    package.__spec__ = spec
    package.__file__ = spec.origin
    package.__path__ = list(spec.submodule_search_locations or ())

    def load_the_rest(name: str) -> Any:
        """Run the package's own code in its place (PEP 562 calls this for a name it does not have yet)."""
        if name.startswith("_") or spec.loader is None:  # "_mupdf" is a part still being imported
            raise AttributeError(name)
        del package.__getattr__
        spec.loader.exec_module(package)
        return getattr(package, name)

    vars(package)["__getattr__"] = load_the_rest
    return package
