#!/usr/bin/env python3
"""The one command a developer needs, on Linux, Windows and macOS. It needs nothing but Python.

python3 build/dev.py run [-- FILE.pdf --page 3]   open the window; without a display: picture and table
python3 build/dev.py test [pytest arguments]      check lint, format and types, run the tests
python3 build/dev.py package [--twice]            build what this system's users install, into dist/;
                                                  twice: the commit, in two places, and compare
python3 build/dev.py screenshot                   paint the README's picture anew
python3 build/dev.py lock                         pin the requirements anew (needs uv)
python3 build/dev.py clean                        delete the environments and everything built
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build.environment import (  # noqa: E402 - after its path
    LOCKS,
    prepare_environment,
    prepare_system,
    prepare_tools,
    say,
    stop,
)
from reader.__main__ import COMMANDS  # noqa: E402 - after its path; it needs nothing but Python

SAMPLE = ROOT / "resources" / "sample" / "briefing-alaska.pdf"
SCREENSHOT = ROOT / "resources" / "screenshots" / "timeleaf.png"
PICTURE = ROOT / "out" / "timeleaf.png"
OLDEST_PYTHON = (3, 11)
FILES_ONLY = {"--offscreen-picture", "--offscreen-print"}
WITHOUT_WINDOW = {*COMMANDS, "--help", "-h", "--version", "--selftest", *FILES_ONLY}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(arguments: list[str]) -> int:
    """Open the window; where there is no display, show by a picture and a table what it would show."""
    arguments = arguments[1:] if arguments[:1] == ["--"] else arguments
    wants_window = not WITHOUT_WINDOW.intersection(arguments)
    window = wants_window and has_display(os.environ, sys.platform)
    prepare_system(window=window)
    python = prepare_environment()
    arguments = arguments or [str(SAMPLE)]
    if window or not wants_window:
        return start_program(python, arguments)
    say(f"there is no display here; the window is painted into a picture instead: {PICTURE}")
    painted = paint(python, PICTURE, arguments)
    files = [argument for argument in arguments if argument.lower().endswith(".pdf")]
    listed = start_program(python, ["timeline", *files, "--format", "table"]) if files else 0
    return painted or listed


def has_display(environment: os._Environ[str] | dict[str, str], platform: str) -> bool:
    """Whether a window can be shown: by the session's variables on Linux, always elsewhere."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def paint(python: Path, picture: Path, arguments: list[str]) -> int:
    """Paint the window the arguments open into a PNG."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    return start_program(python, ["--offscreen-picture", str(picture), *arguments], **OFFSCREEN)


def start_program(python: Path, arguments: list[str], **environment: str) -> int:
    """Run Timeleaf from the checkout, in the caller's folder so that relative names hold."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path, **environment}
    return subprocess.run([str(python), "-m", "reader", *arguments], env=environment, check=False).returncode


def test(arguments: list[str]) -> int:
    """Run all checks, cheapest first, and stop at the first that fails."""
    prepare_system(window=False)
    python = str(prepare_environment())
    steps = {
        "lint": ["ruff", "check"],
        "format": ["ruff", "format", "--check"],
        "types": ["mypy"],
        "tests": ["pytest", *arguments],
    }
    for number, (name, step) in enumerate(steps.items(), start=1):
        say(f"{number} of {len(steps)}: {name}")
        command = [python, "-m", *step]
        if code := subprocess.run(command, cwd=ROOT, env={**os.environ, **OFFSCREEN}, check=False).returncode:
            say(f"FAILED: {name}. What is wrong stands above.")
            return code
    return 0


def package(arguments: list[str]) -> int:
    """Build the frozen program and its installers; Qt's libraries must be here to be taken along."""
    prepare_system(window=True)
    prepare_tools()
    python = prepare_environment(".venv-package")
    module = "build.packaging.twice" if arguments else "build.packaging"
    return subprocess.run([str(python), "-m", module], cwd=ROOT, check=False).returncode


def screenshot() -> int:
    """Paint the README's picture from the bundled sample."""
    prepare_system(window=False)
    return paint(prepare_environment(), SCREENSHOT, [str(SAMPLE)])


def lock() -> int:
    """Pin every requirement with its hashes, for all systems at once and without addresses."""
    if not shutil.which("uv"):
        stop("pinning needs uv. Install it with:\n     python3 -m pip install uv")
    oldest = ".".join(map(str, OLDEST_PYTHON))
    pin = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet"]
    test_lock, package_lock = (path.relative_to(ROOT).as_posix() for path in LOCKS.values())
    for step in (["test", "-o", test_lock], ["package", "-o", package_lock, "--constraint", test_lock]):
        command = [*pin, "--python-version", oldest, "pyproject.toml", "--extra", *step]
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            return code
    return 0


def clean() -> int:
    """Delete what was set up or built; nothing of the user's."""
    for name in (*LOCKS, "dist", "out"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        stop(f"Timeleaf needs Python {needed} or newer; this is {sys.version.split()[0]}.")
    name, rest = (arguments or ["--help"])[0], arguments[1:]
    if name in ("run", "test"):
        return {"run": run, "test": test}[name](rest)
    if name == "package" and rest in ([], ["--twice"]):
        return package(rest)
    plain = {"screenshot": screenshot, "lock": lock, "clean": clean}
    if name in plain and not rest:
        return plain[name]()
    print(__doc__)
    return 0 if name in ("--help", "-h") else 2


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
