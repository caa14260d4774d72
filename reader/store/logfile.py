"""The log of the program: a file in the state folder that turns over before it grows, for the user alone.

In: the folders. Out: a handler on the root logger while the `with` block lasts. Nothing leaves the machine;
"forget this document" takes a document's lines out again.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from reader.store.paths import UserFolders
from reader.store.private_file import ensure_private

FILE_NAME = "timeleaf.log"
LARGEST = 1_000_000  # bytes; some 8,000 lines, weeks of use
OLDER_FILES = 2
LINE = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


class PrivateLog(RotatingFileHandler):
    """A rotating log whose files only the user may read."""

    def _open(self) -> TextIOWrapper:
        ensure_private(Path(self.baseFilename))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A line for which the disk has no room is lost: nobody can do more about it here."""
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def log_path(folders: UserFolders) -> Path:
    """Where the log lies."""
    return folders.state / FILE_NAME


@contextmanager
def logging_to_file(folders: UserFolders, level: int = logging.INFO) -> Iterator[None]:
    """Write what is logged at `level` and above into the file while the block lasts.

    A folder that cannot be written leaves the program without a log, and says so once.
    """
    root = logging.getLogger()
    try:
        handler = PrivateLog(
            log_path(folders),
            maxBytes=LARGEST,
            backupCount=OLDER_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as error:
        logging.getLogger(__name__).warning("no log is kept: %s", error)
        yield
        return
    handler.setFormatter(logging.Formatter(LINE))
    handler.setLevel(level)
    level_before = root.level
    root.addHandler(handler)
    root.setLevel(min(level, level_before))
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level_before)
        handler.close()


def forget_in_log(folders: UserFolders, *words: str) -> int:
    """Take every line out of the log that mentions one of `words`.

    The files are rewritten in place, since a running program goes on writing at their end.

    Returns:
        How many lines went.

    Raises:
        OSError: a log file cannot be rewritten.
    """
    gone = 0
    wanted = tuple(word for word in words if word)
    for path in folders.state.glob(f"{FILE_NAME}*"):
        with path.open("r+", encoding="utf-8", errors="surrogateescape", newline="") as file:
            lines = file.readlines()
            kept = [line for line in lines if not any(word in line for word in wanted)]
            if len(kept) < len(lines):
                file.seek(0)
                file.writelines(kept)
                file.truncate()
                gone += len(lines) - len(kept)
    return gone
