"""The guards of conftest.py see what they are there to see: each is shown a small test that sins."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).parent.parent / "conftest.py"
ROOT = CONFTEST.parent.parent


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, **bodies: str) -> pytest.RunResult:
    """Run test files under the project's own conftest, in a process of their own."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyfile(**bodies)
    return pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider")


INNOCENCE = """
    import logging, os, pathlib
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLabel

    def test_the_home_is_empty_and_today_is_fixed(own_home, today, tmp_path):
        assert pathlib.Path.home() == own_home
        assert [path.name for path in own_home.iterdir()] == [".run"]
        assert str(today) == "2025-08-21"
        assert list(tmp_path.iterdir()) == []
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

    def test_an_announced_warning_passes(expected_log):
        expected_log("moved (aside|away)")
        logging.getLogger("reader.store").warning("moved aside")

    def test_a_widget_in_good_hands_passes(qtbot):
        label = QLabel("kept by qtbot")
        qtbot.addWidget(label)
        QTimer(label, interval=10).start()
    """

NETWORK = """
    import socket
    def test_sin():
        with socket.socket() as one:
            one.connect(("127.0.0.1", 9))
    """

# What the guard says -> the test that makes it say so.
SINS = {
    "process": """
        import subprocess, sys
        kept = []
        def test_sin():
            kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(8)"]))
        def teardown_module():
            kept[0].kill()
            kept[0].wait()
        """,
    "thread": """
        import threading
        stop = threading.Event()
        def test_sin():
            threading.Thread(target=stop.wait, args=[8], daemon=True).start()
        def teardown_module():
            stop.set()
        """,
    "running": """
        from PySide6.QtCore import QTimer
        kept = []
        def test_sin(qapp):
            kept.append(QTimer(interval=1000))
            kept[0].start()
        def teardown_module():
            kept[0].stop()
        """,
    "top-level widget": """
        from PySide6.QtWidgets import QLabel
        kept = []
        def test_sin(qapp):
            kept.append(QLabel("left"))
        def teardown_module():
            kept.clear()
        """,
    "unexpected in the log": """
        import logging
        def test_sin():
            logging.getLogger("reader.store").warning("moved aside")
        """,
    "never came": """
        def test_sin(expected_log):
            expected_log("moved aside")
        """,
    "log handlers left": """
        import logging
        def test_sin():
            logging.getLogger().addHandler(logging.NullHandler())
        """,
}


def test_an_innocent_test_passes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    run(pytester, monkeypatch, test_it=INNOCENCE).assert_outcomes(passed=3)


def test_what_is_left_behind_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    sins = {f"test_{number}": body for number, body in enumerate(SINS.values())}
    done = run(pytester, monkeypatch, test_network=NETWORK, **sins)
    said = done.stdout.str()
    assert [words for words in SINS if words not in said] == []
    assert "reaches for the network" in said
    done.assert_outcomes(passed=len(SINS), errors=len(SINS), failed=1)
