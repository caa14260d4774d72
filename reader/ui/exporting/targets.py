"""Where a file that is made of a document goes: what is proposed and asked, and what is never written over.

In: the document, the kinds of files there are. Out: a path and its kind, or why it may not be.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.document.model import DocumentInfo
from reader.ui.file_dialog import file_dialog
from reader.written_file import PDF_SIGN, begins_with

_PDF = ".pdf"


class FileForm(Protocol):
    """A kind of file."""

    @property
    def suffix(self) -> str:
        """Of file names, with its dot."""


Form = TypeVar("Form", bound=FileForm)


def ask_where(
    window: QWidget,
    title: str,
    forms: Mapping[str, Form],
    chosen: Form,
    *,
    proposal: tuple[str, str],
    then: Callable[[str, Form], None],
) -> QFileDialog:
    """Ask for a file and its kind; the window goes on meanwhile.

    Args:
        window: the dialog stands over it.
        title: of the dialog.
        forms: the kinds, by what they are called.
        chosen: the kind that is offered first.
        proposal: a folder and a name without suffix.
        then: told the path and its kind; a suffix that was typed says more than the kind beside it.
    """
    dialog = file_dialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(forms))
    dialog.selectNameFilter(next(text for text, form in forms.items() if form is chosen))
    dialog.setDefaultSuffix(chosen.suffix)
    dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(forms[text].suffix))
    folder, name = proposal
    dialog.setDirectory(folder)
    dialog.selectFile(name + chosen.suffix)

    def take(path: str) -> None:
        suffix = Path(path).suffix.casefold()
        typed = (form for form in forms.values() if form.suffix == suffix)
        then(path, next(typed, forms[dialog.selectedNameFilter()]))

    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def refusal(path: str, form: FileForm, document: DocumentInfo) -> str:
    """The key of the sentence why a file may not be written there; "" where it may."""
    if _is_document(path, document):
        return "export.own_file"
    names_pdf = Path(path).suffix.casefold() == _PDF or begins_with(Path(path), PDF_SIGN)
    return "export.a_pdf" if names_pdf and form.suffix != _PDF else ""


def proposed(document: DocumentInfo) -> tuple[str, str]:
    """The document's folder and its name without suffix.

    The folder is that of one's documents where nothing may be written beside it.
    """
    path = Path(document.path).absolute()
    folder = path.parent
    if not os.access(folder, os.W_OK):
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return str(folder), path.stem.replace('"', "'")  # the dialog takes "a" "b" for two files


def _is_document(path: str, document: DocumentInfo) -> bool:
    """Whether a path leads to the document."""
    try:
        return Path(path).samefile(document.path)
    except OSError:  # one of them is not there
        return False
