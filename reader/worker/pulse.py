"""Which page a child is at: a few numbers in shared memory, readable even after the child is gone.

The child writes, the client looks. A pulse that stands still on a page for too long means a hang inside the
engine; the last pulse of a dead child names the page that killed it. No message could tell either.
"""

from __future__ import annotations

from dataclasses import dataclass
from multiprocessing.heap import Arena

RESTING = -1  # waits for a request
STARTING = -2  # imports the engine
OPENING = -3  # opens a file
THINKING = -4  # at work on the document as a whole
OUTLINING = -5  # reads a file's outline

_ABOUT_A_PAGE = -10  # and below: at work on the words of a page, whose number counts down from here
_FIELDS = 3
_BYTES = _FIELDS * 8


@dataclass(frozen=True, slots=True)
class Beat:
    """One look at a pulse.

    Attributes:
        count: grows with every change.
        job_id: of the document at work.
        page_index: a page, or a state above.
        beside_engine: the engine has done its part of the page; its words are being understood.
    """

    count: int
    job_id: int
    page_index: int
    beside_engine: bool = False

    @property
    def on_a_page(self) -> bool:
        """Whether one page is to blame if the child stops here."""
        return self.page_index >= 0

    @property
    def one_to_blame(self) -> bool:
        """Whether the engine does a page, a file's opening or its outline: what has a page's time."""
        return (self.on_a_page and not self.beside_engine) or self.page_index in {OPENING, OUTLINING}


class Pulse:
    """Three 64-bit numbers: count, job, page. Made by the client, handed to the child when it is spawned."""

    def __init__(self) -> None:
        self._memory = Arena(_BYTES)
        self.begin(0, STARTING)

    def begin(self, job_id: int, page_index: int) -> None:
        """Say what is begun now."""
        numbers = self._numbers()
        numbers[1], numbers[2] = job_id, page_index
        numbers[0] += 1

    def begin_words(self, job_id: int, page_index: int) -> None:
        """Say that the words of a page are begun now: what the program does with what the engine gave."""
        self.begin(job_id, _ABOUT_A_PAGE - page_index)

    def rest(self) -> None:
        """Say that nothing is being done."""
        self.begin(0, RESTING)

    def close(self) -> None:
        """Let go of it in this process; the others keep it."""
        self._memory.buffer.close()

    def look(self) -> Beat:
        """What the child does, or did last."""
        count, job_id, page_index = self._numbers()
        if page_index <= _ABOUT_A_PAGE:
            return Beat(count, job_id, _ABOUT_A_PAGE - page_index, beside_engine=True)
        return Beat(count, job_id, page_index)

    def _numbers(self) -> memoryview[int]:
        return memoryview(self._memory.buffer)[:_BYTES].cast("q")
