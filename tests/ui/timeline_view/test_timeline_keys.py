"""Keys to commands, and the way through time."""

from __future__ import annotations

from PySide6.QtCore import Qt

from reader.timeline.event_table import table_of
from reader.ui.timeline_view.timeline_keys import Command, command_of, neighbour
from tests.timeline.chronicle import briefing, event

PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def test_plus_is_plus_however_it_is_reached():
    assert command_of(Qt.Key.Key_Plus, SHIFT) is Command.ZOOM_IN
    assert command_of(Qt.Key.Key_Plus, KEYPAD) is Command.ZOOM_IN
    assert command_of(Qt.Key.Key_Equal, PLAIN) is Command.ZOOM_IN


def test_the_windows_own_keys_are_left_to_it():
    assert command_of(Qt.Key.Key_Left, ALT) is None
    assert command_of(Qt.Key.Key_Plus, CTRL) is None
    assert command_of(Qt.Key.Key_0, CTRL) is None
    assert command_of(Qt.Key.Key_F, PLAIN) is None


def test_the_next_in_time_passes_over_what_has_no_day():
    events = table_of((*briefing()[:2], event("sometime", None, None), *briefing()[2:]))
    after = neighbour(events, "1991", 1)
    assert after is not None
    assert after.id == "2019"
    assert neighbour(events, "2030", 1) is None
    assert neighbour((), "", 1) is None


def test_what_the_buttons_show_the_keys_show_too():
    assert command_of(Qt.Key.Key_0, PLAIN) is Command.FIT_ALL
    assert command_of(Qt.Key.Key_1, SHIFT) is Command.FIT_CLUSTER  # the digits of a French keyboard
    assert command_of(Qt.Key.Key_2, KEYPAD) is Command.FIT_SELECTION
