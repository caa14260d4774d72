"""Which file to open: asked in the window's language, beside the document one is reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.file_dialog import file_dialog
from reader.ui.main_window import MainWindow
from tests.ui.conftest import Desk, settle


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert words.load(QLocale("fr"), "qtbase", "_", folder)
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)


@pytest.mark.usefixtures("french")
def test_every_label_is_in_the_language_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = file_dialog(window, "Ouvrir")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    labels = [label.text().replace("\u00a0", " ") for label in dialog.findChildren(QLabel)]
    assert "Voir dans :" in labels
    assert "Fichiers de type :" in labels
    assert not [label for label in labels if "Files" in label or "Look" in label]
    dialog.close()
    settle()


def test_the_file_one_chooses_is_opened(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "first.pdf").touch()
    (tmp_path / "second.pdf").touch()
    desk.open(str(tmp_path / "first.pdf"))
    window.commands["open"].trigger()
    dialog = window.dialogs.shown
    assert isinstance(dialog, QFileDialog)
    assert dialog.directory().path() == str(tmp_path), "beside the document one is reading"
    dialog.selectFile(str(tmp_path / "second.pdf"))
    dialog.accept()
    settle()
    assert desk.client.opened[-1][0] == str(tmp_path / "second.pdf")


def test_who_lets_it_be_keeps_what_is_open(window: MainWindow, desk: Desk) -> None:
    desk.open()
    window.commands["open"].trigger()
    assert isinstance(window.dialogs.shown, QFileDialog)
    window.dialogs.shown.reject()
    settle()
    assert len(desk.client.opened) == 1
    assert desk.session.document is not None
