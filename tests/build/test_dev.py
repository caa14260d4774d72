"""The one command: what it starts, what it sets up, and what it says when something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from build import dev, environment
from reader.__main__ import COMMANDS

ROOT = Path(dev.__file__).parent.parent


@pytest.fixture
def started(monkeypatch, tmp_path):
    """What `dev.py run` would start, with nothing really set up."""
    calls = []
    monkeypatch.setattr(dev, "prepare_system", lambda **_: None)
    monkeypatch.setattr(dev, "prepare_environment", lambda: Path("python"))
    monkeypatch.setattr(dev, "PICTURE", tmp_path / "out" / "window.png")

    def start_program(_python: Path, arguments: list[str], **_environment: str) -> int:
        calls.append(arguments)
        return 0

    monkeypatch.setattr(dev, "start_program", start_program)
    return calls


def test_a_display_is_found_by_the_session_on_linux_and_taken_for_granted_elsewhere():
    assert dev.has_display({"DISPLAY": ":0"}, "linux")
    assert dev.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert not dev.has_display({"DISPLAY": ""}, "linux")
    assert dev.has_display({}, "darwin")
    assert dev.has_display({}, "win32")


def test_run_without_arguments_opens_the_bundled_sample(monkeypatch, started):
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert started == [[str(dev.SAMPLE)]]
    assert dev.SAMPLE.is_file()


def test_run_passes_on_what_follows_the_two_dashes(monkeypatch, started):
    monkeypatch.setenv("DISPLAY", ":0")
    dev.main(["run", "--", "mine.pdf", "--page", "3"])
    assert started == [["mine.pdf", "--page", "3"]]


def test_without_a_display_the_window_becomes_a_picture_and_the_timeline_a_table(
    monkeypatch, started, capsys
):
    monkeypatch.setattr(dev, "has_display", lambda *_: False)
    assert dev.main(["run", "--", "mine.PDF"]) == 0
    picture = str(dev.PICTURE)
    assert started == [
        ["--offscreen-picture", picture, "mine.PDF"],
        ["timeline", "mine.PDF", "--format", "table"],
    ]
    assert picture in capsys.readouterr().err


def test_the_command_line_runs_without_a_display_as_it_is(monkeypatch, started):
    monkeypatch.setattr(dev, "has_display", lambda *_: False)
    dev.main(["run", "--", "timeline", "mine.pdf"])
    assert started == [["timeline", "mine.pdf"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_needs_a_display(monkeypatch, started, command):
    monkeypatch.setattr(dev, "has_display", lambda *_: False)
    assert dev.main(["run", "--", command, "mine.pdf"]) == 0
    assert started == [[command, "mine.pdf"]]


def test_the_checks_stop_at_the_first_that_fails_and_name_it(monkeypatch, capsys):
    monkeypatch.setattr(dev, "prepare_system", lambda **_: None)
    monkeypatch.setattr(dev, "prepare_environment", lambda: Path("python"))
    asked = []

    def second_fails(command: list[str], **_: object) -> SimpleNamespace:
        asked.append(command[2:4])
        return SimpleNamespace(returncode=len(asked) - 1)

    monkeypatch.setattr(subprocess, "run", second_fails)
    assert dev.main(["test"]) == 1
    assert asked == [["ruff", "check"], ["ruff", "format"]]
    assert "FAILED: format" in capsys.readouterr().err


def test_an_unknown_command_shows_what_there_is():
    done = subprocess.run(  # noqa: S603 - the checkout's own script
        [sys.executable, ROOT / "build" / "dev.py", "fly"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "dev.py run" in done.stdout


def test_an_old_python_gets_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    with pytest.raises(SystemExit, match="2"):
        dev.main(["run"])
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_libraries_the_loader_does_not_find_are_named_by_their_debian_package():
    assert environment.missing_packages({"libnot-there.so.9": "libnot-there9"}) == ["libnot-there9"]


def test_who_is_not_root_gets_the_line_to_type(monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit, match="2"):
        environment.install_packages(["libegl1", "libgl1"], "Libraries are missing.")
    said = capsys.readouterr().err
    assert "sudo apt-get install -y --no-install-recommends libegl1 libgl1" in said


@pytest.fixture
def house(monkeypatch, tmp_path):
    """An empty checkout with a lock file, and a count of how often its environment was filled."""
    lock = tmp_path / "requirements.lock"
    lock.write_text("numpy==2.4.6 \\\n    --hash=sha256:00\n")
    filled = []

    def fill(folder: Path, _lock: Path) -> bool:
        filled.append(folder)
        environment.interpreter(folder).parent.mkdir(parents=True, exist_ok=True)
        environment.interpreter(folder).touch()
        return True

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "LOCKS", {".venv": lock})
    monkeypatch.setattr(environment, "_made_by_uv", fill)
    return SimpleNamespace(lock=lock, filled=filled, folder=tmp_path / ".venv")


def test_the_second_start_finds_everything_done(house):
    environment.prepare_environment()
    environment.prepare_environment()
    assert len(house.filled) == 1


def test_a_changed_lock_or_a_half_made_environment_is_made_anew(house):
    house.folder.mkdir()
    environment.prepare_environment()
    house.lock.write_text("numpy==2.5.5 \\\n    --hash=sha256:00\n")
    environment.prepare_environment()
    assert len(house.filled) == 2


def test_what_could_not_be_made_is_not_left_behind(house, monkeypatch):
    monkeypatch.setattr(environment, "_made_by_uv", lambda *_: False)
    house.folder.mkdir()
    monkeypatch.setattr(environment, "_made_by_pip", lambda *_: False)
    with pytest.raises(SystemExit, match="2"):
        environment.prepare_environment()
    assert not house.folder.exists()


@pytest.mark.parametrize("lock", environment.LOCKS.values(), ids=lambda path: path.name)
def test_every_pin_has_its_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    assert environment.pinned_count(text) > 10
    assert "://" not in text
    assert "--index" not in text
    pins = [block for block in text.split("\n") if "==" in block and not block.startswith(" ")]
    assert all(pin.endswith("\\") for pin in pins)
