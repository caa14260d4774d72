"""A file that a person names for something to be written into: what may take its place, and how it does.

In: a path. Out: whether its content is of a kind; the file, whole or not at all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

PDF_SIGN = b"%PDF"
PNG_SIGN = b"\x89PNG"


def begins_with(path: Path, sign: bytes) -> bool:
    """Whether a file lies there that begins like its kind."""
    try:
        with path.open("rb") as file:
            return file.read(len(sign)) == sign
    except OSError:
        return False


def may_be_replaced(path: Path, sign: bytes | None) -> bool:
    """Whether nothing is lost but a file of the same kind: none lies there, an empty one, or one like it.

    What is no file at all (a folder, a device) has no place to be taken. Without a sign no file is alike.
    """
    try:
        if not path.exists():
            return True
        is_alike = sign is not None and begins_with(path, sign)
        return path.is_file() and (path.stat().st_size == 0 or is_alike)
    except OSError:  # no such name is possible: the writing will say so
        return True


def write_whole(path: Path, content: Iterable[bytes]) -> None:
    """Put `content`, in pieces, at `path`: a reader finds the old file or the new one, never half of one.

    What is there keeps its rights.

    Raises:
        OSError: the folder or the disk refuses.
    """
    target = Path(os.path.realpath(path))  # what a link leads to is replaced, not the link
    unfinished = target.with_name(f".{target.name[:200]}-{os.getpid()}.part")
    try:
        with unfinished.open("xb") as file:  # with the rights every new file of its owner has
            for piece in content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(target, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)  # where it was not finished
