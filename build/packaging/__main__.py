"""`python -m build.packaging`: everything this system's users install, from the checkout into `dist/`.

Icons → bundle → licences → the built program tries itself → bill of materials → this system's installers,
judged by its own tools → source archive → checksums. Started by `build/dev.py package`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from build.packaging import installers, linux
from build.packaging.icons import write_icons
from build.packaging.licences import write_licences
from build.packaging.parts import UnknownPartError, parts_of
from build.packaging.sbom import bill_of_materials
from build.packaging.sizes import MEBIBYTE, TooLargeError, check_artefact, check_folder
from build.packaging.version import source_date
from reader import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "out" / "package"
ICONS = ROOT / "out" / "icons"
# Python's modules lie in the program as they are: at level 6 each process unpacks what it imports at every
# start, 17 ms of 178 for `--version`. It costs 10 MiB installed and saves 1 MB to download, xz being better.
MODULE_COMPRESSION = "0"
PACKERS = 2  # at once: each takes a processor and 0.7 GB of memory
MACHINE = {"AMD64": "x86_64"}.get(platform.machine(), platform.machine())


def main() -> int:
    """Build everything; 0 when it is all there and the built program works."""
    for folder in (DIST, WORK):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    _say("painting the icons")
    write_icons(ROOT / "resources" / "icons" / "timeleaf.svg", ICONS)
    bundle = freeze()
    _say("collecting licences")
    try:
        parts = parts_of(bundle)
    except UnknownPartError as error:
        _say(f"FAILED: what may not be shipped is in the bundle:\n{error}")
        return 1
    write_licences(parts, bundle / "_internal" / "licences", __version__)
    _say("trying the built program")
    if not works(bundle):
        _say("FAILED: the built program does not work; its words stand above.")
        return 1
    name = f"timeleaf-{__version__}-{platform.system().lower()}-{MACHINE}"
    (DIST / f"{name}.cdx.json").write_text(bill_of_materials(parts, __version__), encoding="utf-8")
    make = {"linux": package_linux, "win32": package_windows, "darwin": package_mac}[sys.platform]
    make(bundle, name)
    _say("packing the source")
    pack_source()
    write_sums()
    try:
        mebibytes = check_folder(bundle) / MEBIBYTE
        for path in _artefacts():
            check_artefact(path)
    except TooLargeError as error:
        _say(f"FAILED: {error}")
        return 1
    _say(f"one folder of {mebibytes:.0f} MiB")
    _say("built: " + ", ".join(f"{p.name} ({p.stat().st_size / 1e6:.1f} MB)" for p in _artefacts()))
    return 0


def freeze() -> Path:
    """Run PyInstaller; the one-folder bundle."""
    _say("freezing the program (half a minute)")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(WORK), str(ROOT / "build" / "timeleaf.spec")]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(source_date()),
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": MODULE_COMPRESSION,
    }
    subprocess.run([*command, *places], env=environment, cwd=ROOT, check=True)
    return DIST / "timeleaf"


def works(bundle: Path) -> bool:
    """Whether the built program passes its own test, with an empty home and nothing of this checkout."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG")
    with tempfile.TemporaryDirectory() as home:
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment |= {"HOME": home, "USERPROFILE": home, "QT_QPA_PLATFORM": "offscreen"}
        program = [str(bundle / "timeleaf"), "--selftest"]
        return subprocess.run(program, env=environment, cwd=home, check=False).returncode == 0


def package_linux(bundle: Path, name: str) -> None:
    """Debian package, RPM package, archive with an install script; from one tree, and judged."""
    tree = WORK / "tree"
    linux.system_tree(tree, bundle, ICONS)
    deb = DIST / f"timeleaf_{__version__}_amd64.deb"
    archive, rpm = DIST / f"{name}.tar.xz", DIST / f"timeleaf-{__version__}-1.x86_64.rpm"
    _say("packing the .deb, the .tar.xz and the .rpm (some minutes)")
    with ThreadPoolExecutor(PACKERS) as pool:
        packing = [
            pool.submit(linux.write_deb, tree, WORK, deb),
            pool.submit(linux.write_tarball, bundle, WORK, archive, ICONS),
            pool.submit(linux.write_rpm, tree, WORK, rpm),
        ]
        for packed in packing:
            packed.result()
    linux.check(tree, deb)
    linux.write_flatpak_manifest(archive, DIST / f"{linux.ID}.flatpak.yml")


def package_windows(bundle: Path, _name: str) -> None:
    """The installer, where NSIS is there."""
    installers.write_windows_installer(bundle, DIST / f"Timeleaf-{__version__}-setup.exe", ICONS)


def package_mac(_bundle: Path, _name: str) -> None:
    """The disk image."""
    installers.write_mac_image(DIST / "Timeleaf.app", DIST / f"Timeleaf-{__version__}.dmg")


def pack_source() -> None:
    """The corresponding source, as the licence asks: the commit that was built."""
    folder = WORK / "source" / f"timeleaf-{__version__}"
    folder.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-f", "-", "-C", str(folder)], input=archive, check=True)
    linux.pack(folder, DIST / f"timeleaf-{__version__}-source.tar.xz")


def write_sums() -> None:
    """SHA256SUMS of all artefacts, in the form `sha256sum -c` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in _artefacts()]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _artefacts() -> list[Path]:
    return sorted(path for path in DIST.iterdir() if path.is_file() and path.name != "SHA256SUMS")


def _say(text: str) -> None:
    print(f"package: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
