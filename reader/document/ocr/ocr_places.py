"""Where a Tesseract may lie on each system, without looking: the user's own path, then the usual folders.

In: the environment, the system. Out: full paths, in order. A folder that depends on where one stands is left
out, for one may stand beside the document, and what lies there is never started; Windows would look there
first, and start a `tesseract.bat` as well. Programs started from a desktop are often not told the path of the
terminal, and the installer for Windows does not add itself to it. Source of the folders: the installers of
UB Mannheim (Windows), Homebrew and MacPorts (macOS).
"""

from __future__ import annotations

import ntpath
import os
import posixpath
from collections.abc import Iterator, Mapping

_NAME = "tesseract"
# Variables that name folders under which Windows installs programs: for all users, 32 bits, for one user.
_WINDOWS_FOLDERS = (
    ("ProgramW6432", r"Tesseract-OCR"),
    ("ProgramFiles", r"Tesseract-OCR"),
    ("ProgramFiles(x86)", r"Tesseract-OCR"),
    ("LOCALAPPDATA", r"Programs\Tesseract-OCR"),
    ("LOCALAPPDATA", r"Tesseract-OCR"),
)
_WINDOWS_DEFAULT = r"C:\Program Files\Tesseract-OCR"
_FOLDERS = ("/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin")


def places(environment: Mapping[str, str], platform: str) -> tuple[str, ...]:
    """Every path at which Tesseract may lie, each once.

    Args:
        environment: variables of the user.
        platform: as `sys.platform` names it.
    """
    if platform == "win32":
        folders = [*_path(environment, ";"), *_windows_folders(environment)]
        found = (ntpath.join(folder, f"{_NAME}.exe") for folder in folders if _is_fixed(folder))
    else:
        folders = [*_path(environment, ":"), *_FOLDERS]
        found = (posixpath.join(folder, _NAME) for folder in folders if posixpath.isabs(folder))
    return tuple(dict.fromkeys(found))


def _path(environment: Mapping[str, str], separator: str) -> list[str]:
    return [folder.strip('"') for folder in environment.get("PATH", os.defpath).split(separator)]


def _windows_folders(environment: Mapping[str, str]) -> Iterator[str]:
    for variable, folder in _WINDOWS_FOLDERS:
        if above := environment.get(variable):
            yield ntpath.join(above, folder)
    yield _WINDOWS_DEFAULT


def _is_fixed(folder: str) -> bool:
    r"""Whether it is one folder wherever one stands: `\tools` is on the drive one is on."""
    return bool(ntpath.splitdrive(folder)[0]) and ntpath.isabs(folder)
