"""Every command of the window once: id, sentence, icon, shortcut, menu. Plain records; no widget, no slot.

Menu, toolbar, shortcut list and tests read the same table. The sentence of a command is `action.<id>`.
Shortcuts are in Qt's portable form ("Ctrl" is Cmd on macOS). Source of the shortcuts: what SumatraPDF,
Okular and Acrobat have in common, as far as they have; what turns the pages turns them in Evince too. None
takes Shift with a sign: on many keyboards "+" itself is typed with Shift, and Ctrl and "+" must zoom.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: names its sentence (`action.<id>`) and the slot it is bound to.
        menu: id of the menu it stands in; its sentence is `menu.<menu>`.
        icon: of `resources/icons`, "" for none.
        shortcuts: the first is shown in the menu.
        checkable: whether it is a switch.
        needs_document: whether it is greyed without one.
        in_page: its shortcut is a plain letter, which the page view handles while it has the focus; the
            menu only shows it.
        begins_group: a line stands before it in the menu.
    """

    id: str
    menu: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False
    needs_document: bool = False
    in_page: bool = False
    begins_group: bool = False


MENUS = ("file", "edit", "view", "go", "help")
LAYOUT = "layout"  # a menu in the menu "view"

COMMANDS = (
    Command("open", "file", "open", ("Ctrl+O",)),
    Command("open_sample", "file", "sample"),
    Command("open_anew", "file", "", ("Ctrl+R",), needs_document=True),
    Command("export", "file", "export", ("Ctrl+E",), needs_document=True, begins_group=True),
    Command("export_shown", "file", "", needs_document=True),
    Command("export_picture", "file", "", needs_document=True),
    Command("print", "file", "print", ("Ctrl+P",), needs_document=True, begins_group=True),
    Command("close", "file", "close", ("Ctrl+W", "Ctrl+F4"), needs_document=True, begins_group=True),
    Command("forget", "file", "", needs_document=True),
    Command("quit", "file", "quit", ("Ctrl+Q",), begins_group=True),
    Command("copy", "edit", "", ("Ctrl+C",)),  # greyed while no text is selected
    Command("select_page", "edit", "", ("Ctrl+A",), needs_document=True),
    Command("find", "edit", "search", ("Ctrl+F",), needs_document=True, begins_group=True),
    Command("find_next", "edit", "", ("F3",), needs_document=True),
    Command("find_previous", "edit", "", ("Shift+F3",), needs_document=True),
    Command("document_date", "edit", "", ("Ctrl+D",), needs_document=True, begins_group=True),
    Command("zoom_in", "view", "zoom_in", ("Ctrl++", "Ctrl+="), needs_document=True),
    Command("zoom_out", "view", "zoom_out", ("Ctrl+-",), needs_document=True),
    Command("fit_page", "view", "fit_page", ("Ctrl+0",), checkable=True, needs_document=True),
    Command("actual_size", "view", "actual_size", ("Ctrl+1",), needs_document=True),
    Command("fit_width", "view", "fit_width", ("Ctrl+2",), checkable=True, needs_document=True),
    Command("single_pages", LAYOUT, "", ("Ctrl+6",), checkable=True),
    Command("two_pages", LAYOUT, "", ("Ctrl+7",), checkable=True),
    Command("two_pages_cover", LAYOUT, "", ("Ctrl+8",), checkable=True),
    Command("from_right", LAYOUT, "", checkable=True, begins_group=True),
    Command("rotate_left", LAYOUT, "rotate_left", ("Ctrl+Left",), needs_document=True, begins_group=True),
    Command("rotate_right", LAYOUT, "rotate_right", ("Ctrl+Right",), needs_document=True),
    Command("dark_pages", "view", "", ("Ctrl+I",), checkable=True),
    Command("show_timeline", "view", "timeline", ("Ctrl+T",), checkable=True, begins_group=True),
    Command("show_contents", "view", "contents", ("F9", "F12"), checkable=True),
    Command("show_thumbnails", "view", "thumbnails", ("F7", "F4"), checkable=True),
    Command("show_list", "view", "list", ("Shift+F9",), checkable=True),
    Command("show_sources", "view", "source", checkable=True),
    Command("show_issue_date", "view", "issue", checkable=True),
    Command("next_pane", "view", "", ("F6",), begins_group=True),
    Command("previous_pane", "view", "", ("Shift+F6",)),
    Command("full_screen", "view", "fullscreen", ("F11",), checkable=True),
    Command("back", "go", "back", ("Alt+Left", "Backspace"), needs_document=True),
    Command("forward", "go", "forward", ("Alt+Right",), needs_document=True),
    Command("go_to_page", "go", "", ("Ctrl+G",), needs_document=True, begins_group=True),
    Command("first_page", "go", "", ("Ctrl+Home",), needs_document=True),
    Command("previous_page", "go", "previous", ("P",), needs_document=True, in_page=True),
    Command("next_page", "go", "next", ("N",), needs_document=True, in_page=True),
    Command("last_page", "go", "", ("Ctrl+End",), needs_document=True),
    Command("previous_dated", "go", "", ("[",), needs_document=True, in_page=True, begins_group=True),
    Command("next_dated", "go", "", ("]",), needs_document=True, in_page=True),
    Command("undated", "go", "", needs_document=True),
    Command("pause", "go", "pause", checkable=True, needs_document=True, begins_group=True),
    Command("shortcuts", "help", "keyboard", ("F1", "Ctrl+?")),
    Command("about", "help", "info"),
)

# In a window that runs from right to left "back" points to the right, and so does its key.
SWAPPED = {"Alt+Left": "Alt+Right", "Alt+Right": "Alt+Left"}

# To the dated paragraph before and after: what is typed on the pages, and what lists leave to the window.
DATED_STEPS = {"[": -1, "]": 1}

# Keys that belong to a view or the mouse and to no menu: (sentence `shortcut.<id>`, keys as text)
OTHER_KEYS = (
    ("scroll", "↑ ↓"),
    ("screen", "PgUp  PgDn  Space"),
    ("ends", "Home  End"),
    ("zoom_mouse", "Ctrl + wheel"),
    ("let_go", "Esc"),
    ("choose", "Enter"),
)


def keys_of(each: Command, *, mirrored: bool) -> tuple[str, ...]:
    """The shortcuts of a command in a window that runs from left to right, or `mirrored`."""
    return tuple(SWAPPED.get(key, key) for key in each.shortcuts) if mirrored else each.shortcuts


def command(command_id: str) -> Command:
    """The command of that id.

    Raises:
        KeyError: there is none.
    """
    for each in COMMANDS:
        if each.id == command_id:
            return each
    raise KeyError(command_id)
