"""A display that cannot be opened. Qt would abort the whole program; here it ends with a sentence.

In: what to do then. Out: the application is made inside the `with` block. Asked beforehand, the display would
have to be opened twice, and only Qt knows which kind it will take.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from reader.standard_streams import complain

REFUSED = 2  # the exit code


@contextmanager
def display_wanted(give_up: Callable[[str], None]) -> Iterator[None]:
    """Where Qt finds no display while the block lasts: call `give_up` with its first reason, and end."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(text)
            return
        give_up((said or text.splitlines())[0].strip())
        os._exit(REFUSED)  # Qt aborts as soon as this returns, whatever is raised

    handler_before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(handler_before)
        for text in said:
            complain(text)
