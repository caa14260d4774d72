"""Puts the window together: application, sentences, theme, session, memory. The composition root.

In: a started client, the arguments. Out: the exit code. A window in another language is a new window on a new
session: what a part says is said when it is made.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from contextlib import nullcontext
from functools import partial

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QSize, Qt, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from reader.interface_language import interface_language
from reader.resources import resource
from reader.sentences import load_sentences
from reader.standard_streams import complain
from reader.store.logfile import logging_to_file
from reader.store.paths import user_folders
from reader.text_direction import isolated
from reader.timeline.model import EventKind
from reader.ui.arguments import WindowArguments
from reader.ui.display import display_wanted
from reader.ui.files_asked import FilesAsked
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.notice import Level, Notice
from reader.ui.offscreen import Photographer
from reader.ui.page_asked import PageAsked
from reader.ui.page_view.place_kept import place_kept
from reader.ui.session import Session
from reader.ui.style import style_sheet
from reader.ui.theme import Theme
from reader.ui.worker_bridge import Client, WorkerBridge
from reader.worker.archive import Archive

SYSTEM = "system"
OWN_FONTS = ("Noto Sans", "Noto Sans Arabic")
OWN_FONT_SIZE = 10.0  # points
# Logical pixels over a window for its title: 22 (openbox) to 37 (GNOME); its frame is known once it is shown.
TITLE = 37
# Of the screen's room in each direction, for the day a window is no longer maximised.
PART_OF_SCREEN = 0.9


def run_window(client: Client, arguments: WindowArguments) -> int:
    """Show the window until it is closed; its exit code."""
    if arguments.is_offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folders = user_folders(arguments.data_dir, portable=arguments.portable)
    remembers = not (arguments.for_testing or arguments.is_offscreen)
    memory = Memory(folders if remembers else None, time.time)
    keeps = remembers and memory.refusing is None
    if keeps and memory.settings.remember_documents:
        client.remember_with(Archive(folders, memory.settings.cache_megabytes, time.time, folders.languages))
    with logging_to_file(folders) if keeps else nullcontext():
        own_languages = str(folders.languages) if remembers else None
        program = Program(_make_application_or_end(client), client, memory, arguments, own_languages)
        program.show_window(awaits_document=bool(arguments.files))
        program.open_files()
        gc.freeze()
        gc.enable()  # see `open_window`
        photographer = None
        if not remembers:
            photographer = Photographer(
                program.window,
                arguments.offscreen_picture,
                tells=arguments.for_testing,
                print_to=arguments.offscreen_print,
            )
        code = program.application.exec()
        client.stop()
        memory.close()
    return photographer.exit_code if photographer else code


def _make_application_or_end(client: Client) -> QApplication:
    def give_up(reason: str) -> None:
        client.stop()
        complain(load_sentences(interface_language())("start.display_refused", reason=reason))

    with display_wanted(give_up):
        return make_application()


def make_application() -> QApplication:
    """The application, with its name, its icon, its fonts and Qt's own plainest style."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Said beforehand: `setStyle` answers with the style, and PySide6 makes all its names ready for that.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("timeleaf")
    application.setApplicationDisplayName("Timeleaf")
    application.setDesktopFileName("org.timeleaf.Timeleaf")
    application.setWindowIcon(QIcon(str(resource("icons", "timeleaf.svg"))))
    load_fonts(application)
    # Qt's file dialog would keep names of folders in a file of its own, which outlives "Forget". After the
    # application is made: what dresses it (qt6ct) reads its settings by then.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    return application


def load_fonts(application: QApplication) -> None:
    """The fonts that travel along; they are the window's own where no desktop says which to use."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    if sys.platform == "linux" and not os.environ.get("XDG_CURRENT_DESKTOP"):
        font = QFont(list(OWN_FONTS))
        font.setPointSizeF(OWN_FONT_SIZE)
        application.setFont(font)


def fit_into_screen(window: QWidget) -> None:
    """Maximise a window, not yet shown, that is larger than the room its screen has for windows.

    Else its status bar and half of its timeline lie under the lower edge of a small laptop.
    """
    room = window.screen().availableGeometry().size()
    if window.width() <= room.width() and window.height() <= room.height() - TITLE:
        return
    window.resize(window.size().boundedTo(QSize(room * PART_OF_SCREEN)).expandedTo(window.minimumSize()))
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


class Program:
    """What lives as long as the program: application, bridge, theme, memory; and the window of the moment."""

    def __init__(
        self,
        application: QApplication,
        client: Client,
        memory: Memory,
        arguments: WindowArguments,
        own_languages: str | None = None,
    ) -> None:
        self.application = application
        self._arguments = arguments
        self._memory = memory
        self._bridge = WorkerBridge(client, arguments.document_date, own_languages)
        self._bridge.recognise_text(wanted=memory.settings.recognise_text)
        self._theme = Theme(application.styleHints(), arguments.theme or memory.settings.theme)
        self._theme.changed.connect(self._dress)
        self._translator = QTranslator()
        self._language = arguments.language or memory.settings.language
        application.setPalette(self._theme.palette())
        self.window: MainWindow

    def show_window(self, *, awaits_document: bool = False) -> None:
        """Make the window in the language of the moment and show it; a document may be about to come."""
        tag = interface_language() if self._language == SYSTEM else self._language
        sentences = load_sentences(tag)
        directions = Qt.LayoutDirection
        self.application.setLayoutDirection(
            directions.RightToLeft if sentences.is_right_to_left else directions.LeftToRight
        )
        self._translate(tag)
        session = Session(self._bridge, sentences)
        settings = self._memory.settings
        session.dark_pages = settings.dark_pages
        session.show_kind(EventKind.SOURCE, shown=settings.show_sources)
        session.show_kind(EventKind.ISSUE, shown=settings.show_issue_date)
        self.window = MainWindow(session, self._theme, self._memory, awaits_document=awaits_document)
        self.window.language_wanted.connect(self._change_language)
        self._dress()  # late: a widget is dressed whenever it is given to another one, 12 ms in all
        if not self._arguments.is_offscreen:
            fit_into_screen(self.window)
        self.window.show()

    def open_files(self) -> None:
        """Open what was asked for on the command line."""
        files, window = self._arguments.files, self.window
        if (folder := self._memory.refusing) is not None:
            text = window.session.sentences("window.nothing_kept", path=isolated(str(folder)))
            window.message.show_notice(Notice(Level.WARNING, text, of_program=True))
        if not files:
            return
        page, label = self._arguments.page, self._arguments.page_label
        open_file = window.door.open_file
        if page is not None or label:
            PageAsked(window.session, page or 1, label)
            open_file = partial(window.door.open_at, page_index=(page or 1) - 1, page_label=label)
        if len(files) > 1:
            FilesAsked(window.session, files, open_file, window.message.show_notice)
        else:
            open_file(files[0])

    def release(self) -> None:
        """Let the application go: it speaks Qt's own language again and is dressed no more."""
        self._theme.changed.disconnect(self._dress)
        self.application.removeTranslator(self._translator)

    def _change_language(self, tag: str) -> None:
        """A new window in the place of the old one, on the same page of the same document."""
        self._language = tag
        old = self.window
        document, place = old.session.document, place_kept(old.pages)
        old.session.close()
        geometry = old.saveGeometry()
        self.show_window(awaits_document=document is not None)
        self.window.restoreGeometry(geometry)
        old.close()
        old.deleteLater()
        if document is not None and place is not None:
            self.window.door.open_again(document.path, place)

    def _translate(self, tag: str) -> None:
        """Qt's own words ("Cancel", "Open") in the language of the window."""
        self.application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translator = QTranslator()
        if self._translator.load(QLocale(tag), "qtbase", "_", folder):
            self.application.installTranslator(self._translator)

    def _dress(self) -> None:
        self.application.setPalette(self._theme.palette())
        size = self.application.font().pointSizeF()
        self.application.setStyleSheet(style_sheet(self._theme, size))
