"""The menus of the window: the commands, recent documents, and the choices a person makes once.

In: the commands, the memory. Out: a filled menu bar, and signals for what was chosen. Every choice is kept in
the settings at once.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.sentences import available_languages, load_sentences
from reader.text_direction import isolated
from reader.timeline.model import EventKind
from reader.ui.actions import LAYOUT
from reader.ui.memory import Memory
from reader.ui.menus import Actions, choice_menu
from reader.ui.notice import Level, Notice
from reader.ui.plain_text import plain_tip
from reader.ui.session import Session
from reader.ui.theme import MODES, Theme

MOST_RECENT = 10
KINDS = {"show_sources": EventKind.SOURCE, "show_issue_date": EventKind.ISSUE}
FIRST_ZOOMS = ("fit_width", "fit_page", "actual_size")
PLACES = ("below", "right")


class WindowMenus(QObject):
    """The menu bar of a window; its menus are filled by `furnish`, or when one of them is opened."""

    file_wanted = Signal(str)
    forgotten = Signal(object)  # Notice: what is no longer remembered
    timeline_moved = Signal(str)  # "below" or "right"
    language_wanted = Signal(str)  # a tag, or "system"

    def __init__(
        self, bar: QMenuBar, commands: Actions, session: Session, memory: Memory, theme: Theme
    ) -> None:
        super().__init__(bar)
        self._commands, self._session, self._memory, self._theme = commands, session, memory, theme
        self._say = session.sentences
        self.menus = commands.head(bar)
        self.recent = QMenu(self._say("menu.recent"), bar)
        self.recent.setToolTipsVisible(True)
        self.recent.triggered.connect(self._open_recent)
        self._is_furnished = False
        for menu in self.menus.values():
            menu.aboutToShow.connect(self.furnish)
        commands.bind("forget", self._forget)
        for name, kind in KINDS.items():
            commands[name].setChecked(session.shows(kind))
            commands[name].triggered.connect(self._show_kinds)

    def furnish(self) -> None:
        """Fill the menus, once: 15 ms that the first page does not wait for."""
        if self._is_furnished:
            return
        self._is_furnished = True
        layout = QMenu(self._say("menu.layout"), self.menus["view"])
        self._commands.fill({**self.menus, LAYOUT: layout})
        self.menus["view"].insertMenu(self._commands["dark_pages"], layout)
        self.menus["file"].insertMenu(self._commands["open_sample"], self.recent)
        self._add_choices()
        self.refresh_recent()

    def _add_choices(self) -> None:
        say, view, settings = self._say, self.menus["view"], self._memory.settings
        view.addSeparator()
        places = [(place, say(f"settings.timeline_side_{place}")) for place in PLACES]
        choice_menu(say("settings.timeline_side"), places, settings.timeline_side, self._move_timeline, view)
        zooms = [(mode, say(f"settings.first_zoom_{mode}")) for mode in FIRST_ZOOMS]
        choice_menu(say("settings.first_zoom"), zooms, settings.first_zoom, self._set_first_zoom, view)
        restores = view.addAction(say("settings.restore_place"))
        restores.setCheckable(True)
        restores.setChecked(settings.restore_place)
        restores.toggled.connect(lambda on: self._memory.change(restore_place=on))
        recognises = view.addAction(say("ocr.setting"))
        recognises.setCheckable(True)
        recognises.setChecked(settings.recognise_text)
        recognises.toggled.connect(self._set_recognition)
        view.addSeparator()
        themes = [(mode, say(f"settings.theme_{mode}")) for mode in MODES]
        choice_menu(say("settings.theme"), themes, self._theme.mode, self._set_theme, view)
        languages = [("system", say("settings.language_system"))]
        languages += [(tag, load_sentences(tag)("settings.language_name")) for tag in available_languages()]
        choice_menu(say("settings.language"), languages, settings.language, self._set_language, view)

    def refresh_kinds(self) -> None:
        """Show which kinds are shown; remember it."""
        for name, kind in KINDS.items():
            shown = self._session.shows(kind)
            self._commands[name].setChecked(shown)
            if getattr(self._memory.settings, name) != shown:
                self._memory.change(**{name: shown})

    def refresh_recent(self) -> None:
        """List the recent documents."""
        if not self._is_furnished:
            return
        self.recent.clear()
        for number, each in enumerate(self._memory.recent()[:MOST_RECENT], 1):
            name = (each.title or Path(each.path).name).replace("&", "&&")
            action = self.recent.addAction(f"&{number % 10}  {name}")
            action.setToolTip(plain_tip(each.path))
            action.setData(each.path)
        if not self.recent.isEmpty():
            self.recent.addSeparator()
            self.recent.addAction(self._say("menu.forget_all")).setData("")
        self.recent.setEnabled(not self.recent.isEmpty())

    def _open_recent(self, action: QAction) -> None:
        if action.data():
            self.file_wanted.emit(str(action.data()))
        else:
            self._memory.forget_all()
            self.forgotten.emit(Notice(Level.INFO, self._say("window.all_forgotten")))

    def _forget(self) -> None:
        document = self._session.document
        if document is not None:
            self._session.close()  # what is open is being remembered
            self._memory.forget(document)
            name = isolated(document.title or Path(document.path).name)
            self.forgotten.emit(Notice(Level.INFO, self._say("window.forgotten", name=name)))

    def _show_kinds(self) -> None:
        for name, kind in KINDS.items():
            self._session.show_kind(kind, shown=self._commands[name].isChecked())

    def _move_timeline(self, place: str) -> None:
        self._memory.change(timeline_side=place)
        self.timeline_moved.emit(place)

    def _set_recognition(self, on: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        self._memory.change(recognise_text=on)
        self._session.recognition.want(wanted=on)
        if not on and not self._session.is_reading:
            self._commands["pause"].setChecked(False)  # nothing is left that one could hold

    def _set_first_zoom(self, mode: str) -> None:
        self._memory.change(first_zoom=mode)

    def _set_theme(self, mode: str) -> None:
        self._memory.change(theme=mode)
        self._theme.set_mode(mode)

    def _set_language(self, tag: str) -> None:
        self._memory.change(language=tag)
        self.language_wanted.emit(tag)
