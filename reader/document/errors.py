"""What can be wrong with a file, each with the sentence its user reads.

DocumentError
├── MissingFileError        no such file, or no right to read it
│   └── LinkLoopError       a link that leads back to itself
├── NotAFileError           a folder
├── NotKeptError            a pipe or a device, which cannot be read twice
├── EmptyFileError          nothing in it
├── NotAPdfError            something else, whatever it is called
├── PasswordNeededError     encrypted; no password or a wrong one
├── LockedByOtherError      encrypted in a way that only its maker's own program opens
├── TooManyPagesError       more pages than can be laid out
├── NoPagesError            a PDF in which no page can be found
├── DamagedDocumentError    cut off or broken beyond repair
└── DamagedPageError        one page of it is; the others may be sound
"""

from __future__ import annotations

import errno
from typing import ClassVar

from reader.sentences import Sentence


class DocumentError(Exception):
    """A file that cannot be read; `sentence` says what, which file, and what to do."""

    key: ClassVar[str] = "error.document"

    def __init__(self, path: str, **slots: str | int) -> None:
        super().__init__(f"{self.key}: {path}")
        self.path = path
        self.sentence = Sentence(self.key, {"path": path, **slots})


class MissingFileError(DocumentError):
    """No such file, or no right to read it."""

    key = "error.missing_file"


class LinkLoopError(MissingFileError):
    """A symbolic link that leads, by way of others or none, back to itself."""

    key = "error.link_loop"


def not_there(path: str, error: OSError | ValueError) -> MissingFileError:
    """What it means that the system does not give a file."""
    loops = isinstance(error, OSError) and error.errno == errno.ELOOP
    return LinkLoopError(path) if loops else MissingFileError(path)


class NotAFileError(DocumentError):
    """A folder stands where a file was wanted."""

    key = "error.not_a_file"


class NotKeptError(DocumentError):
    """A pipe or a device stands where a file was wanted: it is no bytes to go to and fro in."""

    key = "error.not_kept"


class EmptyFileError(DocumentError):
    """The file has no bytes."""

    key = "error.empty_file"


class NotAPdfError(DocumentError):
    """The bytes are no PDF, whatever the name says."""

    key = "error.not_a_pdf"


class PasswordNeededError(DocumentError):
    """The file is encrypted and the password is missing or wrong."""

    key = "error.password_needed"


class WrongPasswordError(PasswordNeededError):
    """A password was given and the file refused it."""

    key = "error.wrong_password"


class LockedByOtherError(DocumentError):
    """Encrypted for a certificate, a shop's or a company's own program: no password would open it here."""

    key = "error.locked_by_other"


class TooManyPagesError(DocumentError):
    """More pages than a window can lay out at once. Slots `count`, `most`."""

    key = "error.too_many_pages"


class NoPagesError(DocumentError):
    """A PDF in which neither engine finds a page."""

    key = "error.no_pages"


class DamagedDocumentError(DocumentError):
    """Cut off or broken beyond repair."""

    key = "error.damaged"


class DamagedPageError(DocumentError):
    """One page can be neither read nor drawn; the others may be sound. Slot `page`: its number from 1."""

    key = "error.damaged_page"
