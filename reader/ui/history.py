"""Where the reader has been: places to go back and forward to, as in a browser. No Qt.

A place is left as it was seen last, not as it was reached, so going back shows what one had before one's
eyes. Scrolling is no step; a jump is. A run of jumps, as keys make them from date to date, is one: nobody
wants to go back through forty dates passed on the way.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.timeline.model import EventId

LONGEST = 200  # jumps kept; a day's reading, and no session grows without end


@dataclass(frozen=True, slots=True)
class Place:
    """A page, how far down it the window's upper edge lies (points), and the event selected there.

    `turn`: by how many quarters clockwise the page is turned when that edge lies there.
    """

    page_index: int
    top: float = 0.0
    event_id: EventId = ""
    turn: int = 0

    @property
    def reading_top(self) -> float:
        """How far down the page as it is printed one is; of a turned page, at its beginning."""
        return 0.0 if self.turn else self.top


@dataclass(slots=True)
class History:
    """A line of places with the present one among them."""

    places: list[Place] = field(default_factory=lambda: [Place(0)])
    position: int = 0
    in_run: bool = False  # whether the present place was reached by `step`

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before the present one."""
        return self.position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after the present one."""
        return self.position < len(self.places) - 1

    def jump(self, leaving: Place, target: Place) -> None:
        """Remember where one leaves and make the target the present place; what lay forward is forgotten."""
        self.in_run = False
        self.places[self.position] = leaving
        if _same_view(leaving, target):
            self.places[self.position] = replace(leaving, event_id=target.event_id)
            return
        self.places[self.position + 1 :] = [target]
        self.position += 1
        surplus = len(self.places) - LONGEST
        if surplus > 0:
            del self.places[:surplus]
            self.position -= surplus

    def step(self, leaving: Place, target: Place) -> None:
        """A jump that goes on with the run of steps before it: one goes back to where the run began."""
        if self.in_run:
            self.places[self.position :] = [target]
        else:
            self.jump(leaving, target)
            self.in_run = self.places[self.position] is target

    def back(self, leaving: Place) -> Place | None:
        """The place before the present one, which becomes the present one; None at the beginning."""
        return self._move(-1, leaving) if self.can_go_back else None

    def forward(self, leaving: Place) -> Place | None:
        """The place after the present one, which becomes the present one; None at the end."""
        return self._move(1, leaving) if self.can_go_forward else None

    def _move(self, step: int, leaving: Place) -> Place:
        self.in_run = False
        self.places[self.position] = leaving
        self.position += step
        return self.places[self.position]


def _same_view(one: Place, other: Place) -> bool:
    return (one.page_index, round(one.top), one.turn) == (other.page_index, round(other.top), other.turn)
