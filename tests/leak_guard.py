"""What runs at a moment: child processes, threads, Qt's timers, threads and top-level widgets.

In: the state before a test. Out: what is new after it and does not end by itself in a moment. Qt is looked
at only where a test has loaded it.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
import time
from collections.abc import Hashable, Mapping
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType

# What a finished test may take to end by itself: a child told to stop, a pool's last thread.
PATIENCE_SECONDS = 1.0

Running = Mapping[Hashable, str]


def running_now() -> Running:
    """Everything that runs, by something that identifies it, with words for a person."""
    return {**_processes(), **_threads(), **_qt_things()}


def leftovers(before: Running) -> list[str]:
    """What runs now and did not before, after it was given a moment and Qt its deferred deletions."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        new = [words for key, words in running_now().items() if key not in before]
        if not new or time.monotonic() > end:
            return sorted(new)
        gc.collect()  # widgets in a reference cycle live until then
        _let_qt_delete()
        time.sleep(0.02)


def _processes() -> Running:
    # Python keeps one process that watches over shared memory until the session ends.
    tracker = getattr(resource_tracker._resource_tracker, "_pid", None)  # noqa: SLF001 - has no public name
    lists = list(Path("/proc/self/task").glob("*/children"))
    if lists:
        pids = {int(pid) for tasks in lists for pid in _read(tasks).split()}
        children = {pid: words for pid in pids if (words := _description(pid))}
    else:  # no Linux, or one built without these lists
        children = {child.pid or 0: child.name for child in multiprocessing.active_children()}
    return {("process", pid): f"process {pid}: {words}" for pid, words in children.items() if pid != tracker}


def _read(path: Path) -> str:
    """The text of a file of the system; nothing of a thread that has ended since it was listed."""
    try:
        return path.read_text()
    except OSError:
        return ""


def _description(pid: int) -> str:
    """A running process in words; nothing for one that has ended, though nobody may have reaped it yet."""
    folder = Path("/proc", str(pid))
    try:
        state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        return "" if state == "Z" else f"({state}) {(folder / 'cmdline').read_text()}".replace("\0", " ")
    except OSError:
        return ""


def _threads() -> Running:
    return {("thread", id(thread)): f"thread {thread.name}" for thread in threading.enumerate()}


def _qt_things() -> Running:
    core, widgets, shiboken = _loaded("QtCore"), _loaded("QtWidgets"), sys.modules.get("shiboken6")
    if core is None or shiboken is None:
        return {}
    found: dict[Hashable, str] = {}
    for thing in shiboken.getAllValidWrappers():
        if (isinstance(thing, core.QTimer) and thing.isActive()) or (
            isinstance(thing, core.QThread)
            and thing.isRunning()
            and thing is not core.QThread.currentThread()
        ):
            found["qt", shiboken.getCppPointer(thing)[0]] = f"running: {thing!r}"
    if widgets is not None and widgets.QApplication.instance() is not None:
        for widget in widgets.QApplication.topLevelWidgets():
            found["qt", shiboken.getCppPointer(widget)[0]] = f"top-level widget: {widget!r}"
    return found


def _let_qt_delete() -> None:
    core = _loaded("QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        core.QCoreApplication.processEvents()


def _loaded(module: str) -> ModuleType | None:
    return sys.modules.get(f"PySide6.{module}")
