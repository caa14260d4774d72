"""`timeleaf --selftest` walks the whole way, says each step in the user's language, and says what failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader import selftest
from reader.sentences import load_sentences

ROOT = Path(__file__).resolve().parent.parent


def test_every_step_passes_and_is_said_in_the_language_of_the_user(tmp_path):
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "fr_FR.UTF-8"}
    environment |= {"LANGUAGE": "fr", "LC_ALL": "", "LC_MESSAGES": ""}
    program = [sys.executable, "-m", "reader", "--selftest"]
    tried = subprocess.run(  # noqa: S603 - this very program
        program, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    lines = tried.stdout.splitlines()
    assert len(lines) > 8
    assert all(line.startswith("réussi") for line in lines)


def test_a_step_that_fails_ends_it_with_its_reason(monkeypatch, capsys):
    def fail(_trial: selftest.Trial) -> None:
        raise selftest.StepFailedError("there is no sample")

    monkeypatch.setattr(selftest, "open_sample", fail)
    assert selftest.main(load_sentences("en")) == 1
    assert capsys.readouterr().out == "FAILED: the sample opens (there is no sample)\n"
