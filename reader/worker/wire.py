"""Messages as bytes and back. What a child sends is taken apart with care.

A child parses hostile files. If one took it over, a plain unpickling in the window's process would run
whatever it sent; so here only the frozen values named below are ever made from bytes, by pickle's own
documented way (docs.python.org, pickle, "Restricting Globals").
"""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

import reader.document.model
import reader.search.model
import reader.sentences
import reader.timeline.model
import reader.timeline.page_events
from reader.worker import messages, recognition_messages, search_messages
from reader.worker.messages import Answer, Request

_ROOMS = (
    messages,
    recognition_messages,
    search_messages,
    reader.document.model,
    reader.search.model,
    reader.timeline.model,
    reader.timeline.page_events,
    reader.sentences,
)
VALUES: dict[tuple[str, str], type] = {
    (room.__name__, name): value
    for room in _ROOMS
    for name, value in vars(room).items()
    if isinstance(value, type)
    and value.__module__ == room.__name__
    and (is_dataclass(value) or issubclass(value, Enum))
} | {("builtins", "frozenset"): frozenset}


class ForeignBytesError(Exception):
    """The bytes are no message of ours."""


class _MessageUnpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str, /) -> type:
        try:
            return VALUES[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a message") from None


class _MessagePickler(pickle.Pickler):
    def reducer_override(self, value: Any, /) -> Any:
        # Python 3.11 before 3.11.4 (Debian 12 has 3.11.2) writes an enum's member as a call of `getattr`,
        # which is never to be allowed here; this is how every other version writes it.
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


def encode(message: Request | Answer) -> bytes:
    """The bytes of a message."""
    buffer = io.BytesIO()
    _MessagePickler(buffer, pickle.HIGHEST_PROTOCOL).dump(message)
    return buffer.getvalue()


def decode(data: bytes) -> Request | Answer:
    """The message in `data`.

    Raises:
        ForeignBytesError: the bytes hold something else than a message.
    """
    try:
        message = _MessageUnpickler(io.BytesIO(data)).load()
    except Exception as error:  # pickle documents that broken bytes may raise nearly anything
        raise ForeignBytesError(str(error)) from error
    if not isinstance(message, Request | Answer):
        raise ForeignBytesError(f"{type(message).__name__} is no message")
    return message
