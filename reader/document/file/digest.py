"""The digest by which a file is known again. In: its path, or its bytes. Out: its SHA-256."""

from __future__ import annotations

import hashlib

from reader.document.errors import MissingFileError
from reader.document.file.file_state import without_waiting


def digest_of(path: str, held: memoryview | None) -> str:
    """The digest of a file, in hexadecimal figures, from its bytes where they are held in memory.

    Raises:
        MissingFileError: it went since it was opened.
    """
    if held is not None:
        return hashlib.sha256(held).hexdigest()
    try:
        with open(path, "rb", opener=without_waiting) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MissingFileError(path) from error
