"""What every test stands on: no screen, an empty home, a fixed today, no network, and nothing left behind.

Guards, each for every test without being asked: `own_home` gives it empty user folders, `no_network` refuses
Internet sockets, `quiet_log` fails it for a log record at WARNING or above that it did not announce with
`expected_log`, `nothing_left_behind` (leak_guard.py) fails it for what it leaves running.
"""

from __future__ import annotations

import logging
import os
import re
import socket
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.leak_guard import leftovers, running_now

# Before pytest-qt makes its QApplication. A developer who wants to see the windows sets the variable himself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()

# The same examples every time, and none judged by the clock: other work shares the machine.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

HOME_VARIABLES = ("HOME", "USERPROFILE")
FOLDER_VARIABLES = {
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of the test's own and the folders each system derives from it; the locale is English."""
    home = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    for name, folder in FOLDER_VARIABLES.items():
        monkeypatch.setenv(name, str(home / folder))
    (home / ".run").mkdir(mode=0o700)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return home


@pytest.fixture
def today() -> date:
    """The day on which every test is run, whatever the clock says."""
    return date(2025, 8, 21)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse Internet sockets; those between processes of this machine pass."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            raise AssertionError(f"a test reaches for the network: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


class RecordKeeper(logging.Handler):
    """Keeps the records at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture
def expected_log() -> Callable[[str], None]:
    """Announces a pattern that log records of this test at WARNING or above match; one at least must come."""
    patterns: list[str] = []

    def expect(pattern: str) -> None:
        patterns.append(pattern)

    expect.patterns = patterns  # type: ignore[attr-defined] # read by quiet_log alone
    return expect


@pytest.fixture(autouse=True)
def quiet_log(expected_log: Callable[[str], None]) -> Iterator[None]:
    """Fail a test for a warning in the log that it did not expect, and for one that it expected in vain."""
    keeper = RecordKeeper()
    root = logging.getLogger()
    handlers = list(root.handlers)
    root.addHandler(keeper)
    yield
    root.removeHandler(keeper)
    left = [handler for handler in root.handlers if handler not in handlers]
    patterns: list[str] = expected_log.patterns  # type: ignore[attr-defined] # set above
    unexpected = [m for m in keeper.messages if not any(re.search(pattern, m) for pattern in patterns)]
    missed = [p for p in patterns if not any(re.search(p, message) for message in keeper.messages)]
    if unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)
    if missed:
        pytest.fail("expected in the log, but never came: " + ", ".join(missed), pytrace=False)
    if left:
        pytest.fail(f"log handlers left on the root logger: {left}", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(own_home: Path) -> Iterator[None]:  # noqa: ARG001 - the home must outlive what runs in it
    """Fail a test that leaves a child process, a thread, a running timer or a top-level widget behind."""
    before = running_now()
    yield
    left = leftovers(before)
    if left:
        pytest.fail("left behind by this test:\n" + "\n".join(left), pytrace=False)
