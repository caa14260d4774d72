"""What the disk says of a file that is being read: there or not, when it was written, whether it is whole.

In: a path. Out: plain values; the file is opened for a moment only, and no engine reads it. A PDF ends with
"%%EOF" (ISO 32000-2, 7.5.5), so one that does not is probably still being written, or was cut off.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

# Larger files are read from the disk as they are needed: each of two children would hold a copy, and what is
# written anew while one reads it is seldom large. Opening costs no more with the bytes held, for the digest
# is made from them (11 MB: 11.5 ms against 10.6).
HELD_BYTES = 16 << 20
_END = b"%%EOF"
_CLOSING = (b"trailer", b"startxref")  # come after all objects (ISO 32000-2, 7.5.5)
_OBJECT = b" obj"
_LAST_OBJECTS_REACH = 1 << 20
_END_REACH = 1024  # as far from the end as readers look for it (ISO 32000-1, annex H)


@dataclass(frozen=True, slots=True)
class FileState:
    """When a file was last written (ns since 1970) and its size; both are -1 where there is no file."""

    written: int = -1
    size: int = -1

    @property
    def is_there(self) -> bool:
        """Whether there is a file."""
        return self.size >= 0


def state_of(path: str) -> FileState | None:
    """The state of a file; None where nobody can tell: its drive does not answer, its folder is closed."""
    try:
        found = os.stat(path)  # noqa: PTH116 - the path is the user's own text, kept as it was given
    except (FileNotFoundError, NotADirectoryError):
        return FileState()
    except (OSError, ValueError):
        return None
    return FileState(found.st_mtime_ns, found.st_size)


def without_waiting(path: str, flags: int) -> int:
    """An opener for `open`: what has become a pipe meanwhile is opened at once, not when somebody writes."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_whole(path: str) -> bool:
    """Whether a file ends as a PDF does; one that may not be read now is not whole yet."""
    try:
        with open(path, "rb", opener=without_waiting) as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - _END_REACH))
            return _END in file.read(_END_REACH)
    except (OSError, ValueError):
        return False


def is_cut_off(path: str) -> bool:
    """Whether the end of a file is missing: objects come after the last of its lines that close a PDF.

    Other bytes after these, as servers and mail programs leave them, do a file no harm.
    """
    if is_whole(path):
        return False
    try:
        with open(path, "rb", opener=without_waiting) as file:
            file.seek(0, os.SEEK_END)
            file.seek(max(0, file.tell() - _LAST_OBJECTS_REACH))
            tail = file.read(_LAST_OBJECTS_REACH)
    except (OSError, ValueError):
        return False
    # Neither there: it ends inside a large object.
    return max(map(tail.rfind, _CLOSING)) <= tail.rfind(_OBJECT)
