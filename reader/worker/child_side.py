"""What both children do alike: tell a fault of the program to the parent before it ends them.

The parent logs it, knows the page the child was at, starts another child and goes on.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection

from reader.worker import confinement
from reader.worker.messages import Fault, Ready
from reader.worker.wire import encode


@contextmanager
def telling_faults(worker: str, connection: Connection) -> Iterator[None]:
    """Around the life of a child: it ends quietly when its parent hangs up, and not without a word else."""
    try:
        yield
    except (EOFError, ConnectionError):
        return  # the parent hung up: nobody is left to answer
    except Exception:  # noqa: BLE001 - whatever it was, the parent is to know before this process ends
        connection.send_bytes(encode(Fault(worker, traceback.format_exc())))


def confine_and_say_so(worker: str, connection: Connection, programs: Sequence[str] = ()) -> None:
    """Give up all rights that are not needed; called once the engine is imported, before any file is seen.

    `programs` are the files that the child's work is to start.
    """
    connection.send_bytes(encode(Ready(worker, confinement.confine(programs))))
