"""A PDF file that Qt has printed: is all of it on the disk?

In: its path. Out: whether it is whole. Qt does not tell of a disk that was full, and counts on as if all had
been written; so the last lines of the file, and what they point to, tell what is missing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_TAIL_BYTES = 64
# ISO 32000-2, 7.5.5: the last lines give the place of the cross-reference table.
_TAIL = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = b"xref"


def is_whole(path: Path) -> bool:
    """Whether the file ends as a PDF does, with its table of places where its last line says.

    Raises:
        OSError: the disk refuses what was written.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())  # some disks tell only now that they are full
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL_BYTES))
        tail = _TAIL.search(file.read())
        if tail is None:
            return False
        file.seek(int(tail[1]))
        return file.read(len(_TABLE)) == _TABLE
