"""What keeps a fault in a paint function from ending the program.

PySide6 6.11 on Python 3.11 crashes (SIGSEGV) while it reports an exception that leaves a virtual function
called by Qt, and nothing is said or logged. So paint functions are wrapped: the fault goes to the log, where
tests fail on it, and the view shows what was painted until then.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import ParamSpec

log = logging.getLogger(__name__)

Arguments = ParamSpec("Arguments")


def guarded(paint: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The paint function, its exceptions logged."""

    @functools.wraps(paint)
    def survives(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            paint(*args, **kwargs)
        except Exception:  # whatever it is, Qt must not see it; see the module's head
            log.exception("a view could not be painted: %s", paint.__qualname__)

    return survives
