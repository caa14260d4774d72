"""Files of the user alone, replaced whole or not at all. In: bytes. Out: a file with mode 0600."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from glob import escape as glob_escape
from pathlib import Path

OWNER_ONLY = 0o600


def write_private(path: Path, content: bytes) -> None:
    """Put `content` at `path`: a reader finds the old file or the new one, never half of one.

    Raises:
        OSError: the folder or the disk refuses.
    """
    # mkstemp makes the file 0600, in the same folder so that the last step is a rename.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def ensure_private(path: Path) -> None:
    """Make an empty file that only the user may read, or take the others' rights from the one there.

    Raises:
        OSError: the folder refuses.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY))
    if path.stat().st_mode & 0o077:
        path.chmod(OWNER_ONLY)


def set_aside(path: Path) -> Path:
    """Rename a file nobody can read any more, so that its user may still look into it.

    Returns:
        Where it lies now: `name.broken`, or the next free `name.broken-2` …

    Raises:
        OSError: the folder refuses.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.broken{f'-{number}' if number > 1 else ''}")).exists():
        number += 1
    return path.replace(aside)


def remove_set_aside(path: Path) -> None:
    """Delete what `set_aside` has kept of a file; what cannot be deleted stays."""
    for aside in path.parent.glob(f"{glob_escape(path.name)}.broken*"):
        with suppress(OSError):
            aside.unlink()
