"""Modules that are imported when something of theirs is asked for, not when a program names them.

In: a name and how the module is loaded. Out: what stands in its place until then (and hands everything on
afterwards). For modules of others, which name many that the way to the first page never uses; our own say
`import` where they need it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class ModuleForLater(ModuleType):
    """Stands for a module and loads it when it is asked for a name."""

    def __init__(self, name: str, load: Callable[[], ModuleType]) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)
        self._load = load
        self._loaded: ModuleType | None = None

    def __getattr__(self, name: str) -> Any:
        """Something of the module's own; what Python asks of every module ("__file__" …) loads nothing."""
        if name.startswith("__") and self._loaded is None:
            raise AttributeError(name)
        if self._loaded is None:
            self._loaded = self._load()
        return getattr(self._loaded, name)


def import_later(name: str) -> None:
    """Put the import of a module off, if it is not imported yet."""

    def load() -> ModuleType:
        if sys.modules.get(name) is later:  # another thread may be importing the module itself just now
            del sys.modules[name]
        return importlib.import_module(name)

    later = ModuleForLater(name, load)
    sys.modules.setdefault(name, later)
