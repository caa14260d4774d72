"""Methods of dataclasses that are compiled when they are first called, not when their class is made.

In: nothing. Out: classes made from then on have stand-ins for the methods that `dataclasses` writes as text;
each stand-in puts the method itself in its place. On its way to the first page the window's program makes 110
such classes with 610 methods and calls 35 of them; to compile the others took a fifth of all its instructions
(1.50 thousand million, 1.20 without; counted by valgrind).

Python 3.13 compiles the methods of a class in one go, by other means; there all stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any


def compile_methods_later() -> None:
    """Have the methods of dataclasses made from now on compiled when they are called."""
    import dataclasses  # noqa: PLC0415 - only now is put off what it names (`worker/mains.py`)

    compile_now = getattr(dataclasses, "_create_fn", None)
    if isinstance(compile_now, FunctionType):  # not a second time
        vars(dataclasses)["_create_fn"] = partial(_stand_in, compile_now)


def _stand_in(compile_now: Callable[..., Any], name: str, *text: Any, **more: Any) -> Callable[..., Any]:
    compiled: Callable[..., Any] | None = None

    def method(self: object, /, *arguments: Any, **named: Any) -> Any:
        nonlocal compiled
        if compiled is None:
            compiled = compile_now(name, *text, **more)
            compiled.__qualname__ = method.__qualname__
        for owner in type(self).__mro__:
            if vars(owner).get(name) is method:
                setattr(owner, name, compiled)
        return compiled(self, *arguments, **named)

    method.__name__ = name
    return method
