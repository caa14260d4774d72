"""Windows and macOS: what turns the bundle into an installer there.

Signing is a matter of switches: SIGNTOOL_ARGUMENTS (Windows: what follows `signtool sign`), CODESIGN_IDENTITY
and NOTARY_PROFILE (macOS). Without them the result is unsigned, and the system says so to whoever opens it.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from reader import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
NSIS_SCRIPT = ROOT / "build" / "windows" / "installer.nsi"


def write_windows_installer(bundle: Path, target: Path, icons: Path) -> None:
    """A per-user setup program by NSIS."""
    _sign_windows(bundle / "timeleaf.exe")
    subprocess.run(nsis_command(bundle, target, icons / "timeleaf.ico"), check=True)
    _sign_windows(target)


def nsis_command(bundle: Path, target: Path, icon: Path) -> list[str]:
    """How NSIS is called, on Windows and on Linux alike."""
    facts = {
        "VERSION": __version__,
        "BUNDLE": str(bundle),
        "TARGET": str(target),
        "ICON": str(icon),
        "LICENCE": str(ROOT / "LICENSE"),
    }
    return [
        _makensis(),
        "-V2",
        "-WX",
        *(f"-D{name}={value}" for name, value in facts.items()),
        str(NSIS_SCRIPT),
    ]


def _makensis() -> str:
    """NSIS's compiler; its own setup on Windows does not put it on the path."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return shutil.which("makensis") or str(usual)


def write_mac_image(application: Path, target: Path) -> None:
    """A disk image with the application and a link to /Applications, by the system's own hdiutil."""
    identity = os.environ.get("CODESIGN_IDENTITY") or "-"  # "-": signed for this machine only
    entitlements = ROOT / "build" / "macos" / "entitlements.plist"
    sign = ["codesign", "--force", "--deep", "--options", "runtime", "--entitlements", str(entitlements)]
    subprocess.run([*sign, "--sign", identity, str(application)], check=True)
    folder = target.with_suffix("")
    folder.mkdir()
    shutil.copytree(application, folder / application.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    image = ["hdiutil", "create", "-volname", "Timeleaf", "-srcfolder", str(folder), "-format", "ULMO"]
    subprocess.run([*image, str(target)], check=True)
    shutil.rmtree(folder)
    if profile := os.environ.get("NOTARY_PROFILE"):
        notary = ["xcrun", "notarytool", "submit", str(target), "--keychain-profile", profile, "--wait"]
        subprocess.run(notary, check=True)
        subprocess.run(["xcrun", "stapler", "staple", str(target)], check=True)


def _sign_windows(program: Path) -> None:
    if arguments := os.environ.get("SIGNTOOL_ARGUMENTS"):
        subprocess.run(["signtool", "sign", *shlex.split(arguments), str(program)], check=True)
