"""A sentence for the message bar: how grave it is, what it says, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.sentences import Sentence, Sentences
from reader.text_direction import isolated


class Level(StrEnum):
    """How grave a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the message bar.

    Attributes:
        level: how grave it is.
        text: the sentence.
        command: the id of one that a button beside it carries out, "" for none.
        of_program: it is said of the program and outlives the document of the moment.
        until_read: it tells of a delay, and says nothing any more when all is read.
    """

    level: Level
    text: str
    command: str = ""
    of_program: bool = False
    until_read: bool = False


def worded(sentences: Sentences, sentence: Sentence) -> str:
    """A sentence of another room; paths in it keep their own direction, or their slashes wander."""
    slots = {name: isolated(slot) if isinstance(slot, str) else slot for name, slot in sentence.slots.items()}
    return sentences(sentence.key, **slots)
