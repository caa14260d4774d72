"""What the children run, by names that cost nothing to import.

A process is spawned by the name of a function, and to name one its module must be imported. The children's
own modules bring along the engine's ways, the tagger and every calendar: 65 ms that the window would spend
before it starts the child it waits for.

This file is also the first of ours that a child imports, and the window's program for its sake: so it is here
that modules of Python's own are put off which others name and the first page does not need, and methods of
classes that nobody calls.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from reader.later import import_later
from reader.methods_later import compile_methods_later

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from reader.worker.limits import Limits
    from reader.worker.pictures import PictureMemory
    from reader.worker.pulse import Pulse
    from reader.worker.twin import TwinEnds

# Plain modules all: the parts of a package could not be found. Measured: 20 ms before the first page.
for _name in ("inspect", "tokenize", "ipaddress", "hashlib", "argparse", "shutil"):
    import_later(_name)
compile_methods_later()


def paint(
    connection: Connection,
    pulse: Pulse,
    pictures: PictureMemory,
    limits: Limits,
    twin: TwinEnds | None = None,
) -> None:
    """Open files and paint pages."""
    gc.disable()  # until the engine is imported too (`engine_start.py`): 10 ms
    from reader.worker import painting  # noqa: PLC0415 - see above

    painting.main(connection, pulse, pictures, limits, twin)


def read(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """Read documents from end to end."""
    from reader.worker import reading  # noqa: PLC0415 - see above

    reading.main(connection, pulse, pictures, limits)


def recognise(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """Have pictures of pages read."""
    from reader.worker import recognising  # noqa: PLC0415 - see above

    recognising.main(connection, pulse, pictures, limits)
