"""The shared memory that pictures cross in: a few slots, each large enough for the largest picture.

In: nothing. Out: `slot-N` names and their bytes. The slots are made once, whole, before a child is spawned:
memory that was never written takes no room, so a 48 MB slot costs what its largest picture costs, and a
child needs no right to make files. Every slot is nameless in the file system from its first moment
(`multiprocessing.heap.Arena`: what `multiprocessing.Array` stands on, without its zeroing of every byte),
so no crash of anyone can leave one behind.
"""

from __future__ import annotations

import mmap
from multiprocessing.heap import Arena

MAX_PIXELS = 16_000_000  # the engine paints no larger picture (`document/rendering.py`)
BYTES_A_PIXEL = 3
SLOT_BYTES = MAX_PIXELS * BYTES_A_PIXEL + (1 << 20)  # edges are rounded outward to whole pixels
SLOT_COUNT = 4  # one on the way to the window, one being copied there, one being painted, one to spare
# A page at 2x takes 11 MB; what larger pictures took is given back at once, smaller ones are kept warm.
WORTH_KEEPING = 16_000_000

_PREFIX = "slot-"


class PictureMemory:
    """All slots. Handed to the painting child whole; the client alone says which are free."""

    def __init__(self, slot_count: int = SLOT_COUNT, slot_bytes: int = SLOT_BYTES) -> None:
        self._slots = tuple(Arena(slot_bytes) for _ in range(slot_count))

    def __len__(self) -> int:
        return len(self._slots)

    def bytes_of(self, slot: int) -> memoryview:
        """The memory of a slot, writable."""
        return memoryview(self._slots[slot].buffer)

    def close(self) -> None:
        """Let go of all slots in this process; the others keep theirs."""
        for slot in self._slots:
            slot.buffer.close()
        self._slots = ()

    def give_back(self, slot: int, used: int) -> None:
        """Return the room of a large picture of `used` bytes to the system, where it can be done."""
        remove = getattr(mmap, "MADV_REMOVE", None)  # Linux only
        if remove is not None and used > WORTH_KEEPING:
            self._slots[slot].buffer.madvise(remove)


def name_of_slot(slot: int) -> str:
    """The name under which a slot is spoken of in messages."""
    return f"{_PREFIX}{slot}"


def slot_of_name(name: str) -> int:
    """The slot of a name.

    Raises:
        ValueError: no slot has such a name.
    """
    if not name.startswith(_PREFIX):
        raise ValueError(f"{name!r} is no name of a slot")
    return int(name.removeprefix(_PREFIX))
