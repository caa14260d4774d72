"""The door: a command, the window, or a sentence where no window can be shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.__main__ import COMMANDS, DISPLAY_VARIABLES, has_display

ROOT = Path(__file__).parents[1]


def start(*arguments: str, **display: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, without a display but the one named."""
    environment = {name: value for name, value in os.environ.items() if name not in DISPLAY_VARIABLES}
    environment |= display
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_the_window_is_refused_in_one_sentence() -> None:
    done = start("no-matter-what.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no display")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize("display", [{"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "wayland-4711"}])
def test_a_display_that_cannot_be_opened_is_said_and_ends_the_program(display: dict[str, str]) -> None:
    done = start("no-matter-what.pdf", **display)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("No window can be opened on this display (")
    assert "--offscreen-picture" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_version_is_told_without_a_display() -> None:
    done = start("--version")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"timeleaf {__version__}", "")


def test_help_tells_of_the_window_and_of_the_commands() -> None:
    done = start("--help")
    assert done.returncode == 0
    assert "--offscreen-picture" in done.stdout
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("given", [["--data-dir", "{there}"], ["--data-dir={there}"]])
def test_the_folder_of_data_may_be_named_before_the_command(given: list[str], tmp_path: Path) -> None:
    words = [word.format(there=tmp_path) for word in given]
    done = start(*words, "explain", "on 3 May 1921", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1921-05-03" in done.stdout


def test_a_mistyped_command_opens_no_window() -> None:
    done = start("timelin", "a.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr.strip() == "“timelin” is neither a command nor a file. Did you mean “timeleaf timeline”?"
    )


def test_an_unknown_option_is_misuse() -> None:
    assert start("--no-such-option").returncode == 2


def test_the_command_line_loads_no_qt() -> None:
    program = (
        "import sys; from reader.__main__ import main; sys.argv = ['timeleaf', 'tag', '--help']; main();"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'pyqtgraph')])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_door_itself_loads_neither_qt_nor_the_engine() -> None:
    program = (
        "import sys, reader.__main__;"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'pymupdf', 'pyqtgraph')])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_what_names_it(
    environment: dict[str, str], platform: str, *, shown: bool
) -> None:
    assert has_display(environment, platform) is shown
