"""Which files the system opens to start a program (Linux): all that Landlock must leave startable.

In: the path of a program. Out: the program and the loader it names in its head; for a script, whose
interpreter may start anything, the root folder. Source: ELF-64, System V ABI, chapters 4 and 5 (program
header, PT_INTERP).
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"  # 64 bits, little-endian: the machines whose system calls `seccomp` knows
_HEADER_BYTES, _PLACE, _COUNT = 64, 32, 56  # of the program header table: offset (u64), entry size and number
_INTERPRETER = 3


def files_to_start(path: str) -> tuple[str, ...]:
    """The files behind a program, links followed.

    Raises:
        OSError: it cannot be read.
    """
    with Path(path).open("rb") as file:
        head = file.read(_HEADER_BYTES)
        if not head.startswith(_MAGIC) or len(head) < _HEADER_BYTES:
            return ("/",)
        (table,) = struct.unpack_from("<Q", head, _PLACE)
        size, count = struct.unpack_from("<HH", head, _COUNT - 2)
        for number in range(count):
            file.seek(table + number * size)
            kind, _flags, place, _, _, length = struct.unpack("<IIQQQQ", file.read(40))
            if kind == _INTERPRETER:
                file.seek(place)
                loader = file.read(length).rstrip(b"\0").decode("utf-8", "surrogateescape")
                return (path, os.path.realpath(loader))
    return (path,)
