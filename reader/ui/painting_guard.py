"""What keeps a fault in a function that Qt calls from ending the program.

PySide6 6.11 on Python 3.11 crashes (SIGSEGV) while it reports an exception that leaves a virtual function
called by Qt, and nothing is said or logged. So paint functions are wrapped, and every other function that
stands in the place of one of Qt's: the fault goes to the log, where tests fail on it. A view shows what was
painted until then; for the rest Qt does what it would have done by itself. Slots need none of this.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from types import FunctionType
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

Arguments = ParamSpec("Arguments")
Kind = TypeVar("Kind", bound=type)


def guarded(paint: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The paint function, its exceptions logged."""

    @functools.wraps(paint)
    def survives(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            paint(*args, **kwargs)
        except Exception:  # whatever it is, Qt must not see it; see the module's head
            log.exception("a view could not be painted: %s", paint.__qualname__)

    return survives


def outlives_faults(kind: Kind) -> Kind:
    """The class, each of its functions that Qt calls wrapped; where one fails, Qt's own answers."""
    for name in overrides(kind):
        method = vars(kind)[name]
        if not hasattr(method, "__wrapped__"):
            setattr(kind, name, _answering(kind, name, method))
    return kind


def overrides(kind: type) -> list[str]:
    """The functions of a class that stand in the place of one of Qt's."""
    of_qt = [base for base in kind.__mro__[1:] if base.__module__.startswith("PySide6.")]
    return [
        name
        for name, member in vars(kind).items()
        if isinstance(member, FunctionType)
        and name != "__init__"
        and any(name in vars(base) for base in of_qt)
    ]


def _answering(kind: type, name: str, method: Callable[..., object]) -> Callable[..., object]:
    @functools.wraps(method)
    def survives(self: object, *args: object, **kwargs: object) -> object:
        try:
            return method(self, *args, **kwargs)
        except Exception:  # as above
            log.exception("what Qt asked for could not be done: %s", method.__qualname__)
        try:
            answer: object = getattr(super(kind, self), name)(*args, **kwargs)
        except RuntimeError:  # Qt has none of its own
            return None
        return answer

    return survives
