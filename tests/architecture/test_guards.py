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


def test_an_honest_test_passes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(
        pytester,
        monkeypatch,
        test_it="""
        import os, pathlib
        def test_home(own_home, today, tmp_path):
            assert pathlib.Path.home() == own_home
            assert [p.name for p in own_home.iterdir()] == [".run"]
            assert str(today) == "2025-08-21"
            assert list(tmp_path.iterdir()) == []
            assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        """,
    )
    done.assert_outcomes(passed=1)


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


def test_what_is_left_behind_fails_the_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(pytester, monkeypatch, **{f"test_{number}": body for number, body in enumerate(SINS.values())})
    done.assert_outcomes(passed=len(SINS), errors=len(SINS))
    for words in SINS:
        assert words in done.stdout.str()


def test_the_network_is_refused(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run(
        pytester,
        monkeypatch,
        test_it="""
        import socket
        def test_sin():
            with socket.socket() as one:
                one.connect(("127.0.0.1", 9))
        """,
    )
    done.assert_outcomes(failed=1)
    assert "reaches for the network" in done.stdout.str()


def test_an_announced_warning_and_a_closed_widget_pass(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(
        pytester,
        monkeypatch,
        test_it="""
        import logging
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QLabel
        def test_fine(qtbot, expected_log):
            expected_log("moved (aside|away)")
            logging.getLogger("reader.store").warning("moved aside")
            label = QLabel("kept by qtbot")
            qtbot.addWidget(label)
            QTimer(label, interval=10).start()
        """,
    )
    done.assert_outcomes(passed=1)
