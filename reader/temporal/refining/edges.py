"""The beginning, middle or end of a month, a year or a longer time: only about then, wherever it is written.

In: mentions that are whole, some of a rule that takes "Ende des Jahres 1795" in one go. Out: the same, with
the part that their first words name kept as TIMEX3's mod, as it is where a part was joined to its whole. The
words are the language's (`[cues]` edge_start, edge_mid, edge_end). Centuries have rules of their own.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.words.tokens import words_of

_CUES = (("edge_start", "START"), ("edge_mid", "MID"), ("edge_end", "END"))
_FIRST = 3  # words: "am Ende des Jahres", "à la fin de l'année"
_WHOLES = frozenset({"M", "Y", "DE", "Q", "W"})


def note_edges(draft: Draft) -> None:
    """Keeps of what part of its whole a mention speaks."""
    edges = {
        word: mod for cue, mod in _CUES for word in draft.language.cues.get(cue, frozenset()) & draft.said
    }
    if not edges:
        return
    for index, mention in enumerate(draft.mentions):
        if not _is_whole(mention):
            continue
        words = words_of(draft.text[mention.start : mention.end])[:_FIRST]
        mod = next((edges[word] for word in words if word in edges), "")
        if mod:
            draft.mentions[index] = replace(mention, reading=replace(mention.reading, mod=mod))


def _is_whole(mention: Mention) -> bool:
    """Whether it is a month or more and keeps nothing of its part yet."""
    reading = mention.reading
    finer = reading.day or reading.weekday or reading.nth or reading.holiday or reading.has_clock
    if reading.mod or finer or mention.until is not None or reading.type is not TimexType.DATE:
        return False
    if reading.century is not None or reading.millennium is not None:
        return False
    named = reading.month or reading.season or reading.quarter or reading.half or reading.year
    return (
        bool(named)
        or reading.decade is not None
        or (reading.shift is not None and reading.count is None and reading.unit in _WHOLES)
    )
