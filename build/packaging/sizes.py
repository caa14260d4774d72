"""How large what users download and install may be; the build stops when it is larger.

In: the frozen folder, the artefacts. Out: nothing, or `TooLargeError` that names what weighs most.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

MEBIBYTE, MEGABYTE = 2**20, 10**6
BLOCK = 4096  # bytes; what a file takes on the disk is counted in these
# Built on Debian 12: 228 MiB and 61.8 MB. A library more than the margin is to be seen, not to slip in.
LARGEST_FOLDER = 230 * MEBIBYTE
LARGEST_ARTEFACT: Mapping[str, int] = {".deb": 65 * MEGABYTE, ".xz": 65 * MEGABYTE, ".rpm": 68 * MEGABYTE}
NAMED = 8  # files, where something is too large


class TooLargeError(Exception):
    """Something weighs more than it may; the message says what."""


def check_folder(folder: Path, largest: int = LARGEST_FOLDER) -> int:
    """The bytes `folder` takes on the disk.

    Raises:
        TooLargeError: more than `largest`.
    """
    files = {
        path: path.lstat().st_size for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    }
    size = sum(-(-length // BLOCK) * BLOCK for length in files.values())
    if size > largest:
        heaviest = sorted(files, key=lambda path: files[path], reverse=True)[:NAMED]
        lines = [f"{files[path] / MEBIBYTE:6.1f} MiB  {path.relative_to(folder)}" for path in heaviest]
        head = f"{folder.name} takes {size / MEBIBYTE:.0f} MiB, {largest / MEBIBYTE:.0f} are allowed"
        raise TooLargeError("\n".join([head, *lines]))
    return size


def check_artefact(path: Path) -> int:
    """The bytes of what is downloaded.

    Raises:
        TooLargeError: more than its kind may have.
    """
    size, largest = path.stat().st_size, LARGEST_ARTEFACT.get(path.suffix)
    if largest is not None and size > largest:
        raise TooLargeError(f"{path.name} has {size / MEGABYTE:.1f} MB, {largest / MEGABYTE:.0f} are allowed")
    return size
