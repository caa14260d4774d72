"""What Timeleaf needs before it can run from a checkout: system libraries and pinned packages.

In: the lock files beside this one. Out: an environment in the checkout, stamped with what it was made from so
that the next start has nothing to do. Only the standard library: this runs on the bare system's own Python.
The libraries that Qt's wheel needs were found on a bare Debian 12, by hiding one at a time.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    ".venv": ROOT / "build" / "requirements.lock",
    ".venv-package": ROOT / "build" / "requirements-package.lock",
}
APT_INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# What builds and judges the packages of a Linux distribution: command -> Debian package.
PACKAGING_TOOLS = {
    "strip": "binutils",
    "dpkg-deb": "dpkg",
    "rpmbuild": "rpm",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "lintian": "lintian",
}


def say(text: str) -> None:
    """Tell what is going on; on standard error, so that a program's own output stays clean."""
    print(f"dev: {text}", file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """End with a sentence and the exit code of a start that could not be made."""
    say(text)
    raise SystemExit(2)


# ── the system


def prepare_system(*, window: bool) -> None:
    """See that Qt finds its system libraries; those of a window only where one is shown."""
    if not sys.platform.startswith("linux"):
        return
    libraries = QT_LIBRARIES | WINDOW_LIBRARIES if window else QT_LIBRARIES
    if missing := missing_packages(libraries):
        install_packages(missing, "System libraries that Qt needs are missing.")


def prepare_tools() -> None:
    """See that what builds Linux packages is there."""
    if not sys.platform.startswith("linux"):
        return
    if missing := sorted(package for tool, package in PACKAGING_TOOLS.items() if not shutil.which(tool)):
        install_packages(missing, "Tools that build packages are missing.")


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of those `libraries` that the loader does not find, sorted."""
    missing = set()
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.add(package)
    return sorted(missing)


def install_packages(packages: list[str], reason: str) -> None:
    """Install Debian packages where root can; else stop with the line to type."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        stop(f"{reason} Install what Debian calls: {names}")
    if os.geteuid() != 0:
        stop(f"{reason} Install them with:\n     sudo {' '.join(APT_INSTALL)} {names}")
    say(f"{reason} Installing, as root on Debian: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
        subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    command = [*APT_INSTALL, "-qq", *packages]
    if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
        stop(f"apt-get failed, as said above. Try:\n     apt-get update && {' '.join(APT_INSTALL)} {names}")


# ── the environment


def prepare_environment(name: str = ".venv") -> Path:
    """Make the environment `name` where it is missing, half-made or out of date; its Python."""
    environment, lock = ROOT / name, LOCKS[name]
    python, stamp = interpreter(environment), environment / "made-from.sha256"
    wanted = fingerprint(lock.read_bytes(), f"{platform.python_version()} {sys.base_prefix}")
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    count = pinned_count(lock.read_text())
    say(f"setting up {name} from the {count} packages pinned in build/{lock.name}; this happens once.")
    if not (_made_by_uv(environment, lock) or _made_by_pip(environment, lock, count)):
        shutil.rmtree(environment, ignore_errors=True)
        stop(
            "the packages could not be installed; the reason stands above. This once a network is needed,\n"
            "     or a folder of wheels named in PIP_FIND_LINKS. Then give the same command again."
        )
    stamp.write_text(wanted)
    say(f"{name} is ready.")
    return python


def fingerprint(lock: bytes, python: str) -> str:
    """What an environment is made from: the lock's bytes, and the Python's version and place."""
    return hashlib.sha256(lock + python.encode()).hexdigest()


def interpreter(environment: Path) -> Path:
    """Where a virtual environment keeps its Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pinned_count(lock: str) -> int:
    """How many packages a lock file pins, those of other systems included."""
    return len(set(re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, flags=re.MULTILINE)))


def _made_by_uv(environment: Path, lock: Path) -> bool:
    uv = shutil.which("uv")
    if not uv:
        return False
    make = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(environment)]
    fill = [uv, "pip", "sync", "--require-hashes", "--compile-bytecode"]  # as pip does
    fill += ["--python", str(interpreter(environment)), str(lock)]
    if all(subprocess.run(command, cwd=ROOT, check=False).returncode == 0 for command in (make, fill)):
        return True
    say("uv could not do it; trying pip.")
    return False


def _made_by_pip(environment: Path, lock: Path, count: int) -> bool:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        install_packages(["python3-venv"], "This Python cannot make virtual environments.")
    # --clear: what an earlier try left half-made would be taken for whole.
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=False).returncode:
        return False
    install = [str(interpreter(environment)), "-m", "pip", "install", "--require-hashes", "-r", str(lock)]
    quiet = ["--disable-pip-version-check", "--progress-bar", "off"]
    with subprocess.Popen([*install, *quiet], stdout=subprocess.PIPE, text=True, encoding="utf-8") as pip:
        fetched = 0
        for line in pip.stdout or ():
            if line.startswith("Collecting "):
                fetched += 1
                say(f"  {fetched:2} of at most {count}: {line.split()[1]}")
            elif line.startswith("Installing "):
                say("  unpacking them ...")
    return pip.returncode == 0
