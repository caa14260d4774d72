"""Where a file that is made of a document goes: what is proposed, and what is never written over.

In: the document, a path. Out: a folder and a name; whether the path is the document itself.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reader.document.model import DocumentInfo


def proposed(document: DocumentInfo) -> tuple[str, str]:
    """The document's folder and its name without suffix.

    The folder is that of one's documents where nothing may be written beside it.
    """
    path = Path(document.path).absolute()
    folder = path.parent
    if not os.access(folder, os.W_OK):
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return str(folder), path.stem.replace('"', "'")  # the dialog takes "a" "b" for two files


def is_document(path: str, document: DocumentInfo) -> bool:
    """Whether a path leads to the document."""
    try:
        return Path(path).samefile(document.path)
    except OSError:  # one of them is not there
        return False
