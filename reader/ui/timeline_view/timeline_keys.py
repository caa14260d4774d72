"""What the keys of the timeline do. In: a key with its modifiers. Out: a command; the view carries it out."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt

from reader.timeline.event_table import EventTable
from reader.timeline.model import Event, EventId


class Command(Enum):
    """What a reader can ask of the timeline by keyboard."""

    PREVIOUS = auto()
    NEXT = auto()
    FIRST = auto()
    LAST = auto()
    GO_TO_PARAGRAPH = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    EARLIER = auto()
    LATER = auto()
    FIT_ALL = auto()
    FIT_CLUSTER = auto()
    FIT_SELECTION = auto()


_PLAIN = {
    Qt.Key.Key_Left: Command.PREVIOUS,
    Qt.Key.Key_Right: Command.NEXT,
    Qt.Key.Key_Home: Command.FIRST,
    Qt.Key.Key_End: Command.LAST,
    Qt.Key.Key_Return: Command.GO_TO_PARAGRAPH,
    Qt.Key.Key_Enter: Command.GO_TO_PARAGRAPH,
    Qt.Key.Key_Plus: Command.ZOOM_IN,
    Qt.Key.Key_Equal: Command.ZOOM_IN,  # the plus of a US keyboard without Shift
    Qt.Key.Key_Minus: Command.ZOOM_OUT,
    Qt.Key.Key_0: Command.FIT_ALL,
    Qt.Key.Key_1: Command.FIT_CLUSTER,
    Qt.Key.Key_2: Command.FIT_SELECTION,
}
_WITH_CTRL = {Qt.Key.Key_Left: Command.EARLIER, Qt.Key.Key_Right: Command.LATER}


def command_of(key: int, modifiers: Qt.KeyboardModifier) -> Command | None:
    """The command of a key; Shift and the keypad make no difference, they are how some keys are reached."""
    ignored = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    held = modifiers & ~ignored
    if held == Qt.KeyboardModifier.ControlModifier:
        return _WITH_CTRL.get(Qt.Key(key))
    return _PLAIN.get(Qt.Key(key)) if held == Qt.KeyboardModifier.NoModifier else None


def neighbour(events: EventTable | tuple[()], selected: EventId, step: int) -> Event | None:
    """The event before (-1) or after (1) the selected one in time; without a selection the last or first.

    Args:
        events: in time; those without a known day are passed over.
        selected: an event's id, or "".
        step: -1 or 1.

    Returns: None where there is no further one.
    """
    if not events:
        return None
    dated = events.dated()
    at = dated.index_of(selected)
    wanted = (0 if step > 0 else len(dated) - 1) if at is None else at + step
    return dated[wanted] if 0 <= wanted < len(dated) else None
