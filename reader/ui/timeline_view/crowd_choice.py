"""A crowd's events to choose from, where they are few. In: events of one place. Out: lines of a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.timeline.date_words import DateWords
from reader.timeline.model import Event

MOST_CHOICES = 14  # lines; beyond that zooming in is the better answer
LONGEST_CHOICE = 60  # characters of the words beside the date


def offer(
    menu: QMenu,
    events: Sequence[Event],
    words: DateWords,
    say: Sentences,
    choose: Callable[[Event], None],
) -> None:
    """Fill a menu with events, each a line that chooses it; and how many there are beside."""
    menu.clear()
    for event in events[:MOST_CHOICES]:
        label = event.label.removeprefix("… ")
        shown = label if len(label) <= LONGEST_CHOICE else f"{label[: LONGEST_CHOICE - 1]}…"
        line = f"{isolated(words.date(event.date))}   {isolated(shown)}"
        menu.addAction(line.replace("&", "&&"), partial(choose, event))
    if len(events) > MOST_CHOICES:
        more = say("timeline_view.more", count=len(events) - MOST_CHOICES)
        menu.addAction(more).setEnabled(False)
